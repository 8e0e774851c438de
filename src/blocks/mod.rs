//! Blocks: what is scored, kept or left out.

mod segment;
pub mod shown;

use std::ops::Range;

pub use segment::segment;

use crate::page::NodeId;

/// A block's place in page order, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockId(pub u32);

impl BlockId {
    /// Index into tables with a value a block.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The block with that index; pages are bounded, so it fits.
    pub fn at(index: usize) -> Self {
        Self(index as u32)
    }
}

/// What a block holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// Text, perhaps with pictures in it.
    Text,
    /// Pictures, players, frames or formulas, and no text beside them.
    Media,
}

/// A maximal run of inline content inside one block-level element (boilerpipe's text block, Kohlschütter et al. 2010).
/// Two `br` in a row end a run.
#[derive(Debug, Clone)]
pub struct Block {
    /// The element that holds the run.
    pub container: NodeId,
    /// First node of the run, a child of the container.
    pub first: NodeId,
    /// The node after the run's last.
    pub end: NodeId,
    /// Text or media.
    pub kind: BlockKind,
    /// Characters of its text, white space squashed.
    pub chars: u32,
    /// The same with every character of a dense script counted twice: how long the text is to read.
    pub weight: u32,
    /// Of its characters, those inside links.
    pub link_chars: u32,
    /// Links.
    pub links: u16,
    /// Where in its text, in bytes, the first link begins; the text's length where there is none.
    pub first_link: u32,
    /// Words, by script.
    pub words: u32,
    text: Range<u32>,
}

impl Block {
    /// The nodes of its run, in page order.
    pub fn nodes(&self) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (self.first.index()..self.end.index()).map(NodeId::from_index)
    }
}

/// The page's blocks in page order, with their texts.
#[derive(Debug, Default)]
pub struct Blocks {
    list: Vec<Block>,
    buffer: String,
}

impl Blocks {
    /// Number of blocks.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether the page has none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether no block has text beside its pictures and formulas.
    pub fn has_no_text(&self) -> bool {
        self.list.iter().all(|block| block.kind == BlockKind::Media)
    }

    /// A block.
    pub fn get(&self, id: BlockId) -> &Block {
        &self.list[id.index()]
    }

    /// A block's text, white space squashed.
    pub fn text(&self, id: BlockId) -> &str {
        let Range { start, end } = self.list[id.index()].text;
        &self.buffer[start as usize..end as usize]
    }

    /// Every block with its id.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (BlockId, &Block)> {
        self.list.iter().enumerate().map(|(index, block)| (BlockId::at(index), block))
    }

    /// Every id.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = BlockId> + ExactSizeIterator + use<> {
        (0..self.list.len() as u32).map(BlockId)
    }

    /// The blocks that start in `first..end` of the page's nodes (a subtree, say), as a range of indices.
    pub fn within(&self, first: NodeId, end: NodeId) -> Range<usize> {
        let start = self.list.partition_point(|block| block.first < first);
        start..start + self.list[start..].partition_point(|block| block.first < end)
    }

    /// Share of the block's characters inside links, 0 to 1.
    pub fn link_density(&self, id: BlockId) -> f32 {
        let block = self.get(id);
        if block.chars == 0 { 0.0 } else { block.link_chars as f32 / block.chars as f32 }
    }
}
