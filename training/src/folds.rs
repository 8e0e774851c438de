//! Folds by host: no site is trained on and measured on.

/// Number of folds.
pub const FOLDS: usize = 5;

/// A host's fold, 0 to `FOLDS` - 1.
pub fn fold(host: &str) -> usize {
    (hash(host) >> 32) as usize % FOLDS
}

/// A fixed hash (FNV-1a), so that the same corpus always gives the same folds and the same sample.
pub fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
