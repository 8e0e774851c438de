//! The one way to build a page: open, attribute, text, close, in document order.

use super::{Attr, Hints, Kind, Node, NodeId, Ordinal, Page, Tag, TextSpan, text::head};
use crate::{Error, limits};

/// Builds a [`Page`] from events in document order. Every `open` takes the next ordinal, kept or not, so a door's own
/// count of elements stays in step.
#[derive(Debug)]
pub struct PageBuilder {
    page: Page,
    /// The open elements, outermost first; the document is at the bottom.
    open: Vec<NodeId>,
    /// Elements opened beyond [`limits::MAX_DEPTH`] and not yet closed: counted, not kept.
    too_deep: usize,
    ordinal: u32,
}

impl Default for PageBuilder {
    fn default() -> Self {
        Self::new()
    }
}

impl PageBuilder {
    /// An empty page.
    pub fn new() -> Self {
        let root = Node { kind: Kind::Document, parent: NodeId::ROOT, end: 1, depth: 0 };
        Self {
            page: Page { nodes: vec![root], attrs: Vec::new(), buffer: String::new(), elements: 0 },
            open: vec![NodeId::ROOT],
            too_deep: 0,
            ordinal: 0,
        }
    }

    /// Opens an element inside the innermost open one and gives its ordinal.
    ///
    /// # Errors
    /// [`Error::TooManyNodes`] at [`limits::MAX_NODES`].
    pub fn open(&mut self, tag: Tag, hints: Hints) -> Result<Ordinal, Error> {
        let ordinal = Ordinal(self.ordinal);
        self.ordinal += 1;
        if self.open.len() > limits::MAX_DEPTH {
            self.too_deep += 1;
            return Ok(ordinal);
        }
        let first_attr = self.page.attrs.len() as u32;
        let id = self.push(Kind::Element { tag, ordinal, hints, first_attr, attrs: 0 })?;
        self.open.push(id);
        Ok(ordinal)
    }

    /// Gives the next element this ordinal: the door met those before it and did not keep them. Ordinals only rise.
    pub fn go_on_at(&mut self, ordinal: u32) {
        self.ordinal = self.ordinal.max(ordinal);
    }

