//! The report's lines.

use std::fmt::Write;

use crate::page::{Attr, Hints, Tag};

/// What begins the line with the page's address.
pub const URL: &str = "url ";

pub fn url(out: &mut String, url: &str) {
    out.push_str(URL);
    out.push_str(url);
    out.push('\n');
}

pub fn text(out: &mut String, depth: usize, text: &str) {
    indent(out, depth);
    quoted(out, text);
    out.push('\n');
}

/// Writes an element without the end of its line. `next` is the number that follows the last one's.
pub fn element(out: &mut String, depth: usize, tag: Tag, hints: Hints, ordinal: u32, next: &mut u32) {
    indent(out, depth);
    if ordinal + 1 == *next {
        out.push('+');
    }
    out.push_str(tag.name());
    if ordinal > *next {
        let _ = write!(out, "@{ordinal}"); // Writing to a string cannot fail.
    }
    *next = (*next).max(ordinal + 1);
    let known = Hints::LETTERS.into_iter().filter(|(hint, _)| hints.has(*hint));
    let letters: String = known.map(|(_, letter)| letter).collect();
    if !letters.is_empty() {
        let _ = write!(out, " [{letters}]");
    }
}

pub fn attr(out: &mut String, attr: Attr, value: &str) {
    out.push(' ');
    out.push_str(attr.name());
    out.push('=');
    quoted(out, value);
}

fn indent(out: &mut String, depth: usize) {
    out.extend(std::iter::repeat_n(' ', depth - 1));
}

fn quoted(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{{{:x}}}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// The text in quotes at the start of `rest`, and what follows it.
pub fn unquoted(rest: &str) -> Option<(String, &str)> {
    let inside = rest.strip_prefix('"')?;
    let mut text = String::new();
    let mut chars = inside.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((text, &inside[at + 1..])),
            '\\' => match chars.next()?.1 {
                'n' => text.push('\n'),
                'r' => text.push('\r'),
                't' => text.push('\t'),
                'u' => {
                    let code = inside[at + 2..].strip_prefix('{')?.split_once('}')?.0;
                    text.push(char::from_u32(u32::from_str_radix(code, 16).ok()?)?);
                    chars.find(|(_, c)| *c == '}')?;
                }
                c @ ('"' | '\\') => text.push(c),
                _ => return None,
            },
            c => text.push(c),
        }
    }
    None
}
