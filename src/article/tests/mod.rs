//! What must hold of every body, and the ideas one by one.

mod every_body;
mod structure;

use url::Url;

use super::{assemble, body::Body};
use crate::{blocks, metadata, page::Page, render};

/// The body of a page with everything kept.
fn body(page: &Page) -> Body {
    let blocks = blocks::segment(page);
    let base = Url::parse("https://news.example/story/1").unwrap();
    let metadata = metadata::read(page, Some(&base));
    assemble::body(page, &blocks, &vec![true; blocks.len()], &metadata, Some(&base))
}

/// A page from markup, through the small reader of `noscript`, which closes nothing by itself: fixtures here are written
/// with all end tags.
fn page(markup: &str) -> Page {
    let mut builder = crate::page::PageBuilder::new();
    builder.open(crate::page::Tag::Body, crate::page::Hints::NONE).unwrap();
    crate::page::markup(markup, &mut builder).unwrap();
    builder.finish()
}

fn text(markup: &str) -> String {
    render::text(&body(&page(markup)))
}
