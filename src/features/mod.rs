//! Features.

use crate::{blocks::Blocks, metadata::Metadata, page::Page};

/// Measured.
#[derive(Debug)]
pub struct Features {}

/// Measures.
pub fn measure(_page: &Page, _blocks: &Blocks, _metadata: &Metadata) -> Features {
    Features {}
}
