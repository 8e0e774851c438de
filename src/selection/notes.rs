//! Notes: what a mark in the kept text leads to.

use std::collections::HashSet;

use super::{Evidence, Reason};
use crate::{
    blocks::BlockId,
    page::{Attr, NodeId, Tag},
};

/// Characters of the longest mark: `[12]`, `*`.
const MARK_CHARS: usize = 5;
/// Blocks and words of the longest note.
const NOTE_BLOCKS: usize = 12;
const NOTE_WORDS: u32 = 120;
/// Probability below which it is none of the story's, as the sources of an encyclopedia are not.
const POSSIBLE: f32 = 0.2;
/// Links from which a block is a list of links rather than a note.
const MOSTLY_LINKS: f32 = 0.8;

/// Keeps the notes in the column, which stand under the end of the text and would be trimmed as lines are.
pub fn keep(evidence: &Evidence<'_>, column: NodeId, reasons: &mut [Reason]) {
    let page = evidence.page;
    let kept = || evidence.blocks.iter().filter(|(id, _)| reasons[id.index()].is_kept());
    let marks: HashSet<&str> =
        kept().flat_map(|(_, block)| block.nodes()).filter_map(|node| mark(evidence, node)).collect();
    if marks.is_empty() {
        return;
    }
    let is_note = |node: &NodeId| page.attr(*node, Attr::Id).is_some_and(|id| marks.contains(id));
    let notes: Vec<NodeId> = page.descendants(column).filter(is_note).collect();
    let is_short =
        |note: NodeId| evidence.within(note).len() <= NOTE_BLOCKS && evidence.words_inside(note) <= NOTE_WORDS;
    for note in notes.into_iter().filter(|&note| is_short(note)) {
        for at in evidence.within(note) {
            let id = BlockId::at(at);
            if matches!(reasons[at], Reason::ScoredLow | Reason::Trailing)
                && evidence.probability(id) >= POSSIBLE
                && evidence.blocks.link_density(id) < MOSTLY_LINKS
            {
                reasons[at] = Reason::GoesOn;
            }
        }
    }
}

/// The place on this page that a link leads to, where the link is a mark: a number, an asterisk.
fn mark<'a>(evidence: &Evidence<'a>, node: NodeId) -> Option<&'a str> {
    let page = evidence.page;
    let place = page.attr(node, Attr::Href).filter(|_| page.is(node, Tag::A))?.trim().strip_prefix('#')?;
    let text: String = page.descendants(node).filter_map(|inner| page.text(inner)).collect();
    let text = text.trim();
    let is_mark = (1..=MARK_CHARS).contains(&text.chars().count())
        && text.chars().all(|c| !c.is_alphabetic() && !matches!(c, '↑' | '↩' | '^' | '#' | '¶' | '§'));
    (is_mark && !place.is_empty()).then_some(place)
}
