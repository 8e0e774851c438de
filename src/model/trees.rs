//! The trees, evaluated from one flat table.

use super::weights::{BIAS, FEATURES, RIGHTS, ROOTS, THRESHOLDS, VALUES};

/// Log-odds of one step of a stored value.
pub const VALUE_UNIT: f32 = 1.0 / 4096.0;

/// What a leaf has in place of a feature.
const LEAF: u8 = u8::MAX;

/// A node: what a step down a tree reads, side by side.
#[derive(Clone, Copy)]
struct Node {
    /// The upper half of the bits of an `f32`.
    threshold: u16,
    /// In steps of [`VALUE_UNIT`].
    value: i16,
    feature: u8,
    /// From here to the right child; the left one is the next node.
    right: u8,
}

/// The generated columns, zipped while compiling.
static NODES: [Node; FEATURES.len()] = {
    let mut nodes = [Node { threshold: 0, value: 0, feature: LEAF, right: 0 }; FEATURES.len()];
    let mut at = 0;
    while at < nodes.len() {
        nodes[at] = Node { threshold: THRESHOLDS[at], value: VALUES[at], feature: FEATURES[at], right: RIGHTS[at] };
        at += 1;
    }
    nodes
};

/// Log-odds of a row of raw feature values: the bias and each tree's leaf.
pub fn log_odds(row: &[f32]) -> f32 {
    let leaves = ROOTS.iter().map(|&root| {
        let mut at = usize::from(root);
        let mut node = NODES[at];
        while node.feature != LEAF {
            at = child(row, node, at);
            node = NODES[at];
        }
        i32::from(node.value)
    });
    BIAS + leaves.sum::<i32>() as f32 * VALUE_UNIT
}

/// Writes into `added` what each feature added, in steps of [`VALUE_UNIT`]: along each tree's path, the change of the
/// node's value goes to the feature that was asked (Saabas 2014). They sum up to the log-odds less the bias and the roots'
/// values.
pub fn contributions(row: &[f32], added: &mut Vec<i32>) {
    added.clear();
    added.resize(row.len(), 0);
    for &root in ROOTS {
        let mut at = usize::from(root);
        let mut node = NODES[at];
        while node.feature != LEAF {
            at = child(row, node, at);
            let next = NODES[at];
            added[usize::from(node.feature)] += i32::from(next.value) - i32::from(node.value);
            node = next;
        }
    }
}

fn child(row: &[f32], node: Node, at: usize) -> usize {
    let threshold = f32::from_bits(u32::from(node.threshold) << 16);
    at + if row[usize::from(node.feature)] <= threshold { 1 } else { usize::from(node.right) }
}
