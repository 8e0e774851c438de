//! Score.

/// Score.
#[derive(Debug)]
pub struct Score {
    /// 0..1
    pub probability: f32,
}
