//! Which mode takes a tag, and the modes around the body (HTML standard, 13.2.6.4.2 to 13.2.6.4.6 and 13.2.6.4.19 on).

use super::{
    construct::{Constructor, Mode, Step},
    tokens::StartToken,
    tree::Name,
};
use crate::{Error, page::Tag};

impl Constructor {
    pub(super) fn start_in_mode(&mut self, mode: Mode, start: &StartToken) -> Result<Step, Error> {
        let tag = start.element.name.tag;
        if tag == Tag::Html && mode != Mode::BeforeHtml {
            if let Some(html) = self.open.get(0) {
                self.tree.add_attrs(html, &start.element);
            }
            return Ok(Step::Done);
        }
        match mode {
            Mode::BeforeHtml if tag == Tag::Html => {
                self.insert_tag(start)?;
                self.mode = Mode::BeforeHead;
                return Ok(Step::Done);
            }
            Mode::BeforeHead if tag == Tag::Head => {
                self.head = Some(self.insert_tag(start)?);
                self.mode = Mode::InHead;
                return Ok(Step::Done);
            }
            Mode::InHead | Mode::InHeadNoscript | Mode::AfterHead if tag == Tag::Head => return Ok(Step::Done),
            Mode::InHead if is_head_content(tag) => return self.start_in_head(start),
            Mode::InHead if tag == Tag::Noscript => {
                self.insert_tag(start)?;
                self.mode = Mode::InHeadNoscript;
                return Ok(Step::Done);
            }
            Mode::InHeadNoscript
                if matches!(tag, Tag::Basefont | Tag::Bgsound | Tag::Link | Tag::Meta | Tag::Noframes | Tag::Style) =>
            {
                return self.start_in_head(start);
            }
            Mode::InHeadNoscript if tag == Tag::Noscript => return Ok(Step::Done),
            Mode::AfterHead if tag == Tag::Body => {
                self.body = Some(self.insert_tag(start)?);
                self.frameset_ok = false;
                self.mode = Mode::InBody;
                return Ok(Step::Done);
            }
            Mode::AfterHead if tag == Tag::Frameset => {
                self.insert_tag(start)?;
                self.mode = Mode::InFrameset;
                return Ok(Step::Done);
            }
            Mode::AfterHead if is_head_content(tag) => {
                if let Some(head) = self.head {
                    self.open.push(head);
                    self.start_in_head(start)?;
                    self.open.remove(head);
                }
                return Ok(Step::Done);
            }
            Mode::InBody => return self.start_in_body(start),
            Mode::InTable | Mode::InCaption | Mode::InColumnGroup | Mode::InTableBody | Mode::InRow | Mode::InCell => {
                return self.start_in_table_mode(mode, start);
            }
            Mode::AfterBody => {
                self.mode = Mode::InBody;
                return Ok(Step::Again);
            }
            Mode::InFrameset => return self.start_in_frameset(start),
            _ => {}
        }
        self.leave_for_content()?;
        Ok(Step::Again)
    }

    /// `meta`, `title` and their like, wherever they stand.
    pub(super) fn start_in_head(&mut self, start: &StartToken) -> Result<Step, Error> {
        let tag = start.element.name.tag;
        self.insert_tag(start)?;
        if tag.is_void() {
            self.open.pop();
        } else if tag == Tag::Template {
            self.open.pop();
            self.templates = 1;
        }
        Ok(Step::Done)
    }

    fn start_in_frameset(&mut self, start: &StartToken) -> Result<Step, Error> {
        match start.element.name.tag {
            Tag::Frameset => {
                self.insert_tag(start)?;
            }
            Tag::Frame => {
                self.insert_tag(start)?;
                self.open.pop();
            }
            Tag::Noframes => return self.start_in_head(start),
            _ => {}
        }
        Ok(Step::Done)
    }

    pub(super) fn end_in_mode(&mut self, mode: Mode, name: &Name) -> Result<Step, Error> {
        let tag = name.tag;
        let ends_head = matches!(tag, Tag::Body | Tag::Html | Tag::Br);
        match mode {
            Mode::BeforeHtml | Mode::BeforeHead if !ends_head && tag != Tag::Head => return Ok(Step::Done),
            Mode::InHead if tag == Tag::Head => {
                self.leave_for_content()?;
                return Ok(Step::Done);
            }
            Mode::InHeadNoscript if tag == Tag::Noscript => {
                self.leave_for_content()?;
                return Ok(Step::Done);
            }
            Mode::InHeadNoscript if tag != Tag::Br => return Ok(Step::Done),
            Mode::InHead | Mode::AfterHead if !ends_head => return Ok(Step::Done),
            Mode::InBody => return self.end_in_body(name),
            Mode::InTable | Mode::InCaption | Mode::InColumnGroup | Mode::InTableBody | Mode::InRow | Mode::InCell => {
                return self.end_in_table_mode(mode, name);
            }
            Mode::AfterBody if tag == Tag::Html => return Ok(Step::Done),
            Mode::AfterBody => {
                self.mode = Mode::InBody;
                return Ok(Step::Again);
            }
            Mode::InFrameset => {
                if tag == Tag::Frameset && self.open.len() > 1 {
                    self.open.pop();
                }
                return Ok(Step::Done);
            }
            _ => {}
        }
        self.leave_for_content()?;
        Ok(Step::Again)
    }
}

/// What "in head" takes wherever it stands.
pub(super) fn is_head_content(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Base
            | Tag::Basefont
            | Tag::Bgsound
            | Tag::Link
            | Tag::Meta
            | Tag::Noframes
            | Tag::Script
            | Tag::Style
            | Tag::Template
            | Tag::Title
    )
}
