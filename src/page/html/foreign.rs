//! SVG and MathML in the page (HTML standard, 13.2.6.5).

use std::rc::Rc;

use super::{
    construct::{Constructor, Step},
    implied_ends,
    tokens::StartToken,
    tree::{Element, Id, Name, Namespace},
};
use crate::{Error, page::Tag};

impl Constructor {
    pub(super) fn is_foreign(&self, id: Id) -> bool {
        self.tree.element(id).is_some_and(|element| element.namespace != Namespace::Html)
    }

    /// Whether the element of SVG or MathML holds text and tags of HTML.
    pub(super) fn is_text_point(&self, id: Id) -> bool {
        self.tree
            .element(id)
            .is_some_and(|element| implied_ends::is_mathml_text_point(element) || implied_ends::is_html_point(element))
    }

    pub(super) fn is_foreign_start(&self, start: &StartToken) -> bool {
        let Some(current) = self.tree.element(self.open.current()) else { return false };
        let name = &start.element.name;
        match current.namespace {
            Namespace::Html => false,
            _ if implied_ends::is_html_point(current) => false,
            _ if implied_ends::is_mathml_text_point(current) => name.is_other("mglyph") || name.is_other("malignmark"),
            _ => !(current.name.tag == Tag::AnnotationXml && name.tag == Tag::Svg),
        }
    }

    pub(super) fn start_in_foreign(&mut self, start: &StartToken) -> Result<Step, Error> {
        if implied_ends::ends_foreign_content(start.element.name.tag) || start.styled_font {
            self.leave_foreign();
            return Ok(Step::Again);
        }
        let namespace = self.tree.element(self.open.current()).map_or(Namespace::Html, |element| element.namespace);
        self.insert_foreign(start, namespace)?;
        Ok(Step::Done)
    }

    pub(super) fn insert_foreign(&mut self, start: &StartToken, namespace: Namespace) -> Result<(), Error> {
        self.insert(Rc::new(Element { namespace, ..start.element.clone() }))?;
        if start.self_closing {
            self.open.pop();
        }
        Ok(())
    }

    pub(super) fn end_in_foreign(&mut self, name: &Name) -> Step {
        if matches!(name.tag, Tag::Br | Tag::P) {
            self.leave_foreign();
            return Step::Again;
        }
        let stop = self
            .open
            .inside_out(&self.tree)
            .find(|(_, element)| element.namespace == Namespace::Html || element.name == *name);
        match stop {
            Some((at, element)) if element.namespace != Namespace::Html => self.open.truncate(at),
            _ => return Step::Again,
        }
        Step::Done
    }

    pub(super) fn leave_foreign(&mut self) {
        while self.is_foreign(self.open.current()) && !self.is_text_point(self.open.current()) {
            self.open.pop();
        }
    }
}
