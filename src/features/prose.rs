//! What is counted in each block's text, in one pass.

use crate::{blocks::Blocks, page::text};

/// Counts of one block's text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Prose {
    pub letters: u32,
    pub digits: u32,
    pub capitals: u32,
    /// Commas, semicolons and colons, of any script.
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
        // Whether an end mark stood just before, and whether it needs no space after it.
        let (mut ended, mut surely) = (false, false);
        for c in text.chars() {
            if c.is_ascii_alphabetic() {
                count.letters += 1;
                count.capitals += u32::from(c.is_ascii_uppercase());
                count.sentences += u32::from(surely);
                (ended, surely) = (false, false);
                continue;
            }
            match c {
                '.' | '!' | '?' | '…' => ended = true,
                _ if text::is_full_stop(c) => (ended, surely) = (true, true),
                _ if ended && (surely || c.is_whitespace() || text::is_closing(c)) => {
                    count.sentences += 1;
                    (ended, surely) = (false, false);
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
                count.pauses += u32::from(matches!(c, '،' | '؛' | '、' | '，' | '；' | '：' | '፣' | '၊'));
            }
        }
        count.sentences = (count.sentences + u32::from(ended)).max(1);
        count.ends_as_sentence = text::ends_as_sentence(text);
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_counted_where_no_space_follows_their_end() {
        for (text, sentences) in [
            ("Rain fell. It fell on 3.5 towns! Did it…", 3),
            ("今日は晴れ。明日は雨！「本当？」と聞いた。", 4),
            ("वह आया। वह गया। क्या हुआ?", 3),
            ("وہ آیا۔ وہ گیا۔", 2),
            ("No end mark", 1),
        ] {
            assert_eq!(Prose::of(text).sentences, sentences, "{text}");
        }
    }
}
