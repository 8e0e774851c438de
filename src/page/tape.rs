//! Door one: the tape, one string in which the walker (`src/wasm/walk.js`) wrote down the live page.
//!
//! A tape is a sequence of records. Each begins with one control character and runs to the next one:
//!
//! | record | meaning |
//! |---|---|
//! | `U+0001 name` | open element (lower-case name) |
//! | `U+0002 letters` | hints of the element just opened: `n` not rendered, `f` fixed, `t` tiny, `o` outside what was selected |
//! | `U+0003 name=value` | attribute of the element just opened |
//! | `U+0004 text` | text |
//! | `U+0005` | close the innermost open element |
//!
//! The walker replaces these five characters in the page's own strings, so no page can write a record.

use super::{Attr, Hints, Page, PageBuilder, Tag, noscript};
use crate::{Error, limits};

const OPEN: u8 = 1;
const HINTS: u8 = 2;
const ATTR: u8 = 3;
const TEXT: u8 = 4;
const CLOSE: u8 = 5;

/// Builds the page from a tape.
///
/// # Errors
/// [`Error::PageTooLarge`], [`Error::TooManyNodes`], or [`Error::BadTape`] where the string is none.
pub fn read(tape: &str) -> Result<Page, Error> {
    if tape.len() > limits::MAX_PAGE_BYTES {
        return Err(Error::PageTooLarge { found: tape.len(), limit: limits::MAX_PAGE_BYTES });
    }
    let mut builder = PageBuilder::new();
    let mut in_noscript = false;
    let mut at = 0;
    while at < tape.len() {
        let mark = tape.as_bytes()[at];
        let end = tape.as_bytes()[at + 1..]
            .iter()
            .position(|byte| (OPEN..=CLOSE).contains(byte))
            .map_or(tape.len(), |length| at + 1 + length);
        // The mark may be the first byte of a longer character where the string is no tape.
        let payload = tape.get(at + 1..end).ok_or(Error::BadTape { at })?;
        match mark {
            OPEN => {
                let tag = Tag::from_name(payload);
                builder.open(tag, Hints::NONE)?;
                in_noscript = tag == Tag::Noscript;
            }
            HINTS => builder.hint(Hints::of_letters(payload)),
            ATTR => {
                let (name, value) = payload.split_once('=').ok_or(Error::BadTape { at })?;
                if let Some(name) = Attr::from_name(name) {
                    builder.attr(name, value);
                }
            }
            // With scripts on, a browser keeps what is in noscript as one text of markup.
            TEXT if in_noscript => noscript::read(payload, &mut builder)?,
            TEXT => builder.text(payload)?,
            CLOSE if builder.depth() > 0 => {
                builder.close();
                in_noscript = false;
            }
            _ => return Err(Error::BadTape { at }),
        }
        at = end;
    }
    Ok(builder.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::NodeId;

    #[test]
    fn records_become_elements_attributes_hints_and_texts() {
        let page = read("\u{1}body\u{1}p\u{2}nf\u{3}class=a=b\u{4}Hello \u{1}b\u{4}you\u{5}\u{5}\u{5}").unwrap();
        let p = page.body().next();
        assert_eq!(page.attr(p, Attr::Class), Some("a=b"));
        assert!(page.hints(p).has(Hints::NOT_RENDERED) && page.hints(p).has(Hints::FIXED));
        assert_eq!(page.text_inside(NodeId::ROOT), "Hello you");
    }

    #[test]
    fn what_is_no_tape_is_refused_with_the_place() {
        assert_eq!(read("hello").unwrap_err(), Error::BadTape { at: 0 });
        assert_eq!(read("é").unwrap_err(), Error::BadTape { at: 0 });
        assert_eq!(read("\u{1}p\u{5}\u{5}").unwrap_err(), Error::BadTape { at: 3 });
        assert_eq!(read("\u{1}p\u{3}class").unwrap_err(), Error::BadTape { at: 2 });
    }

    #[test]
    fn a_tape_cut_short_is_a_page() {
        assert_eq!(read("\u{1}p\u{4}cut").unwrap().text_inside(NodeId::ROOT), "cut");
    }
}
