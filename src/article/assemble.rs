//! Page + kept blocks → typed body: the wall.

use url::Url;

use super::body::Body;
use crate::{blocks::Blocks, metadata::Metadata, page::Page, selection::Selection};

/// Builds the body from what the selection kept.
pub fn assemble(_page: &Page, _blocks: &Blocks, _kept: &Selection, _metadata: &Metadata, _base: Option<&Url>) -> Body {
    Body::default()
}
