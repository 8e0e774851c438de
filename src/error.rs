//! The closed list of what can go wrong, with a code for machines and a sentence for people.

use std::fmt;

/// Why there is no article. `code()` is what JavaScript and the command line's JSON see.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The tape or the HTML is longer than [`limits::MAX_PAGE_BYTES`](crate::limits::MAX_PAGE_BYTES).
    PageTooLarge {
        /// Bytes seen when reading stopped.
        found: usize,
        /// The bound.
        limit: usize,
    },
    /// The page has more nodes than [`limits::MAX_NODES`](crate::limits::MAX_NODES).
    TooManyNodes {
        /// The bound.
        limit: usize,
    },
    /// The string is no tape: the record at this byte makes no sense.
    BadTape {
        /// Byte offset into the tape.
        at: usize,
    },
    /// The text is no report: this line makes no sense.
    BadReport {
        /// The line, from 1.
        line: usize,
    },
    /// The page has no text at all.
    NoText,
    /// The page's address is not an absolute URL.
    BadUrl {
        /// What was given.
        url: String,
    },
}

impl Error {
    /// A stable name: `page_too_large`, `too_many_nodes`, `bad_tape`, `bad_report`, `no_text` or `bad_url`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::PageTooLarge { .. } => "page_too_large",
            Self::TooManyNodes { .. } => "too_many_nodes",
            Self::BadTape { .. } => "bad_tape",
            Self::BadReport { .. } => "bad_report",
            Self::NoText => "no_text",
            Self::BadUrl { .. } => "bad_url",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PageTooLarge { found, limit } => {
                write!(f, "the page has over {found} bytes, the limit is {limit}")
            }
            Self::TooManyNodes { limit } => {
                write!(f, "the page has more than {limit} elements and texts")
            }
            Self::BadTape { at } => write!(f, "the tape makes no sense at byte {at}"),
            Self::BadReport { line } => write!(f, "the report makes no sense in line {line}"),
            Self::NoText => f.write_str("the page has no text"),
            Self::BadUrl { url } => write!(f, "{url:?} is not an absolute address"),
        }
    }
}

impl std::error::Error for Error {}
