//! Parts of the page that begin after the story: comments, the next article, boxes under a label.

use super::{Evidence, Reason, chapters, holes::is_label, kept::Kept};
use crate::{
    blocks::BlockId,
    features::{Topic, phrases::Says},
    page::{Attr, NodeId, Tag},
};

/// Share of the kept words that a part after the story may have at most.
const MOST: f32 = 0.4;
/// The same for comments that are counted, and for reviews: they may well be longer than the text.
const NEARLY_ALL: f32 = 0.9;
/// Elements alike, from the headings up, that make two parts twins: more than the heading and what wraps it.
const TWIN_STEPS: usize = 2;
/// Links from which a label is itself the pointer, not the title of a part.
const LINKED: f32 = 0.5;
/// Kept words that make a story, after which another may begin.
const STORY_WORDS: f32 = 40.0;

/// Cuts comments, the next article, and what a label heads, where the page is one story.
pub fn cut(evidence: &Evidence<'_>, reasons: &mut [Reason]) {
    let mut kept = Kept::count(evidence, reasons);
    cut_named_comments(evidence, &mut kept);
    cut_another_article(evidence, &mut kept);
    cut_labelled(evidence, &mut kept);
}

/// Elements named for comments that begin after the headline.
fn cut_named_comments(evidence: &Evidence<'_>, kept: &mut Kept<'_, '_>) {
    let Some(headline) = evidence.features.headline else { return };
    let after = evidence.container(headline);
    for node in evidence.page.nodes() {
        let is_section = node > after && evidence.features.markup.names(node, Topic::Comment);
        if is_section && kept.words_in(node) <= MOST * kept.words() {
            kept.cut_from(node, 0, Reason::Comments);
        }
    }
}

/// Elements named for reviews, of a product's page, whose text is its description and its specification. Where there is
/// hardly anything else, the reviews are what the page is for.
pub fn cut_reviews(evidence: &Evidence<'_>, reasons: &mut [Reason]) {
    let mut kept = Kept::count(evidence, reasons);
    for node in evidence.page.nodes() {
        if evidence.features.markup.names(node, Topic::Review) && kept.words_in(node) <= NEARLY_ALL * kept.words() {
            kept.cut_from(node, 0, Reason::Reviews);
        }
    }
}

/// A heading made like the headline, in a part made like the first one's (same elements and classes from the element that
/// holds both), after a story's worth of text, begins another article.
fn cut_another_article(evidence: &Evidence<'_>, kept: &mut Kept<'_, '_>) {
    let Some(headline) = evidence.features.headline else { return };
    let first = evidence.container(headline);
    if evidence.page.tag(first).and_then(Tag::heading_level).is_none() {
        return;
    }
    cut_sibling_articles(evidence, first, kept);
    let mut words = 0.0;
    for (id, block) in evidence.blocks.iter().skip(headline.index() + 1) {
        if words >= STORY_WORDS
            && let Some(root) = twin(evidence, first, block.container)
            && evidence.features.tree.at(root).long_blocks > 0.0
        {
            kept.cut_from(root, id.index(), Reason::AnotherArticle);
        }
        words += if kept.has(id) { evidence.words(id) } else { 0.0 };
    }
}

/// `article` elements beside the one that holds the headline, of the same class and after it.
fn cut_sibling_articles(evidence: &Evidence<'_>, headline: NodeId, kept: &mut Kept<'_, '_>) {
    let page = evidence.page;
    let Some(own) = page.ancestors(headline).find(|&up| page.is(up, Tag::Article)) else { return };
    let Some(parent) = page.parent(own) else { return };
    if kept.words_in(own) < STORY_WORDS {
        return;
    }
    let class = page.attr(own, Attr::Class);
    for other in page.children(parent).filter(|&other| other > own && page.is(other, Tag::Article)) {
        if page.attr(other, Attr::Class) == class {
            kept.cut_from(other, 0, Reason::AnotherArticle);
        }
    }
}

/// The part around `other`, below the element that holds both, if every element from there down to `other` is made like
/// the one at its place above `first`. Sections under headings of one rank stand in no such parts.
fn twin(evidence: &Evidence<'_>, first: NodeId, other: NodeId) -> Option<NodeId> {
    let page = evidence.page;
    if page.tag(other) != page.tag(first) || page.depth(other) != page.depth(first) {
        return None;
    }
    let made = |node: NodeId| (page.tag(node), page.attr(node, Attr::Class));
    let mut root = None;
    let mut steps = 0;
    for (a, b) in page.inclusive_ancestors(first).zip(page.inclusive_ancestors(other)).take_while(|(a, b)| a != b) {
        if made(a) != made(b) {
            return None;
        }
        root = Some(b);
        steps += 1;
    }
    root.filter(|_| steps >= TWIN_STEPS)
}

/// What stands under a label of comments, pointers or prompts in a part of its own.
fn cut_labelled(evidence: &Evidence<'_>, kept: &mut Kept<'_, '_>) {
    let mut words = 0.0;
    for id in evidence.blocks.ids() {
        let found = evidence.features.phrases[id.index()];
        let heads = is_label(evidence, id)
            && (found.says(Says::Comment) || found.says(Says::Pointer) || found.says(Says::Prompt));
        let is_chapter = || found.says(Says::Comment) && chapters::is_chapter(evidence, id);
        if heads && words >= STORY_WORDS && evidence.blocks.link_density(id) < LINKED && !is_chapter() {
            // "Discussion" may be the story's own; with a number it counts what readers said.
            let counts = evidence.blocks.text(id).contains(|c: char| c.is_ascii_digit());
            let (reason, most) = match found.says(Says::Comment) {
                true if counts => (Reason::Comments, NEARLY_ALL),
                true => (Reason::Comments, MOST),
                false => (Reason::Pointer, MOST),
            };
            if let Some(root) = part_around(evidence, id, most, kept) {
                kept.cut_from(root, id.index(), reason);
            }
        }
        words += if kept.has(id) { evidence.words(id) } else { 0.0 };
    }
}

/// The outermost element around the block in which nothing is kept before it, and which has no more than its share of the
/// text.
fn part_around(evidence: &Evidence<'_>, id: BlockId, most: f32, kept: &Kept<'_, '_>) -> Option<NodeId> {
    let most = most * kept.words();
    let fits = |node: NodeId| !kept.begins_before(node, id) && kept.words_in(node) <= most;
    evidence.page.inclusive_ancestors(evidence.container(id)).take_while(|&node| fits(node)).last()
}
