//! The stack of open elements, and the sets of names by which the HTML standard decides what a tag closes.

use std::rc::Rc;

use super::tree::{Element, Id, Name, Namespace, Tree};
use crate::page::{Attr, Tag};

/// Which elements end the search for an open element (HTML standard, 13.2.4.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    Default,
    /// For list items: `ol` and `ul` end it too.
    List,
    /// For paragraphs: `button` ends it too.
    Button,
    /// For the parts of a table: only `html`, `table` and `template` end it.
    Table,
}

impl Scope {
    fn ends_at(self, element: &Element) -> bool {
        match (self, element.html_tag()) {
            (Self::Table, Some(tag)) => matches!(tag, Tag::Html | Tag::Table | Tag::Template),
            (Self::Table, None) => false,
            (Self::List, Some(Tag::Ol | Tag::Ul)) | (Self::Button, Some(Tag::Button)) => true,
            (_, Some(tag)) => matches!(
                tag,
                Tag::Applet
                    | Tag::Caption
                    | Tag::Html
                    | Tag::Table
                    | Tag::Td
                    | Tag::Th
                    | Tag::Marquee
                    | Tag::Object
                    | Tag::Select
                    | Tag::Template
            ),
            (_, None) => is_foreign_special(element),
        }
    }
}

/// Elements of MathML and SVG that count as special and bound a scope.
fn is_foreign_special(element: &Element) -> bool {
    is_mathml_text_point(element)
        || match element.namespace {
            Namespace::MathMl => element.name.tag == Tag::AnnotationXml,
            Namespace::Svg => is_svg_html_point(element),
            Namespace::Html => false,
        }
}

fn is_svg_html_point(element: &Element) -> bool {
    element.name.tag == Tag::Title || element.name.is_other("foreignobject") || element.name.is_other("desc")
}

/// MathML text integration points: inside them, text and most tags are HTML.
pub(super) fn is_mathml_text_point(element: &Element) -> bool {
    element.namespace == Namespace::MathMl
        && matches!(element.name.tag, Tag::Mi | Tag::Mo | Tag::Mn | Tag::Ms | Tag::Mtext)
}

/// HTML integration points: inside them everything but end tags is HTML.
pub(super) fn is_html_point(element: &Element) -> bool {
    match element.namespace {
        Namespace::Svg => is_svg_html_point(element),
        Namespace::MathMl => {
            element.name.tag == Tag::AnnotationXml
                && element.attr(Attr::Encoding).is_some_and(|encoding| {
                    encoding.eq_ignore_ascii_case("text/html") || encoding.eq_ignore_ascii_case("application/xhtml+xml")
                })
        }
        Namespace::Html => false,
    }
}

/// The "special" category: what no stray end tag or formatting reaches across.
pub(super) fn is_special(element: &Element) -> bool {
    let Some(tag) = element.html_tag() else { return is_foreign_special(element) };
    matches!(
        tag,
        Tag::Address
            | Tag::Applet
            | Tag::Area
            | Tag::Article
            | Tag::Aside
            | Tag::Base
            | Tag::Basefont
            | Tag::Bgsound
            | Tag::Blockquote
            | Tag::Body
            | Tag::Br
            | Tag::Button
            | Tag::Caption
            | Tag::Center
            | Tag::Col
            | Tag::Colgroup
            | Tag::Dd
            | Tag::Details
            | Tag::Dir
            | Tag::Div
            | Tag::Dl
            | Tag::Dt
            | Tag::Embed
            | Tag::Fieldset
            | Tag::Figcaption
            | Tag::Figure
            | Tag::Footer
            | Tag::Form
            | Tag::Frame
            | Tag::Frameset
            | Tag::H1
            | Tag::H2
            | Tag::H3
            | Tag::H4
            | Tag::H5
            | Tag::H6
            | Tag::Head
            | Tag::Header
            | Tag::Hgroup
            | Tag::Hr
            | Tag::Html
            | Tag::Iframe
            | Tag::Img
            | Tag::Input
            | Tag::Keygen
            | Tag::Li
            | Tag::Link
            | Tag::Listing
            | Tag::Main
            | Tag::Marquee
            | Tag::Menu
            | Tag::Meta
            | Tag::Nav
            | Tag::Noembed
            | Tag::Noframes
            | Tag::Noscript
            | Tag::Object
            | Tag::Ol
            | Tag::P
            | Tag::Param
            | Tag::Plaintext
            | Tag::Pre
            | Tag::Script
            | Tag::Search
            | Tag::Section
            | Tag::Select
            | Tag::Source
            | Tag::Style
            | Tag::Summary
            | Tag::Table
            | Tag::Tbody
            | Tag::Td
            | Tag::Template
            | Tag::Textarea
            | Tag::Tfoot
            | Tag::Th
            | Tag::Thead
            | Tag::Title
            | Tag::Tr
            | Tag::Track
            | Tag::Ul
            | Tag::Wbr
            | Tag::Xmp
    )
}

