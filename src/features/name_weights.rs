//! The learned names: generated, do not edit.

pub const HASHES: &[u32] = &[];
pub const WEIGHTS: &[i8] = &[];
