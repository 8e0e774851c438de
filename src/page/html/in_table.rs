//! The insertion modes inside tables (HTML standard, 13.2.6.4.9 to 13.2.6.4.15).

use super::{
    construct::{Constructor, Mode, Step, is_space},
    formatting::Active,
    implied_ends::Scope,
    tokens::StartToken,
    tree::Name,
};
use crate::{
    Error,
    page::{Attr, Tag},
};

impl Constructor {
    pub(super) fn text_in_table(&mut self, text: &str) -> Result<(), Error> {
        let in_table = self.open.current_is(&self.tree, |tag| tag == Tag::Table || is_row_or_section(tag));
        if in_table && text.chars().all(is_space) {
            return self.insert_text(text);
        }
        self.foster = true;
        let done = self.text_in_body(text);
        self.foster = false;
        done
    }

    pub(super) fn start_in_table_mode(&mut self, mode: Mode, start: &StartToken) -> Result<Step, Error> {
        let tag = start.element.name.tag;
        match mode {
            Mode::InTableBody => match tag {
                Tag::Tr => {
                    self.open.close_back_to(&self.tree, is_section);
                    self.insert_tag(start)?;
                    self.mode = Mode::InRow;
                    Ok(Step::Done)
                }
                Tag::Td | Tag::Th => {
                    self.open.close_back_to(&self.tree, is_section);
                    self.insert_implied(Tag::Tr)?;
                    self.mode = Mode::InRow;
                    Ok(Step::Again)
                }
                Tag::Caption | Tag::Col | Tag::Colgroup | Tag::Tbody | Tag::Tfoot | Tag::Thead => {
                    Ok(self.leave_section())
                }
                _ => self.start_in_table(start),
            },
            Mode::InRow => match tag {
                Tag::Td | Tag::Th => {
                    self.open.close_back_to(&self.tree, |open| open == Tag::Tr);
                    self.insert_tag(start)?;
                    self.active.push(Active::Marker);
                    self.mode = Mode::InCell;
                    Ok(Step::Done)
                }
                _ if is_part(tag) => Ok(self.leave_row()),
                _ => self.start_in_table(start),
            },
            Mode::InCell if is_part(tag) => Ok(self.leave_cell()),
            Mode::InCaption if is_part(tag) => Ok(self.leave_caption()),
            Mode::InCell | Mode::InCaption => self.start_in_body(start),
            Mode::InColumnGroup => match tag {
                Tag::Col => {
                    self.insert_tag(start)?;
                    self.open.pop();
                    Ok(Step::Done)
                }
                Tag::Template => self.start_in_head(start),
                _ => Ok(self.leave_column_group()),
            },
            _ => self.start_in_table(start),
        }
    }

    fn start_in_table(&mut self, start: &StartToken) -> Result<Step, Error> {
        let tag = start.element.name.tag;
        match tag {
            Tag::Caption => {
                self.open.close_back_to(&self.tree, |open| open == Tag::Table);
                self.active.push(Active::Marker);
                self.insert_tag(start)?;
                self.mode = Mode::InCaption;
            }
            Tag::Colgroup => {
                self.open.close_back_to(&self.tree, |open| open == Tag::Table);
                self.insert_tag(start)?;
                self.mode = Mode::InColumnGroup;
            }
            Tag::Col => {
                self.open.close_back_to(&self.tree, |open| open == Tag::Table);
                self.insert_implied(Tag::Colgroup)?;
                self.mode = Mode::InColumnGroup;
                return Ok(Step::Again);
            }
            Tag::Tbody | Tag::Tfoot | Tag::Thead => {
                self.open.close_back_to(&self.tree, |open| open == Tag::Table);
                self.insert_tag(start)?;
                self.mode = Mode::InTableBody;
            }
            Tag::Td | Tag::Th | Tag::Tr => {
                self.open.close_back_to(&self.tree, |open| open == Tag::Table);
                self.insert_implied(Tag::Tbody)?;
                self.mode = Mode::InTableBody;
                return Ok(Step::Again);
            }
            Tag::Table => {
                if self.open.has_in_scope(&self.tree, Scope::Table, Tag::Table) {
                    self.close_table();
                    return Ok(Step::Again);
                }
            }
            Tag::Style | Tag::Script | Tag::Template => return self.start_in_head(start),
            Tag::Input if start.element.attr(Attr::Type).is_some_and(|kind| kind.eq_ignore_ascii_case("hidden")) => {
                self.insert_tag(start)?;
                self.open.pop();
            }
            Tag::Form => {
                if self.form.is_none() {
                    self.form = Some(self.insert_tag(start)?);
                    self.open.pop();
                }
            }
            _ => {
                self.foster = true;
                let step = self.start_in_body(start);
                self.foster = false;
                return step;
            }
        }
        Ok(Step::Done)
    }

