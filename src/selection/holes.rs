//! Holes in the column: what stands among the paragraphs and is no part of them. Each goes on two reasons that have
//! nothing to do with each other: what it says, and how it is made.

use std::collections::HashMap;

use super::{
    Evidence, Reason,
    boxes::{around, is_pointed_from, pitch_around, pressed_around, smallest_box},
    cards, chapters,
};
use crate::{
    blocks::{BlockId, BlockKind},
    features::{Place, is_long, phrases::Says},
    limits,
    metadata::Kind,
    page::{NodeId, Tag, text},
};

/// Percent of a block's words that phrases must cover for it to be a label.
const LABEL: u8 = 60;
/// Words of the longest label.
pub const LABEL_WORDS: u32 = 14;
/// Links from which a block that begins by pointing away does nothing else.
const POINTING_LINKS: f32 = 0.3;
/// Words of the longest call to follow or to subscribe.
const CALL_WORDS: u32 = 30;
/// Links from which a paragraph is one link, but for a mark before it.
const LONE_LINK: f32 = 0.9;
/// Words of the longest button.
const BUTTON_WORDS: u32 = 8;
/// Share of the kept words that stands in cards where the page is a list of them.
const MOST_IN_CARDS: f32 = 0.4;
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
            let above = evidence.within(root).start.wrapping_sub(1);
            if reason == Reason::LinkList && is_pointed_from(evidence, root) && reasons[above].is_kept() {
                reasons[above] = reason;
            }
        }
        if let Some(root) = pitch_around(evidence, column, id).or_else(|| pressed_around(evidence, column, id)) {
            cut_all(evidence, root, Reason::Prompt, reasons);
        }
    }
    if evidence.metadata.kind == Kind::Article {
        cut_cards(evidence, column, reasons);
    }
    cut_pull_quotes(evidence, column, reasons);
}

/// Cards lead to other pages, to other products from a product's, unless they are what the page is made of.
pub fn cut_cards(evidence: &Evidence<'_>, column: NodeId, reasons: &mut [Reason]) {
    let mut kept = 0.0;
    let mut in_cards = Vec::new();
    let mut words = 0.0;
    for id in evidence.blocks.ids().filter(|id| reasons[id.index()].is_kept()) {
        kept += evidence.words(id);
        if cards::around(evidence, id).is_some_and(|card| !evidence.page.contains(card, column)) {
            words += evidence.words(id);
            in_cards.push(id);
        }
    }
    if words <= MOST_IN_CARDS * kept {
        for id in in_cards {
            reasons[id.index()] = Reason::Pointer;
        }
    }
}

/// A paragraph that is one link and no sentence, between paragraphs of the story, leads to another page.
fn cut_lone_links(evidence: &Evidence<'_>, reasons: &mut [Reason]) {
    let is_paragraph = |at: usize| is_long(evidence.blocks, BlockId::at(at)) && reasons[at].is_kept();
    let lone: Vec<usize> = (1..reasons.len().saturating_sub(1))
        .filter(|&at| reasons[at].is_kept() && is_paragraph(at - 1) && is_paragraph(at + 1))
        .filter(|&at| {
            let id = BlockId::at(at);
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
    if place.has(Place::CONTROL) && block.words <= BUTTON_WORDS && !chapters::opens_part(evidence, id) {
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
    let is_chapter = || found.says(Says::Comment) && chapters::is_chapter(evidence, id);
    (is_label(evidence, id) && !is_term && !is_chapter()).then_some(Reason::Label)
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
        .filter(|&at| is_long(evidence.blocks, BlockId::at(at)))
        .map(|at| (at, bare(evidence.blocks.text(BlockId::at(at)))))
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
