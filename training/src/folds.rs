//! Folds by host: no site is trained on and measured on.

/// Number of folds.
pub const FOLDS: usize = 5;

/// A host's fold, 0 to `FOLDS` - 1.
pub fn fold(host: &str) -> usize {
    (hash(host) >> 32) as usize % FOLDS
}

/// A fixed number from 0 up to 1 for a host, by the half of the hash that its fold does not rest on.
pub fn drawn(host: &str) -> f64 {
    f64::from(hash(host) as u32) / (f64::from(u32::MAX) + 1.0)
}

/// A fixed hash (FNV-1a), so that the same corpus always gives the same folds and the same sample.
pub fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
