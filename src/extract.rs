//! The straight line: one function, one line a stage.

use url::Url;

use crate::{
    Error,
    article::{self, Article},
    blocks, features,
    hints::{self, Hint},
    ledger::{self, Detail, Ledger},
    metadata,
    model::{self, Contributions},
    page::Page,
    quiet::{self, Quiet},
    render,
    selection::{self, Selection},
};

pub use crate::selection::{Corrections, Furniture, Keep, Mark, Rule, Shape};

/// An article, and the record of what was kept and what was not.
#[derive(Debug, Clone, PartialEq)]
pub struct Extraction {
    /// The article.
    pub article: Article,
    /// The blocks with their reasons.
    pub ledger: Ledger,
    /// Whether another text of the page could be the one that was meant: [`Keep::Second`].
    pub has_second: bool,
    /// Whether the page shows no more than the beginning of its text.
    pub is_cut: bool,
    /// Hashes of the page's text for other pages of its site, where [`Corrections::furniture`] asks for them.
    pub hashes: Vec<u32>,
    /// What its author could do better, where that is asked.
    pub hints: Vec<Hint>,
    /// What quiet in place does with the page.
    pub quiet: Quiet,
}

/// What is asked of the line.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wanted {
    /// What of the page.
    pub keep: Keep,
    /// How much of the ledger.
    pub detail: Detail,
    /// What a person has decided.
    pub corrections: Corrections,
    /// Whether hints for the page's author.
    pub hints: bool,
    /// Whether readers' comments stay in quiet in place.
    pub comments: bool,
}

/// Extracts the article of a page that stands at `url`, with the whole ledger.
///
/// # Errors
/// [`Error::NoText`] where the page has no text at all.
pub fn extract(page: &Page, url: Option<&Url>) -> Result<Extraction, Error> {
    line(page, url, &Wanted::default())
}

/// The article alone.
///
/// # Errors
/// As [`extract`].
pub fn article(page: &Page, url: Option<&Url>) -> Result<Article, Error> {
    line(page, url, &Wanted { detail: Detail::Count, ..Wanted::default() }).map(|extraction| extraction.article)
}

/// The line itself: keeps what is asked for, and records as much as is asked for.
///
/// # Errors
/// As [`extract`].
pub fn line(page: &Page, url: Option<&Url>, wanted: &Wanted) -> Result<Extraction, Error> {
    let metadata = metadata::read(page, url);
    let blocks = blocks::segment(page);
    if blocks.has_no_text() {
        return Err(Error::NoText);
    }
    let features = features::measure(page, &blocks, &metadata);
    let mut added = (wanted.detail == Detail::Full).then(|| Contributions::none(blocks.len()));
    let first = model::first_pass(&features, added.as_mut());
    let around = features::around(page, &blocks, &features, &model::probabilities(&first));
    let scores = model::second_pass(&features, &around, &first, added.as_mut());
    let selection = selection::select(page, &blocks, &features, &scores, &metadata, wanted.keep, &wanted.corrections);
    let body = article::assemble(page, &blocks, &selection, &metadata, url);
    let (html, markdown, text) = (render::html(&body), render::markdown(&body), render::text(&body));
    let ledger = ledger::record(page, &blocks, &features, &scores, &selection, wanted.detail, added.as_ref());
    let hints = if wanted.hints { hints::find(page, &blocks, &features, &metadata, &selection) } else { Vec::new() };
    let quiet = quiet::quiet(page, &blocks, &features, &metadata, &selection, wanted.comments);
    let article = Article::new(metadata, &selection, html, markdown, text);
    let Selection { has_second, is_cut, hashes, .. } = selection;
    Ok(Extraction { article, ledger, has_second, is_cut, hashes, hints, quiet })
}
