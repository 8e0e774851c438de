//! Agreement with what the page says of itself: title, description, JSON-LD.

use super::Context;
use crate::{
    blocks::{BlockId, BlockKind, Blocks},
    limits,
    metadata::Metadata,
    page::{Page, Tag},
};

/// A block this much like the title is the headline (Jaccard over words, and a little for a heading).
const ALIKE: f32 = 0.5;
/// "No headline": further than any that matters.
const NO_HEADLINE: f32 = 999.0;
/// Words of the longest block that may be the headline.
const MAX_HEADLINE_WORDS: u32 = 60;
/// Characters of a block's beginning that are looked up in `articleBody`.
const LOOKED_UP_CHARS: usize = 60;
/// Characters that stand in it by chance.
const MAX_CHANCE_CHARS: usize = 8;
/// Bytes of an `articleBody` that is more than a teaser.
const MIN_BODY_BYTES: usize = 4 * LOOKED_UP_CHARS;
/// Whether a block stands in an `articleBody` where there is none to look it up in.
const NOT_KNOWN: f32 = 0.5;
/// Letters and digits of a description with which a block may begin.
const DESCRIPTION_LETTERS: usize = 40;
/// Bytes of a description that other text begins with by chance.
const MAX_CHANCE_BYTES: usize = 20;

/// What agrees with what.
#[derive(Debug)]
pub struct Agreement {
    /// The block that shows the title.
    pub headline: Option<BlockId>,
    /// For every block, whether it stands in JSON-LD `articleBody`: 1 yes, 0 no, [`NOT_KNOWN`] where the page has none.
    in_article_body: Vec<f32>,
    /// For every block, whether it begins as the page's description does.
    begins_as_description: Vec<bool>,
}

impl Agreement {
    pub fn find(page: &Page, blocks: &Blocks, metadata: &Metadata) -> Self {
        let description = metadata.description.as_deref().map(|text| start_of(text).collect::<String>());
        Self {
            headline: headline(page, blocks, metadata),
            in_article_body: look_up(blocks, metadata.article_body.as_deref(), limits::MAX_LOOKED_UP_BYTES),
            begins_as_description: blocks
                .ids()
                .map(|id| {
                    description.as_ref().is_some_and(|start| {
                        start.len() > MAX_CHANCE_BYTES && start_of(blocks.text(id)).eq(start.chars())
                    })
                })
                .collect(),
        }
    }
}

/// For every block, whether it stands in `articleBody`, as long as no more than `most_bytes` are gone through for all of them.
fn look_up(blocks: &Blocks, body: Option<&str>, most_bytes: usize) -> Vec<f32> {
    let Some(body) = body.filter(|body| body.len() > MIN_BODY_BYTES) else { return vec![NOT_KNOWN; blocks.len()] };
    let looked_up = most_bytes / body.len();
    let stands = |id: BlockId| {
        let text = blocks.text(id);
        let start = text.char_indices().nth(LOOKED_UP_CHARS).map_or(text, |(end, _)| &text[..end]);
        f32::from(u8::from(start.chars().count() > MAX_CHANCE_CHARS && body.contains(start)))
    };
    blocks.ids().map(|id| if id.index() < looked_up { stands(id) } else { NOT_KNOWN }).collect()
}

fn start_of(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(DESCRIPTION_LETTERS)
}

fn headline(page: &Page, blocks: &Blocks, metadata: &Metadata) -> Option<BlockId> {
    if let Some(node) = metadata.headline {
        let within = blocks.within(node, page.subtree_end(node));
        if !within.is_empty() {
            return Some(BlockId::at(within.start));
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
        .filter(|(_, block)| block.kind == BlockKind::Text && block.words < MAX_HEADLINE_WORDS)
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

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::*;
    use crate::{blocks::segment, page::html};

    #[test]
    fn blocks_are_looked_up_in_the_body_until_the_bound() {
        let story = |at: usize| format!("The ferry of line {at} stays for another year, and so does its crew.");
        let markup: String = (0..4).map(story).fold(String::new(), |markup, text| markup + "<p>" + &text + "</p>");
        let blocks = segment(&html::read(&markup).unwrap());
        let body = [0, 1, 3].map(story).join(" ") + &" And more.".repeat(20);
        let bound = 3 * body.len();
        assert_eq!(look_up(&blocks, Some(&body), bound - 1), [1.0, 1.0, NOT_KNOWN, NOT_KNOWN]);
        assert_eq!(look_up(&blocks, Some(&body), bound), [1.0, 1.0, 0.0, NOT_KNOWN]);
        assert_eq!(look_up(&blocks, Some(&body), 2 * bound), [1.0, 1.0, 0.0, 1.0]);
        assert_eq!(look_up(&blocks, Some(&body[..MIN_BODY_BYTES]), 2 * bound), [NOT_KNOWN; 4]);
    }
}
