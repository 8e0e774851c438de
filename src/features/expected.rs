//! The word F1 that the probabilities of a page's blocks promise.

use crate::blocks::{BlockKind, Blocks};

/// The best word F1 that any set of the page's blocks can be expected to have, were each block's words the article's with
/// its probability. Keeping a block raises it from half of this probability on (Lipton, Elkan and
/// Naryanaswamy 2014): the less sure the scores, the more is kept.
pub fn best_expected_f1(blocks: &Blocks, probabilities: &[f32]) -> f32 {
    let mut ranked: Vec<(f32, f32)> = blocks
        .iter()
        .filter(|(_, block)| block.kind == BlockKind::Text)
        .map(|(id, block)| (probabilities[id.index()], block.words as f32))
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let expected: f32 = ranked.iter().map(|(probability, words)| probability * words).sum();
    let (mut right, mut kept, mut best) = (0.0, 0.0, 0.0_f32);
    for (probability, words) in ranked {
        right += probability * words;
        kept += words;
        if kept > 0.0 {
            best = best.max(2.0 * right / (kept + expected));
        }
    }
    best
}
