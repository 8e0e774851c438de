//! Formulas.

use super::{body::Math, source::Source};
use crate::page::{NodeId, Tag};

pub(super) fn is_formula(source: &Source, node: NodeId) -> bool {
    source.page.is(node, Tag::Math)
}

pub(super) fn read(_source: &Source, _node: NodeId) -> Option<Math> {
    None
}

pub(super) fn of_picture(_source: &Source, _node: NodeId) -> Option<Math> {
    None
}
