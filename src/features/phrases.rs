//! A short list of what furniture says, per language. Only short blocks are looked at: in a long one the words are the
//! story's.

use super::{
    phrase_list::{PHRASES, UNSPACED},
    words::{starts, with_first_byte},
};
use crate::{
    blocks::{BlockId, Blocks},
    page::text::{is_of_word, is_unspaced, words},
};

/// Words up to which a block is short.
pub const SHORT_WORDS: u32 = 40;
/// Words of the longest phrase.
const LONGEST: usize = 5;

/// Words from which a phrase without spaces is a call and no label.
const CALL_WORDS: usize = 3;

/// What furniture a phrase belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// "Advertisement".
    Ad,
    /// "Read more", "related stories".
    Pointer,
    /// "Share on", "follow us".
    Social,
    /// "Subscribe", "accept cookies", "log in".
    Prompt,
    /// "All rights reserved", "privacy policy".
    Legal,
    /// "Leave a comment".
    Comment,
    /// "First published", "min read", "print".
    Meta,
}

/// The phrases of one block.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Found {
    /// How many.
    pub count: u8,
    /// Share of the block's words (or characters, in scripts without spaces) that they cover, in percent.
    pub covered: u8,
    kinds: u8,
    /// Whether the block begins with one that points to other pages.
    pub begins_with_pointer: bool,
    /// Whether the block begins with one of several words that points away, asks to follow, or to subscribe.
    pub begins_with_call: bool,
}

impl Found {
    /// Whether one of this kind is among them.
    pub fn says(self, what: Says) -> bool {
        self.kinds & (1 << what as u8) != 0
    }

    /// Takes in the kinds that another block says.
    pub fn take_kinds(&mut self, other: Self) {
        self.kinds |= other.kinds;
    }

    fn add(&mut self, what: Says) {
        self.count = self.count.saturating_add(1);
        self.kinds |= 1 << what as u8;
    }
}

/// The phrases of each block.
pub fn find(blocks: &Blocks) -> Vec<Found> {
    blocks
        .iter()
        .map(|(id, block)| if block.words > SHORT_WORDS { Found::default() } else { in_block(blocks, id) })
        .collect()
}

/// A label and its link are often written without a space between them.
fn in_block(blocks: &Blocks, id: BlockId) -> Found {
    let text = blocks.text(id);
    match text.split_at_checked(blocks.get(id).first_link as usize) {
        Some((label, link)) if !label.is_empty() && !link.is_empty() => in_text(&format!("{label} {link}")),
        _ => in_text(text),
    }
}

/// Whether a text is nothing but a label of this kind.
pub fn is_label(text: &str, what: Says) -> bool {
    let found = in_text(text);
    found.covered == 100 && found.says(what)
}

fn in_text(text: &str) -> Found {
    let lower = plain(text);
    // Counts say nothing: "Comments (7)" is as much a label as "Comments".
    let is_word = |word: &&str| !word.is_empty() && !word.starts_with(char::is_numeric);
    let mut words = String::with_capacity(lower.len());
    for word in lower.split(|c: char| !is_of_word(c)).filter(is_word) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    let mut found = Found::default();
    // Words that phrases cover, and where the last of these phrases ends.
    let (mut covered, mut covered_end) = (0, 0);
    let mut count = 0;
    let mut rest = Some(words.as_str()).filter(|words| !words.is_empty());
    while let Some(from_here) = rest {
        let start = count;
        each_beginning(from_here, |length, what| {
            found.add(what);
            found.begins_with_pointer |= start == 0 && what == Says::Pointer;
            let calls = matches!(what, Says::Pointer | Says::Social | Says::Prompt);
            found.begins_with_call |= start == 0 && length > 1 && calls;
            covered += (start + length).saturating_sub(covered_end.max(start));
            covered_end = covered_end.max(start + length);
        });
        count += 1;
        rest = from_here.get(word_end(from_here) + 1..);
    }
    found.covered = (100 * covered / count.max(1)) as u8;
    if !lower.is_ascii() && lower.contains(is_unspaced) {
        find_unspaced(&lower, &mut found);
    }
    found
}

