//! Which element holds the article: the candidate score of Readability (Arc90 2009, as Mozilla keeps it), in a form
//! without thresholds on tag names.

use super::{Tree, share};
use crate::{
    blocks::{BlockId, Blocks},
    page::{NodeId, Page},
};

/// Share of the page's long text that the deepest element "holding most of it" must have.
const MASS: f32 = 0.6;
/// Characters from which a block votes for its ancestors.
const VOTING_CHARS: u32 = 25;

/// Every element's candidate score, and the two elements that matter.
#[derive(Debug)]
pub struct Candidates {
    ratings: Vec<f32>,
    /// The element with the highest score.
    pub best: NodeId,
    /// The deepest element that holds 60 % of the long text.
    pub mass: NodeId,
}

impl Candidates {
    /// Each block gives `(1 + commas + chars / 100, at most 3) * (1 - link density)` to its container, as much to the
    /// parent, a half and a quarter to the next two; a candidate's sum is weighed by `1 - link density` of its subtree.
    pub fn rate(page: &Page, blocks: &Blocks, tree: &Tree) -> Self {
        let mut ratings = vec![0.0_f32; page.len()];
        for (id, block) in blocks.iter() {
            if block.chars < VOTING_CHARS {
                continue;
            }
            let commas = blocks.text(id).chars().filter(|c| matches!(c, ',' | '،' | '、' | '，')).count();
            let size = (block.chars as f32 / 100.0).min(3.0);
            let vote = (1.0 + commas as f32 + size) * (1.0 - blocks.link_density(id));
            ratings[block.container.index()] += vote;
            for (ancestor, weight) in page.ancestors(block.container).zip([1.0, 0.5, 0.25]) {
                ratings[ancestor.index()] += vote * weight;
            }
        }
        let mut best = NodeId::ROOT;
        for node in page.nodes() {
            ratings[node.index()] *= 1.0 - tree.at(node).link_density();
            if ratings[node.index()] > ratings[best.index()] {
                best = node;
            }
        }
        Self { ratings, best, mass: mass(page, tree) }
    }

    /// A node's score as a share of the best one's, 0 to 1.
    pub fn share(&self, node: NodeId) -> f32 {
        share(self.ratings[node.index()], self.ratings[self.best.index()])
    }

    /// The highest share among the block's container and its next five ancestors.
    pub fn best_around(&self, page: &Page, blocks: &Blocks, block: BlockId) -> f32 {
        let container = blocks.get(block).container;
        page.ancestors(container).take(5).map(|up| self.share(up)).fold(self.share(container), f32::max)
    }
}

fn mass(page: &Page, tree: &Tree) -> NodeId {
    let needed = tree.at(NodeId::ROOT).long_chars * MASS;
    let mut deepest = NodeId::ROOT;
    while let Some(child) = page.children(deepest).find(|&child| needed > 0.0 && tree.at(child).long_chars >= needed) {
        deepest = child;
    }
    deepest
}

/// The way from every node to one of them: up to the first element that holds both, and from there down.
#[derive(Debug)]
pub struct Steps {
    /// The depth of the element that holds both.
    meeting: Vec<u16>,
    depth: usize,
}

impl Steps {
    /// One pass in document order: an element that does not hold `target` meets it where its parent does.
    pub fn to(page: &Page, target: NodeId) -> Self {
        let mut meeting = vec![0_u16; page.len()];
        for node in page.nodes() {
            meeting[node.index()] = match page.parent(node) {
                Some(parent) if !page.contains(node, target) => meeting[parent.index()],
                _ => page.depth(node) as u16,
            };
        }
        Self { meeting, depth: page.depth(target) }
    }

    /// Steps up from the node.
    pub fn up(&self, page: &Page, node: NodeId) -> usize {
        page.depth(node) - usize::from(self.meeting[node.index()])
    }

    /// Steps down to the target.
    pub fn down(&self, node: NodeId) -> usize {
        self.depth - usize::from(self.meeting[node.index()])
    }
}
