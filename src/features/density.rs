//! The block's own text.

use super::{Context, share};
use crate::blocks::BlockId;

pub fn words(context: &Context<'_>, block: BlockId) -> f32 {
    context.blocks.get(block).words as f32
}

pub fn chars(context: &Context<'_>, block: BlockId) -> f32 {
    context.blocks.get(block).chars as f32
}

pub fn link_density(context: &Context<'_>, block: BlockId) -> f32 {
    context.blocks.link_density(block)
}

pub fn words_a_sentence(context: &Context<'_>, block: BlockId) -> f32 {
    words(context, block) / context.prose[block.index()].sentences as f32
}

pub fn letters(context: &Context<'_>, block: BlockId) -> f32 {
    share(context.prose[block.index()].letters as f32, chars(context, block))
}

pub fn digits(context: &Context<'_>, block: BlockId) -> f32 {
    share(context.prose[block.index()].digits as f32, chars(context, block))
}

pub fn ends_as_sentence(context: &Context<'_>, block: BlockId) -> f32 {
    f32::from(u8::from(context.prose[block.index()].ends_as_sentence))
}

/// Commas a word.
pub fn comma_rate(context: &Context<'_>, block: BlockId) -> f32 {
    share(context.prose[block.index()].pauses as f32, words(context, block))
}

/// Capitals a character, where the script has them.
pub fn capitals(context: &Context<'_>, block: BlockId) -> f32 {
    share(context.prose[block.index()].capitals as f32, chars(context, block))
}
