//! Placeholder.
/// Hash.
pub const TABLE_HASH: u64 = 0;
/// Bias.
pub const BIAS: f32 = 0.0;
/// Weights.
pub const WEIGHTS: &[f32] = &[0.0; 111];
