//! What is never in the text, whatever its score: what the page does not show, what stands above the text already, what
//! says the same again.

use std::collections::{HashMap, HashSet};

use super::{Evidence, Reason};
use crate::{
    blocks::BlockId,
    features::Place,
    metadata::Kind,
    page::{Hints, NodeId, Tag},
};

/// A repeated text goes from this many characters on; shorter ones may well be said twice.
const REPEATED_CHARS: u32 = 60;
/// The same on a product's page, which says in a line above the price, under the picture and in a tab what it is.
const REPEATED_ON_PRODUCT: u32 = 15;
/// A veto that would take more than this share of the kept words is wrong about the page: some pages show their text by
/// script alone.
const MOST: f32 = 0.5;

/// Applies them in order. What says the same again is left in pages that are no story: `veto_copies` decides there.
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

/// Of pages that are no story, leaves out what is written a second time: for small screens, in the copies of a carousel,
/// in a signature. Rows have lines in common, such as the terms of an offer, which are each row's own: so a text is a
/// copy only beside another one, but on the page of one product, which has no rows. Manuals say again what they mean.
pub fn veto_copies(evidence: &Evidence<'_>, reasons: &mut [Reason]) {
    let (from, is_copy_alone) = match evidence.metadata.kind {
        Kind::Product => (REPEATED_ON_PRODUCT, true),
        Kind::Service | Kind::Collection | Kind::Listing | Kind::Forum => (REPEATED_CHARS, false),
        _ => return,
    };
    let texts: Vec<BlockId> = evidence.blocks.ids().filter(|&id| evidence.blocks.get(id).words > 0).collect();
    let text = |at: usize| texts.get(at).map(|&id| evidence.blocks.text(id));
    // Where each text stands first, as its place among `texts`.
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (at, &id) in texts.iter().enumerate() {
        if !reasons[id.index()].is_kept() || evidence.blocks.get(id).chars < from || is_value(evidence, id) {
            continue;
        }
        let first = *seen.entry(evidence.blocks.text(id)).or_insert(at);
        // Of two that follow each other the neighbours are they themselves.
        let is_beside_copy = || {
            let is_copied = |step: isize| {
                let beside = |at: usize| at.checked_add_signed(step);
                beside(first).zip(beside(at)).is_some_and(|(first, at)| text(first) == text(at))
            };
            first + 1 < at && (is_copied(-1) || is_copied(1))
        };
        if first < at && (is_copy_alone || is_beside_copy()) {
            reasons[id.index()] = Reason::Repeated;
        }
    }
}

/// Whether the block is a value, or code: two of them may well be the same.
fn is_value(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let container = evidence.container(id);
    evidence.features.places[container.index()].has_any(Place::TABLE.with(Place::PRE))
        || matches!(evidence.page.tag(container), Some(Tag::Dt | Tag::Dd))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks, features, metadata, model::Score, page::html};

    /// Of a page of this kind, of which all is kept, what is a copy.
    fn copies(kind: Kind, body: &str) -> Vec<String> {
        let page = html::read(body).unwrap();
        let mut metadata = metadata::read(&page, None);
        metadata.kind = kind;
        let blocks = blocks::segment(&page);
        let features = features::measure(&page, &blocks, &metadata);
        let scores = vec![Score { probability: 0.5 }; blocks.len()];
        let evidence =
            Evidence { page: &page, blocks: &blocks, features: &features, scores: &scores, metadata: &metadata };
        let mut reasons = vec![Reason::Scored; blocks.len()];
        veto_copies(&evidence, &mut reasons);
        let is_copy = |id: &BlockId| reasons[id.index()] == Reason::Repeated;
        blocks.ids().filter(is_copy).map(|id| blocks.text(id).to_owned()).collect()
    }

    const ROOF: &str = "We mend roofs of slate, of tile and of straw, in the whole of the county and on the islands.";
    const PRICE: &str = "An offer is free of charge, and holds for thirty days from the day on which we wrote it.";

    #[test]
    fn a_part_for_small_screens_is_a_copy_and_lines_that_rows_share_are_none() {
        let part = format!("<div><p>{ROOF}</p><p>{PRICE}</p></div>");
        let twice = format!("{part}{part}");
        assert_eq!(copies(Kind::Service, &twice), [ROOF, PRICE]);
        let rows = format!("<div><h3>Slate</h3><p>{PRICE}</p></div><div><h3>Tile</h3><p>{PRICE}</p></div>");
        assert!(copies(Kind::Service, &rows).is_empty());
        // A refrain, and what manuals say again.
        assert!(copies(Kind::Forum, &format!("<p>{ROOF}</p><p>{ROOF}</p>")).is_empty());
        assert!(copies(Kind::Documentation, &twice).is_empty());
    }

    #[test]
    fn on_the_page_of_a_product_a_line_is_a_copy_and_a_value_is_none() {
        let line = "<p>Made of one sheet of steel</p>";
        assert_eq!(
            copies(Kind::Product, &format!("{line}<p>Blue</p>{line}<p>Blue</p>")),
            ["Made of one sheet of steel"]
        );
        let row = "<tr><th>Inside</th><td>Enamelled twice by hand</td></tr>";
        assert!(copies(Kind::Product, &format!("<table>{row}{row}</table>")).is_empty());
    }
}
