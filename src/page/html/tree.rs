//! The tree under construction. The standard moves nodes about (misnested formatting, text astray in tables), which the
//! page's builder, append-only, cannot; so the tree is made here and handed over in document order at the end.

use std::rc::Rc;

use crate::{
    Error, limits,
    page::{Attr, Hints, Page, PageBuilder, Tag},
};

/// An element's name, custom elements' too: their end tags must find them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Name {
    pub tag: Tag,
    /// The name where `tag` is [`Tag::Other`].
    other: Box<str>,
}

impl Name {
    /// From a lower-case name.
    pub fn new(name: &str) -> Self {
        let tag = Tag::from_name(name);
        Self { tag, other: if tag == Tag::Other { name.into() } else { Box::default() } }
    }

    pub fn is_other(&self, name: &str) -> bool {
        &*self.other == name
    }
}

impl From<Tag> for Name {
    fn from(tag: Tag) -> Self {
        Self { tag, other: Box::default() }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Namespace {
    Html,
    Svg,
    MathMl,
}

/// What a start tag says of its element. Clones of misnested formatting share it.
#[derive(Debug, Clone)]
pub(super) struct Element {
    pub name: Name,
    pub namespace: Namespace,
    pub attrs: Vec<(Attr, String)>,
    pub not_rendered: bool,
    /// Equal for equal names and attributes, carried or not.
    pub fingerprint: u64,
}

impl Element {
    /// An element that no tag asked for.
    pub fn implied(tag: Tag) -> Self {
        Self { name: tag.into(), namespace: Namespace::Html, attrs: Vec::new(), not_rendered: false, fingerprint: 0 }
    }

    pub fn attr(&self, wanted: Attr) -> Option<&str> {
        self.attrs.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str())
    }

    /// The name of an element of HTML; `None` in other namespaces.
    pub fn html_tag(&self) -> Option<Tag> {
        (self.namespace == Namespace::Html).then_some(self.name.tag)
    }

    /// Whether the page has the element: styles and programs it has not.
    fn is_in_page(&self) -> bool {
        match self.name.tag {
            Tag::Style => false,
            Tag::Script => self.is_data_script(),
            _ => true,
        }
    }

    /// Whether a script holds data that the core reads: JSON-LD, or a formula.
    fn is_data_script(&self) -> bool {
        let kind = self.attr(Attr::Type).unwrap_or_default().trim().to_ascii_lowercase();
        kind == "application/ld+json" || kind.starts_with("math/tex")
    }
}

/// A node of the tree under construction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Id(u32);

#[derive(Debug)]
enum Content {
    Document,
    Element(Rc<Element>),
    Text(String),
}

#[derive(Debug)]
struct Node {
    content: Content,
    parent: Option<Id>,
    previous: Option<Id>,
    next: Option<Id>,
    first: Option<Id>,
    last: Option<Id>,
}

/// Where a node goes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    /// As the last child.
    Inside(Id),
    /// As the sibling just before.
    Before(Id),
}

#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// Bytes of attributes, those of clones counted again: a clone is cheap here, but not in the page.
    attr_bytes: usize,
}

impl Tree {
    pub const DOCUMENT: Id = Id(0);

    pub fn new() -> Self {
        let mut tree = Self { nodes: Vec::new(), attr_bytes: 0 };
        tree.push(Content::Document);
        tree
    }

    /// Makes an element that stands nowhere yet.
    pub fn create(&mut self, element: Rc<Element>) -> Result<Id, Error> {
        self.attr_bytes +=
            element.attrs.iter().map(|(_, value)| value.len().min(limits::MAX_ATTR_BYTES)).sum::<usize>();
        if self.attr_bytes > limits::MAX_PAGE_BYTES {
            return Err(Error::PageTooLarge { found: self.attr_bytes, limit: limits::MAX_PAGE_BYTES });
        }
        self.bounded(Content::Element(element))
    }

    /// The element; `None` for the document and for texts.
    pub fn element(&self, id: Id) -> Option<&Rc<Element>> {
        match &self.nodes[id.0 as usize].content {
            Content::Element(element) => Some(element),
            _ => None,
        }
    }

    pub fn parent(&self, id: Id) -> Option<Id> {
        self.nodes[id.0 as usize].parent
    }

