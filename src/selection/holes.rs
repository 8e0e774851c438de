//! Holes in the column: what stands among the paragraphs and is no part of them. Each goes on two reasons that have
//! nothing to do with each other: what it says, and how it is made.

use std::{collections::HashMap, ops::Range};

use super::{Evidence, Reason};
use crate::{
    blocks::{BlockId, BlockKind},
    features::{
        Place, Topic, is_long,
        phrases::{Found, Says},
    },
    limits,
    page::{Attr, NodeId, Tag, text},
};

/// Percent of a block's words that phrases must cover for it to be a label.
const LABEL: u8 = 60;
/// Words of the longest label.
const LABEL_WORDS: u32 = 14;
/// Links from which a block that begins by pointing away does nothing else.
const POINTING_LINKS: f32 = 0.3;
/// Words of the longest call to follow or to subscribe.
const CALL_WORDS: u32 = 30;
/// Links from which a block is only a link.
const ONLY_LINKS: f32 = 0.8;
/// Links from which a paragraph is one link, but for a mark before it.
const LONE_LINK: f32 = 0.9;
/// Words of the longest button.
const BUTTON_WORDS: u32 = 8;
/// Words of the longest box that asks for something.
const PROMPT_WORDS: u32 = 90;
/// Elements up from a paragraph in which the field it asks to fill may stand.
const BOX_STEPS: usize = 4;
/// Blocks from which links make a list.
const LIST_BLOCKS: usize = 2;
/// Links from which a list of places on the page is a table of contents.
const CONTENTS_LINKS: usize = 3;
/// Characters of a repeated pull quote.
const QUOTED_CHARS: u32 = 25;

/// Whether the block is a label of furniture: short, and hardly more than a phrase of its kind.
pub fn is_label(evidence: &Evidence<'_>, block: BlockId) -> bool {
    let found = evidence.features.phrases[block.index()];
    found.covered >= LABEL && evidence.blocks.get(block).words <= LABEL_WORDS
}

/// Cuts labels of advertisements: they are no content on pages of any kind.
pub fn cut_ad_labels(evidence: &Evidence<'_>, reasons: &mut [Reason]) {
    for id in evidence.blocks.ids().filter(|&id| is_label(evidence, id)) {
        if evidence.features.phrases[id.index()].says(Says::Ad) && reasons[id.index()].is_kept() {
            reasons[id.index()] = Reason::Label;
        }
    }
}

/// Cuts labels, pointers, prompts, lists of links, buttons and pull quotes.
pub fn cut(evidence: &Evidence<'_>, column: NodeId, reasons: &mut [Reason]) {
    cut_lone_links(evidence, reasons);
    let mut boxes = HashMap::new();
    for id in evidence.blocks.ids() {
        if evidence.blocks.get(id).kind == BlockKind::Media || !reasons[id.index()].is_kept() {
            continue;
        }
        if let Some(reason) = alone(evidence, id) {
            reasons[id.index()] = reason;
        }
        if let Some((root, reason)) = around(evidence, &mut boxes, column, id) {
            cut_all(evidence, root, reason, reasons);
        }
        if let Some(root) = pitch_around(evidence, column, id) {
            cut_all(evidence, root, Reason::Prompt, reasons);
        }
    }
    cut_pull_quotes(evidence, column, reasons);
}

/// A paragraph that is one link and no sentence, between paragraphs of the story, leads to another page.
fn cut_lone_links(evidence: &Evidence<'_>, reasons: &mut [Reason]) {
    let is_paragraph = |at: usize| is_long(evidence.blocks, BlockId(at as u32)) && reasons[at].is_kept();
    let lone: Vec<usize> = (1..reasons.len().saturating_sub(1))
        .filter(|&at| reasons[at].is_kept() && is_paragraph(at - 1) && is_paragraph(at + 1))
        .filter(|&at| {
            let id = BlockId(at as u32);
            let block = evidence.blocks.get(id);
            let around = evidence.container(BlockId(at as u32 - 1));
            evidence.page.tag(block.container) == evidence.page.tag(around)
                && block.links == 1
                && evidence.blocks.link_density(id) >= LONE_LINK
                && !text::ends_as_sentence(evidence.blocks.text(id))
        })
        .collect();
    for at in lone {
        reasons[at] = Reason::Pointer;
    }
}

fn cut_all(evidence: &Evidence<'_>, root: NodeId, reason: Reason, reasons: &mut [Reason]) {
    for at in evidence.within(root) {
        if reasons[at].is_kept() {
            reasons[at] = reason;
        }
    }
}

