//! Links inside the article: footnotes and their way back, tables of contents. The page's ids never come out; what a
//! kept link leads to gets a number.

use std::collections::{HashMap, HashSet};

use url::Url;

use super::unlinked_notes;
use crate::{
    blocks::{BlockId, BlockKind, Blocks},
    page::{Attr, NodeId, Page, Tag},
    web_address,
};

/// Where the article's own links lead.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    links: HashMap<NodeId, u32>,
    /// Anchors at an element within a run.
    at_nodes: HashMap<NodeId, u32>,
    /// Anchors at the start of a run.
    at_blocks: HashMap<BlockId, Vec<u32>>,
    /// Links that lead to the element they stand in: a heading's sign for copying its address.
    permalinks: Vec<NodeId>,
    /// Links from a note back to where the text calls it.
    ways_back: Vec<NodeId>,
    /// Anchors in whose paragraph or item stands such a way back.
    answered: HashSet<u32>,
}

impl Anchors {
    /// The anchor that a link leads to, or a raised number that calls a note without one.
    pub fn of_link(&self, link: NodeId) -> Option<u32> {
        self.links.get(&link).copied()
    }

    /// The anchor at an element within a run.
    pub fn at_node(&self, node: NodeId) -> Option<u32> {
        self.at_nodes.get(&node).copied()
    }

    /// The anchors at the start of a run.
    pub fn at_block(&self, block: BlockId) -> &[u32] {
        self.at_blocks.get(&block).map_or(&[], Vec::as_slice)
    }

    /// Whether the link leads to where it stands.
    pub fn is_permalink(&self, link: NodeId) -> bool {
        self.permalinks.binary_search(&link).is_ok()
    }

    /// Whether the link only leads from a note back to where the text calls it.
    pub fn is_way_back(&self, link: NodeId) -> bool {
        self.ways_back.binary_search(&link).is_ok()
    }

    fn set(&mut self, number: u32, place: Place) {
        match place {
            Place::Node(node) => {
                self.at_nodes.insert(node, number);
            }
            Place::Block(block) => self.at_blocks.entry(block).or_default().push(number),
        }
    }

    /// The anchors whose place leads back to where it is called.
    pub fn answered(&self) -> &HashSet<u32> {
        &self.answered
    }
}

/// Finds the links between kept places.
pub(super) fn find(page: &Page, blocks: &Blocks, kept: &[bool], url: Option<&Url>) -> Anchors {
    let links = links(page, blocks, kept, url);
    let mut anchors = Anchors::default();
    let mut last = 0;
    if !links.is_empty() {
        let ids = ids(page);
        let mut numbers: HashMap<NodeId, Option<u32>> = HashMap::new();
        for (link, fragment) in links {
            let target = ids.get(&fragment).copied();
            if target.is_some_and(|target| page.contains(target, link)) {
                anchors.permalinks.push(link);
                continue;
            }
            if is_way_back(page, link) {
                anchors.ways_back.push(link);
                continue;
            }
            let Some(target) = target else { continue };
            let number = *numbers.entry(target).or_insert_with(|| {
                let place = place(page, blocks, kept, target)?;
                last += 1;
                anchors.set(last, place);
                Some(last)
            });
            if let Some(number) = number {
                anchors.links.insert(link, number);
            }
        }
        let answered = numbers.iter().filter(|(target, _)| leads_back(page, &anchors.ways_back, **target));
        anchors.answered = answered.filter_map(|(_, number)| *number).collect();
    }
    for note in unlinked_notes::find(page, blocks, kept, &anchors.links) {
        last += 1;
        anchors.set(last, Place::Block(note.block));
        anchors.links.extend(note.calls.into_iter().map(|call| (call, last)));
    }
    anchors
}

/// Whether the paragraph or item of a target has one of the ways back in it.
fn leads_back(page: &Page, ways_back: &[NodeId], target: NodeId) -> bool {
    let mut ups = page.inclusive_ancestors(target);
    let whole = ups.find(|&up| page.tag(up).is_some_and(Tag::is_block_level)).unwrap_or(target);
    let first = ways_back.partition_point(|&way| way < whole);
    ways_back.get(first).is_some_and(|&way| page.contains(whole, way))
}

