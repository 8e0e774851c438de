//! The page: an arena of elements and texts in document order.
//!
//! Nodes are stored in preorder, so the subtree of a node is the run of ids from it to [`Page::subtree_end`], and walking
//! it is a loop. Nothing here recurses: a page 512 elements deep costs no stack.

mod base;
mod builder;
#[cfg(feature = "html")]
pub mod html;
mod noscript;
mod tag;
pub mod tape;
pub mod text;

use std::num::NonZeroU32;

pub use base::base_url;
pub use builder::PageBuilder;
pub use tag::{Attr, Tag};

/// A node of the page: its place in document order, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(NonZeroU32);

impl NodeId {
    /// The document: parent of everything, itself neither element nor text.
    pub const ROOT: Self = Self(NonZeroU32::MIN);

    pub(crate) fn from_index(index: usize) -> Self {
        Self(NonZeroU32::MIN.saturating_add(index as u32))
    }

    /// The node's place in document order, from 0; an index into tables with a value a node.
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }

    /// The next node in document order. It may lie past the page's last.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// The number a door gave an element when it met it, in document order, from 0. The content script keeps the element
/// behind each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Ordinal(pub u32);

/// What only a rendered page knows of an element. Vetoes after scoring, never features: training pages have none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hints(u8);

impl Hints {
    /// Nothing known.
    pub const NONE: Self = Self(0);
    /// Not rendered: `display: none`, `visibility: hidden`, the `hidden` attribute.
    pub const NOT_RENDERED: Self = Self(1);
    /// `position: fixed` or `sticky`.
    pub const FIXED: Self = Self(2);
    /// A picture of a few pixels.
    pub const TINY: Self = Self(4);
    /// Outside what a person has selected, and walked only for what it says of that.
    pub const OUTSIDE: Self = Self(8);

    /// Each with the letter that tapes and reports have for it.
    pub(crate) const LETTERS: [(Self, char); 4] =
        [(Self::NOT_RENDERED, 'n'), (Self::FIXED, 'f'), (Self::TINY, 't'), (Self::OUTSIDE, 'o')];

    /// The hints that some letters stand for; others say nothing.
    pub(crate) fn of_letters(letters: &str) -> Self {
        let known = Self::LETTERS.into_iter().filter(|(_, letter)| letters.contains(*letter));
        known.fold(Self::NONE, |hints, (hint, _)| hints.with(hint))
    }

    /// Both together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all of `other` is set.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// A stretch of the page's text buffer, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct TextSpan {
    start: u32,
    end: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Document,
    Element { tag: Tag, ordinal: Ordinal, hints: Hints, first_attr: u32, attrs: u16 },
    Text(TextSpan),
}

#[derive(Debug, Clone, Copy)]
struct Node {
    kind: Kind,
    parent: NodeId,
    /// Index of the first node after the subtree.
    end: u32,
    depth: u16,
}

/// A page as a door saw it. Made by [`PageBuilder`] alone; nothing changes it afterwards.
#[derive(Debug)]
pub struct Page {
    nodes: Vec<Node>,
    attrs: Vec<(Attr, TextSpan)>,
    buffer: String,
    elements: u32,
}

impl Page {
    /// Number of nodes, the document among them.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is nothing but the document.
    pub fn is_empty(&self) -> bool {
        self.nodes.len() == 1
    }

    /// How many elements the door numbered.
    pub fn element_count(&self) -> u32 {
        self.elements
    }

    /// The element's name; `None` for texts and the document.
    pub fn tag(&self, node: NodeId) -> Option<Tag> {
        match self.nodes[node.index()].kind {
            Kind::Element { tag, .. } => Some(tag),
            _ => None,
        }
    }

    /// Whether the node is an element of this name.
    pub fn is(&self, node: NodeId, tag: Tag) -> bool {
        self.tag(node) == Some(tag)
    }

    /// The text of a text node, white space as it stood.
    pub fn text(&self, node: NodeId) -> Option<&str> {
        match self.nodes[node.index()].kind {
            Kind::Text(span) => Some(self.span(span)),
            _ => None,
        }
    }

    /// An attribute's value; `None` where the element has none of that name (or the door does not carry it).
    pub fn attr(&self, node: NodeId, attr: Attr) -> Option<&str> {
        self.attrs(node).find(|(name, _)| *name == attr).map(|(_, value)| value)
    }