/// What the block alone says against itself.
fn alone(evidence: &Evidence<'_>, id: BlockId) -> Option<Reason> {
    let block = evidence.blocks.get(id);
    let found = evidence.features.phrases[id.index()];
    let place = evidence.features.places[block.container.index()];
    let links = evidence.blocks.link_density(id);
    if place.has(Place::CONTROL) && block.words <= BUTTON_WORDS {
        return Some(Reason::Control);
    }
    if found.begins_with_pointer && (links >= POINTING_LINKS || is_label(evidence, id)) {
        return Some(Reason::Pointer);
    }
    if found.begins_with_call && block.links > 0 && block.words <= CALL_WORDS {
        return Some(Reason::Prompt);
    }
    let is_cell = place.has(Place::TABLE) && !found.says(Says::Ad);
    let is_term = is_cell || place.has(Place::PRE) || evidence.page.is(block.container, Tag::Dt);
    (is_label(evidence, id) && !is_term).then_some(Reason::Label)
}

/// What stands in a box, whichever of its blocks is asked about.
#[derive(Clone, Copy)]
struct Inside {
    words: u32,
    said: Found,
    /// Whether there is a field to type into.
    asks: bool,
    /// Whether it begins by pointing to other pages.
    points: bool,
    links: Links,
}

/// What links make of a box.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Links {
    /// Text with links in it, or none.
    Few,
    /// Links and labels only.
    List,
    /// The same, and all lead to other places of this page: a table of contents.
    Contents,
}

impl Inside {
    fn of(evidence: &Evidence<'_>, root: NodeId) -> Self {
        let within = evidence.within(root);
        let mut said = Found::default();
        evidence.features.phrases[within.clone()].iter().for_each(|found| said.take_kinds(*found));
        Self {
            words: evidence.words_inside(root),
            said,
            asks: evidence.page.descendants(root).any(|node| is_field(evidence, node)),
            points: starts_with(evidence, &within, Says::Pointer),
            links: match is_link_list(evidence, &within) {
                true if stays_on_page(evidence, root) => Links::Contents,
                true => Links::List,
                false => Links::Few,
            },
        }
    }
}

/// The box around the block, where it is one that goes as a whole. `boxes` are those that were looked into before.
fn around(
    evidence: &Evidence<'_>,
    boxes: &mut HashMap<NodeId, Inside>,
    column: NodeId,
    id: BlockId,
) -> Option<(NodeId, Reason)> {
    let root = smallest_box(evidence, column, id)?;
    let Inside { words, said, asks, points, links } = *boxes.entry(root).or_insert_with(|| Inside::of(evidence, root));
    let named = |topic: Topic| evidence.names_between(root, evidence.container(id), topic);
    let says = |what: Says| said.says(what);

    if asks && words <= PROMPT_WORDS {
        return Some((root, Reason::Prompt));
    }
    let pointing = named(Topic::Related) || points;
    let is_link_list = links != Links::Few;
    if is_link_list && (pointing || named(Topic::Social) || says(Says::Social) || links == Links::Contents) {
        return Some((root, Reason::LinkList));
    }
    let in_aside = evidence.features.places[root.index()].has(Place::ASIDE);
    if in_aside && (pointing || is_link_list || says(Says::Prompt)) {
        return Some((root, Reason::Pointer));
    }
    if words <= PROMPT_WORDS && named(Topic::Prompt) && (says(Says::Prompt) || says(Says::Legal)) {
        return Some((root, Reason::Prompt));
    }
    None
}

/// The outermost element around the block, below the column, with no paragraph of a story in it.
fn smallest_box(evidence: &Evidence<'_>, column: NodeId, id: BlockId) -> Option<NodeId> {
    let fits =
        |node: NodeId| !evidence.page.contains(node, column) && evidence.features.tree.at(node).long_blocks == 0.0;
    evidence.page.inclusive_ancestors(evidence.container(id)).take_while(|&node| fits(node)).last()
}

/// The box around a block as long as a paragraph that says what to subscribe to, and asks for it in a field.
fn pitch_around(evidence: &Evidence<'_>, column: NodeId, id: BlockId) -> Option<NodeId> {
    if !evidence.features.phrases[id.index()].says(Says::Prompt) || !is_long(evidence.blocks, id) {
        return None;
    }
    // With one long block inside, no box is looked into for two blocks.
    let fits = |node: NodeId| {
        !evidence.page.contains(node, column)
            && evidence.features.tree.at(node).long_blocks <= 1.0
            && evidence.words_inside(node) <= PROMPT_WORDS
    };
    let mut boxes =
        evidence.page.inclusive_ancestors(evidence.container(id)).take(BOX_STEPS).take_while(|&up| fits(up));
    boxes.find(|&root| evidence.page.descendants(root).any(|node| is_field(evidence, node)))
}

