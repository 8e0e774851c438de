//! Agreement with what the page says of itself: title, description, JSON-LD.

use super::Context;
use crate::{
    blocks::{BlockId, BlockKind, Blocks},
    metadata::Metadata,
    page::{Page, Tag},
};

/// A block this much like the title is the headline (Jaccard over words, and a little for a heading).
const ALIKE: f32 = 0.5;
/// "No headline": further than any that matters.
const NO_HEADLINE: f32 = 999.0;
/// Words of a block that are looked up in `articleBody`.
const LOOKED_UP_CHARS: usize = 60;

/// What agrees with what.
#[derive(Debug)]
pub struct Agreement {
    /// The block that shows the title.
    pub headline: Option<BlockId>,
    /// For every block, whether it stands in JSON-LD `articleBody`: 1 yes, 0 no, 0.5 where the page has none.
    in_article_body: Vec<f32>,
    /// For every block, whether it begins as the page's description does.
    begins_as_description: Vec<bool>,
}

impl Agreement {
    pub fn find(page: &Page, blocks: &Blocks, metadata: &Metadata) -> Self {
        let body = metadata.article_body.as_deref().filter(|body| body.len() > 4 * LOOKED_UP_CHARS);
        let in_article_body = blocks.ids().map(|id| match body {
            None => 0.5,
            Some(body) => {
                let text = blocks.text(id);
                let start = text.char_indices().nth(LOOKED_UP_CHARS).map_or(text, |(end, _)| &text[..end]);
                f32::from(u8::from(start.chars().count() > 8 && body.contains(start)))
            }
        });
        let description = metadata.description.as_deref().map(|text| start_of(text).collect::<String>());
        Self {
            headline: headline(page, blocks, metadata),
            in_article_body: in_article_body.collect(),
            begins_as_description: blocks
                .ids()
                .map(|id| {
                    description
                        .as_ref()
                        .is_some_and(|start| start.len() > 20 && start_of(blocks.text(id)).eq(start.chars()))
                })
                .collect(),
        }
    }
}

fn start_of(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(40)
}

fn headline(page: &Page, blocks: &Blocks, metadata: &Metadata) -> Option<BlockId> {
    if let Some(node) = metadata.headline {
        let within = blocks.within(node, page.subtree_end(node));
        if !within.is_empty() {
            return Some(BlockId(within.start as u32));
        }
    }
    let title = words(metadata.title.as_deref()?);
    let alike = |id: BlockId| {
        let block = words(blocks.text(id));
        let both = title.iter().filter(|word| block.binary_search(word).is_ok()).count();
        let either = (title.len() + block.len() - both) as f32;
        let both = both as f32;
        let heading = match page.tag(blocks.get(id).container) {
            Some(Tag::H1) => 0.5,
            Some(Tag::H2) => 0.25,
            _ => 0.0,
        };
        if both == 0.0 { 0.0 } else { both / either + heading }
    };
    blocks
        .iter()
        .filter(|(_, block)| block.kind == BlockKind::Text && block.words < 60)
        .map(|(id, _)| (id, alike(id)))
        .filter(|(_, alike)| *alike >= ALIKE)
        .fold(None, |best: Option<(BlockId, f32)>, next| match best {
            Some(best) if best.1 >= next.1 => Some(best),
            _ => Some(next),
        })
        .map(|(id, _)| id)
}

/// The different words of a text, sorted.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<String> = words.map(str::to_lowercase).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Blocks after the headline's.
pub fn blocks_after_headline(context: &Context<'_>, block: BlockId) -> f32 {
    match context.agreement.headline {
        Some(headline) if block >= headline => (block.index() - headline.index()) as f32,
        _ => NO_HEADLINE,
    }
}

pub fn before_headline(context: &Context<'_>, block: BlockId) -> f32 {
    f32::from(u8::from(context.agreement.headline.is_some_and(|headline| block < headline)))
}

pub fn is_headline(context: &Context<'_>, block: BlockId) -> f32 {
    f32::from(u8::from(context.agreement.headline == Some(block)))
}

/// Steps from the headline up to the first element that also holds this block.
pub fn steps_to_headline(context: &Context<'_>, block: BlockId) -> f32 {
    // Down to the headline are as many as up from it.
    context.to_headline.as_ref().map_or(0.0, |steps| steps.down(context.container(block)) as f32)
}

pub fn in_article_body(context: &Context<'_>, block: BlockId) -> f32 {
    context.agreement.in_article_body[block.index()]
}

pub fn begins_as_description(context: &Context<'_>, block: BlockId) -> f32 {
    f32::from(u8::from(context.agreement.begins_as_description[block.index()]))
}
