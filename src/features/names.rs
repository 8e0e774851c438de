//! What the words of the markup around a block speak for, by a learned table: the log-odds that text under an element so
//! named is the article's.

use std::ops::Range;

use super::{
    name_weights::{HASHES, WEIGHTS},
    words::topic,
};
use crate::{
    hash::{ByHash, of_text},
    page::{Attr, NodeId, Page, Tag},
};

/// Log-odds of one step of a stored weight.
pub const WEIGHT_UNIT: f32 = 1.0 / 16.0;

/// How much less an element counts than the one inside it.
const FADING: f32 = 0.5;

/// The names of an element and of those around it, as log-odds.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Weighed {
    /// The lowest, 0 where there is none below it.
    pub least: f32,
    /// The highest, 0 where there is none above it.
    pub most: f32,
    /// The sum over its own names.
    pub own: f32,
    /// The mean, an element counting half as much as the one inside it.
    near: (f32, f32),
    /// The sum and the number of all.
    all: (f32, f32),
}

impl Weighed {
    /// The mean over the names, the further up the less they count.
    pub fn near(&self) -> f32 {
        if self.near.1 > 0.0 { self.near.0 / self.near.1 } else { 0.0 }
    }

    /// The sum over the names as if they were half independent: divided by the root of their number.
    pub fn sum(&self) -> f32 {
        if self.all.1 > 0.0 { self.all.0 / self.all.1.sqrt() } else { 0.0 }
    }

    fn inside(self) -> Self {
        Self { own: 0.0, near: (self.near.0 * FADING, self.near.1 * FADING), ..self }
    }

    fn add(&mut self, weight: f32) {
        self.least = self.least.min(weight);
        self.most = self.most.max(weight);
        self.own += weight;
        self.near = (self.near.0 + weight, self.near.1 + 1.0);
        self.all = (self.all.0 + weight, self.all.1 + 1.0);
    }
}

/// The weight of a name in the learned table, if it has one.
pub fn learned(name: u32) -> Option<f32> {
    HASHES.binary_search(&name).ok().map(|at| f32::from(WEIGHTS[at]) * WEIGHT_UNIT)
}

/// Whether the word, in lower case, is one of the markup's that tell something: by the learned table, or by its topic.
pub fn is_known(word: &str) -> bool {
    tells_topic(word) || learned(of_text(word) as u32).is_some()
}

/// Whether the word, in lower case, is one of those that name a topic.
pub fn tells_topic(word: &str) -> bool {
    topic(word).is_some()
}

/// The words in an element's class, id, itemprop and role that the learned table has, in order.
pub fn known(page: &Page, node: NodeId) -> Vec<String> {
    let mut known = Vec::new();
    each_word(page, node, |word| {
        if learned(of_text(word) as u32).is_some() {
            known.push(word.to_owned());
        }
    });
    known
}

/// Weighs the names around every element with `weight`, which takes a name's hash.
pub fn weigh(page: &Page, weight: impl Fn(u32) -> Option<f32>) -> Vec<Weighed> {
    let mut weighed = vec![Weighed::default(); page.len()];
    // Elements of a row share their class: the weights of each value that was met.
    let mut weights: Vec<f32> = Vec::new();
    let mut seen: ByHash<Range<usize>> = ByHash::default();
    for node in page.nodes().skip(1) {
        let mut own = page.parent(node).map_or(Weighed::default(), |parent| weighed[parent.index()].inside());
        each_value(page, node, |value| {
            let range = seen.entry(of_text(value)).or_insert_with(|| {
                let start = weights.len();
                super::markup::each_word(value, |word| weights.extend(weight(of_text(word) as u32)));
                start..weights.len()
            });
            weights[range.clone()].iter().for_each(|&weight| own.add(weight));
        });
        weighed[node.index()] = own;
    }
    weighed
}

/// Calls `read` with the hash of every word in an element's class, id, itemprop and role.
pub fn each(page: &Page, node: NodeId, mut read: impl FnMut(u32)) {
    each_word(page, node, |word| read(of_text(word) as u32));
}

fn each_word(page: &Page, node: NodeId, mut read: impl FnMut(&str)) {
    each_value(page, node, |value| super::markup::each_word(value, &mut read));
}

fn each_value(page: &Page, node: NodeId, read: impl FnMut(&str)) {
    // What html and body are named holds for the whole page: no difference between its blocks.
    if matches!(page.tag(node), None | Some(Tag::Html | Tag::Body)) {
        return;
    }
    let mut values = [None; 4];
    for (name, value) in page.attrs(node) {
        if let Some(at) = [Attr::Class, Attr::Id, Attr::Itemprop, Attr::Role].iter().position(|read| *read == name) {
            values[at] = Some(value);
        }
    }
    values.into_iter().flatten().for_each(read);
}