    /// The element's attributes, as they were written.
    pub fn attrs(&self, node: NodeId) -> impl Iterator<Item = (Attr, &str)> {
        let (first, count) = match self.nodes[node.index()].kind {
            Kind::Element { first_attr, attrs, .. } => (first_attr as usize, usize::from(attrs)),
            _ => (0, 0),
        };
        self.attrs[first..first + count].iter().map(|(name, span)| (*name, self.span(*span)))
    }

    /// What the door knows of how the element is drawn.
    pub fn hints(&self, node: NodeId) -> Hints {
        match self.nodes[node.index()].kind {
            Kind::Element { hints, .. } => hints,
            _ => Hints::NONE,
        }
    }

    /// The element's number; `None` for texts and the document.
    pub fn ordinal(&self, node: NodeId) -> Option<Ordinal> {
        match self.nodes[node.index()].kind {
            Kind::Element { ordinal, .. } => Some(ordinal),
            _ => None,
        }
    }

    /// The parent; `None` for the document.
    pub fn parent(&self, node: NodeId) -> Option<NodeId> {
        (node != NodeId::ROOT).then(|| self.nodes[node.index()].parent)
    }

    /// Steps from the document.
    pub fn depth(&self, node: NodeId) -> usize {
        usize::from(self.nodes[node.index()].depth)
    }

    /// The first node after the subtree of `node`; it may lie past the page's last.
    pub fn subtree_end(&self, node: NodeId) -> NodeId {
        NodeId::from_index(self.nodes[node.index()].end as usize)
    }

    /// Whether `node` is `ancestor` or inside it.
    pub fn contains(&self, ancestor: NodeId, node: NodeId) -> bool {
        ancestor <= node && node < self.subtree_end(ancestor)
    }

    /// The children, in order.
    pub fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let end = self.subtree_end(node);
        let mut next = node.next();
        std::iter::from_fn(move || {
            let child = (next < end).then_some(next)?;
            next = self.subtree_end(child);
            Some(child)
        })
    }

    /// The node right before among the children of the same parent, in as many steps as the page is deep.
    pub fn previous_sibling(&self, node: NodeId) -> Option<NodeId> {
        let parent = self.parent(node)?;
        let before = NodeId::from_index(node.index() - 1);
        self.inclusive_ancestors(before).take_while(|&up| up != parent).last()
    }

    /// The node right after among the children of the same parent.
    pub fn next_sibling(&self, node: NodeId) -> Option<NodeId> {
        let next = self.subtree_end(node);
        (next < self.subtree_end(self.parent(node)?)).then_some(next)
    }

    /// The parent, its parent, … up to the document.
    pub fn ancestors(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.parent(node), |&up| self.parent(up))
    }

    /// The node itself, its parent, … up to the document (DOM's "inclusive ancestors").
    pub fn inclusive_ancestors(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::once(node).chain(self.ancestors(node))
    }

    /// Everything inside, in document order, without `node` itself.
    pub fn descendants(&self, node: NodeId) -> impl Iterator<Item = NodeId> + use<> {
        (node.index() + 1..self.subtree_end(node).index()).map(NodeId::from_index)
    }

    /// Every node in document order, the document first.
    pub fn nodes(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..self.len()).map(NodeId::from_index)
    }

    /// The `body` element, or the document where there is none.
    pub fn body(&self) -> NodeId {
        self.nodes().find(|&node| self.is(node, Tag::Body)).unwrap_or(NodeId::ROOT)
    }

    /// The `html` element.
    pub fn html(&self) -> Option<NodeId> {
        self.children(NodeId::ROOT).find(|&node| self.is(node, Tag::Html))
    }

    /// The text inside, its white space squashed. For fields and labels; blocks keep their own text.
    pub fn text_inside(&self, node: NodeId) -> String {
        let mut out = text::Squashed::default();
        let mut next = node;
        let end = self.subtree_end(node);
        while next < end {
            if self.tag(next).is_some_and(Tag::is_unread) && next != node {
                next = self.subtree_end(next);
                continue;
            }
            if let Some(text) = self.text(next) {
                out.push(text);
            } else if self.tag(next).is_some_and(|tag| tag.is_block_level() || tag == Tag::Br) {
                out.space();
            }
            next = next.next();
        }
        out.text
    }

    fn span(&self, span: TextSpan) -> &str {
        &self.buffer[span.start as usize..span.end as usize]
    }
}