/// Formatting elements: a block that closes over them opens them again inside.
pub(super) fn is_formatting(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::A
            | Tag::B
            | Tag::Big
            | Tag::Code
            | Tag::Em
            | Tag::Font
            | Tag::I
            | Tag::Nobr
            | Tag::S
            | Tag::Small
            | Tag::Strike
            | Tag::Strong
            | Tag::Tt
            | Tag::U
    )
}

/// Elements whose end tag is implied where something else ends (HTML standard, 13.2.6.3).
fn has_implied_end(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Dd | Tag::Dt | Tag::Li | Tag::OptionTag | Tag::Optgroup | Tag::P | Tag::Rb | Tag::Rp | Tag::Rt | Tag::Rtc
    )
}

/// Elements whose inside the tokenizer gives as text.
pub(super) fn is_raw_text(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Script
            | Tag::Style
            | Tag::Title
            | Tag::Textarea
            | Tag::Xmp
            | Tag::Iframe
            | Tag::Noembed
            | Tag::Noframes
            | Tag::Plaintext
    )
}

/// Start tags that end SVG and MathML wherever they stand (HTML standard, 13.2.6.5).
pub(super) fn ends_foreign_content(tag: Tag) -> bool {
    tag.heading_level().is_some()
        || matches!(
            tag,
            Tag::B
                | Tag::Big
                | Tag::Blockquote
                | Tag::Body
                | Tag::Br
                | Tag::Center
                | Tag::Code
                | Tag::Dd
                | Tag::Div
                | Tag::Dl
                | Tag::Dt
                | Tag::Em
                | Tag::Embed
                | Tag::Head
                | Tag::Hr
                | Tag::I
                | Tag::Img
                | Tag::Li
                | Tag::Listing
                | Tag::Menu
                | Tag::Meta
                | Tag::Nobr
                | Tag::Ol
                | Tag::P
                | Tag::Pre
                | Tag::Ruby
                | Tag::S
                | Tag::Small
                | Tag::Span
                | Tag::Strong
                | Tag::Strike
                | Tag::Sub
                | Tag::Sup
                | Tag::Table
                | Tag::Tt
                | Tag::U
                | Tag::Ul
                | Tag::Var
        )
}

/// The open elements, outermost first. Never longer than a little over `limits::MAX_DEPTH`, which bounds every search.
#[derive(Debug, Default)]
pub(super) struct OpenElements {
    ids: Vec<Id>,
}

impl OpenElements {
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    pub fn push(&mut self, id: Id) {
        self.ids.push(id);
    }

    pub fn pop(&mut self) -> Option<Id> {
        self.ids.pop()
    }

    /// The innermost; the document where nothing is open.
    pub fn current(&self) -> Id {
        self.ids.last().copied().unwrap_or(Tree::DOCUMENT)
    }

    pub fn get(&self, at: usize) -> Option<Id> {
        self.ids.get(at).copied()
    }

