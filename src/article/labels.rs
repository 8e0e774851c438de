//! The numbers and signs by which a text calls its notes.

use super::body::{Phrasing, Style};
use crate::page::text;

/// The number or sign of a note's call: `[1]`, `(a)`, `*`, `iv`. What is not that short calls nothing.
pub(super) fn label(written: &str) -> Option<&str> {
    /// An encyclopedia's article may have more than 999 notes.
    const MAX_DIGITS: usize = 4;
    const MAX_SIGNS: usize = 3;
    let core = written.trim().trim_matches(['[', ']', '(', ')', '{', '}']).trim_end_matches('.').trim();
    let count = core.chars().count();
    let is_all = |is: fn(char) -> bool| !core.is_empty() && core.chars().all(is);
    let is_label = is_all(|c| c.is_ascii_digit()) && count <= MAX_DIGITS
        || is_all(|c| c.is_ascii_alphabetic()) && count == 1
        || is_all(|c| matches!(c, 'i' | 'v' | 'x'))
        || is_all(|c| matches!(c, '*' | '†' | '‡' | '§' | '¶' | '#')) && count <= MAX_SIGNS;
    is_label.then_some(core)
}

/// The text that begins with a label, behind it; `None` where another word begins there.
pub(super) fn behind<'t>(written: &'t str, label: &str) -> Option<&'t str> {
    let rest = written.trim_start().trim_start_matches(['[', '(']).strip_prefix(label)?;
    let unmarked = rest.trim_start_matches([']', ')', '.', ':']);
    let is_apart = unmarked.is_empty() || unmarked.starts_with(char::is_whitespace) || unmarked.len() < rest.len();
    is_apart.then(|| unmarked.trim_start())
}

/// The text of a part.
pub(super) fn plain(part: &Phrasing) -> String {
    match part {
        Phrasing::Text(text) | Phrasing::Code(text) => text.clone(),
        Phrasing::Link { content, .. }
        | Phrasing::Anchor { content, .. }
        | Phrasing::Styled { content, .. }
        | Phrasing::Marked { content, .. } => content.iter().map(plain).collect(),
        Phrasing::NoteCall { label, .. } => label.clone(),
        Phrasing::Break => " ".into(),
        Phrasing::Ruby { .. } | Phrasing::Image(_) | Phrasing::Math(_) | Phrasing::Target(_) | Phrasing::Task(_) => {
            String::new()
        }
    }
}

/// Whether everything to be seen in the content is raised.
pub(super) fn is_raised(content: &[Phrasing]) -> bool {
    content.iter().all(|part| match part {
        Phrasing::Styled { style: Style::Superscript, .. } | Phrasing::Target(_) => true,
        Phrasing::Text(text) => text::is_blank(text),
        Phrasing::Styled { content, .. } | Phrasing::Marked { content, .. } => is_raised(content),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::{behind, label};

    #[test]
    fn only_numbers_and_signs_call_notes() {
        for (written, core) in [("1", "1"), (" [12] ", "12"), ("(a)", "a"), ("**", "**"), ("iv", "iv"), ("3.", "3")] {
            assert_eq!(label(written), Some(core));
        }
        for written in ["", "here", "12345", "1a", "****", "[]"] {
            assert_eq!(label(written), None, "{written}");
        }
    }

    #[test]
    fn a_label_is_a_word_of_its_own() {
        assert_eq!(behind("1. Text", "1"), Some("Text"));
        assert_eq!(behind("[1]Text", "1"), Some("Text"));
        assert_eq!(behind("10 boats", "1"), None);
        assert_eq!(behind("after", "a"), None);
    }
}