    pub(super) fn end_in_table_mode(&mut self, mode: Mode, name: &Name) -> Result<Step, Error> {
        let tag = name.tag;
        let is_open = |tag: Tag| self.open.has_in_scope(&self.tree, Scope::Table, tag);
        let never = matches!(tag, Tag::Body | Tag::Html | Tag::Col | Tag::Colgroup | Tag::Caption);
        let outer = tag == Tag::Table || is_row_or_section(tag);
        let step = match mode {
            Mode::InCell => match tag {
                Tag::Td | Tag::Th => {
                    if is_open(tag) {
                        self.close_cell(tag);
                    }
                    Step::Done
                }
                _ if never => Step::Done,
                _ if outer && is_open(tag) => self.leave_cell(),
                _ if outer => Step::Done,
                _ => return self.end_in_body(name),
            },
            Mode::InCaption => match tag {
                Tag::Caption => {
                    self.leave_caption();
                    Step::Done
                }
                Tag::Table => self.leave_caption(),
                _ if never || outer || matches!(tag, Tag::Td | Tag::Th) => Step::Done,
                _ => return self.end_in_body(name),
            },
            Mode::InColumnGroup => match tag {
                Tag::Colgroup => {
                    self.leave_column_group();
                    Step::Done
                }
                Tag::Col => Step::Done,
                _ => self.leave_column_group(),
            },
            Mode::InRow => match tag {
                Tag::Tr => {
                    self.leave_row();
                    Step::Done
                }
                Tag::Table => self.leave_row(),
                _ if is_section(tag) && is_open(tag) => self.leave_row(),
                _ if never || is_section(tag) || matches!(tag, Tag::Td | Tag::Th) => Step::Done,
                _ => return self.end_in_table(name),
            },
            Mode::InTableBody => match tag {
                _ if is_section(tag) => {
                    if is_open(tag) {
                        self.leave_section();
                    }
                    Step::Done
                }
                Tag::Table => self.leave_section(),
                _ if never || matches!(tag, Tag::Td | Tag::Th | Tag::Tr) => Step::Done,
                _ => return self.end_in_table(name),
            },
            _ if never || (outer && tag != Tag::Table) || matches!(tag, Tag::Td | Tag::Th) => Step::Done,
            _ => return self.end_in_table(name),
        };
        Ok(step)
    }

    fn end_in_table(&mut self, name: &Name) -> Result<Step, Error> {
        if name.tag == Tag::Table {
            if self.open.has_in_scope(&self.tree, Scope::Table, Tag::Table) {
                self.close_table();
            }
            return Ok(Step::Done);
        }
        self.foster = true;
        let step = self.end_in_body(name);
        self.foster = false;
        step
    }

    fn close_table(&mut self) {
        self.open.close_through(&self.tree, |tag| tag == Tag::Table);
        self.reset_mode();
    }

    fn close_cell(&mut self, tag: Tag) {
        self.open.close_through(&self.tree, |open| open == tag);
        self.clear_to_marker();
        self.mode = Mode::InRow;
    }

    fn leave_cell(&mut self) -> Step {
        let is_cell = |tag: Tag| matches!(tag, Tag::Td | Tag::Th);
        if self.open.find_in_scope(&self.tree, Scope::Table, is_cell).is_none() {
            return Step::Done;
        }
        self.open.close_through(&self.tree, is_cell);
        self.clear_to_marker();
        self.mode = Mode::InRow;
        Step::Again
    }

    fn leave_row(&mut self) -> Step {
        if !self.open.has_in_scope(&self.tree, Scope::Table, Tag::Tr) {
            return Step::Done;
        }
        self.open.close_through(&self.tree, |tag| tag == Tag::Tr);
        self.mode = Mode::InTableBody;
        Step::Again
    }

    fn leave_section(&mut self) -> Step {
        if self.open.find_in_scope(&self.tree, Scope::Table, is_section).is_none() {
            return Step::Done;
        }
        self.open.close_through(&self.tree, is_section);
        self.mode = Mode::InTable;
        Step::Again
    }

    fn leave_caption(&mut self) -> Step {
        if !self.open.has_in_scope(&self.tree, Scope::Table, Tag::Caption) {
            return Step::Done;
        }
        self.open.close_through(&self.tree, |tag| tag == Tag::Caption);
        self.clear_to_marker();
        self.mode = Mode::InTable;
        Step::Again
    }

    fn leave_column_group(&mut self) -> Step {
        if !self.open.current_is(&self.tree, |tag| tag == Tag::Colgroup) {
            return Step::Done;
        }
        self.open.pop();
        self.mode = Mode::InTable;
        Step::Again
    }

    /// The mode that fits what is open (HTML standard, 13.2.4.1).
    fn reset_mode(&mut self) {
        let mode = self.open.inside_out(&self.tree).find_map(|(_, element)| match element.html_tag()? {
            Tag::Td | Tag::Th => Some(Mode::InCell),
            Tag::Tr => Some(Mode::InRow),
            Tag::Tbody | Tag::Thead | Tag::Tfoot => Some(Mode::InTableBody),
            Tag::Caption => Some(Mode::InCaption),
            Tag::Colgroup => Some(Mode::InColumnGroup),
            Tag::Table => Some(Mode::InTable),
            Tag::Body => Some(Mode::InBody),
            Tag::Frameset => Some(Mode::InFrameset),
            _ => None,
        });
        self.mode = mode.unwrap_or(Mode::InBody);
    }
}

fn is_section(tag: Tag) -> bool {
    matches!(tag, Tag::Tbody | Tag::Tfoot | Tag::Thead)
}

fn is_row_or_section(tag: Tag) -> bool {
    tag == Tag::Tr || is_section(tag)
}

/// Parts of a table that cannot stand in a cell, a row or a caption.
fn is_part(tag: Tag) -> bool {
    is_row_or_section(tag) || matches!(tag, Tag::Caption | Tag::Col | Tag::Colgroup | Tag::Td | Tag::Th)
}
