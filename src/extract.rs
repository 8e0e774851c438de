//! The straight line: one function, one line a stage.

use url::Url;

use crate::{
    Error,
    article::{self, Article},
    blocks, features,
    ledger::{self, Detail, Ledger},
    metadata, model,
    page::Page,
    render, selection,
};

pub use crate::selection::Keep;

/// An article, and the record of what was kept and what was not.
#[derive(Debug, Clone, PartialEq)]
pub struct Extraction {
    /// The article.
    pub article: Article,
    /// The blocks with their reasons.
    pub ledger: Ledger,
    /// Whether another text of the page could be the one that was meant: [`Keep::Second`].
    pub has_second: bool,
}

/// Extracts the article of a page that stands at `url`.
///
/// # Errors
/// [`Error::NoText`] where the page has no text at all.
pub fn extract(page: &Page, url: Option<&Url>) -> Result<Extraction, Error> {
    line(page, url, Keep::Article, Detail::Full)
}

/// The line itself: keeps what is asked for, and records as much as is asked for.
///
/// # Errors
/// As [`extract`].
pub fn line(page: &Page, url: Option<&Url>, keep: Keep, detail: Detail) -> Result<Extraction, Error> {
    let metadata = metadata::read(page, url);
    let blocks = blocks::segment(page);
    if blocks.has_no_text() {
        return Err(Error::NoText);
    }
    let features = features::measure(page, &blocks, &metadata);
    let first = model::first_pass(&features);
    let around = features::around(page, &blocks, &features, &model::probabilities(&first));
    let scores = model::second_pass(&features, &around, &first);
    let selection = selection::select(page, &blocks, &features, &scores, &metadata, keep);
    let body = article::assemble(page, &blocks, &selection, &metadata, url);
    let (html, markdown, text) = (render::html(&body), render::markdown(&body), render::text(&body));
    let ledger = ledger::record(page, &blocks, &features, &around, &scores, &selection, detail);
    let has_second = selection.has_second;
    let article = Article::new(metadata, &selection, html, markdown, text);
    Ok(Extraction { article, ledger, has_second })
}