/// Every kept link to a fragment of this page, with the fragment.
fn links(page: &Page, blocks: &Blocks, kept: &[bool], url: Option<&Url>) -> Vec<(NodeId, String)> {
    let kept_blocks = blocks.iter().filter(|(id, block)| kept[id.index()] && block.links > 0);
    kept_blocks
        .flat_map(|(_, block)| block.nodes())
        .filter(|&node| page.is(node, Tag::A))
        .filter_map(|node| Some((node, fragment(page.attr(node, Attr::Href)?.trim(), url)?)))
        .collect()
}

/// Whether a link within the page says no more than "back": an arrow. Its role says less, for headings lead back to the
/// table of contents by the same one.
fn is_way_back(page: &Page, link: NodeId) -> bool {
    /// `^` is Wikipedia's; the last is the variation selector that asks for a sign instead of an emoji.
    const ARROWS: &[char] = &['↩', '↵', '⏎', '↑', '⇧', '⤴', '⮌', '^', '\u{fe0e}', '\u{fe0f}'];
    let text = page.text_inside(link);
    !text.is_empty() && text.chars().all(|c| c.is_whitespace() || ARROWS.contains(&c))
}

/// The fragment of an address on this same page.
fn fragment(href: &str, url: Option<&Url>) -> Option<String> {
    if let Some(fragment) = href.strip_prefix('#') {
        return normal(fragment);
    }
    // Most links have no fragment; they need no parsing.
    if !href.contains('#') {
        return None;
    }
    let url = url?;
    let to = web_address::parse(Some(url), href)?;
    let is_here = to[..url::Position::AfterQuery] == url[..url::Position::AfterQuery];
    is_here.then(|| to.fragment().and_then(normal))?
}

/// Percent-encoded as addresses write it, so that ids and fragments can be compared.
fn normal(fragment: &str) -> Option<String> {
    let mut url = Url::parse("about:blank").ok()?;
    url.set_fragment(Some(fragment));
    url.fragment().map(str::to_owned)
}

/// Every id (and name of an `a`) with the first element that has it.
fn ids(page: &Page) -> HashMap<String, NodeId> {
    let mut ids = HashMap::new();
    for node in page.nodes() {
        let name = page.attr(node, Attr::Name).filter(|_| page.is(node, Tag::A));
        for id in page.attr(node, Attr::Id).into_iter().chain(name) {
            if let Some(id) = normal(id).filter(|id| !id.is_empty()) {
                ids.entry(id).or_insert(node);
            }
        }
    }
    ids
}

#[derive(Clone, Copy)]
enum Place {
    Node(NodeId),
    Block(BlockId),
}

/// Where the number of an element goes: to the element itself within a kept run, or to the first run inside it, or,
/// where it is empty, to the run after it.
fn place(page: &Page, blocks: &Blocks, kept: &[bool], target: NodeId) -> Option<Place> {
    let is_line = |id: BlockId| {
        let block = blocks.get(id);
        let container = page.inclusive_ancestors(block.container);
        kept[id.index()] && block.kind == BlockKind::Text && !container.into_iter().any(|up| page.is(up, Tag::Pre))
    };
    let inside = blocks.within(target, page.subtree_end(target));
    let before = inside.start.checked_sub(1).map(BlockId::at);
    if let Some(block) = before.filter(|&id| target < blocks.get(id).end) {
        let is_whole = |up: &NodeId| {
            page.tag(*up).is_some_and(|tag| {
                tag.is_unread() || matches!(tag, Tag::Code | Tag::Tt | Tag::Math | Tag::Rt | Tag::Video | Tag::Audio)
            })
        };
        let container = blocks.get(block).container;
        let swallowed = page.ancestors(target).take_while(|&up| up != container).any(|up| is_whole(&up));
        return (is_line(block) && !swallowed).then_some(Place::Node(target));
    }
    let next = inside.start..inside.end.max((inside.start + 1).min(blocks.len()));
    next.map(BlockId::at).find(|&id| is_line(id)).map(Place::Block)
}
