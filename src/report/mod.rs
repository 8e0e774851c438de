//! A report that gives nothing away: a page's structure with every word replaced by filler, as a text a person can read.
//!
//! The first line is `quietpage-report 1`, the second may be `url` and the page's address. Then comes a line a node, each as
//! far in as the node is deep, so that nothing needs a closing mark:
//!
//! | line | meaning |
//! |---|---|
//! | `div` | an element |
//! | `+img` | one that the door did not number |
//! | `div@7` | one whose number does not follow the last one's |
//! | `div [nf] class="post"` | with its hints, in the tape's letters, and attributes |
//! | `"Zorp quam."` | a text |
//!
//! Inside quotes `\n`, `\t`, `\r`, `\"`, `\\` and `\u{8}` stand for what they do in Rust.
//!
//! It is the third door: [`read`] builds the page of it, of which the core makes the same decisions block by block as of the
//! original. What the core reads by its words (labels, credits, names in markup) is in lists that anyone can read here, and
//! only what is in these lists stays, where it decides something. What stays besides is what filler cannot hide: how long
//! words and texts are, which are the same, and in which language the page says it is.

mod addresses;
mod attributes;
mod disguise;
mod filler;
mod json;
mod letters;
mod lines;
mod names;
mod public_words;
mod reader;
mod texts;

use std::collections::HashMap;

use url::Url;

use crate::{
    blocks,
    page::{Attr, NodeId, Page, Tag},
};
use disguise::Disguise;
use texts::Line;

pub use public_words::is_public;
pub use reader::read;

/// What a report begins with.
pub const MARK: &str = "quietpage-report 1";

/// The report of a page that stands at `url`. Another `seed` gives other filler; who does not know it cannot look words up.
pub fn write(page: &Page, url: Option<&Url>, seed: u64) -> String {
    let mut disguise = Disguise::new(page, url, seed);
    let texts = texts(page, &mut disguise);
    let mut out = format!("{MARK}\n");
    if let Some(url) = url {
        lines::url(&mut out, &disguise.address(url.as_str()));
    }
    let mut next = 0;
    for node in page.nodes().skip(1) {
        if let Some(text) = texts.get(&node) {
            lines::text(&mut out, page.depth(node), text);
        } else if let (Some(tag), Some(ordinal)) = (page.tag(node), page.ordinal(node)) {
            lines::element(&mut out, page.depth(node), tag, page.hints(node), ordinal.0, &mut next);
            for (attr, value) in page.attrs(node) {
                lines::attr(&mut out, attr, &disguise.attribute(page, node, attr, value));
            }
            out.push('\n');
        }
    }
    out
}

/// Every text of the page, disguised. The texts of a block are one text: words may run from one into the next.
fn texts(page: &Page, disguise: &mut Disguise) -> HashMap<NodeId, String> {
    let blocks = blocks::segment(page);
    let mut texts: HashMap<NodeId, String> = HashMap::new();
    for (_, block) in blocks.iter() {
        let line = Line::of_run(page, block.first, block.end);
        let written = disguise.line(&line);
        texts.extend(line.parts.iter().map(|(node, _)| *node).zip(written));
    }
    for node in page.nodes() {
        let Some(text) = page.text(node) else { continue };
        texts.entry(node).or_insert_with(|| {
            let script = page.parent(node).filter(|&up| page.is(up, Tag::Script));
            match script.and_then(|script| page.attr(script, Attr::Type)) {
                Some(kind) if kind.to_ascii_lowercase().contains("ld+json") => disguise.json_ld(text),
                _ => disguise.text(text),
            }
        });
    }
    texts
}
