//! Every block, kept or not, and why: kept + removed = all.

use serde::Serialize;

use crate::{
    blocks::Blocks,
    features::Features,
    model::{self, Score},
    page::{Ordinal, Page},
    selection::Selection,
};

/// Characters of a block's text that its entry shows.
const FIRST_CHARS: usize = 120;
/// Features named among the reasons.
const TOP_REASONS: usize = 3;

/// One block: its score, what was decided, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    /// The element that holds the block.
    pub ordinal: Ordinal,
    /// Probability that the block belongs to the article, 0 to 1.
    pub score: f32,
    /// Whether it is in the article.
    pub kept: bool,
    /// Characters of text.
    pub chars: u32,
    /// Share of them inside links, 0 to 1.
    pub link_density: f32,
    /// In plain words, the decision first, then what moved the score most.
    pub reasons: Vec<String>,
    /// The block's first characters.
    pub text: String,
}

/// Every block of the page, in page order.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ledger {
    /// An entry a block.
    pub entries: Vec<Entry>,
}

/// Writes down what was decided.
pub fn record(page: &Page, blocks: &Blocks, features: &Features, scores: &[Score], selection: &Selection) -> Ledger {
    let mut movers = model::Movers::default();
    let entries = blocks.iter().map(|(id, block)| {
        let mut reasons = Vec::with_capacity(1 + TOP_REASONS);
        reasons.push(selection.reason(id).words().to_owned());
        let moved = movers.of::<TOP_REASONS>(features.row(id));
        reasons.extend(moved.map(|(sign, meaning)| [sign, meaning].concat()));
        let text = blocks.text(id);
        let shown = text.char_indices().nth(FIRST_CHARS).map_or(text.len(), |(end, _)| end);
        Entry {
            ordinal: page.ordinal(block.container).unwrap_or(Ordinal(0)),
            score: scores[id.index()].probability,
            kept: selection.keeps(id),
            chars: block.chars,
            link_density: blocks.link_density(id),
            reasons,
            text: text[..shown].to_owned(),
        }
    });
    Ledger { entries: entries.collect() }
}