    pub fn position(&self, id: Id) -> Option<usize> {
        self.ids.iter().rposition(|&open| open == id)
    }

    pub fn contains(&self, id: Id) -> bool {
        self.position(id).is_some()
    }

    pub fn remove(&mut self, id: Id) {
        if let Some(at) = self.position(id) {
            self.ids.remove(at);
        }
    }

    pub fn replace(&mut self, at: usize, id: Id) {
        self.ids[at] = id;
    }

    pub fn insert(&mut self, at: usize, id: Id) {
        self.ids.insert(at, id);
    }

    pub fn truncate(&mut self, len: usize) {
        self.ids.truncate(len);
    }

    /// From the innermost outwards.
    pub fn inside_out<'a>(&'a self, tree: &'a Tree) -> impl Iterator<Item = (usize, &'a Rc<Element>)> {
        self.ids.iter().enumerate().rev().filter_map(|(at, &id)| Some((at, tree.element(id)?)))
    }

    pub fn current_is(&self, tree: &Tree, wanted: impl Fn(Tag) -> bool) -> bool {
        tree.element(self.current()).and_then(|element| element.html_tag()).is_some_and(wanted)
    }

    /// The innermost element in scope that is wanted.
    pub fn find_in_scope(&self, tree: &Tree, scope: Scope, wanted: impl Fn(Tag) -> bool) -> Option<usize> {
        for (at, element) in self.inside_out(tree) {
            if element.html_tag().is_some_and(&wanted) {
                return Some(at);
            }
            if scope.ends_at(element) {
                return None;
            }
        }
        None
    }

    /// Whether nothing that ends the scope stands inside the element at this place of the stack.
    pub fn is_in_scope(&self, tree: &Tree, scope: Scope, at: usize) -> bool {
        self.inside_out(tree).take_while(|(above, _)| *above > at).all(|(_, element)| !scope.ends_at(element))
    }

    pub fn has_in_scope(&self, tree: &Tree, scope: Scope, tag: Tag) -> bool {
        self.find_in_scope(tree, scope, |open| open == tag).is_some()
    }

    /// Closes elements whose end tags may be left out, but for one name.
    pub fn close_implied(&mut self, tree: &Tree, except: Option<Tag>) {
        while self.current_is(tree, |tag| has_implied_end(tag) && Some(tag) != except) {
            self.pop();
        }
    }

    /// Closes up to and with the innermost element of this name, in scope or not. The caller knows there is one.
    pub fn close_through(&mut self, tree: &Tree, wanted: impl Fn(Tag) -> bool) {
        let found = self.inside_out(tree).find(|(_, element)| element.html_tag().is_some_and(&wanted));
        if let Some((at, _)) = found {
            self.truncate(at);
        }
    }

    /// Closes the paragraph that a block's start ends.
    pub fn close_paragraph(&mut self, tree: &Tree) {
        if self.has_in_scope(tree, Scope::Button, Tag::P) {
            self.close_implied(tree, Some(Tag::P));
            self.close_through(tree, |tag| tag == Tag::P);
        }
    }

    /// Closes what is open inside the innermost element that is wanted; `html` bounds it.
    pub fn close_back_to(&mut self, tree: &Tree, wanted: impl Fn(Tag) -> bool) {
        while !self.current_is(tree, |tag| wanted(tag) || matches!(tag, Tag::Html | Tag::Template)) && self.len() > 1 {
            self.pop();
        }
    }

    /// An end tag that has no rule of its own: closes the innermost element of that name, unless a special element
    /// stands between.
    pub fn close_any(&mut self, tree: &Tree, name: &Name) {
        let is_named = |element: &Element| element.namespace == Namespace::Html && element.name == *name;
        let stop = self.inside_out(tree).find(|(_, element)| is_named(element) || is_special(element));
        if let Some((at, element)) = stop
            && is_named(element)
        {
            self.truncate(at);
        }
    }
}
