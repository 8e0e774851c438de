//! How sure the result is, from what speaks for a whole article.

use super::{Evidence, Reason};
use crate::{
    article::Verdict,
    blocks::{BlockId, BlockKind},
    metadata::Kind,
    page::NodeId,
};

/// From here on: "whole article".
const WHOLE: f32 = 0.8;
/// From here on: "probably whole".
const PROBABLY: f32 = 0.5;
/// Words of an article that is worth a reader view.
const READERABLE_WORDS: f32 = 80.0;
/// Words at which length stops speaking for an article.
const ENOUGH_WORDS: f32 = 250.0;
/// Characters of the description's beginning that are looked for.
const DESCRIPTION_CHARS: usize = 40;

/// The verdict's numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Confidence {
    /// 0 to 1.
    pub value: f32,
    /// Whether the page is worth a reader view.
    pub readerable: bool,
}

impl Confidence {
    /// One of three words.
    pub fn verdict(self) -> Verdict {
        if self.value >= WHOLE {
            Verdict::Whole
        } else if self.value >= PROBABLY {
            Verdict::Probably
        } else {
            Verdict::Unsure
        }
    }
}

/// Weighs how sure the scores are, how much text there is, and whether the opening is there.
pub fn weigh(evidence: &Evidence<'_>, column: NodeId, reasons: &[Reason]) -> Confidence {
    let (mut kept, mut sure, mut column_words) = (0.0, 0.0, 0.0);
    for (id, block) in evidence.blocks.iter().filter(|(_, block)| block.kind == BlockKind::Text) {
        let words = evidence.words(id);
        if reasons[id.index()].is_kept() {
            kept += words;
            sure += words * evidence.probability(id);
        }
        if evidence.page.contains(column, block.container) {
            column_words += words;
        }
    }
    if kept == 0.0 || reasons.contains(&Reason::NotSure) {
        return Confidence { value: 0.0, readerable: false };
    }
    let certainty = sure / kept;
    let length = (kept / ENOUGH_WORDS).min(1.0);
    let fullness = (kept / f32::max(column_words, kept)).sqrt();
    let opening = opening(evidence, reasons);
    let paywall = if evidence.metadata.paywalled { 0.7 } else { 1.0 };
    let value = (certainty * fullness * opening * paywall * (0.6 + 0.4 * length)).clamp(0.0, 1.0);
    let is_text = !matches!(evidence.metadata.kind, Kind::Listing | Kind::Collection);
    Confidence { value, readerable: kept >= READERABLE_WORDS && value >= PROBABLY && is_text }
}

/// 1 where the page's description stands in the kept text or nowhere in the page; less where it was left out.
fn opening(evidence: &Evidence<'_>, reasons: &[Reason]) -> f32 {
    let Some(description) = &evidence.metadata.description else { return 1.0 };
    let start: String = description.chars().take(DESCRIPTION_CHARS).collect();
    if start.chars().count() < DESCRIPTION_CHARS {
        return 1.0;
    }
    let holds = |id: &BlockId| evidence.blocks.text(*id).contains(&start);
    let mut with_it = evidence.blocks.ids().filter(holds).peekable();
    if with_it.peek().is_none() {
        return 1.0;
    }
    let shown = |id: BlockId| reasons[id.index()].is_kept() || reasons[id.index()] == Reason::ShownAbove;
    if with_it.any(shown) { 1.0 } else { 0.7 }
}
