//! What class, id, role and itemprop of the elements around a block tell.

use super::{
    Context, names,
    words::{Topic, topic},
};
use crate::{
    blocks::BlockId,
    hash::{ByHash, of_text},
    page::{Attr, NodeId, Page, Tag},
};

/// Steps from the container that count as near.
const NEAR: usize = 3;

/// A set of topics.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Topics(u16);

impl Topics {
    fn add(&mut self, topic: Topic) {
        self.0 |= 1 << topic as u16;
    }

    /// The topics that the words of a class or the like name.
    fn named_by(value: &str) -> Self {
        let mut named = Self::default();
        each_word(value, |word| {
            if let Some(topic) = topic(word) {
                named.add(topic);
            }
        });
        named
    }

    fn has(self, topic: Topic) -> bool {
        self.0 & (1 << topic as u16) != 0
    }
}

/// The topics that every element's own markup names, and those of all its ancestors with it.
#[derive(Debug)]
pub struct Markup {
    own: Vec<Topics>,
    around: Vec<Topics>,
}

impl Markup {
    /// Whether the element's own markup names the topic.
    pub fn names(&self, node: NodeId, topic: Topic) -> bool {
        self.own[node.index()].has(topic)
    }

    /// Reads every element's names.
    pub fn read(page: &Page) -> Self {
        let mut own = vec![Topics::default(); page.len()];
        let mut around = own.clone();
        // Elements of a row share their class.
        let mut seen: ByHash<Topics> = ByHash::default();
        for node in page.nodes().skip(1) {
            // What html and body are named holds for the whole page: no difference between its blocks.
            if !matches!(page.tag(node), None | Some(Tag::Html | Tag::Body)) {
                for (name, value) in page.attrs(node) {
                    if matches!(name, Attr::Class | Attr::Id | Attr::Itemprop | Attr::Role | Attr::AriaLabel) {
                        own[node.index()].0 |= seen.entry(of_text(value)).or_insert_with(|| Topics::named_by(value)).0;
                    }
                }
            }
            let above = page.parent(node).map_or(Topics::default(), |parent| around[parent.index()]);
            around[node.index()] = Topics(above.0 | own[node.index()].0);
        }
        Self { own, around }
    }
}

/// Whether the topic is named by the container or its next ancestors: 1 for the container, less the further up.
pub fn near(context: &Context<'_>, block: BlockId, topic: Topic) -> f32 {
    let container = context.container(block);
    std::iter::once(container)
        .chain(context.page.ancestors(container))
        .take(NEAR)
        .position(|node| context.markup.own[node.index()].has(topic))
        .map_or(0.0, |steps| 1.0 / (1.0 + steps as f32))
}

/// Whether the topic is named by any element around the block.
pub fn anywhere(context: &Context<'_>, block: BlockId, topic: Topic) -> f32 {
    f32::from(u8::from(context.markup.around[context.container(block).index()].has(topic)))
}

/// What the names around a block's container weigh, by the learned table.
pub fn weighed(context: &Context<'_>, block: BlockId) -> names::Weighed {
    context.names[context.container(block).index()]
}

/// Calls `read` with every word of a class or id, in lower case: split at what is no letter and at `camelCase`.
pub fn each_word(value: &str, mut read: impl FnMut(&str)) {
    let lower = value.to_ascii_lowercase();
    let mut start = 0;
    let mut before = b' ';
    for (at, byte) in value.bytes().chain([b' ']).enumerate() {
        let is_letter = byte.is_ascii_alphabetic();
        let begins = before.is_ascii_lowercase() && byte.is_ascii_uppercase();
        if !is_letter || begins {
            if start < at {
                read(&lower[start..at]);
            }
            start = if is_letter { at } else { at + 1 };
        }
        before = byte;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_as_people_write_them() {
        let mut words = Vec::new();
        each_word("Article__relatedLinks share-bar2 c-ad", |word| words.push(word.to_owned()));
        assert_eq!(words, ["article", "related", "links", "share", "bar", "c", "ad"]);
    }
}