/// Whether the element is a field to type into; boxes to tick stand in checklists too.
fn is_field(evidence: &Evidence<'_>, node: NodeId) -> bool {
    let kind = evidence.page.attr(node, Attr::Type).unwrap_or("text");
    evidence.page.is(node, Tag::Input) && matches!(kind, "text" | "email" | "search" | "tel" | "password")
}

fn starts_with(evidence: &Evidence<'_>, within: &Range<usize>, what: Says) -> bool {
    let texts = within.clone().filter(|&at| evidence.blocks.get(BlockId(at as u32)).kind == BlockKind::Text);
    texts.take(2).any(|at| {
        let found = evidence.features.phrases[at];
        found.says(what) && (found.begins_with_pointer || is_label(evidence, BlockId(at as u32)))
    })
}

/// Whether the blocks are links and labels only, and more than one.
fn is_link_list(evidence: &Evidence<'_>, within: &Range<usize>) -> bool {
    let texts = || within.clone().map(|at| BlockId(at as u32)).filter(|&id| evidence.blocks.get(id).words > 0);
    let links = texts().filter(|&id| evidence.blocks.link_density(id) >= ONLY_LINKS).count();
    let others: u32 = texts()
        .filter(|&id| evidence.blocks.link_density(id) < ONLY_LINKS && !is_label(evidence, id))
        .map(|id| evidence.blocks.get(id).words)
        .sum();
    let linked: u32 = texts().map(|id| u32::from(evidence.blocks.get(id).links)).sum();
    (links >= LIST_BLOCKS || linked as usize >= LIST_BLOCKS) && others <= LABEL_WORDS && links > 0
}

fn stays_on_page(evidence: &Evidence<'_>, root: NodeId) -> bool {
    let mut links = 0;
    let leads_here =
        |node: NodeId| evidence.page.attr(node, Attr::Href).is_some_and(|href| href.trim().starts_with('#'));
    let all = evidence.page.descendants(root).filter(|&node| evidence.page.is(node, Tag::A)).all(|node| {
        links += 1;
        leads_here(node)
    });
    all && links >= CONTENTS_LINKS
}

/// How many quotes can be searched for in texts of so many bytes together, before `most_bytes` are gone through.
fn quotes_within(most_bytes: usize, length: usize) -> usize {
    most_bytes / length.max(1)
}

/// A pull quote says again what a paragraph says: it stands in an aside, a quotation or a figure, and its words stand in
/// a longer block of the column.
fn cut_pull_quotes(evidence: &Evidence<'_>, column: NodeId, reasons: &mut [Reason]) {
    let bare =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    let apart = Place::ASIDE.with(Place::QUOTE);
    let candidates: Vec<BlockId> = evidence
        .blocks
        .iter()
        .filter(|(_, block)| {
            block.chars >= QUOTED_CHARS
                && (evidence.features.places[block.container.index()].has_any(apart)
                    || evidence.page.is(block.container, Tag::Figure))
        })
        .map(|(id, _)| id)
        .collect();
    if candidates.is_empty() {
        return;
    }
    let column_blocks = evidence.within(column);
    let texts: Vec<(usize, String)> = column_blocks
        .filter(|&at| is_long(evidence.blocks, BlockId(at as u32)))
        .map(|at| (at, bare(evidence.blocks.text(BlockId(at as u32)))))
        .collect();
    let length: usize = texts.iter().map(|(_, text)| text.len()).sum();
    for id in candidates.into_iter().take(quotes_within(limits::MAX_SEARCHED_BYTES, length)) {
        let root = smallest_box(evidence, column, id).unwrap_or(evidence.container(id));
        if !evidence.within(root).any(|at| reasons[at].is_kept()) {
            continue;
        }
        let quote = bare(evidence.blocks.text(id));
        if quote.len() > QUOTED_CHARS as usize
            && texts.iter().any(|(at, text)| *at != id.index() && text.contains(&quote))
        {
            cut_all(evidence, root, Reason::Repeated, reasons);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_quote_is_searched_for_that_ends_at_the_bound() {
        let (quotes, length) = (4, 25);
        let bound = quotes * length;
        let searched = [bound - 1, bound, bound + 1].map(|most_bytes| quotes_within(most_bytes, length));
        assert_eq!(searched, [quotes - 1, quotes, quotes]);
        // No text at all is searched for nothing.
        assert_eq!(quotes_within(bound, 0), bound);
        // A page as long as pages may be is searched once.
        assert_eq!(quotes_within(limits::MAX_SEARCHED_BYTES, limits::MAX_PAGE_BYTES), 1);
    }
}
