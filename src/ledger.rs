//! Every block, kept or not, and why: kept + removed = all. Or, where only what was left out is to be shown, the part of
//! it that anyone would look at.

use std::iter;

use serde::Serialize;

use crate::{
    blocks::{BlockId, Blocks},
    features::Features,
    limits,
    model::{Contributions, Score},
    page::{Ordinal, Page},
    selection::Selection,
};

pub use crate::selection::{Reason, Shape};

/// Characters of a block's text that its entry shows.
const FIRST_CHARS: usize = 120;
/// Features named among the reasons.
const TOP_REASONS: usize = 3;

/// How much is written down.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Detail {
    /// Every block.
    #[default]
    Full,
    /// The first and the last block of the article, and of what was left out, or would have been but for the person, the
    /// blocks between these two, then those nearest to them: at most [`limits::MAX_BRIEF_ENTRIES`]. On a page of 24,000
    /// blocks reasons and entries for all cost more than all the rest of the line. Each with the decision alone, without
    /// what moved its score.
    Brief,
    /// No block: how many were left out.
    Count,
}

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
    /// The decision.
    pub because: Reason,
    /// In plain words, the decision first, then, in full, what moved the score most.
    pub reasons: Vec<String>,
    /// Words of text.
    pub words: u32,
    /// Links in it.
    pub links: u16,
    /// The block's first characters.
    pub text: String,
    /// Whether it stands in the text column, or between the article's first block and its last.
    pub near: bool,
    /// What finds it again on other pages of the site; only where little is recorded.
    #[serde(skip)]
    pub shape: Option<Shape>,
}

/// The blocks of the page, in page order.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ledger {
    /// An entry a block: all of them, or those that [`Detail::Brief`] names.
    pub entries: Vec<Entry>,
    /// How many blocks are not in the article.
    pub left_out: usize,
}

/// Writes down what was decided, with what moved the scores where that was `added` up.
pub fn record(
    page: &Page,
    blocks: &Blocks,
    features: &Features,
    scores: &[Score],
    selection: &Selection,
    detail: Detail,
    added: Option<&Contributions>,
) -> Ledger {
    let kept = |id: &BlockId| selection.keeps(*id);
    let first = blocks.ids().find(kept).unwrap_or(BlockId(0));
    let last = blocks.ids().rfind(kept).unwrap_or(BlockId(0));
    let entry = |id: BlockId| {
        let block = blocks.get(id);
        let movers = added.iter().flat_map(|added| added.movers::<TOP_REASONS>(id));
        let moved = movers.map(|(sign, meaning)| [sign, meaning].concat());
        let reasons = iter::once(selection.reason(id).words().to_owned()).chain(moved).collect();
        let text = blocks.text(id);
        let shown = text.char_indices().nth(FIRST_CHARS).map_or(text.len(), |(end, _)| end);
        Entry {
            ordinal: page.ordinal(block.container).unwrap_or(Ordinal(0)),
            score: scores[id.index()].probability,
            kept: selection.keeps(id),
            chars: block.chars,
            link_density: blocks.link_density(id),
            because: selection.reason(id),
            reasons,
            words: block.words,
            links: block.links,
            text: text[..shown].to_owned(),
            near: page.contains(selection.column, block.container) || (first < id && id < last),
            shape: None,
        }
    };
    let all: Vec<BlockId> = blocks.ids().collect();
    let left_out = all.iter().filter(|&&id| !selection.keeps(id)).count();
    let entries = match detail {
        Detail::Full => all.iter().map(|&id| entry(id)).collect(),
        Detail::Brief => {
            let named = brief(&all, |id| selection.keeps(id), |id| selection.reason(id) == Reason::BroughtBack);
            let shapes = selection.shapes(page, blocks, features, &named);
            named.iter().zip(shapes).map(|(&id, shape)| Entry { shape: Some(shape), ..entry(id) }).collect()
        }
        Detail::Count => Vec::new(),
    };
    Ledger { entries, left_out }
}

/// The blocks that [`Detail::Brief`] names, in page order.
fn brief(all: &[BlockId], keeps: impl Fn(BlockId) -> bool, was_left_out: impl Fn(BlockId) -> bool) -> Vec<BlockId> {
    let first = all.iter().position(|&id| keeps(id)).unwrap_or(0);
    let last = all.iter().rposition(|&id| keeps(id)).unwrap_or(0);
    // How far from the article: zero between its first and its last block.
    let distance = |at: usize| first.saturating_sub(at).max(at.saturating_sub(last));
    let mut named: Vec<usize> = (0..all.len()).filter(|&at| !keeps(all[at]) || was_left_out(all[at])).collect();
    named.sort_by_key(|&at| distance(at));
    named.truncate(limits::MAX_BRIEF_ENTRIES);
    named.extend([first, last].into_iter().filter(|&at| all.get(at).is_some_and(|&id| keeps(id))));
    named.sort_unstable();
    named.dedup();
    named.into_iter().map(|at| all[at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places that a brief ledger names on a page of `count` blocks, of which these are kept.
    fn named(count: usize, kept: &[usize]) -> Vec<usize> {
        let all: Vec<BlockId> = (0..count as u32).map(BlockId).collect();
        brief(&all, |id| kept.contains(&id.index()), |_| false).into_iter().map(BlockId::index).collect()
    }

    #[test]
    fn a_brief_ledger_names_the_articles_ends_and_all_that_was_left_out() {
        assert_eq!(named(6, &[1, 2, 4]), [0, 1, 3, 4, 5]);
        assert_eq!(named(2, &[0]), [0, 1]);
        assert_eq!(named(2, &[]), [0, 1]);
        assert!(named(0, &[]).is_empty());
    }

    #[test]
    fn at_its_bound_it_names_what_stands_within_the_article_and_nearest_to_it() {
        let most = limits::MAX_BRIEF_ENTRIES;
        assert_eq!(named(most, &[0]).len(), most);
        assert_eq!(named(most + 1, &[0]).len(), most + 1);
        assert_eq!(named(most + 2, &[0]).len(), most + 1);
        let long = named(2_000, &[1_000, 1_002, 1_003]);
        assert!(long.contains(&1_001), "left out within the article");
        let (before, after) = ((most - 1).div_ceil(2), (most - 1) / 2);
        assert_eq!((long[0], long[long.len() - 1]), (1_000 - before, 1_003 + after));
        assert_eq!(long.len(), most + 2);
    }
}
