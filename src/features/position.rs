//! Where the block stands in the page, and what stands around it.

use super::{Context, is_long, share};
use crate::{
    blocks::{BlockId, Blocks},
    page::{Page, Tag},
};

/// Blocks looked at before and after.
const WINDOW: isize = 5;
/// "No heading before": further than any that matters.
const FAR: f32 = 99.0;

/// Running sums over the blocks in page order.
#[derive(Debug)]
pub struct Sequence {
    /// Characters before the block; one more entry than blocks.
    chars: Vec<f32>,
    /// Characters of long blocks before the block; one more entry than blocks.
    long_chars: Vec<f32>,
    /// Characters in links before the block; one more entry than blocks.
    link_chars: Vec<f32>,
    /// Blocks since the last heading, and its level.
    heading: Vec<(f32, u8)>,
}

impl Sequence {
    pub fn read(page: &Page, blocks: &Blocks) -> Self {
        let mut sequence = Self {
            chars: vec![0.0],
            long_chars: vec![0.0],
            link_chars: vec![0.0],
            heading: Vec::with_capacity(blocks.len()),
        };
        let (mut chars, mut long_chars, mut link_chars) = (0.0, 0.0, 0.0);
        let mut since = (FAR, 0);
        for (id, block) in blocks.iter() {
            chars += block.chars as f32;
            long_chars += if is_long(blocks, id) { block.chars as f32 } else { 0.0 };
            link_chars += block.link_chars as f32;
            sequence.link_chars.push(link_chars);
            sequence.chars.push(chars);
            sequence.long_chars.push(long_chars);
            since.0 = (since.0 + 1.0).min(FAR);
            sequence.heading.push(since);
            if let Some(level) = page.tag(block.container).and_then(Tag::heading_level) {
                since = (0.0, level);
            }
        }
        sequence
    }

    fn total(&self) -> f32 {
        self.chars.last().copied().unwrap_or(0.0)
    }
}

pub fn chars_before(context: &Context<'_>, block: BlockId) -> f32 {
    share(context.sequence.chars[block.index()], context.sequence.total())
}

pub fn long_chars_before(context: &Context<'_>, block: BlockId) -> f32 {
    let total = context.sequence.long_chars.last().copied().unwrap_or(0.0);
    share(context.sequence.long_chars[block.index()], total)
}

pub fn blocks_before(_context: &Context<'_>, block: BlockId) -> f32 {
    block.index() as f32
}

pub fn blocks_after(context: &Context<'_>, block: BlockId) -> f32 {
    (context.blocks.len() - 1 - block.index()) as f32
}

pub fn since_heading(context: &Context<'_>, block: BlockId) -> f32 {
    context.sequence.heading[block.index()].0
}

pub fn last_heading_level(context: &Context<'_>, block: BlockId) -> f32 {
    f32::from(context.sequence.heading[block.index()].1)
}

/// Characters of long blocks among the five before.
pub fn long_before(context: &Context<'_>, block: BlockId) -> f32 {
    long_chars_in(context, block, -WINDOW)
}

/// Characters of long blocks among the five after.
pub fn long_after(context: &Context<'_>, block: BlockId) -> f32 {
    long_chars_in(context, block, WINDOW)
}

/// The window of `blocks` blocks after the block, or before it where the number is negative, as indices into the sums.
fn window(context: &Context<'_>, block: BlockId, blocks: isize) -> (usize, usize) {
    let last = context.blocks.len();
    if blocks < 0 {
        (block.index().saturating_add_signed(blocks), block.index())
    } else {
        (block.index() + 1, block.index().saturating_add_signed(blocks + 1).min(last))
    }
}

/// Characters of long blocks in a window.
pub fn long_chars_in(context: &Context<'_>, block: BlockId, blocks: isize) -> f32 {
    let (from, to) = window(context, block, blocks);
    context.sequence.long_chars[to] - context.sequence.long_chars[from]
}

/// Share of characters in links in a window.
pub fn links_in(context: &Context<'_>, block: BlockId, blocks: isize) -> f32 {
    let (from, to) = window(context, block, blocks);
    let Sequence { chars, link_chars, .. } = &context.sequence;
    share(link_chars[to] - link_chars[from], chars[to] - chars[from])
}

/// Characters between the headline's block and this one; negative before the headline.
pub fn chars_from_headline(context: &Context<'_>, block: BlockId) -> f32 {
    let Some(headline) = context.agreement.headline else { return 0.0 };
    context.sequence.chars[block.index()] - context.sequence.chars[headline.index()]
}

/// A neighbour's value, `0` past either end.
pub fn neighbour(context: &Context<'_>, block: BlockId, step: isize, value: fn(&Context<'_>, BlockId) -> f32) -> f32 {
    let Some(index) = block.index().checked_add_signed(step) else { return 0.0 };
    if index < context.blocks.len() { value(context, BlockId::at(index)) } else { 0.0 }
}

/// Whether a neighbour stands in the same element as this block's container.
pub fn is_sibling(context: &Context<'_>, block: BlockId, step: isize) -> f32 {
    let Some(index) = block.index().checked_add_signed(step).filter(|&index| index < context.blocks.len()) else {
        return 0.0;
    };
    let same = context.up(BlockId::at(index), 1) == context.up(block, 1);
    f32::from(u8::from(same))
}
