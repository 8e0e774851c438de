//! Cards: a link around a title, a text or a picture, which are another page's.

use super::Evidence;
use crate::{
    blocks::{BlockId, BlockKind},
    features::Place,
    page::{Attr, NodeId, Tag},
};

/// Blocks and words of the longest card. A link that is never closed goes around all that follows.
const CARD_BLOCKS: usize = 12;
const CARD_WORDS: u32 = 90;

/// The link around the block, where it holds more than one block and leads to another page: a paragraph's own links stand
/// inside of it.
pub fn around(evidence: &Evidence<'_>, id: BlockId) -> Option<NodeId> {
    let page = evidence.page;
    let link = page.inclusive_ancestors(evidence.container(id)).find(|&up| page.is(up, Tag::A))?;
    let leads_away = |href: &str| !href.trim().starts_with('#') && !leads_to_picture(href);
    let is_content = |at: &usize| {
        let block = evidence.blocks.get(BlockId::at(*at));
        block.kind == BlockKind::Media || !evidence.features.places[block.container.index()].has(Place::CAPTION)
    };
    let is_card = page.attr(link, Attr::Href).is_some_and(leads_away)
        && evidence.within(link).len() <= CARD_BLOCKS
        && evidence.words_inside(link) <= CARD_WORDS
        && evidence.within(link).filter(is_content).nth(1).is_some();
    is_card.then_some(link)
}

/// Whether a link leads to a picture's file, as to the same picture in its full size.
pub fn leads_to_picture(href: &str) -> bool {
    let path = href.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    [".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"].iter().any(|end| path.ends_with(end))
}
