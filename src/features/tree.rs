//! Sums over subtrees: the densities of CETD (Sun et al. 2011).

use super::{is_long, share};
use crate::{
    blocks::Blocks,
    page::{NodeId, Page, Tag},
};

/// What stands in a subtree, its root counted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Subtree {
    /// Characters of text.
    pub chars: f32,
    /// Of these, in links.
    pub link_chars: f32,
    /// Of all, in long blocks.
    pub long_chars: f32,
    /// Elements.
    pub elements: f32,
    /// Long blocks.
    pub long_blocks: f32,
    /// Pictures and players.
    pub media: f32,
}

impl Subtree {
    /// Characters an element: the text density of CETD.
    pub fn text_density(&self) -> f32 {
        share(self.chars, self.elements.max(1.0))
    }

    /// Share of characters in links, 0 to 1.
    pub fn link_density(&self) -> f32 {
        share(self.link_chars, self.chars)
    }

    fn add(&mut self, other: &Self) {
        self.chars += other.chars;
        self.link_chars += other.link_chars;
        self.long_chars += other.long_chars;
        self.elements += other.elements;
        self.long_blocks += other.long_blocks;
        self.media += other.media;
    }
}

/// The sums at every node.
#[derive(Debug)]
pub struct Tree(Vec<Subtree>);

impl Tree {
    /// Sums up from the leaves.
    pub fn grow(page: &Page, blocks: &Blocks) -> Self {
        let mut sums = vec![Subtree::default(); page.len()];
        for node in page.nodes() {
            if let Some(tag) = page.tag(node) {
                sums[node.index()].elements = 1.0;
                let is_picture = matches!(tag, Tag::Img | Tag::Video | Tag::Iframe | Tag::Amp);
                sums[node.index()].media = f32::from(u8::from(is_picture));
            }
        }
        for (id, block) in blocks.iter() {
            let sum = &mut sums[block.container.index()];
            sum.chars += block.chars as f32;
            sum.link_chars += block.link_chars as f32;
            if is_long(blocks, id) {
                sum.long_chars += block.chars as f32;
                sum.long_blocks += 1.0;
            }
        }
        for index in (1..sums.len()).rev() {
            if let Some(parent) = page.parent(NodeId::from_index(index)) {
                let sum = sums[index];
                sums[parent.index()].add(&sum);
            }
        }
        Self(sums)
    }

    /// The sums of the subtree at `node`.
    pub fn at(&self, node: NodeId) -> &Subtree {
        &self.0[node.index()]
    }
}
