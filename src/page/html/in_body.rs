//! The "in body" insertion mode (HTML standard, 13.2.6.4.7).

use std::rc::Rc;

use super::{
    around_body::is_head_content,
    construct::{Constructor, Mode, Step, is_space},
    doctype::DocumentMode,
    formatting::Active,
    implied_ends::{Scope, is_formatting, is_special},
    tokens::StartToken,
    tree::{Element, Name, Namespace},
};
use crate::{
    Error,
    page::{Attr, Tag},
};

impl Constructor {
    pub(super) fn text_in_body(&mut self, text: &str) -> Result<(), Error> {
        self.reopen_formatting()?;
        self.frameset_ok &= text.chars().all(is_space);
        self.insert_text(text)
    }

    pub(super) fn start_in_body(&mut self, start: &StartToken) -> Result<Step, Error> {
        let tag = start.element.name.tag;
        match tag {
            _ if is_head_content(tag) => return self.start_in_head(start),
            Tag::Body => {
                if let Some(body) = self.body.filter(|_| self.open.len() > 1) {
                    self.frameset_ok = false;
                    self.tree.add_attrs(body, &start.element);
                }
            }
            Tag::Frameset => self.frameset_instead_of_body(start)?,
            Tag::Form => {
                if self.form.is_none() {
                    self.open.close_paragraph(&self.tree);
                    self.form = Some(self.insert_tag(start)?);
                }
            }
            Tag::Table => {
                if self.document_mode == DocumentMode::Standard {
                    self.open.close_paragraph(&self.tree);
                }
                self.insert_tag(start)?;
                self.frameset_ok = false;
                self.mode = Mode::InTable;
            }
            Tag::Caption
            | Tag::Col
            | Tag::Colgroup
            | Tag::Frame
            | Tag::Head
            | Tag::Tbody
            | Tag::Td
            | Tag::Tfoot
            | Tag::Th
            | Tag::Thead
            | Tag::Tr => {}
            _ if starts_block(tag) => {
                self.close_before_block(tag);
                self.insert_tag(start)?;
                self.skip_line_end = matches!(tag, Tag::Pre | Tag::Listing);
                self.frameset_ok &=
                    !matches!(tag, Tag::Pre | Tag::Listing | Tag::Li | Tag::Dd | Tag::Dt | Tag::Hr | Tag::Xmp);
                if tag == Tag::Hr {
                    self.open.pop();
                }
            }
            _ => self.start_phrasing(start)?,
        }
        Ok(Step::Done)
    }

    /// Closes what the start of a block ends.
    fn close_before_block(&mut self, tag: Tag) {
        let tree = &self.tree;
        if matches!(tag, Tag::Li | Tag::Dd | Tag::Dt) {
            let is_sibling =
                |open: Tag| if tag == Tag::Li { open == Tag::Li } else { matches!(open, Tag::Dd | Tag::Dt) };
            let stop = self.open.inside_out(tree).find(|(_, element)| {
                element.html_tag().is_some_and(is_sibling)
                    || (is_special(element) && !matches!(element.html_tag(), Some(Tag::Address | Tag::Div | Tag::P)))
            });
            if let Some((at, element)) = stop
                && element.html_tag().is_some_and(is_sibling)
            {
                self.open.truncate(at);
            }
        }
        self.open.close_paragraph(tree);
        if tag.heading_level().is_some() && self.open.current_is(tree, |open| open.heading_level().is_some()) {
            self.open.pop();
        }
        if tag == Tag::Hr && self.open.has_in_scope(tree, Scope::Default, Tag::Select) {
            self.open.close_implied(tree, None);
        }
    }

    fn start_phrasing(&mut self, start: &StartToken) -> Result<(), Error> {
        let tag = start.element.name.tag;
        match tag {
            Tag::A => {
                if let Some(link) = self.active_named(Tag::A) {
                    self.adopt(Tag::A)?;
                    self.forget_formatting(link);
                    self.open.remove(link);
                }
                self.open_formatting(start)?;
            }
            Tag::Nobr => {
                self.reopen_formatting()?;
                if self.open.has_in_scope(&self.tree, Scope::Default, Tag::Nobr) {
                    self.adopt(Tag::Nobr)?;
                }
                self.open_formatting(start)?;
            }
            _ if is_formatting(tag) => self.open_formatting(start)?,
            Tag::Applet | Tag::Marquee | Tag::Object => {
                self.reopen_formatting()?;
                self.insert_tag(start)?;
                self.active.push(Active::Marker);
                self.frameset_ok = false;
            }
            Tag::Param | Tag::Source | Tag::Track => {
                self.insert_tag(start)?;
                self.open.pop();
            }
            Tag::Textarea | Tag::Iframe | Tag::Noembed => {
                self.insert_tag(start)?;
                self.skip_line_end = tag == Tag::Textarea;
                self.frameset_ok &= tag == Tag::Noembed;
            }
            Tag::Select if self.open.has_in_scope(&self.tree, Scope::Default, Tag::Select) => {
                self.open.close_through(&self.tree, |open| open == Tag::Select);
            }
            Tag::Rb | Tag::Rtc | Tag::Rp | Tag::Rt => {
                if self.open.has_in_scope(&self.tree, Scope::Default, Tag::Ruby) {
                    let except = matches!(tag, Tag::Rp | Tag::Rt).then_some(Tag::Rtc);
                    self.open.close_implied(&self.tree, except);
                }
                self.insert_tag(start)?;
            }
            Tag::Math | Tag::Svg => {
                self.reopen_formatting()?;
                let namespace = if tag == Tag::Math { Namespace::MathMl } else { Namespace::Svg };
                self.insert_foreign(start, namespace)?;
            }
            Tag::Other if start.element.name.is_other("image") => {
                // The standard: "Change the token's tag name to 'img' and reprocess it. (Don't ask.)"
                self.reopen_formatting()?;
                self.insert(Rc::new(Element { name: Tag::Img.into(), ..start.element.clone() }))?;
                self.open.pop();
                self.frameset_ok = false;
            }
            _ => {
                self.close_before_control(tag);
                self.reopen_formatting()?;
                self.insert_tag(start)?;
                let is_hidden_input = tag == Tag::Input
                    && start.element.attr(Attr::Type).is_some_and(|kind| kind.eq_ignore_ascii_case("hidden"));
                self.frameset_ok &= is_hidden_input || !(tag.is_void() || matches!(tag, Tag::Button | Tag::Select));
                if tag.is_void() {
                    self.open.pop();
                }
            }
        }
        Ok(())
    }

