//! What is kept so far, added up so that any part of the page can be asked for its share while more is cut.

use super::{Evidence, Reason};
use crate::{blocks::BlockId, page::NodeId};

/// Kept blocks and their words in parts that overlap as in a binary indexed tree (Fenwick 1994): a part is asked for, and
/// a block cut, in as many steps as the number of blocks has digits.
pub struct Kept<'a, 'e> {
    evidence: &'a Evidence<'e>,
    reasons: &'a mut [Reason],
    /// `(blocks, words)`; the first entry is not used.
    sums: Vec<(u32, u32)>,
}

impl<'a, 'e> Kept<'a, 'e> {
    pub fn count(evidence: &'a Evidence<'e>, reasons: &'a mut [Reason]) -> Self {
        let mut sums = vec![(0, 0)];
        sums.extend(evidence.blocks.iter().map(
            |(id, block)| {
                if reasons[id.index()].is_kept() { (1, block.words) } else { (0, 0) }
            },
        ));
        for at in 1..sums.len() {
            let (blocks, words) = sums[at];
            if let Some(wider) = sums.get_mut(at + lowest_bit(at)) {
                wider.0 += blocks;
                wider.1 += words;
            }
        }
        Self { evidence, reasons, sums }
    }

    /// Whether the block is kept.
    pub fn has(&self, block: BlockId) -> bool {
        self.reasons[block.index()].is_kept()
    }

    /// Words kept on the whole page.
    pub fn words(&self) -> f32 {
        self.before(self.reasons.len()).1 as f32
    }

    /// Words kept in an element.
    pub fn words_in(&self, node: NodeId) -> f32 {
        let within = self.evidence.within(node);
        (self.before(within.end).1 - self.before(within.start).1) as f32
    }

    /// Whether anything in the element is kept before the block.
    pub fn begins_before(&self, node: NodeId, block: BlockId) -> bool {
        let start = self.evidence.within(node).start;
        start < block.index() && self.before(block.index()).0 > self.before(start).0
    }

    /// Takes away, for this reason, what is kept in the element from a block on.
    pub fn cut_from(&mut self, root: NodeId, first: usize, reason: Reason) {
        let within = self.evidence.within(root);
        for at in within.start.max(first)..within.end {
            if self.reasons[at].is_kept() {
                self.reasons[at] = reason;
                let words = self.evidence.blocks.get(BlockId::at(at)).words;
                let mut part = at + 1;
                while let Some(sum) = self.sums.get_mut(part) {
                    sum.0 -= 1;
                    sum.1 -= words;
                    part += lowest_bit(part);
                }
            }
        }
    }

    /// Blocks and words kept before a block.
    fn before(&self, block: usize) -> (u32, u32) {
        let mut sum = (0, 0);
        let mut part = block;
        while part > 0 {
            sum.0 += self.sums[part].0;
            sum.1 += self.sums[part].1;
            part -= lowest_bit(part);
        }
        sum
    }
}

fn lowest_bit(number: usize) -> usize {
    number & number.wrapping_neg()
}
