//! Pictures go by their place: among kept text, or between the headline and its first paragraph.

use super::{Evidence, Reason};
use crate::{
    blocks::{BlockId, BlockKind},
    features::Place,
    page::{Hints, NodeId},
};

/// Blocks of text, kept or not, that may stand between a picture and the kept text.
const NEAR_BLOCKS: usize = 3;

/// Decides of every block without text, and of captions beside them.
pub fn place(evidence: &Evidence<'_>, column: NodeId, reasons: &mut [Reason]) {
    let Some(first) = reasons.iter().position(|reason| reason.is_kept()) else { return };
    let last = reasons.iter().rposition(|reason| reason.is_kept()).unwrap_or(first);
    let headline = evidence.features.headline.map_or(first, |headline| headline.index().min(first));
    let apart = Place::NAVIGATION.with(Place::FOOTER).with(Place::FORM).with(Place::ASIDE).with(Place::DIALOG);
    let kept_before: Vec<Reason> = reasons.to_vec();
    for (id, block) in evidence.blocks.iter() {
        let at = id.index();
        if block.kind != BlockKind::Media || matches!(reasons[at], Reason::NotRendered | Reason::Floating) {
            continue;
        }
        let inside = evidence.page.contains(column, block.container) || at < first;
        let tiny = evidence.page.descendants(block.container).any(|node| evidence.page.hints(node).has(Hints::TINY));
        let fits = at >= headline
            && at <= last + NEAR_BLOCKS
            && inside
            && !tiny
            && !evidence.features.places[block.container.index()].has_any(apart)
            && (at < first || touches_kept(evidence, &kept_before, at));
        reasons[at] = if fits { Reason::PictureInside } else { Reason::PictureOutside };
    }
    keep_captions(evidence, reasons);
}

/// A caption is kept with its picture, whatever its own score.
fn keep_captions(evidence: &Evidence<'_>, reasons: &mut [Reason]) {
    for (id, block) in evidence.blocks.iter() {
        if !evidence.features.places[block.container.index()].has(Place::CAPTION) {
            continue;
        }
        let figure = std::iter::once(block.container)
            .chain(evidence.page.ancestors(block.container))
            .find(|&node| evidence.page.is(node, crate::page::Tag::Figure));
        let Some(figure) = figure else { continue };
        let within = evidence.blocks.within(figure, evidence.page.subtree_end(figure));
        let with_picture = within.clone().any(|at| reasons[at] == Reason::PictureInside);
        let only_captions = within.clone().all(|at| {
            let other = evidence.blocks.get(BlockId(at as u32));
            other.kind == BlockKind::Media || evidence.features.places[other.container.index()].has(Place::CAPTION)
        });
        if only_captions && !matches!(reasons[id.index()], Reason::NotRendered | Reason::ShownAbove) {
            reasons[id.index()] = if with_picture { Reason::PictureInside } else { Reason::PictureOutside };
        }
    }
}

/// Whether kept text stands close on both sides, or on one side and within the same element.
fn touches_kept(evidence: &Evidence<'_>, reasons: &[Reason], at: usize) -> bool {
    let is_text = |other: &usize| evidence.blocks.get(BlockId(*other as u32)).kind == BlockKind::Text;
    let before = (0..at).rev().filter(is_text).take(NEAR_BLOCKS).any(|other| reasons[other].is_kept());
    let after = (at + 1..reasons.len()).filter(is_text).take(NEAR_BLOCKS).any(|other| reasons[other].is_kept());
    before && after
}