    /// Gives an element the attributes it lacks.
    pub fn add_attrs(&mut self, id: Id, from: &Element) {
        if let Content::Element(element) = &mut self.nodes[id.0 as usize].content {
            let element = Rc::make_mut(element);
            for (name, value) in &from.attrs {
                if element.attr(*name).is_none() {
                    element.attrs.push((*name, value.clone()));
                }
            }
            element.not_rendered |= from.not_rendered;
        }
    }

    pub fn insert(&mut self, place: Place, id: Id) {
        self.detach(id);
        let (parent, previous, next) = match place {
            Place::Inside(parent) => (Some(parent), self.nodes[parent.0 as usize].last, None),
            Place::Before(sibling) => {
                let node = &self.nodes[sibling.0 as usize];
                (node.parent, node.previous, Some(sibling))
            }
        };
        let Some(parent) = parent else { return };
        let node = &mut self.nodes[id.0 as usize];
        (node.parent, node.previous, node.next) = (Some(parent), previous, next);
        match previous {
            Some(previous) => self.nodes[previous.0 as usize].next = Some(id),
            None => self.nodes[parent.0 as usize].first = Some(id),
        }
        match next {
            Some(next) => self.nodes[next.0 as usize].previous = Some(id),
            None => self.nodes[parent.0 as usize].last = Some(id),
        }
    }

    /// Adds text; it joins a text that stands just before.
    pub fn insert_text(&mut self, place: Place, text: &str) -> Result<(), Error> {
        let before = match place {
            Place::Inside(parent) => self.nodes[parent.0 as usize].last,
            Place::Before(sibling) => self.nodes[sibling.0 as usize].previous,
        };
        if let Some(before) = before
            && let Content::Text(already) = &mut self.nodes[before.0 as usize].content
        {
            already.push_str(text);
            return Ok(());
        }
        let id = self.bounded(Content::Text(text.to_owned()))?;
        self.insert(place, id);
        Ok(())
    }

    pub fn detach(&mut self, id: Id) {
        let node = &mut self.nodes[id.0 as usize];
        let (parent, previous, next) = (node.parent.take(), node.previous.take(), node.next.take());
        let Some(parent) = parent else { return };
        match previous {
            Some(previous) => self.nodes[previous.0 as usize].next = next,
            None => self.nodes[parent.0 as usize].first = next,
        }
        match next {
            Some(next) => self.nodes[next.0 as usize].previous = previous,
            None => self.nodes[parent.0 as usize].last = previous,
        }
    }

    /// Moves all children of one element to the end of another.
    pub fn move_children(&mut self, from: Id, to: Id) {
        while let Some(child) = self.nodes[from.0 as usize].first {
            self.insert(Place::Inside(to), child);
        }
    }

    /// The page, in document order.
    pub fn into_page(self) -> Result<Page, Error> {
        let mut builder = PageBuilder::new();
        let mut at = self.nodes[0].first;
        while let Some(id) = at {
            let node = &self.nodes[id.0 as usize];
            let inside = match &node.content {
                Content::Element(element) if element.is_in_page() => {
                    let hints = if element.not_rendered { Hints::NOT_RENDERED } else { Hints::NONE };
                    builder.open(element.name.tag, hints)?;
                    for (name, value) in &element.attrs {
                        builder.attr(*name, value);
                    }
                    let child = if element.name.tag.is_written_empty() { None } else { node.first };
                    if child.is_none() {
                        builder.close();
                    }
                    child
                }
                Content::Text(text) => {
                    builder.text(text)?;
                    None
                }
                Content::Element(_) | Content::Document => None,
            };
            at = inside.or_else(|| self.next_after(id, &mut builder));
        }
        Ok(builder.finish())
    }

    /// The next node that is not inside `id`; closes the elements that end on the way.
    fn next_after(&self, id: Id, builder: &mut PageBuilder) -> Option<Id> {
        let mut at = id;
        loop {
            let node = &self.nodes[at.0 as usize];
            if node.next.is_some() {
                return node.next;
            }
            at = node.parent.filter(|parent| *parent != Self::DOCUMENT)?;
            builder.close();
        }
    }

    fn bounded(&mut self, content: Content) -> Result<Id, Error> {
        if self.nodes.len() >= limits::MAX_NODES {
            return Err(Error::TooManyNodes { limit: limits::MAX_NODES });
        }
        Ok(self.push(content))
    }

    fn push(&mut self, content: Content) -> Id {
        let id = Id(self.nodes.len() as u32);
        self.nodes.push(Node { content, parent: None, previous: None, next: None, first: None, last: None });
        id
    }
}