    /// Closes what the start of a button, an input or an option ends.
    fn close_before_control(&mut self, tag: Tag) {
        let tree = &self.tree;
        let in_select = self.open.has_in_scope(tree, Scope::Default, Tag::Select);
        match tag {
            Tag::Button if self.open.has_in_scope(tree, Scope::Default, Tag::Button) => {
                self.open.close_implied(tree, None);
                self.open.close_through(tree, |open| open == Tag::Button);
            }
            Tag::Input if in_select => self.open.close_through(tree, |open| open == Tag::Select),
            Tag::OptionTag if in_select => self.open.close_implied(tree, Some(Tag::Optgroup)),
            Tag::Optgroup if in_select => self.open.close_implied(tree, None),
            Tag::OptionTag | Tag::Optgroup if self.open.current_is(tree, |open| open == Tag::OptionTag) => {
                self.open.pop();
            }
            _ => {}
        }
    }

    fn open_formatting(&mut self, start: &StartToken) -> Result<(), Error> {
        self.reopen_formatting()?;
        let id = self.insert_tag(start)?;
        self.note_formatting(id);
        Ok(())
    }

    /// A frameset that comes before any content takes the body's place.
    fn frameset_instead_of_body(&mut self, start: &StartToken) -> Result<(), Error> {
        if let Some(body) = self.body
            && self.frameset_ok
        {
            self.tree.detach(body);
            self.open.truncate(1);
            self.insert_tag(start)?;
            self.mode = Mode::InFrameset;
        }
        Ok(())
    }

    pub(super) fn end_in_body(&mut self, name: &Name) -> Result<Step, Error> {
        let tag = name.tag;
        match tag {
            Tag::Body | Tag::Html => {
                if self.open.has_in_scope(&self.tree, Scope::Default, Tag::Body) {
                    self.mode = Mode::AfterBody;
                }
            }
            Tag::Form => self.end_form(),
            Tag::P => {
                if !self.open.has_in_scope(&self.tree, Scope::Button, Tag::P) {
                    self.insert_implied(Tag::P)?;
                }
                self.open.close_paragraph(&self.tree);
            }
            Tag::Br => {
                self.reopen_formatting()?;
                self.insert_implied(Tag::Br)?;
                self.open.pop();
                self.frameset_ok = false;
            }
            Tag::Li | Tag::Dd | Tag::Dt => {
                let scope = if tag == Tag::Li { Scope::List } else { Scope::Default };
                self.end_in_scope(scope, |open| open == tag);
            }
            Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => {
                self.end_in_scope(Scope::Default, |open| open.heading_level().is_some());
            }
            Tag::Applet | Tag::Marquee | Tag::Object => {
                if self.end_in_scope(Scope::Default, |open| open == tag) {
                    self.clear_to_marker();
                }
            }
            _ if is_formatting(tag) => self.adopt(tag)?,
            _ if ends_block(tag) => {
                self.end_in_scope(Scope::Default, |open| open == tag);
            }
            _ => self.open.close_any(&self.tree, name),
        }
        Ok(Step::Done)
    }

    /// Closes up to and with the innermost such element, if it is in scope.
    fn end_in_scope(&mut self, scope: Scope, wanted: impl Fn(Tag) -> bool) -> bool {
        let found = self.open.find_in_scope(&self.tree, scope, wanted);
        if let Some(at) = found {
            self.open.truncate(at);
        }
        found.is_some()
    }

    fn end_form(&mut self) {
        let Some(form) = self.form.take() else { return };
        if let Some(at) = self.open.position(form)
            && self.open.is_in_scope(&self.tree, Scope::Default, at)
        {
            self.open.close_implied(&self.tree, None);
            // What was opened inside and not closed stays open.
            self.open.remove(form);
        }
    }
}

/// Blocks whose start ends a paragraph and whose end is found in scope.
fn ends_block(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Address
            | Tag::Article
            | Tag::Aside
            | Tag::Blockquote
            | Tag::Button
            | Tag::Center
            | Tag::Details
            | Tag::Dialog
            | Tag::Dir
            | Tag::Div
            | Tag::Dl
            | Tag::Fieldset
            | Tag::Figcaption
            | Tag::Figure
            | Tag::Footer
            | Tag::Header
            | Tag::Hgroup
            | Tag::Listing
            | Tag::Main
            | Tag::Menu
            | Tag::Nav
            | Tag::Ol
            | Tag::Pre
            | Tag::Search
            | Tag::Section
            | Tag::Select
            | Tag::Summary
            | Tag::Ul
    )
}

/// Elements whose start ends a paragraph.
fn starts_block(tag: Tag) -> bool {
    tag.heading_level().is_some()
        || matches!(tag, Tag::P | Tag::Li | Tag::Dd | Tag::Dt | Tag::Hr | Tag::Plaintext | Tag::Xmp)
        || (ends_block(tag) && !matches!(tag, Tag::Button | Tag::Select))
}
