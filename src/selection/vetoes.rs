//! What is never in the text, whatever its score: what the page does not show, what stands above the text already, what
//! says the same again.

use std::collections::HashMap;

use super::{Evidence, Reason, panels};
use crate::{
    blocks::BlockId,
    features::Place,
    metadata::Kind,
    page::{Hints, NodeId, Tag},
};

/// Characters from which a text is not said twice by chance.
const REPEATED_CHARS: u32 = 60;
/// The same on a product's page, which says in a line above the price, under the picture and in a tab what it is.
const REPEATED_ON_PRODUCT: u32 = 15;
/// A veto that would take more than this share of the kept words is wrong about the page: some pages show their text by
/// script alone.
const MOST: f32 = 0.5;

/// Applies them in order: `by_score` to what the score has chosen.
pub fn apply(evidence: &Evidence<'_>, by_score: bool, reasons: &mut [Reason]) {
    veto_hidden(evidence, by_score, reasons);
    veto_by_hint(evidence, Hints::FIXED, Reason::Floating, reasons);
    veto_shown_above(evidence, by_score && evidence.metadata.kind == Kind::Article, reasons);
    if by_score {
        veto_copies(evidence, reasons);
    }
}

/// Of a selection, leaves out pictures too small to be seen, and what only says whose text it is.
pub fn veto_unselected(evidence: &Evidence<'_>, reasons: &mut [Reason]) {
    veto_by_hint(evidence, Hints::TINY, Reason::PictureOutside, reasons);
    veto(&hinted(evidence, Hints::OUTSIDE), Reason::Unselected, reasons);
}

fn veto_hidden(evidence: &Evidence<'_>, by_score: bool, reasons: &mut [Reason]) {
    let inside = nodes_inside(evidence, Hints::NOT_RENDERED);
    let mut hidden = blocks_inside(evidence, &inside);
    if would_take_most(evidence, &hidden, reasons) {
        return;
    }
    if by_score {
        for id in panels::opened(evidence, &inside, reasons) {
            hidden[id.index()] = false;
        }
    }
    veto(&hidden, Reason::NotRendered, reasons);
}

fn veto_by_hint(evidence: &Evidence<'_>, hint: Hints, reason: Reason, reasons: &mut [Reason]) {
    let hinted = hinted(evidence, hint);
    if !would_take_most(evidence, &hinted, reasons) {
        veto(&hinted, reason, reasons);
    }
}

/// Whether more of the kept words would go than a veto can be right about.
fn would_take_most(evidence: &Evidence<'_>, vetoed: &[bool], reasons: &[Reason]) -> bool {
    let (mut kept_words, mut vetoed_words) = (0.0, 0.0);
    for id in evidence.blocks.ids().filter(|id| reasons[id.index()].is_kept()) {
        kept_words += evidence.words(id);
        vetoed_words += if vetoed[id.index()] { evidence.words(id) } else { 0.0 };
    }
    vetoed_words > kept_words * MOST
}

fn veto(vetoed: &[bool], reason: Reason, reasons: &mut [Reason]) {
    for (old, _) in reasons.iter_mut().zip(vetoed).filter(|(_, vetoed)| **vetoed) {
        *old = reason;
    }
}

/// For every block, whether all of it is inside elements with the hint.
fn hinted(evidence: &Evidence<'_>, hint: Hints) -> Vec<bool> {
    blocks_inside(evidence, &nodes_inside(evidence, hint))
}

/// For every node, whether it is inside an element with the hint, or is one.
fn nodes_inside(evidence: &Evidence<'_>, hint: Hints) -> Vec<bool> {
    let page = evidence.page;
    let mut inside = vec![false; page.len()];
    for node in page.nodes() {
        let above = page.parent(node).is_some_and(|parent| inside[parent.index()]);
        inside[node.index()] = above || page.hints(node).has(hint);
    }
    inside
}

/// For every block, whether all of it is inside these nodes.
fn blocks_inside(evidence: &Evidence<'_>, inside: &[bool]) -> Vec<bool> {
    let is_inside = |id| inside[evidence.container(id).index()] || run_is_inside(evidence, inside, id);
    evidence.blocks.ids().map(is_inside).collect()
}

/// Whether every node of the run is inside one of these inline elements.
fn run_is_inside(evidence: &Evidence<'_>, inside: &[bool], id: BlockId) -> bool {
    let block = evidence.blocks.get(id);
    let mut next = block.first;
    while next < block.end {
        let blank = evidence.page.text(next).is_some_and(crate::page::text::is_blank);
        if !inside[next.index()] && !blank {
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

/// When what is written again is a copy, which goes.
struct Copies {
    /// From how many characters: shorter texts may well be said twice.
    from: u32,
    /// Whether one text is a copy whatever stands beside it.
    alone: bool,
}

impl Copies {
    /// Rows have lines in common, such as the terms of an offer, which are each row's own: so on pages that are made of
    /// rows a text is a copy only beside another one. Manuals say again what they mean.
    fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Article => Some(Self { from: REPEATED_CHARS, alone: true }),
            Kind::Product => Some(Self { from: REPEATED_ON_PRODUCT, alone: true }),
            Kind::Service | Kind::Collection | Kind::Listing | Kind::Forum => {
                Some(Self { from: REPEATED_CHARS, alone: false })
            }
            _ => None,
        }
    }
}

/// Leaves out what is written a second time: for small screens, in the copies of a carousel, in a signature.
fn veto_copies(evidence: &Evidence<'_>, reasons: &mut [Reason]) {
    let Some(copies) = Copies::of(evidence.metadata.kind) else { return };
    let texts: Vec<BlockId> = evidence.blocks.ids().filter(|&id| evidence.blocks.get(id).words > 0).collect();
    let text = |at: usize| texts.get(at).map(|&id| evidence.blocks.text(id));
    // Where each text stands first, as its place among `texts`.
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (at, &id) in texts.iter().enumerate() {
        let may_be_copy = || evidence.blocks.get(id).chars >= copies.from && !is_value(evidence, id);
        if !reasons[id.index()].is_kept() || !may_be_copy() {
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
        if first < at && (copies.alone || is_beside_copy()) {
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
    use crate::selection::made_page;

    /// Of a page of this kind, of which all is kept, what is a copy.
    fn copies(kind: Kind, body: &str) -> Vec<String> {
        made_page::picked(body, kind, 0.5, |evidence, mut reasons| {
            veto_copies(evidence, &mut reasons);
            evidence.blocks.ids().filter(|id| reasons[id.index()] == Reason::Repeated).collect()
        })
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
