//! Parts of the page that begin after the story: comments, the next article, boxes under a label.

use super::{Evidence, Reason, holes::is_label};
use crate::{
    blocks::{BlockId, BlockKind},
    features::{Topic, is_long, phrases::Says},
    metadata::Kind,
    page::{Attr, NodeId, Tag},
};

/// Share of the kept words that a part after the story may have at most.
const MOST: f32 = 0.6;
/// Kept words that make a story, after which another may begin.
const STORY_WORDS: f32 = 60.0;

/// Cuts comments, the next article, and what a label heads, where the page is one story.
pub fn cut(evidence: &Evidence<'_>, reasons: &mut [Reason]) {
    if matches!(evidence.metadata.kind, Kind::Forum | Kind::Listing | Kind::Collection) {
        return;
    }
    cut_named_comments(evidence, reasons);
    cut_another_article(evidence, reasons);
    cut_labelled(evidence, reasons);
}

/// Elements named for comments that begin after the headline.
fn cut_named_comments(evidence: &Evidence<'_>, reasons: &mut [Reason]) {
    let Some(headline) = evidence.features.headline else { return };
    let after = evidence.container(headline);
    for node in evidence.page.nodes() {
        let is_section = node > after && evidence.features.markup.names(node, Topic::Comment);
        if is_section && kept_words(evidence, node, reasons) <= MOST * all_kept_words(evidence, reasons) {
            cut_from(evidence, node, 0, Reason::Comments, reasons);
        }
    }
}

/// A heading made like the headline (same element, same class), after a story's worth of text, begins another article:
/// the part around it that holds nothing of the first goes.
fn cut_another_article(evidence: &Evidence<'_>, reasons: &mut [Reason]) {
    let page = evidence.page;
    let Some(headline) = evidence.features.headline else { return };
    let first = evidence.container(headline);
    let made = |node: NodeId| (page.tag(node), page.attr(node, Attr::Class));
    if !matches!(page.tag(first), Some(Tag::H1 | Tag::H2)) {
        return;
    }
    let mut words = 0.0;
    for (id, block) in evidence.blocks.iter().skip(headline.index() + 1) {
        let alike = made(block.container) == made(first)
            && (page.is(first, Tag::H1) || article_around(evidence, first).is_some());
        if alike && words >= STORY_WORDS {
            let Some(root) = part_around(evidence, id, reasons) else { continue };
            let has_text = evidence.within(root).any(|at| is_long(evidence.blocks, BlockId(at as u32)));
            if has_text && root != block.container {
                cut_from(evidence, root, id.index(), Reason::AnotherArticle, reasons);
            }
        }
        words += if reasons[id.index()].is_kept() { evidence.words(id) } else { 0.0 };
    }
}

fn article_around(evidence: &Evidence<'_>, node: NodeId) -> Option<NodeId> {
    evidence.page.ancestors(node).find(|&up| evidence.page.is(up, Tag::Article))
}

/// What stands under a label of comments, pointers or prompts in a part of its own.
fn cut_labelled(evidence: &Evidence<'_>, reasons: &mut [Reason]) {
    let mut words = 0.0;
    for id in evidence.blocks.ids() {
        let found = evidence.features.phrases[id.index()];
        let heads = is_label(evidence, id)
            && (found.says(Says::Comment) || found.says(Says::Pointer) || found.says(Says::Prompt));
        if heads && words >= STORY_WORDS {
            let reason = if found.says(Says::Comment) { Reason::Comments } else { Reason::Pointer };
            if let Some(root) = part_around(evidence, id, reasons) {
                cut_from(evidence, root, id.index(), reason, reasons);
            }
        }
        words += if reasons[id.index()].is_kept() { evidence.words(id) } else { 0.0 };
    }
}

/// The outermost element around the block in which no paragraph is kept before it, and which has no more than its share
/// of the text.
fn part_around(evidence: &Evidence<'_>, id: BlockId, reasons: &[Reason]) -> Option<NodeId> {
    let all = all_kept_words(evidence, reasons);
    let fits = |node: NodeId| {
        let before = evidence.within(node).take_while(|&at| at < id.index());
        let clean = before.clone().all(|at| !(reasons[at].is_kept() && is_long(evidence.blocks, BlockId(at as u32))));
        clean && kept_words(evidence, node, reasons) <= MOST * all
    };
    let container = evidence.container(id);
    std::iter::once(container).chain(evidence.page.ancestors(container)).take_while(|&node| fits(node)).last()
}

fn cut_from(evidence: &Evidence<'_>, root: NodeId, first: usize, reason: Reason, reasons: &mut [Reason]) {
    for at in evidence.within(root).filter(|&at| at >= first) {
        if reasons[at].is_kept() {
            reasons[at] = reason;
        }
    }
}

fn kept_words(evidence: &Evidence<'_>, node: NodeId, reasons: &[Reason]) -> f32 {
    evidence.within(node).filter(|&at| reasons[at].is_kept()).map(|at| evidence.words(BlockId(at as u32))).sum()
}

fn all_kept_words(evidence: &Evidence<'_>, reasons: &[Reason]) -> f32 {
    evidence
        .blocks
        .iter()
        .filter(|(id, block)| block.kind == BlockKind::Text && reasons[id.index()].is_kept())
        .map(|(id, _)| evidence.words(id))
        .sum()
}
