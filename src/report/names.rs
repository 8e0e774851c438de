//! Words of markup: class, id, role, and values that standards define.

use super::{disguise::Disguise, public_words};
use crate::page::text;

impl Disguise {
    /// Names, in which known words stay. With `with_numbers`, numbers do too: they are sizes.
    pub fn names(&mut self, value: &str, with_numbers: bool) -> String {
        let mut out = String::with_capacity(value.len());
        let mut rest = value;
        // Bytes of `value` up to which nothing stays: "BlueCart" is made of common words, and a name.
        let mut hidden = 0;
        while let Some(first) = rest.chars().next() {
            let length = run(rest);
            let (run, after) = rest.split_at(length);
            let at = value.len() - rest.len();
            let whole = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
            if whole > length && at >= hidden && self.spoken.contains(&rest[..whole].to_ascii_lowercase()) {
                hidden = at + whole;
            }
            let is_hidden = at < hidden;
            let stays = !text::is_of_word(first)
                || (first.is_ascii_digit() && with_numbers)
                || (!is_hidden && public_words::is_of_markup(&run.to_ascii_lowercase()));
            if stays {
                out.push_str(run);
            } else {
                out.push_str(&self.filler.word(run));
            }
            rest = after;
        }
        out
    }

    /// Classes: those of drawn formulas stay whole.
    pub fn class(&mut self, value: &str) -> String {
        let classes = value.split_inclusive(char::is_whitespace);
        let others =
            classes.map(
                |class| if public_words::is_drawn(class.trim()) { class.to_owned() } else { self.names(class, false) },
            );
        others.collect()
    }

    /// A type of schema.org or Open Graph: a known one stays.
    pub fn type_name(&mut self, name: &str) -> String {
        if public_words::is_type(&name.trim().to_ascii_lowercase()) { name.to_owned() } else { self.names(name, false) }
    }
}

/// Bytes of the run that a value begins with, as the core parts names: letters up to a capital after a small one,
/// digits, or other letters.
fn run(value: &str) -> usize {
    let sort = |c: char| match c {
        _ if c.is_ascii_alphabetic() => 1,
        _ if c.is_ascii_digit() => 2,
        _ if text::is_of_word(c) => 3,
        _ => 0,
    };
    let mut before: Option<char> = None;
    for (at, c) in value.char_indices() {
        if let Some(before) = before
            && (sort(c) != sort(before) || sort(c) == 0 || (before.is_ascii_lowercase() && c.is_ascii_uppercase()))
        {
            return at;
        }
        before = Some(c);
    }
    value.len()
}
