//! Notes that no link leads to: a raised number in the text, and further down a paragraph that begins with the same raised
//! number, or an item of a list of notes.

use std::collections::{HashMap, HashSet};

use super::labels::label;
use crate::{
    blocks::{BlockId, BlockKind, Blocks},
    page::{Attr, NodeId, Page, Tag, text},
};

/// A note and the raised numbers that call it.
pub(super) struct UnlinkedNote {
    pub block: BlockId,
    pub calls: Vec<NodeId>,
}

/// Finds them, where the whole of a text's raised numbers says that they are notes: verses of scripture begin with raised
/// numbers too, exponents are raised, but only notes stand behind all that calls them and are called one and all.
pub(super) fn find(page: &Page, blocks: &Blocks, kept: &[bool], links: &HashMap<NodeId, u32>) -> Vec<UnlinkedNote> {
    let mut calls: Vec<(NodeId, String)> = Vec::new();
    let mut notes: Vec<(BlockId, String)> = Vec::new();
    let lists = lists(page, blocks);
    for (id, block) in blocks.iter().filter(|(id, block)| kept[id.index()] && block.kind == BlockKind::Text) {
        let mut has_text = false;
        if let Some(label) = lists.get(&id) {
            notes.push((id, label.clone()));
            continue;
        }
        let mut node = block.first;
        while node < block.end {
            // A note's own number is also set bold.
            let is_number =
                page.is(node, Tag::Sup) || !has_text && matches!(page.tag(node), Some(Tag::Strong | Tag::B));
            if is_number
                && let written = page.text_inside(node)
                && let Some(label) = label(&written).filter(|_| !is_linked(page, node, links))
            {
                if has_text {
                    calls.push((node, label.to_owned()));
                } else {
                    notes.push((id, label.to_owned()));
                }
                has_text = true;
                node = page.subtree_end(node);
                continue;
            }
            has_text |= page.text(node).is_some_and(|text| !text::is_blank(text));
            node = node.next();
        }
    }
    match_up(blocks, &calls, notes)
}

/// Whether a raised number has a link that leads somewhere in the article, inside or around it.
fn is_linked(page: &Page, node: NodeId, links: &HashMap<NodeId, u32>) -> bool {
    page.descendants(node).chain(page.ancestors(node).take(2)).any(|near| links.contains_key(&near))
}

/// The items of lists that are named as notes, by their first block, with their numbers.
fn lists(page: &Page, blocks: &Blocks) -> HashMap<BlockId, String> {
    let mut found = HashMap::new();
    for list in page.nodes().filter(|&node| page.is(node, Tag::Ol) && is_named_notes(page, node)) {
        let first = page.attr(list, Attr::Start).and_then(|start| start.trim().parse::<u32>().ok()).unwrap_or(1);
        for (item, number) in page.children(list).filter(|&item| page.is(item, Tag::Li)).zip(u64::from(first)..) {
            let inside = blocks.within(item, page.subtree_end(item));
            if !inside.is_empty() {
                found.insert(BlockId::at(inside.start), number.to_string());
            }
        }
    }
    found
}

/// Whether the list, an element close around it, or its first item is named as notes.
fn is_named_notes(page: &Page, list: NodeId) -> bool {
    const NAMES: &[&str] = &["footnote", "footnotes", "endnote", "endnotes", "fn", "fns", "notes", "references"];
    let first = page.children(list).find(|&item| page.is(item, Tag::Li));
    first.into_iter().chain([list]).chain(page.ancestors(list).take(2)).any(|node| {
        [Attr::Class, Attr::Id].iter().filter_map(|&attr| page.attr(node, attr)).any(|named| {
            named
                .split(|c: char| !c.is_ascii_alphabetic())
                .any(|word| NAMES.iter().any(|name| name.eq_ignore_ascii_case(word)))
        })
    })
}

fn match_up(blocks: &Blocks, calls: &[(NodeId, String)], mut notes: Vec<(BlockId, String)>) -> Vec<UnlinkedNote> {
    let called: HashSet<&str> = calls.iter().map(|(_, label)| label.as_str()).collect();
    notes.retain(|(_, label)| called.contains(label.as_str()));
    let Some(first) = notes.first().map(|&(id, _)| blocks.get(id).first) else { return Vec::new() };
    let known: HashSet<&str> = notes.iter().map(|(_, label)| label.as_str()).collect();
    let answered = calls.iter().filter(|(call, label)| *call < first && known.contains(label.as_str())).count();
    let is_whole = known.len() == notes.len() && answered * 2 >= calls.len() && answered >= notes.len();
    if !is_whole {
        return Vec::new();
    }
    let of = |label: &str| {
        calls.iter().filter(|(call, other)| *call < first && other == label).map(|&(call, _)| call).collect()
    };
    notes.iter().map(|(block, label)| UnlinkedNote { block: *block, calls: of(label) }).collect()
}
