//! What repeats: the same text, the same markup, rows of siblings made alike.

use super::{Context, prose::Prose, share};
use crate::{
    blocks::{BlockId, Blocks},
    hash::{self, ByHash},
    page::{Attr, NodeId, Page, Tag},
};

/// Descendants from which a sibling counts as a card, not a line.
const CARD_NODES: usize = 4;

/// Counts over the page.
#[derive(Debug)]
pub struct Repetition {
    /// For every node, the most siblings alike that it or an ancestor has.
    pub cards: Vec<u16>,
    /// For every block, the characters in blocks with the same markup (tag and class of three levels).
    markup_chars: Vec<f32>,
    /// For every block, how many blocks have the same markup.
    markup_blocks: Vec<f32>,
    /// For every block, the characters in blocks with the same path of tags from the body.
    path_chars: Vec<f32>,
    /// For every block, the mean words a sentence of blocks on that path.
    path_sentences: Vec<f32>,
    /// For every block, how many blocks have the very same text.
    copies: Vec<f32>,
    /// The same number for blocks with the same markup.
    pub keys: Vec<u64>,
}

impl Repetition {
    pub fn count(page: &Page, blocks: &Blocks, prose: &[Prose]) -> Self {
        let signatures: Vec<u64> = page.nodes().map(|node| signature(page, node)).collect();
        let paths = paths(page);
        let texts: Vec<u64> = blocks.ids().map(|id| hash::of_text(blocks.text(id))).collect();
        let mut copies: ByHash<u32> = ByHash::default();
        let mut markups: ByHash<(f32, f32)> = ByHash::default();
        let mut path_sums: ByHash<(f32, f32, f32)> = ByHash::default();
        let markup_of = |container: NodeId| {
            let up = page.inclusive_ancestors(container);
            up.take(3).fold(0, |hash, node| hash::mix(hash, signatures[node.index()]))
        };
        let keys: Vec<u64> = blocks.iter().map(|(_, block)| markup_of(block.container)).collect();
        for (id, block) in blocks.iter() {
            *copies.entry(texts[id.index()]).or_default() += 1;
            let markup = markups.entry(keys[id.index()]).or_default();
            markup.0 += block.chars as f32;
            markup.1 += 1.0;
            let path = path_sums.entry(paths[block.container.index()]).or_default();
            path.0 += block.chars as f32;
            path.1 += block.words as f32 / prose[id.index()].sentences as f32;
            path.2 += 1.0;
        }
        let (markup_chars, markup_blocks) = keys.iter().map(|key| markups[key]).unzip();
        let on_path = |container: NodeId| path_sums[&paths[container.index()]];
        let (path_chars, path_sentences) = blocks
            .iter()
            .map(|(_, block)| on_path(block.container))
            .map(|(chars, words, count)| (chars, share(words, count)))
            .unzip();
        Self {
            cards: cards(page, &signatures),
            markup_chars,
            markup_blocks,
            path_chars,
            path_sentences,
            keys,
            copies: texts.iter().map(|text| copies[text] as f32).collect(),
        }
    }
}

pub fn cards_alike(context: &Context<'_>, block: BlockId) -> f32 {
    f32::from(context.repetition.cards[context.container(block).index()])
}

pub fn same_markup_blocks(context: &Context<'_>, block: BlockId) -> f32 {
    context.repetition.markup_blocks[block.index()]
}

pub fn same_markup_chars(context: &Context<'_>, block: BlockId) -> f32 {
    share(context.repetition.markup_chars[block.index()], context.whole().chars)
}

pub fn same_path_chars(context: &Context<'_>, block: BlockId) -> f32 {
    share(context.repetition.path_chars[block.index()], context.whole().chars)
}

pub fn same_path_sentence_words(context: &Context<'_>, block: BlockId) -> f32 {
    context.repetition.path_sentences[block.index()]
}

pub fn copies(context: &Context<'_>, block: BlockId) -> f32 {
    context.repetition.copies[block.index()]
}

fn signature(page: &Page, node: NodeId) -> u64 {
    let Some(tag) = page.tag(node) else { return 0 };
    // No class is not the empty one.
    let name = tag as u64 + 1;
    page.attr(node, Attr::Class).map_or(name, |class| hash::mix(name, hash::of_text(class)))
}

/// A hash of the tags from the document down to each node.
fn paths(page: &Page) -> Vec<u64> {
    let mut paths = vec![0_u64; page.len()];
    for node in page.nodes().skip(1) {
        let above = page.parent(node).map_or(0, |parent| paths[parent.index()]);
        paths[node.index()] = page.tag(node).map_or(above, |tag| hash::mix(above, tag as u64 + 1));
    }
    paths
}

/// Rows of siblings with the same tag and class, handed down to what stands in them. Text, list items and table parts
/// repeat in articles too, so they make no row.
fn cards(page: &Page, signatures: &[u64]) -> Vec<u16> {
    let mut rows: ByHash<u16> = ByHash::default();
    let row = |parent: NodeId, node: NodeId| hash::mix(signatures[node.index()], parent.index() as u64);
    let is_card = |node: NodeId| {
        let size = page.subtree_end(node).index() - node.index();
        size > CARD_NODES
            && page.tag(node).is_some_and(|tag| {
                tag.heading_level().is_none()
                    && !matches!(tag, Tag::P | Tag::Li | Tag::Tr | Tag::Td | Tag::Th | Tag::Ul | Tag::Ol | Tag::Tbody)
                    && (tag.is_block_level() || tag == Tag::Other || tag == Tag::A)
            })
    };
    for node in page.nodes().filter(|&node| is_card(node)) {
        if let Some(parent) = page.parent(node) {
            let count = rows.entry(row(parent, node)).or_default();
            *count = count.saturating_add(1);
        }
    }
    let mut most = vec![1_u16; page.len()];
    for node in page.nodes().skip(1) {
        let Some(parent) = page.parent(node) else { continue };
        let own = if is_card(node) { rows[&row(parent, node)] } else { 1 };
        most[node.index()] = own.max(most[parent.index()]);
    }
    most
}
