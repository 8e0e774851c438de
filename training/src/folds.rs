//! Folds by host: no site is trained on and measured on.

/// Number of folds.
pub const FOLDS: usize = 5;

/// A host's fold, 0 to `FOLDS` - 1, by a fixed hash (FNV-1a) so that the same corpus gives the same folds.
pub fn fold(host: &str) -> usize {
    let hash = host
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (hash >> 32) as usize % FOLDS
}
