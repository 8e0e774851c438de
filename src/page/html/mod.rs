//! Door two: HTML as bytes or a string, through lol_html, into the same builder.
//!
//! lol_html is the tokenizer (`tokens.rs`). Which tag opens and closes what is the HTML standard's tree construction, with
//! scripts off (`construct.rs` and the modes beside it); its tree goes to the builder in document order.

mod around_body;
mod construct;
mod doctype;
mod entities;
mod foreign;
mod formatting;
mod implied_ends;
mod in_body;
mod in_table;
mod tokens;
mod tree;

use lol_html::html_content::TextType;

use super::{Page, Tag};
use crate::{Error, limits};
use construct::Constructor;
use tokens::{Token, Tokenizer};

/// Bytes handed to lol_html at a time, so that the tokens of a whole document never stand in memory at once.
const PIECE: usize = 64 << 10;

/// Builds the page from a whole document.
///
/// # Errors
/// [`Error::PageTooLarge`] or [`Error::TooManyNodes`].
pub fn read(html: &str) -> Result<Page, Error> {
    let mut reader = HtmlReader::new();
    reader.write(html.as_bytes())?;
    reader.finish()
}

/// Reads UTF-8 HTML in chunks, as it arrives.
#[derive(Debug)]
pub struct HtmlReader {
    tokenizer: Tokenizer,
    constructor: Constructor,
    /// What stands in the open `noscript`: lol_html gives it as text, a page without scripts has elements there.
    noscript: Option<String>,
    bytes: usize,
    /// Why reading stopped; every later call says it again.
    failed: Option<Error>,
}

impl Default for HtmlReader {
    fn default() -> Self {
        Self::new()
    }
}

impl HtmlReader {
    /// A reader that has seen nothing.
    pub fn new() -> Self {
        Self { tokenizer: Tokenizer::new(), constructor: Constructor::new(), noscript: None, bytes: 0, failed: None }
    }

    /// Takes the next chunk, split anywhere, even inside a character.
    ///
    /// # Errors
    /// [`Error::PageTooLarge`] or [`Error::TooManyNodes`].
    pub fn write(&mut self, chunk: &[u8]) -> Result<(), Error> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        let done = self.read_chunk(chunk);
        self.failed = done.as_ref().err().cloned();
        done
    }

    fn read_chunk(&mut self, chunk: &[u8]) -> Result<(), Error> {
        self.bytes += chunk.len();
        if self.bytes > limits::MAX_PAGE_BYTES {
            return Err(too_large(self.bytes));
        }
        for piece in chunk.chunks(PIECE) {
            for token in self.tokenizer.write(piece).map_err(|_| too_large(self.bytes))? {
                self.token(token)?;
            }
        }
        Ok(())
    }

    /// Ends the document and gives the page.
    ///
    /// # Errors
    /// As [`write`](Self::write).
    pub fn finish(mut self) -> Result<Page, Error> {
        if let Some(error) = self.failed {
            return Err(error);
        }
        let tokenizer = std::mem::replace(&mut self.tokenizer, Tokenizer::new());
        for token in tokenizer.end().map_err(|_| too_large(self.bytes))? {
            self.token(token)?;
        }
        if let Some(markup) = self.noscript.take() {
            self.read_noscript(&markup)?;
        }
        self.constructor.finish()
    }

    fn token(&mut self, token: Token) -> Result<(), Error> {
        match (&mut self.noscript, token) {
            (Some(markup), Token::Text { text, kind: TextType::RawText }) => {
                markup.push_str(&text);
                Ok(())
            }
            (Some(_), token) => {
                let markup = self.noscript.take().unwrap_or_default();
                self.read_noscript(&markup)?;
                self.token(token)
            }
            (None, token) => {
                let is_noscript = matches!(&token, Token::Start(start) if start.element.name.tag == Tag::Noscript);
                self.noscript = is_noscript.then(String::new);
                self.constructor.token(token)
            }
        }
    }

    /// Reads what stood in a `noscript`. One inside it is text: the first end tag ended both.
    fn read_noscript(&mut self, markup: &str) -> Result<(), Error> {
        let mut inner = Tokenizer::new();
        for piece in markup.as_bytes().chunks(PIECE) {
            for token in inner.write(piece).map_err(|_| too_large(self.bytes))? {
                self.constructor.token(token)?;
            }
        }
        for token in inner.end().map_err(|_| too_large(self.bytes))? {
            self.constructor.token(token)?;
        }
        Ok(())
    }
}

/// The page is too large, or lol_html had no room for it: its only failure, since no handler fails and `strict` is off.
fn too_large(found: usize) -> Error {
    Error::PageTooLarge { found, limit: limits::MAX_PAGE_BYTES }
}