    /// Opens an element that the door did not number: it has the ordinal of the last one that was. What is read out of a
    /// `noscript`'s text is no element of the live page.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn open_unnumbered(&mut self, tag: Tag) -> Result<(), Error> {
        let next = self.ordinal;
        self.ordinal = next.saturating_sub(1);
        let opened = self.open(tag, Hints::NONE);
        self.ordinal = next;
        opened.map(|_| ())
    }

    /// Gives the element opened last an attribute. Call it before any text or child. A repeated name is ignored, as
    /// browsers do; a value over [`limits::MAX_ATTR_BYTES`] is cut.
    pub fn attr(&mut self, name: Attr, value: &str) {
        if self.too_deep > 0 {
            return;
        }
        let Some(last) = self.page.nodes.len().checked_sub(1) else { return };
        let Kind::Element { first_attr, .. } = self.page.nodes[last].kind else { return };
        let repeated = self.page.attrs[first_attr as usize..].iter().any(|(known, _)| *known == name);
        if repeated {
            return;
        }
        let span = self.store(head(value, limits::MAX_ATTR_BYTES));
        self.page.attrs.push((name, span));
        if let Kind::Element { attrs, .. } = &mut self.page.nodes[last].kind {
            *attrs += 1;
        }
    }

    /// Adds a hint to the element opened last.
    pub fn hint(&mut self, hint: Hints) {
        if self.too_deep > 0 {
            return;
        }
        if let Some(Node { kind: Kind::Element { hints, .. }, .. }) = self.page.nodes.last_mut() {
            *hints = hints.with(hint);
        }
    }

    /// Appends text; text after text becomes one node.
    ///
    /// # Errors
    /// [`Error::TooManyNodes`] at [`limits::MAX_NODES`].
    pub fn text(&mut self, text: &str) -> Result<(), Error> {
        if text.is_empty() {
            return Ok(());
        }
        let parent = self.innermost();
        let last = self.page.nodes.len() - 1;
        if let Node { kind: Kind::Text(span), parent: of, .. } = self.page.nodes[last]
            && of == parent
            && span.end as usize == self.page.buffer.len()
        {
            self.page.buffer.push_str(text);
            let end = self.page.buffer.len() as u32;
            self.page.nodes[last].kind = Kind::Text(TextSpan { start: span.start, end });
            return Ok(());
        }
        let span = self.store(text);
        self.push(Kind::Text(span))?;
        Ok(())
    }

    /// Closes the innermost open element. Without one it does nothing.
    pub fn close(&mut self) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else if self.open.len() > 1
            && let Some(id) = self.open.pop()
        {
            self.page.nodes[id.index()].end = self.page.nodes.len() as u32;
        }
    }

    /// How many elements are open.
    pub fn depth(&self) -> usize {
        self.open.len() - 1 + self.too_deep
    }

    /// Closes what is open and gives the page.
    pub fn finish(mut self) -> Page {
        self.too_deep = 0;
        while self.open.len() > 1 {
            self.close();
        }
        self.page.nodes[0].end = self.page.nodes.len() as u32;
        self.page.elements = self.ordinal;
        self.page
    }

    fn innermost(&self) -> NodeId {
        self.open.last().copied().unwrap_or(NodeId::ROOT)
    }

    fn push(&mut self, kind: Kind) -> Result<NodeId, Error> {
        let index = self.page.nodes.len();
        if index >= limits::MAX_NODES {
            return Err(Error::TooManyNodes { limit: limits::MAX_NODES });
        }
        let depth = self.open.len() as u16;
        let end = index as u32 + 1;
        self.page.nodes.push(Node { kind, parent: self.innermost(), end, depth });
        Ok(NodeId::from_index(index))
    }

    fn store(&mut self, text: &str) -> TextSpan {
        let start = self.page.buffer.len() as u32;
        self.page.buffer.push_str(text);
        TextSpan { start, end: self.page.buffer.len() as u32 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(builder: &mut PageBuilder, tag: Tag) -> Ordinal {
        builder.open(tag, Hints::NONE).expect("room for a node")
    }

    #[test]
    fn subtrees_are_runs_of_ids() {
        let mut builder = PageBuilder::new();
        open(&mut builder, Tag::Body);
        open(&mut builder, Tag::P);
        builder.text("one ").unwrap();
        builder.text("run").unwrap();
        builder.close();
        open(&mut builder, Tag::Div);
        let page = builder.finish();
        let body = page.body();
        let children: Vec<_> = page.children(body).collect();
        assert_eq!(children.len(), 2);
        assert_eq!(page.text(children[0].next()), Some("one run"));
        assert_eq!(page.subtree_end(children[0]), children[1]);
        assert!(page.contains(body, children[1]) && !page.contains(children[0], children[1]));
        assert_eq!(
            children.iter().map(|&node| page.previous_sibling(node)).collect::<Vec<_>>(),
            [None, Some(children[0])]
        );
        assert_eq!(children.iter().map(|&node| page.next_sibling(node)).collect::<Vec<_>>(), [Some(children[1]), None]);
        assert_eq!([page.previous_sibling(NodeId::ROOT), page.next_sibling(NodeId::ROOT)], [None, None]);
    }

    #[test]
    fn elements_past_the_depth_bound_are_counted_and_their_text_stays() {
        let mut builder = PageBuilder::new();
        for _ in 0..limits::MAX_DEPTH + 2 {
            open(&mut builder, Tag::Div);
        }
        builder.text("deep").unwrap();
        builder.close();
        builder.close();
        assert_eq!(builder.depth(), limits::MAX_DEPTH);
        let ordinal = open(&mut builder, Tag::P);
        assert_eq!(ordinal, Ordinal(limits::MAX_DEPTH as u32 + 2));
        let page = builder.finish();
        assert_eq!(page.text_inside(NodeId::ROOT), "deep");
        assert_eq!(page.nodes().map(|node| page.depth(node)).max(), Some(limits::MAX_DEPTH + 1));
    }

    #[test]
    fn an_unnumbered_element_takes_no_ordinal() {
        let mut builder = PageBuilder::new();
        open(&mut builder, Tag::Noscript);
        builder.open_unnumbered(Tag::Img).unwrap();
        builder.close();
        assert_eq!(open(&mut builder, Tag::P), Ordinal(1));
        let page = builder.finish();
        assert_eq!(page.ordinal(NodeId::ROOT.next().next()), Some(Ordinal(0)));
        assert_eq!(page.element_count(), 2);
    }

    #[test]
    fn the_first_of_two_equal_attributes_wins() {
        let mut builder = PageBuilder::new();
        open(&mut builder, Tag::P);
        builder.attr(Attr::Class, "a");
        builder.attr(Attr::Class, "b");
        let page = builder.finish();
        assert_eq!(page.attr(NodeId::ROOT.next(), Attr::Class), Some("a"));
    }
}
