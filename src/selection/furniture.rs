//! What repeats on other pages of a site is its furniture, whatever its words. Of stories alone: what products, chapters of
//! a manual and the like have in common is often what they are about.

use std::collections::HashSet;

use super::{Evidence, Reason};
use crate::{
    blocks::{BlockId, BlockKind, Blocks},
    hash,
    page::text,
};

/// Words below which a text may well be said on two pages.
const MIN_WORDS: u32 = 2;
/// Share of the kept words that may go. A page that has more in common with another is the same story at another address.
const MOST: f32 = 0.25;

/// What is known of other pages of the site.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Furniture {
    /// Hashed with every text, so that who finds hashes cannot look texts up.
    pub salt: String,
    /// Hashes of blocks that were text there.
    pub seen: HashSet<u32>,
}

impl Furniture {
    /// The hashes of a page's kept blocks, for its site's other pages; those of one word tell nothing.
    pub fn hashes(&self, blocks: &Blocks, reasons: &[Reason]) -> Vec<u32> {
        let kept = blocks.ids().filter(|id| reasons[id.index()].is_kept());
        let mut known = HashSet::new();
        kept.filter_map(|id| self.hash(blocks, id)).filter(|&hash| known.insert(hash)).collect()
    }

    /// The same text is the same with other digits and marks: counts and dates change from page to page.
    fn hash(&self, blocks: &Blocks, id: BlockId) -> Option<u32> {
        if blocks.get(id).kind != BlockKind::Text || blocks.get(id).words < MIN_WORDS {
            return None;
        }
        let letters = blocks.text(id).chars().filter(|c| text::is_of_word(*c) && !c.is_numeric());
        let salted: String = self.salt.chars().chain(['\0']).chain(letters.flat_map(char::to_lowercase)).collect();
        Some(hash::of_text(&salted) as u32)
    }
}

/// Takes away what was seen on other pages. Headings go with what they head.
pub fn take_away(evidence: &Evidence<'_>, furniture: &Furniture, reasons: &mut [Reason]) {
    let is_seen =
        |id: &BlockId| furniture.hash(evidence.blocks, *id).is_some_and(|hash| furniture.seen.contains(&hash));
    let kept: Vec<BlockId> = evidence.blocks.ids().filter(|id| reasons[id.index()].is_kept()).collect();
    let seen: Vec<BlockId> = kept.iter().copied().filter(|id| is_seen(id) && !evidence.is_heading(*id)).collect();
    let words = |ids: &[BlockId]| -> f32 { ids.iter().map(|&id| evidence.words(id)).sum() };
    if words(&seen) <= words(&kept) * MOST {
        for id in seen {
            reasons[id.index()] = Reason::OnOtherPages;
        }
    }
}
