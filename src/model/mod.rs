//! Features → scores: gradient-boosted trees over the feature table.
//!
//! The model sees numbers in the order of [`FEATURES`](crate::features::FEATURES), never a tag or a page.

mod trees;
mod weights;

use crate::{
    blocks::BlockId,
    features::{FEATURES, Features},
};

pub use trees::VALUE_UNIT;
pub use weights::TABLE_HASH;

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
    let score = |block| Score { probability: logistic(trees::log_odds(features.row(BlockId(block)))) };
    (0..blocks as u32).map(score).collect()
}

/// The `count` features that moved the score most, as `"+ meaning"` or `"- meaning"`.
pub fn reasons(row: &[f32], count: usize) -> Vec<String> {
    let mut moved: Vec<(usize, f32)> = trees::contributions(row).into_iter().enumerate().collect();
    moved.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
    let sign = |by: f32| if by > 0.0 { '+' } else { '-' };
    moved.iter().take(count).map(|&(at, by)| format!("{} {}", sign(by), FEATURES[at].meaning)).collect()
}

fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::table_hash;

    #[test]
    fn the_weights_belong_to_the_feature_table() {
        assert_eq!(TABLE_HASH, table_hash(), "the table changed: run the training");
    }
}
