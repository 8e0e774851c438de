//! Features → scores: gradient-boosted trees over the feature table.
//!
//! The model sees numbers in the order of [`FEATURES`], never a tag or a page.

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

/// The features that moved scores most. Keeps what it works with from one block to the next.
#[derive(Debug, Default)]
pub struct Movers {
    added: Vec<i32>,
}

impl Movers {
    /// The `COUNT` features that moved the score of the row most, each with its sign: `("+ ", meaning)` or `("- ", …)`.
    pub fn of<const COUNT: usize>(&mut self, row: &[f32]) -> [(&'static str, &'static str); COUNT] {
        trees::contributions(row, &mut self.added);
        // Insertion into the few best, of equals the first: no sort of them all for every block.
        let mut best = [(0_usize, 0_i32); COUNT];
        let mut found = 0;
        for (at, &by) in self.added.iter().enumerate() {
            let mut place = found;
            while place > 0 && best[place - 1].1.unsigned_abs() < by.unsigned_abs() {
                place -= 1;
            }
            if place < COUNT {
                found = (found + 1).min(COUNT);
                best[place..found].rotate_right(1);
                best[place] = (at, by);
            }
        }
        best.map(|(at, by)| (if by > 0 { "+ " } else { "- " }, FEATURES[at].meaning))
    }
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