/// Calls `read` with the length in words and the kind of every phrase that the words, parted by one space, begin with.
fn each_beginning(words: &str, mut read: impl FnMut(usize, Says)) {
    let Some(first) = words.bytes().next() else { return };
    let mut known = with_first_byte(PHRASES, &STARTS, first);
    let mut end = 0;
    for length in 1..=LONGEST {
        end += word_end(&words[end..]);
        let phrase = &words[..end];
        // What is longer stands right after its beginning.
        known = &known[known.partition_point(|(known, _)| *known < phrase)..];
        let Some((next, what)) = known.first().filter(|(known, _)| known.starts_with(phrase)) else { break };
        if *next == phrase {
            read(length, *what);
        }
        end += 1;
        if end > words.len() {
            break;
        }
    }
}

/// Where the first of words that are parted by one space ends.
fn word_end(words: &str) -> usize {
    words.bytes().position(|byte| byte == b' ').unwrap_or(words.len())
}

const STARTS: [u16; 257] = starts(PHRASES);

/// How many of the words, which are [`plain`], the longest phrase covers that they begin with.
pub fn covered(words: &[&str]) -> usize {
    let mut longest = 0;
    each_beginning(&words[..words.len().min(LONGEST)].join(" "), |length, _| longest = length);
    longest
}

/// A text as the phrases are written.
pub fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.to_lowercase().chars().filter_map(folded).collect()
}

/// Every phrase.
pub fn all() -> impl Iterator<Item = &'static str> {
    PHRASES.iter().chain(UNSPACED).map(|(phrase, _)| *phrase)
}

/// Phrases of scripts that part no words.
pub fn unspaced() -> impl Iterator<Item = &'static str> {
    UNSPACED.iter().map(|(phrase, _)| *phrase)
}

/// Letters that one and the same label is written with, made one: Greek capitals have no accents; Arabic marks its vowels
/// or not, and hamza, too; Persian keyboards have a yeh and a kaf of their own; `İ` has a dot left when it is lower-case,
/// and `I` is Turkish for `ı`.
fn folded(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c);
    }
    match c {
        '\u{307}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' => None,
        'ı' => Some('i'),
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' | 'ی' => Some('ي'),
        'ک' => Some('ك'),
        'ة' => Some('ه'),
        'ά' => Some('α'),
        'έ' => Some('ε'),
        'ή' => Some('η'),
        'ί' | 'ϊ' | 'ΐ' => Some('ι'),
        'ό' => Some('ο'),
        'ύ' | 'ϋ' | 'ΰ' => Some('υ'),
        'ώ' => Some('ω'),
        'ς' => Some('σ'),
        _ => Some(c),
    }
}

fn find_unspaced(lower: &str, found: &mut Found) {
    let letters = lower.chars().filter(|c| is_of_word(*c)).count().max(1);
    for (known, what) in UNSPACED.iter().filter(|(known, _)| lower.contains(known)) {
        found.add(*what);
        let begins = lower.starts_with(known);
        let calls = matches!(what, Says::Pointer | Says::Social | Says::Prompt);
        found.begins_with_pointer |= begins && *what == Says::Pointer;
        found.begins_with_call |= begins && calls && words(known) >= CALL_WORDS;
        let share = (100 * known.chars().count() / letters).min(100) as u8;
        found.covered = found.covered.saturating_add(share).min(100);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_sorted_and_each_stands_once() {
        assert!(PHRASES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(UNSPACED.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn phrases_are_written_as_a_text_is_read() {
        for (phrase, _) in PHRASES {
            let read: String = phrase.to_lowercase().chars().filter_map(folded).collect();
            assert_eq!(*phrase, read);
            assert!(phrase.split(' ').all(|word| !word.is_empty() && word.chars().all(is_of_word)), "{phrase}");
            assert!(phrase.split(' ').count() <= LONGEST, "{phrase}");
        }
    }

    #[test]
    fn a_label_is_the_same_in_capitals_and_with_every_mark() {
        for label in ["İLGİLİ HABER", "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ", "Διαβάστε επίσης", "اقرأ أيضاً", "إقرأ أيضًا", "بیشتر بخوانید"]
        {
            assert_eq!(in_text(label).covered, 100, "{label}");
        }
    }

    #[test]
    fn a_phrase_is_found_whatever_stands_around_it() {
        let pointer = in_text("À lire aussi : Le port");
        assert!(pointer.begins_with_pointer && pointer.covered == 60);
        assert!(in_text("関連記事：港").begins_with_pointer);
        assert_eq!(in_text("यह भी पढ़ें").covered, 100);
        assert_eq!(in_text("The advert ran."), Found::default());
    }
}
