//! Players: the page's own `video` and `audio`, and frames of known video hosts as links that load on a click.

use super::{body::Media, source::Source};
use crate::page::NodeId;

/// The player of an element.
pub(super) fn read(_source: &Source, _node: NodeId) -> Option<Media> {
    None
}
