//! What is never in the text, whatever its score: what the page does not show, what stands above the text already, what
//! says the same again.

use std::collections::HashSet;

use super::{Evidence, Reason};
use crate::{
    blocks::BlockId,
    page::{Hints, NodeId},
};

/// A repeated text goes from this many characters on; shorter ones may well be said twice.
const REPEATED_CHARS: u32 = 60;
/// A veto that would take more than this share of the kept words is wrong about the page: some pages show their text by
/// script alone.
const MOST: f32 = 0.5;

/// Applies them in order. What says the same again is left in pages that are no story: their cards repeat.
pub fn apply(evidence: &Evidence<'_>, is_story: bool, reasons: &mut [Reason]) {
    veto_by_hint(evidence, Hints::NOT_RENDERED, Reason::NotRendered, reasons);
    veto_by_hint(evidence, Hints::FIXED, Reason::Floating, reasons);
    veto_shown_above(evidence, is_story, reasons);
    if is_story {
        veto_repeated(evidence, reasons);
    }
}

/// Of a selection, leaves out pictures too small to be seen, and what only says whose text it is.
pub fn veto_unselected(evidence: &Evidence<'_>, reasons: &mut [Reason]) {
    veto_by_hint(evidence, Hints::TINY, Reason::PictureOutside, reasons);
    veto(&hinted(evidence, Hints::OUTSIDE), Reason::Unselected, reasons);
}

fn veto_by_hint(evidence: &Evidence<'_>, hint: Hints, reason: Reason, reasons: &mut [Reason]) {
    let hinted = hinted(evidence, hint);
    let (mut kept, mut vetoed) = (0.0, 0.0);
    for id in evidence.blocks.ids().filter(|id| reasons[id.index()].is_kept()) {
        kept += evidence.words(id);
        vetoed += if hinted[id.index()] { evidence.words(id) } else { 0.0 };
    }
    if vetoed <= kept * MOST {
        veto(&hinted, reason, reasons);
    }
}

fn veto(vetoed: &[bool], reason: Reason, reasons: &mut [Reason]) {
    for (old, _) in reasons.iter_mut().zip(vetoed).filter(|(_, vetoed)| **vetoed) {
        *old = reason;
    }
}

/// For every block, whether all of it is inside elements with the hint.
fn hinted(evidence: &Evidence<'_>, hint: Hints) -> Vec<bool> {
    let page = evidence.page;
    let mut hinted = vec![false; page.len()];
    for node in page.nodes() {
        let above = page.parent(node).is_some_and(|parent| hinted[parent.index()]);
        hinted[node.index()] = above || page.hints(node).has(hint);
    }
    let is_hinted = |id| hinted[evidence.blocks.get(id).container.index()] || run_is_hinted(evidence, &hinted, id);
    evidence.blocks.ids().map(is_hinted).collect()
}

/// Whether every node of the run is inside a hinted inline element.
fn run_is_hinted(evidence: &Evidence<'_>, hinted: &[bool], id: BlockId) -> bool {
    let block = evidence.blocks.get(id);
    let mut next = block.first;
    while next < block.end {
        let blank = evidence.page.text(next).is_some_and(crate::page::text::is_blank);
        if !hinted[next.index()] && !blank {
            return false;
        }
        next = evidence.page.subtree_end(next);
    }
    true
}

fn veto_shown_above(evidence: &Evidence<'_>, is_story: bool, reasons: &mut [Reason]) {
    let metadata = evidence.metadata;
    let around_story = [metadata.dek_node, metadata.byline_node, metadata.date_node];
    let shown = std::iter::once(metadata.headline).chain(around_story.into_iter().filter(|_| is_story));
    let shown: Vec<NodeId> = shown.flatten().collect();
    let headline = evidence.features.headline;
    for (id, block) in evidence.blocks.iter() {
        let inside = |node: NodeId| evidence.page.contains(node, block.container);
        if headline == Some(id) || shown.iter().any(|&node| inside(node)) {
            reasons[id.index()] = Reason::ShownAbove;
        }
    }
}

fn veto_repeated(evidence: &Evidence<'_>, reasons: &mut [Reason]) {
    let mut seen = HashSet::new();
    for (id, block) in evidence.blocks.iter() {
        let long = block.chars >= REPEATED_CHARS;
        if reasons[id.index()].is_kept() && long && !seen.insert(evidence.blocks.text(id)) {
            reasons[id.index()] = Reason::Repeated;
        }
    }
}
