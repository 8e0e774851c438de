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
    sentence_words(context.blocks.text(block), words(context, block))
}

/// Words a sentence; a text without an end mark is one sentence.
pub fn sentence_words(text: &str, words: f32) -> f32 {
    let mut sentences = 0;
    let mut ended = false;
    for c in text.chars() {
        match c {
            '.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '؟' => ended = true,
            _ if ended && (c.is_whitespace() || is_closing(c)) => {
                sentences += 1;
                ended = false;
            }
            _ => ended = false,
        }
    }
    words / (sentences + i32::from(ended)).max(1) as f32
}

pub fn letters(context: &Context<'_>, block: BlockId) -> f32 {
    let text = context.blocks.text(block);
    share(text.chars().filter(|c| c.is_alphabetic()).count() as f32, chars(context, block))
}

pub fn digits(context: &Context<'_>, block: BlockId) -> f32 {
    let text = context.blocks.text(block);
    share(text.chars().filter(|c| c.is_numeric()).count() as f32, chars(context, block))
}

pub fn ends_as_sentence(context: &Context<'_>, block: BlockId) -> f32 {
    let last = context.blocks.text(block).chars().rev().find(|&c| !is_closing(c));
    let ends =
        last.is_some_and(|c| matches!(c, '.' | '!' | '?' | '…' | ':' | ';' | '。' | '！' | '？' | '।' | '؟' | '።'));
    f32::from(u8::from(ends))
}

/// Commas a word.
pub fn comma_rate(context: &Context<'_>, block: BlockId) -> f32 {
    let text = context.blocks.text(block);
    let commas = text.chars().filter(|c| matches!(c, ',' | '،' | '、' | '，' | ';' | ':')).count();
    share(commas as f32, words(context, block))
}

/// Whether most letters are capitals, where the script has them.
pub fn capitals(context: &Context<'_>, block: BlockId) -> f32 {
    let text = context.blocks.text(block);
    share(text.chars().filter(|c| c.is_uppercase()).count() as f32, chars(context, block))
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '«' | ')' | ']' | '」' | '』' | '）')
}
