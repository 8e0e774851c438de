//! What disguises one page: its filler, how far its dates are moved, and what it is known by.

use std::{collections::HashSet, ops::Range};

use url::Url;

use super::{filler::Filler, letters, public_words, texts};
use crate::{
    blocks::{self, BlockKind, Blocks},
    features::phrases,
    metadata::{
        self,
        dates::{
            NumericOrder,
            disguise::{Shift, disguise},
            find,
        },
    },
    page::{Attr, Page, Tag},
};

/// Weeks that dates are moved back: at least half a year, at most nine.
const WEEKS: Range<u64> = 26..470;
/// Ways to move dates that are compared.
const WAYS: u32 = 24;
/// Letters of the shortest word that a host's name is made of.
const HOST_WORD: usize = 3;

/// Letters from which a word would be recognised as one of the page's.
const RECOGNISED: usize = 3;

/// Turns every string of one page into another.
#[derive(Debug)]
pub struct Disguise {
    pub filler: Filler,
    pub shift: Shift,
    pub order: NumericOrder,
    /// How long blocks begin: a description that begins so is a part of one.
    pub long_starts: HashSet<String>,
    /// Words of the page's texts.
    pub spoken: HashSet<String>,
    /// Words of titles and names of sites, of which hosts are often made.
    pub title_words: HashSet<String>,
}

impl Disguise {
    pub fn new(page: &Page, url: Option<&Url>, seed: u64) -> Self {
        let mut of_page = HashSet::new();
        let mut title_words = HashSet::new();
        let mut spoken = HashSet::new();
        let mut take = |text: &str, is_title: bool| {
            for word in texts::words(text, 0) {
                let word = letters::lower(&text[word]);
                if is_title && word.len() >= HOST_WORD && word.is_ascii() {
                    title_words.insert(word.clone());
                }
                if word.chars().filter(|c| c.is_alphabetic()).count() >= RECOGNISED {
                    of_page.insert(word);
                }
            }
        };
        for node in page.nodes() {
            let parent = page.parent(node).and_then(|parent| page.tag(parent));
            if let Some(text) = page.text(node) {
                if parent != Some(Tag::Script) {
                    spoken.extend(texts::words(text, 0).into_iter().map(|word| letters::lower(&text[word])));
                }
                take(text, matches!(parent, Some(Tag::Title | Tag::H1 | Tag::Script)));
            }
            for (attr, value) in page.attrs(node) {
                take(value, matches!(attr, Attr::Content | Attr::Alt));
            }
        }
        take(url.map_or("", Url::as_str), false);
        let filler = Filler::new(seed, of_page, public_words::says_something);
        let blocks = blocks::segment(page);
        let order = NumericOrder::of(metadata::read(page, url).lang.as_deref());
        let shift = shift(&filler, &blocks, order);
        let long =
            blocks.iter().filter(|(_, block)| block.kind == BlockKind::Text && block.words > phrases::SHORT_WORDS);
        Self {
            long_starts: long.map(|(id, _)| texts::start(blocks.text(id))).collect(),
            order,
            filler,
            shift,
            spoken,
            title_words,
        }
    }
}

/// How far dates are moved: of a few ways that chance offers, the one that makes the page's lines least longer or shorter.
fn shift(filler: &Filler, blocks: &Blocks, order: NumericOrder) -> Shift {
    let random = |of: &str, range: Range<u64>| range.start + filler.number(of) % (range.end - range.start);
    let (hours, minutes) = (random("hours", 1..23) as u32, random("minutes", 1..59) as u32);
    let ways = (0..WAYS).map(|way| -7 * random(&format!("weeks {way}"), WEEKS) as i32);
    let ways: Vec<Shift> = ways.map(|days| Shift { days, hours, minutes }).collect();
    let texts = blocks.ids().map(|id| blocks.text(id)).filter(|text| text.len() <= texts::DATED_BYTES);
    let lines: Vec<&str> = texts.filter(|text| !find(text, order).is_empty()).collect();
    let change = |way: &Shift| -> usize {
        let dates =
            lines.iter().flat_map(|text| disguise(text, order, *way).into_iter().map(move |other| (text, other)));
        dates.map(|(text, (place, other))| text[place].chars().count().abs_diff(other.chars().count())).sum()
    };
    ways.into_iter().min_by_key(change).unwrap_or(Shift { days: 0, hours, minutes })
}
