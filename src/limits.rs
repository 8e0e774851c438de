//! Every bound of the core, each with its reason and what happens at it.

/// Nodes (elements and texts) in one page. The HTML standard itself, one of the longest pages there is, has about
/// 600,000. Beyond: [`Error::TooManyNodes`](crate::Error::TooManyNodes).
pub const MAX_NODES: usize = 1_000_000;

/// Bytes of one tape or one HTML document. Beyond: [`Error::PageTooLarge`](crate::Error::PageTooLarge).
pub const MAX_PAGE_BYTES: usize = 64 << 20;

/// Bytes that lol_html may use for one page: a tag as long as the page, and its own stack of every element in it. Beyond:
/// [`Error::PageTooLarge`](crate::Error::PageTooLarge).
pub const MAX_TOKENIZER_BYTES: usize = 8 * MAX_PAGE_BYTES;

/// Nesting of elements. Browsers stop at 512; deeper elements are left out and their children hung on the deepest kept.
pub const MAX_DEPTH: usize = 512;

/// Bytes of one attribute's value; the rest is cut. `srcset` and `data:` placeholders are the long ones.
pub const MAX_ATTR_BYTES: usize = 16 << 10;

/// Nesting of the typed body (lists in quotes in lists). Deeper structure is flattened into its parent, no text is lost.
pub const MAX_BODY_DEPTH: usize = 32;

/// Bytes of one JSON-LD block that are parsed; a longer one is ignored.
pub const MAX_JSON_LD_BYTES: usize = 4 << 20;

/// Characters of a metadata field (title, dek, byline…); the rest is cut at a character boundary.
pub const MAX_FIELD_CHARS: usize = 1_000;

/// Bytes of one address; a longer one is no address.
pub const MAX_URL_BYTES: usize = 8 << 10;

/// Blocks that were left out and stand in a brief ledger. A page with more is a listing or a long thread, where no one
/// reads on; the others are counted.
pub const MAX_BRIEF_ENTRIES: usize = 300;

/// Bytes of text that are searched for the words of pull quotes; quotes that come later stay. No story has so many.
pub const MAX_SEARCHED_BYTES: usize = 64 << 20;

/// Bytes of JSON-LD's `articleBody` in which blocks are looked up, all of them together; those that come later are as on a
/// page without one. A body of 100 KB is searched for 10,000 blocks.
pub const MAX_LOOKED_UP_BYTES: usize = 1 << 30;
