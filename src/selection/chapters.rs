//! Headings that are the story's own, though they say or are made of what furniture is.

use super::{Evidence, holes::is_label};
use crate::{
    blocks::{BlockId, BlockKind},
    features::is_long,
    page::{Attr, NodeId},
};

/// Blocks before a heading and after it among which another of its rank is looked for.
const CHAPTER_BLOCKS: usize = 120;
/// Probability from which such a heading is one of the story.
const SURE: f32 = 0.7;

/// Whether a button opens a part of the story: it is its heading, or the score is sure of it and of the paragraph under it,
/// which stands beside the button or in one box with it. What stands under the button of a box is not opened by it.
pub fn opens_part(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let page = evidence.page;
    let is_sure = |id: BlockId| evidence.probability(id) >= SURE;
    let next = BlockId(id.0 + 1);
    let is_alone = |node: &NodeId| evidence.within(*node).len() == 1;
    let around = page.inclusive_ancestors(evidence.container(id)).find(|node| !is_alone(node));
    let is_beside = || around.is_some_and(|around| page.contains(around, evidence.container(next)));
    let heads = next.index() < evidence.blocks.len() && is_long(evidence.blocks, next) && is_sure(next) && is_beside();
    evidence.is_heading(id) || (is_sure(id) && heads)
}

/// Whether the block heads a chapter over a paragraph of the story, between two others that are made alike: a paper's
/// "Discussion" is none of its readers'.
pub fn is_chapter(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let Some(own) = evidence.heading(id) else { return false };
    let is_like = |other: &BlockId| {
        evidence.probability(*other) >= SURE
            && evidence.heading(*other).is_some_and(|other| is_made_alike(evidence, own, other))
            && !is_label(evidence, *other)
    };
    let is_text = |id: &BlockId| evidence.blocks.get(*id).kind == BlockKind::Text;
    let before = || (0..id.0).rev().take(CHAPTER_BLOCKS).map(BlockId);
    let after = || (id.0 + 1..evidence.blocks.len() as u32).take(CHAPTER_BLOCKS).map(BlockId);
    let is_paragraph = |next: BlockId| is_long(evidence.blocks, next) && evidence.probability(next) >= SURE;
    after().find(is_text).is_some_and(is_paragraph)
        && before().any(|other| is_like(&other))
        && after().any(|other| is_like(&other))
}

/// Whether two headings and the elements around them are of the same name and class, at the same depth.
fn is_made_alike(evidence: &Evidence<'_>, a: NodeId, b: NodeId) -> bool {
    let page = evidence.page;
    let made = |node: NodeId| (page.tag(node), page.attr(node, Attr::Class));
    page.depth(a) == page.depth(b) && made(a) == made(b) && page.parent(a).map(made) == page.parent(b).map(made)
}
