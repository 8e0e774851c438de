//! What disguises one page: its filler, how far its dates are moved, and what it is known by.

use std::collections::HashSet;

use url::Url;

use super::{filler::Filler, letters, public_words, texts};
use crate::{
    blocks::{self, BlockKind},
    features::phrases,
    metadata::{
        self,
        dates::{NumericOrder, disguise::Shift},
    },
    page::{Attr, Page, Tag},
};

/// Weeks that dates are moved back: at least half a year, at most nine.
const WEEKS: std::ops::Range<u64> = 26..470;
/// Letters of the shortest word that a host's name is made of.
const HOST_WORD: usize = 3;

/// Turns every string of one page into another.
#[derive(Debug)]
pub struct Disguise {
    pub filler: Filler,
    pub shift: Shift,
    pub order: NumericOrder,
    /// How long blocks begin: a description that begins so is a part of one.
    pub long_starts: HashSet<String>,
    /// Words of titles and names of sites, of which hosts are often made.
    pub title_words: HashSet<String>,
}

impl Disguise {
    pub fn new(page: &Page, url: Option<&Url>, seed: u64) -> Self {
        let mut of_page = HashSet::new();
        let mut title_words = HashSet::new();
        let mut take = |text: &str, is_title: bool| {
            for word in texts::words(text, 0) {
                let word = letters::lower(&text[word]);
                if is_title && word.len() >= HOST_WORD && word.is_ascii() {
                    title_words.insert(word.clone());
                }
                of_page.insert(word);
            }
        };
        for node in page.nodes() {
            let parent = page.parent(node).and_then(|parent| page.tag(parent));
            if let Some(text) = page.text(node) {
                take(text, matches!(parent, Some(Tag::Title | Tag::H1 | Tag::Script)));
            }
            for (attr, value) in page.attrs(node) {
                take(value, matches!(attr, Attr::Content | Attr::Alt));
            }
        }
        take(url.map_or("", Url::as_str), false);
        let filler = Filler::new(seed, of_page, public_words::says_something);
        let random = |of: &str, range: std::ops::Range<u64>| range.start + filler.number(of) % (range.end - range.start);
        let shift = Shift {
            days: -7 * random("weeks", WEEKS) as i32,
            hours: random("hours", 1..23) as u32,
            minutes: random("minutes", 1..59) as u32,
        };
        let blocks = blocks::segment(page);
        let long = blocks.iter().filter(|(_, block)| block.kind == BlockKind::Text && block.words > phrases::SHORT_WORDS);
        Self {
            long_starts: long.map(|(id, _)| texts::start(blocks.text(id))).collect(),
            order: NumericOrder::of(metadata::read(page, url).lang.as_deref()),
            filler,
            shift,
            title_words,
        }
    }
}
