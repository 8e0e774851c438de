//! Tree construction (HTML standard, 13.2.6) with scripts off: tokens in, a tree out. Here is what is
//! common to all insertion modes; `around_body.rs`, `in_body.rs`, `in_table.rs` and `foreign.rs` hold their rules.

use std::rc::Rc;

use lol_html::html_content::TextType;

use super::{
    doctype::DocumentMode,
    entities,
    formatting::Active,
    implied_ends::{self, OpenElements},
    tokens::{StartToken, Token},
    tree::{Element, Id, Name, Place, Tree},
};
use crate::{
    Error, limits,
    page::{Page, Tag},
};

/// The insertion modes. Those of `template` are not here: its inside is no part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    BeforeHtml,
    BeforeHead,
    InHead,
    InHeadNoscript,
    AfterHead,
    InBody,
    InTable,
    InCaption,
    InColumnGroup,
    InTableBody,
    InRow,
    InCell,
    AfterBody,
    InFrameset,
}

/// What a mode has made of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Done,
    /// The mode has changed and the token is for the new one.
    Again,
}

#[derive(Debug)]
pub(super) struct Constructor {
    pub(super) tree: Tree,
    pub(super) open: OpenElements,
    pub(super) active: Vec<Active>,
    pub(super) mode: Mode,
    pub(super) head: Option<Id>,
    pub(super) body: Option<Id>,
    pub(super) form: Option<Id>,
    pub(super) document_mode: DocumentMode,
    pub(super) frameset_ok: bool,
    /// Content that may not stand in a table goes before it.
    pub(super) foster: bool,
    /// The line end just after `<pre>` is none of its text.
    pub(super) skip_line_end: bool,
    /// Elements open beyond the bound of depth: they stand in the tree, but nothing goes into them.
    too_deep: usize,
    /// `template` elements open; what is inside them is skipped.
    pub(super) templates: usize,
}

impl Constructor {
    pub fn new() -> Self {
        Self {
            tree: Tree::new(),
            open: OpenElements::default(),
            active: Vec::new(),
            mode: Mode::BeforeHtml,
            head: None,
            body: None,
            form: None,
            document_mode: DocumentMode::Quirks,
            frameset_ok: true,
            foster: false,
            skip_line_end: false,
            too_deep: 0,
            templates: 0,
        }
    }

    pub fn token(&mut self, token: Token) -> Result<(), Error> {
        match token {
            Token::Doctype(mode) => {
                if self.open.len() == 0 {
                    self.document_mode = mode;
                }
                Ok(())
            }
            Token::Comment => Ok(()),
            Token::Start(start) => self.start_token(start),
            Token::End(name) => self.end_token(&name),
            Token::Text { text, kind } => self.text_token(text, kind),
        }
    }

    pub fn finish(mut self) -> Result<Page, Error> {
        // Every document has html, head and body, even one cut off in its title.
        while self.current_html_tag().is_some_and(implied_ends::is_raw_text) {
            self.open.pop();
        }
        while matches!(
            self.mode,
            Mode::BeforeHtml | Mode::BeforeHead | Mode::InHead | Mode::InHeadNoscript | Mode::AfterHead
        ) {
            self.leave_for_content()?;
        }
        self.tree.into_page()
    }

    fn start_token(&mut self, start: StartToken) -> Result<(), Error> {
        self.skip_line_end = false;
        if self.templates > 0 {
            self.templates += usize::from(start.element.html_tag() == Some(Tag::Template));
            return Ok(());
        }
        if self.current_html_tag().is_some_and(implied_ends::is_raw_text) {
            self.open.pop();
        }
        if self.too_deep > 0 || self.open.len() >= limits::MAX_DEPTH {
            return self.start_too_deep(start);
        }
        if self.is_foreign_start(&start) && self.start_in_foreign(&start)? == Step::Done {
            return Ok(());
        }
        while self.start_in_mode(self.mode, &start)? == Step::Again {}
        Ok(())
    }

    fn start_too_deep(&mut self, start: StartToken) -> Result<(), Error> {
        let is_void = start.element.name.tag.is_void();
        let id = self.tree.create(Rc::new(start.element))?;
        self.tree.insert(Place::Inside(self.open.current()), id);
        self.too_deep += usize::from(!is_void);
        Ok(())
    }

