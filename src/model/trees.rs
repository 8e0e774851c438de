//! The trees, evaluated from flat tables.

use super::weights::{BIAS, FEATURES, RIGHTS, ROOTS, THRESHOLDS, VALUES};

/// Log-odds of one step of a stored value.
pub const VALUE_UNIT: f32 = 1.0 / 4096.0;

/// What a leaf has in place of a feature.
const LEAF: u8 = u8::MAX;

/// Log-odds of a row of raw feature values: the bias and each tree's leaf.
pub fn log_odds(row: &[f32]) -> f32 {
    let leaves = ROOTS.iter().map(|&root| {
        let mut at = usize::from(root);
        while FEATURES[at] != LEAF {
            at = child(row, at);
        }
        i32::from(VALUES[at])
    });
    BIAS + leaves.sum::<i32>() as f32 * VALUE_UNIT
}

/// What each feature added: along each tree's path, the change of the node's value goes to the feature that was asked
/// (Saabas 2014). They sum up to the log-odds less the bias and the roots' values.
pub fn contributions(row: &[f32]) -> Vec<f32> {
    let mut added = vec![0.0; row.len()];
    for &root in ROOTS {
        let mut at = usize::from(root);
        while FEATURES[at] != LEAF {
            let next = child(row, at);
            added[usize::from(FEATURES[at])] += (f32::from(VALUES[next]) - f32::from(VALUES[at])) * VALUE_UNIT;
            at = next;
        }
    }
    added
}

fn child(row: &[f32], at: usize) -> usize {
    let threshold = f32::from_bits(u32::from(THRESHOLDS[at]) << 16);
    if row[usize::from(FEATURES[at])] <= threshold { at + 1 } else { at + usize::from(RIGHTS[at]) }
}
