//! What is counted in each block's text, in one pass.

use crate::{blocks::Blocks, page::text};

/// Counts of one block's text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Prose {
    pub letters: u32,
    pub digits: u32,
    pub capitals: u32,
    /// Commas, semicolons and colons.
    pub pauses: u32,
    /// Sentences; a text without an end mark is one.
    pub sentences: u32,
    /// As [`text::ends_as_sentence`] tells.
    pub ends_as_sentence: bool,
}

/// Counts in every block.
pub fn count(blocks: &Blocks) -> Vec<Prose> {
    blocks.ids().map(|id| Prose::of(blocks.text(id))).collect()
}

impl Prose {
    fn of(text: &str) -> Self {
        let mut count = Self::default();
        let mut ended = false;
        for c in text.chars() {
            if c.is_ascii_alphabetic() {
                count.letters += 1;
                count.capitals += u32::from(c.is_ascii_uppercase());
                ended = false;
                continue;
            }
            match c {
                '.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '؟' => ended = true,
                _ if ended && (c.is_whitespace() || text::is_closing(c)) => {
                    count.sentences += 1;
                    ended = false;
                }
                _ => ended = false,
            }
            if c.is_ascii() {
                count.digits += u32::from(c.is_ascii_digit());
                count.pauses += u32::from(matches!(c, ',' | ';' | ':'));
            } else {
                count.letters += u32::from(c.is_alphabetic());
                count.capitals += u32::from(c.is_uppercase());
                count.digits += u32::from(c.is_numeric());
                count.pauses += u32::from(matches!(c, '،' | '、' | '，'));
            }
        }
        count.sentences = (count.sentences + u32::from(ended)).max(1);
        count.ends_as_sentence = text::ends_as_sentence(text);
        count
    }
}
