//! Words → filler of the same length, script and case.

use std::{
    collections::{HashMap, HashSet, hash_map::DefaultHasher},
    hash::Hasher,
};

use super::letters;

/// Tries to find filler that is no other word's. Words of one letter have few to choose from.
const TRIES: u32 = 200;

/// The filler of one report: the same word has the same wherever it stands, two words have two.
#[derive(Debug)]
pub struct Filler {
    seed: u64,
    made: HashMap<String, String>,
    /// Filler of other words.
    taken: HashSet<String>,
    /// Words of the page that no filler may be.
    of_page: HashSet<String>,
    is_public: fn(&str) -> bool,
}

impl Filler {
    /// `of_page`: the words of the page, in lower case, that could be recognised. `is_public`: whether filler would say
    /// something to the core.
    pub fn new(seed: u64, of_page: HashSet<String>, is_public: fn(&str) -> bool) -> Self {
        Self { seed, made: HashMap::new(), taken: HashSet::new(), of_page, is_public }
    }

    /// Filler in the place of a word, which is a run of letters, digits and signs on letters.
    pub fn word(&mut self, word: &str) -> String {
        let lower = letters::lower(word);
        if !self.made.contains_key(&lower) {
            let made = self.make(&lower);
            self.taken.insert(made.clone());
            self.made.insert(lower.clone(), made);
        }
        let made = &self.made[&lower];
        made.chars().zip(word.chars()).map(|(filler, written)| letters::in_case_of(filler, written)).collect()
    }

    /// A number that the seed and this text determine.
    pub fn number(&self, of: &str) -> u64 {
        self.hash(of, 0)
    }

    fn make(&self, lower: &str) -> String {
        let is_year = lower.len() == 4 && lower.bytes().all(|byte| byte.is_ascii_digit());
        let mut made = String::new();
        for attempt in 0..TRIES {
            let mut random = self.hash(lower, attempt);
            made.clear();
            for (at, c) in lower.chars().enumerate() {
                random = step(random);
                made.push(match c {
                    // Beside other numbers, a year would make a date where there is none.
                    '1'..='9' if at == 0 && is_year => char::from(b'3' + (random % 7) as u8),
                    _ => letters::alike(c, random, at == 0),
                });
            }
            if !self.taken.contains(&made) && !self.of_page.contains(&made) && !(self.is_public)(&made) {
                break;
            }
        }
        made
    }

    fn hash(&self, of: &str, attempt: u32) -> u64 {
        let mut hasher = DefaultHasher::new();
        hasher.write_u64(self.seed);
        hasher.write_u32(attempt);
        hasher.write(of.as_bytes());
        hasher.finish()
    }
}

/// The next of a row of numbers (`SplitMix64`; Steele, Lea and Flood 2014).
pub fn step(before: u64) -> u64 {
    let mut number = before.wrapping_add(0x9e37_79b9_7f4a_7c15);
    number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filler(seed: u64) -> Filler {
        Filler::new(seed, HashSet::from(["rain".to_owned()]), |_| false)
    }

    #[test]
    fn the_same_word_has_the_same_filler_in_every_case_and_another_seed_gives_another() {
        let mut one = filler(1);
        let lower = one.word("rainfall");
        assert_eq!(one.word("Rainfall").to_lowercase(), lower);
        assert_eq!(one.word("RAINFALL"), lower.to_uppercase());
        assert_ne!(lower, "rainfall");
        assert_ne!(filler(2).word("rainfall"), lower);
    }

    #[test]
    fn every_letter_stays_of_its_script_and_digits_digits() {
        for word in ["Straße", "Ёлка", "B2B", "2024", "日本語", "ひらがな", "नमस्ते", "السلام", "서울", "ภาษาไทย"]
        {
            let other = filler(7).word(word);
            assert_ne!(other, word);
            assert_eq!(other.len(), word.len(), "{word}: {other}");
            assert_eq!(crate::page::text::words(&other), crate::page::text::words(word), "{word}: {other}");
        }
    }

    #[test]
    fn words_of_one_letter_do_not_share_their_filler() {
        let mut filler = filler(3);
        let made: HashSet<String> = ('a'..='z').map(|c| filler.word(&c.to_string())).collect();
        assert!(made.len() >= 25, "{made:?}");
    }
}
