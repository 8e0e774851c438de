//! Door two: HTML as bytes or a string, through lol_html, into the same builder.

use super::Page;
use crate::Error;

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
pub struct HtmlReader {}

impl Default for HtmlReader {
    fn default() -> Self {
        Self::new()
    }
}

impl HtmlReader {
    /// A reader that has seen nothing.
    pub fn new() -> Self {
        Self {}
    }

    /// Takes the next chunk, split anywhere, even inside a character.
    ///
    /// # Errors
    /// [`Error::PageTooLarge`] or [`Error::TooManyNodes`].
    pub fn write(&mut self, _chunk: &[u8]) -> Result<(), Error> {
        Ok(())
    }

    /// Ends the document and gives the page.
    ///
    /// # Errors
    /// As [`write`](Self::write).
    pub fn finish(self) -> Result<Page, Error> {
        Ok(super::PageBuilder::new().finish())
    }
}
