//! What every part of assembling reads: the page, its blocks, which of them are kept, and where the page stands.

use url::Url;

use super::{SafeUrl, anchors::Anchors, body::Marks, images::Fallbacks};
use crate::{
    blocks::{BlockId, Blocks},
    page::{Attr, Hints, NodeId, Page, Tag},
};

/// The page with what was decided of it.
pub(super) struct Source<'a> {
    pub page: &'a Page,
    pub blocks: &'a Blocks,
    /// For every block, whether it is in the article.
    pub kept: &'a [bool],
    /// What relative addresses start from: the page's address, or what its `base` element says.
    pub base: Option<Url>,
    pub anchors: Anchors,
    /// Plain forms of lazy pictures.
    pub fallbacks: Fallbacks,
    /// The article's own language and direction.
    pub marks: Marks,
}

impl Source<'_> {
    pub fn keeps(&self, block: BlockId) -> bool {
        self.kept[block.index()]
    }

    /// Whether any kept block starts inside the element.
    pub fn keeps_inside(&self, node: NodeId) -> bool {
        self.kept[self.blocks.within(node, self.page.subtree_end(node))].iter().any(|&kept| kept)
    }

    /// Characters of the blocks that start inside the element, kept or not.
    pub fn chars_inside(&self, node: NodeId) -> u32 {
        let inside = self.blocks.within(node, self.page.subtree_end(node));
        inside.map(|index| self.blocks.get(BlockId::at(index)).chars).sum()
    }

    /// The address an attribute holds.
    pub fn address(&self, node: NodeId, attr: Attr) -> Option<SafeUrl> {
        SafeUrl::resolve(self.base.as_ref(), self.page.attr(node, attr)?)
    }

    /// Whether one of these words, in any case, is among those of an element's class: `wp-caption-text` has three.
    pub fn has_class_word(&self, node: NodeId, words: &[&str]) -> bool {
        self.page.attr(node, Attr::Class).is_some_and(|class| {
            class
                .split(|c: char| !c.is_ascii_alphanumeric())
                .any(|found| words.iter().any(|word| word.eq_ignore_ascii_case(found)))
        })
    }

    /// Whether an element has one of these class names, whole.
    pub fn has_class(&self, node: NodeId, names: &[&str]) -> bool {
        self.page
            .attr(node, Attr::Class)
            .is_some_and(|class| class.split_ascii_whitespace().any(|name| names.contains(&name)))
    }

    /// Whether a reader who looks at the page sees nothing of the element: hidden, or there for screen readers alone.
    pub fn is_hidden(&self, node: NodeId) -> bool {
        self.page.hints(node).has(Hints::NOT_RENDERED)
            || self.page.attr(node, Attr::Hidden).is_some_and(|value| !value.eq_ignore_ascii_case("until-found"))
            || self.has_class(node, &["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"])
    }

    /// The first element of this name inside.
    pub fn first_inside(&self, node: NodeId, tag: Tag) -> Option<NodeId> {
        self.page.descendants(node).find(|&inner| self.page.is(inner, tag))
    }
}
