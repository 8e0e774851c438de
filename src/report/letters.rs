//! Letters for letters: of the same script, and the same to whoever counts them.

use super::filler::step;
use crate::page::text;

/// Characters of a script that are looked at for one that looks alike.
const TRIES: usize = 128;

/// In lower case, letter by letter: letters whose lower case is longer stay.
pub fn lower(word: &str) -> String {
    word.chars().map(lower_letter).collect()
}

/// The filler's letter, which is in lower case, in the case of the written one.
pub fn in_case_of(filler: char, written: char) -> char {
    if lower_letter(written) == written { filler } else { upper_letter(filler) }
}

/// Another letter, digit or sign in the place of one in lower case. A number's first digit is 0 only where it was.
pub fn alike(c: char, random: u64, is_first: bool) -> char {
    match c {
        'a'..='z' => char::from(b'a' + (random % 26) as u8),
        '1'..='9' if is_first => char::from(b'1' + (random % 9) as u8),
        '0' if is_first => c,
        '0'..='9' => char::from(b'0' + (random % 10) as u8),
        _ => {
            let (first, last) = script(c);
            let size = last - first + 1;
            let looks = looks(c);
            // Another row of numbers than that of the word's letters.
            let tries = std::iter::successors(Some(random), |&before| Some(step(!before)));
            let mut candidates =
                tries.take(TRIES).filter_map(|random| char::from_u32(first + (random % u64::from(size)) as u32));
            candidates.find(|&other| self::looks(other) == looks).unwrap_or(c)
        }
    }
}

/// What the core's counts tell of a character.
fn looks(c: char) -> [bool; 8] {
    let upper = upper_letter(c);
    [
        c.is_alphabetic(),
        c.is_lowercase(),
        // Of two cases that are each other's.
        upper != c && lower_letter(upper) == c && upper.len_utf8() == c.len_utf8(),
        c.is_uppercase(),
        c.is_numeric(),
        text::is_of_word(c),
        text::is_unspaced(c),
        text::is_dense(c),
    ]
}

/// The first and the last character among which one's like is looked for: those of its script.
fn script(c: char) -> (u32, u32) {
    match c as u32 {
        0xc0..=0xff => (0xc0, 0xff),
        0x100..=0x17f => (0x100, 0x17f),
        0x370..=0x3ff => (0x386, 0x3ce),
        0x400..=0x45f => (0x400, 0x45f),
        0x5d0..=0x5ea => (0x5d0, 0x5ea),
        0x620..=0x64a => (0x620, 0x64a),
        0x3041..=0x3096 => (0x3041, 0x3096),
        0x30a1..=0x30fa => (0x30a1, 0x30fa),
        0x4e00..=0x9fff => (0x4e00, 0x9fa5),
        0xac00..=0xd7a3 => (0xac00, 0xd7a3),
        code => (code & !0x7f, code | 0x7f),
    }
}

fn lower_letter(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) if one.len_utf8() == c.len_utf8() => one,
        _ => c,
    }
}

fn upper_letter(c: char) -> char {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(one), None) if one.len_utf8() == c.len_utf8() => one,
        _ => c,
    }
}
