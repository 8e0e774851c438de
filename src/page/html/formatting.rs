//! Misnested formatting: the list of active formatting elements and the adoption agency (HTML standard, 13.2.4.3 and
//! 13.2.6.4.7).

use std::rc::Rc;

use super::{
    construct::Constructor,
    implied_ends::{Scope, is_special},
    tree::{Element, Id, Name, Place},
};
use crate::{Error, limits, page::Tag};

/// The standard's "Noah's Ark clause": of formatting elements alike in everything, so many are opened again.
const ALIKE: usize = 3;
/// The adoption agency's own bounds.
const OUTER_ROUNDS: usize = 8;
const INNER_ROUNDS: usize = 3;

/// An entry of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Active {
    /// Nothing before it is opened again: a table cell or a caption began here.
    Marker,
    Element(Id),
}

impl Constructor {
    /// Notes a formatting element that was just opened.
    pub(super) fn note_formatting(&mut self, id: Id) {
        let Some(fingerprint) = self.tree.element(id).map(|element| element.fingerprint) else { return };
        let alike = |entry: &Active| matches!(entry, Active::Element(id) if self.tree.element(*id).is_some_and(|e| e.fingerprint == fingerprint));
        let start = self.after_last_marker();
        if self.active[start..].iter().filter(|entry| alike(entry)).count() >= ALIKE
            && let Some(first) = self.active[start..].iter().position(alike)
        {
            self.active.remove(start + first);
        }
        // More open formatting than a page may be deep cannot be opened again anyway.
        if self.active.len() >= limits::MAX_DEPTH {
            self.active.remove(0);
        }
        self.active.push(Active::Element(id));
    }

    pub(super) fn clear_to_marker(&mut self) {
        while self.active.pop().is_some_and(|entry| entry != Active::Marker) {}
    }

    /// The innermost active formatting element of this name since the last marker.
    pub(super) fn active_named(&self, tag: Tag) -> Option<Id> {
        self.active[self.after_last_marker()..].iter().rev().find_map(|entry| match entry {
            Active::Element(id) if self.html_tag(*id) == Some(tag) => Some(*id),
            _ => None,
        })
    }

    pub(super) fn forget_formatting(&mut self, id: Id) {
        self.active.retain(|entry| *entry != Active::Element(id));
    }

    fn after_last_marker(&self) -> usize {
        self.active.iter().rposition(|entry| *entry == Active::Marker).map_or(0, |at| at + 1)
    }

    /// Opens again the formatting that a block has closed over.
    pub(super) fn reopen_formatting(&mut self) -> Result<(), Error> {
        let is_settled = |entry: &Active| match entry {
            Active::Marker => true,
            Active::Element(id) => self.open.contains(*id),
        };
        let first = self.active.iter().rposition(is_settled).map_or(0, |at| at + 1);
        for at in first..self.active.len() {
            if self.open.len() >= limits::MAX_DEPTH {
                return Ok(());
            }
            if let Active::Element(id) = self.active[at]
                && let Some(element) = self.tree.element(id).cloned()
            {
                self.active[at] = Active::Element(self.insert(element)?);
            }
        }
        Ok(())
    }

    /// The end tag of a formatting element, or a start tag that ends it.
    pub(super) fn adopt(&mut self, tag: Tag) -> Result<(), Error> {
        let current = self.open.current();
        if self.html_tag(current) == Some(tag) && !self.active.contains(&Active::Element(current)) {
            self.open.pop();
            return Ok(());
        }
        for _ in 0..OUTER_ROUNDS {
            let Some(formatting) = self.active_named(tag) else {
                self.open.close_any(&self.tree, &Name::from(tag));
                return Ok(());
            };
            let Some(at) = self.open.position(formatting) else {
                self.forget_formatting(formatting);
                return Ok(());
            };
            if !self.open.is_in_scope(&self.tree, Scope::Default, at) {
                return Ok(());
            }
            let furthest = (at + 1..self.open.len()).find(|&above| {
                self.open.get(above).and_then(|id| self.tree.element(id)).is_some_and(|element| is_special(element))
            });
            let Some(furthest) = furthest else {
                self.open.truncate(at);
                self.forget_formatting(formatting);
                return Ok(());
            };
            self.adopt_once(formatting, at, furthest)?;
        }
        Ok(())
    }

    /// One round: the formatting element at `at` ends before the block at `furthest` and is opened again inside it.
    fn adopt_once(&mut self, formatting: Id, at: usize, furthest: usize) -> Result<(), Error> {
        let Some(block) = self.open.get(furthest) else { return Ok(()) };
        let ancestor = at.checked_sub(1).and_then(|below| self.open.get(below));
        let mut bookmark = self.active.iter().position(|entry| *entry == Active::Element(formatting)).unwrap_or(0);
        let mut last = block;
        let mut rounds = 0;
        for node_at in (at + 1..furthest).rev() {
            rounds += 1;
            let Some(node) = self.open.get(node_at) else { continue };
            let mut in_list = self.active.iter().position(|entry| *entry == Active::Element(node));
            if rounds > INNER_ROUNDS
                && let Some(entry) = in_list.take()
            {
                self.active.remove(entry);
                bookmark -= usize::from(entry < bookmark);
            }
            let (Some(entry), Some(element)) = (in_list, self.tree.element(node).cloned()) else {
                self.open.remove(node);
                continue;
            };
            let clone = self.tree.create(element)?;
            self.active[entry] = Active::Element(clone);
            self.open.replace(node_at, clone);
            if last == block {
                bookmark = entry + 1;
            }
            self.tree.insert(Place::Inside(clone), last);
            last = clone;
        }
        if let Some(ancestor) = ancestor {
            let place = self.place_in(ancestor);
            self.tree.insert(place, last);
        }
        let Some(element) = self.tree.element(formatting).cloned() else { return Ok(()) };
        let clone = self.clone_into(block, element)?;
        if let Some(entry) = self.active.iter().position(|entry| *entry == Active::Element(formatting)) {
            self.active.remove(entry);
            bookmark -= usize::from(entry < bookmark);
        }
        self.active.insert(bookmark.min(self.active.len()), Active::Element(clone));
        self.open.remove(formatting);
        if let Some(block_at) = self.open.position(block) {
            self.open.insert(block_at + 1, clone);
        }
        Ok(())
    }

    /// A clone as the only child of `block`, around all that was in it.
    fn clone_into(&mut self, block: Id, element: Rc<Element>) -> Result<Id, Error> {
        let clone = self.tree.create(element)?;
        self.tree.move_children(block, clone);
        self.tree.insert(Place::Inside(block), clone);
        Ok(clone)
    }
}
