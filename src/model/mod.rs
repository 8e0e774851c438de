//! Features → scores: a linear score over the feature table, through the logistic function.
//!
//! The model sees numbers in the order of [`FEATURES`], never a tag or a page.

mod weights;

use crate::{
    blocks::BlockId,
    features::{FEATURES, Features, table_hash},
};

pub use weights::{BIAS, TABLE_HASH, WEIGHTS};

/// A block's score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// Probability that the block belongs to the article, 0 to 1.
    pub probability: f32,
}

impl Score {
    /// `ln(p / (1 - p))`, positive when the block rather belongs to the article.
    pub fn log_odds(self) -> f32 {
        let p = self.probability.clamp(1e-4, 1.0 - 1e-4);
        (p / (1.0 - p)).ln()
    }
}

/// Scores every block.
pub fn score(features: &Features, blocks: usize) -> Vec<Score> {
    debug_assert_eq!(TABLE_HASH, table_hash(), "the weights belong to another table: run the training");
    (0..blocks as u32).map(|block| Score { probability: logistic(sum(features.row(BlockId(block)))) }).collect()
}

/// The `count` features that moved the score most, as `"+ meaning"` or `"- meaning"`.
pub fn reasons(row: &[f32], count: usize) -> Vec<String> {
    let mut moved: Vec<(usize, f32)> = contributions(row).enumerate().collect();
    moved.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
    let sign = |by: f32| if by > 0.0 { '+' } else { '-' };
    moved.iter().take(count).map(|&(at, by)| format!("{} {}", sign(by), FEATURES[at].meaning)).collect()
}

fn contributions(row: &[f32]) -> impl Iterator<Item = f32> + '_ {
    row.iter().zip(FEATURES).zip(WEIGHTS).map(|((value, feature), weight)| feature.scale.apply(*value) * weight)
}

fn sum(row: &[f32]) -> f32 {
    BIAS + contributions(row).sum::<f32>()
}

fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}