    fn end_token(&mut self, name: &Name) -> Result<(), Error> {
        self.skip_line_end = false;
        if self.templates > 0 {
            self.templates -= usize::from(name.tag == Tag::Template);
            return Ok(());
        }
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return Ok(());
        }
        if let Some(raw) = self.current_html_tag().filter(|tag| implied_ends::is_raw_text(*tag)) {
            self.open.pop();
            if raw == name.tag {
                return Ok(());
            }
        }
        if self.is_foreign(self.open.current()) && self.end_in_foreign(name) == Step::Done {
            return Ok(());
        }
        while self.end_in_mode(self.mode, name)? == Step::Again {}
        Ok(())
    }

    fn text_token(&mut self, raw: String, kind: TextType) -> Result<(), Error> {
        let skip_line_end = std::mem::take(&mut self.skip_line_end);
        if self.templates > 0 {
            return Ok(());
        }
        let owned = entities::text(raw, kind);
        let mut text = owned.as_str();
        if skip_line_end {
            text = text.strip_prefix('\n').unwrap_or(text);
        }
        let is_raw = self.current_html_tag().is_some_and(implied_ends::is_raw_text);
        let is_markup = matches!(kind, TextType::Data | TextType::CDataSection);
        if text.is_empty() || (self.too_deep > 0 && !is_markup) {
            return Ok(());
        }
        let current = self.open.current();
        if is_raw || (self.is_foreign(current) && !self.is_text_point(current)) {
            return self.insert_text(text);
        }
        self.text_in_mode(text)
    }

    fn text_in_mode(&mut self, text: &str) -> Result<(), Error> {
        let mut text = text;
        loop {
            let blank = text.len() - text.trim_start_matches(is_space).len();
            match self.mode {
                Mode::BeforeHtml | Mode::BeforeHead => {
                    text = text.trim_start_matches('\u{feff}').trim_start_matches(is_space);
                }
                Mode::InHead | Mode::InHeadNoscript | Mode::AfterHead if blank > 0 => {
                    self.insert_text(&text[..blank])?;
                    text = &text[blank..];
                }
                Mode::InFrameset => return Ok(()),
                Mode::InColumnGroup if blank == text.len() => return self.insert_text(text),
                Mode::InColumnGroup if self.current_html_tag() != Some(Tag::Colgroup) => return Ok(()),
                Mode::AfterBody if blank < text.len() => self.mode = Mode::InBody,
                Mode::InTable | Mode::InTableBody | Mode::InRow => return self.text_in_table(text),
                Mode::InBody | Mode::InCaption | Mode::InCell | Mode::AfterBody => return self.text_in_body(text),
                Mode::InHead | Mode::InHeadNoscript | Mode::AfterHead | Mode::InColumnGroup => {}
            }
            if text.is_empty() {
                return Ok(());
            }
            self.leave_for_content()?;
        }
    }

    /// "Anything else" of the modes before the body: the next mode, with the element it needs.
    pub(super) fn leave_for_content(&mut self) -> Result<(), Error> {
        match self.mode {
            Mode::BeforeHtml => {
                self.insert_implied(Tag::Html)?;
                self.mode = Mode::BeforeHead;
            }
            Mode::BeforeHead => {
                self.head = Some(self.insert_implied(Tag::Head)?);
                self.mode = Mode::InHead;
            }
            Mode::InHead => {
                self.open.pop();
                self.mode = Mode::AfterHead;
            }
            Mode::InHeadNoscript => {
                self.open.pop();
                self.mode = Mode::InHead;
            }
            Mode::AfterHead => {
                self.body = Some(self.insert_implied(Tag::Body)?);
                self.mode = Mode::InBody;
            }
            Mode::InColumnGroup => {
                self.open.pop();
                self.mode = Mode::InTable;
            }
            _ => {}
        }
        Ok(())
    }

    /// Opens an element where it belongs.
    pub(super) fn insert(&mut self, element: Rc<Element>) -> Result<Id, Error> {
        let id = self.tree.create(element)?;
        let place = self.place();
        self.tree.insert(place, id);
        self.open.push(id);
        Ok(id)
    }

    pub(super) fn insert_tag(&mut self, start: &StartToken) -> Result<Id, Error> {
        self.insert(Rc::new(start.element.clone()))
    }

    pub(super) fn insert_implied(&mut self, tag: Tag) -> Result<Id, Error> {
        self.insert(Rc::new(Element::implied(tag)))
    }

    pub(super) fn insert_text(&mut self, text: &str) -> Result<(), Error> {
        let place = self.place();
        self.tree.insert_text(place, text)
    }

    fn place(&self) -> Place {
        self.place_in(self.open.current())
    }

    /// The appropriate place for a node that goes into `target` (HTML standard, 13.2.6.1).
    pub(super) fn place_in(&self, target: Id) -> Place {
        let in_table = self
            .html_tag(target)
            .is_some_and(|tag| matches!(tag, Tag::Table | Tag::Tbody | Tag::Tfoot | Tag::Thead | Tag::Tr));
        if !self.foster || !in_table {
            return Place::Inside(target);
        }
        let table = self.open.inside_out(&self.tree).find(|(_, element)| element.html_tag() == Some(Tag::Table));
        let Some((at, _)) = table else { return Place::Inside(self.open.get(0).unwrap_or(target)) };
        match self.open.get(at) {
            Some(table) if self.tree.parent(table).is_some() => Place::Before(table),
            _ => Place::Inside(at.checked_sub(1).and_then(|below| self.open.get(below)).unwrap_or(target)),
        }
    }

    pub(super) fn html_tag(&self, id: Id) -> Option<Tag> {
        self.tree.element(id).and_then(|element| element.html_tag())
    }

    pub(super) fn current_html_tag(&self) -> Option<Tag> {
        self.html_tag(self.open.current())
    }
}

/// White space as the standard's tree construction has it.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\u{c}' | '\r' | ' ')
}
