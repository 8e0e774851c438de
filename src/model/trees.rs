//! Forests, evaluated from flat tables.

/// Log-odds of one step of a stored value.
pub const VALUE_UNIT: f32 = 1.0 / 4096.0;

/// What a leaf has in place of a feature.
pub const LEAF: u8 = u8::MAX;

/// A forest as it is generated: a column of numbers for each part of a node.
pub struct Columns {
    /// Log-odds before any tree.
    pub bias: f32,
    /// Each tree's first node.
    pub roots: &'static [u16],
    /// The feature a node asks, [`LEAF`] in leaves.
    pub features: &'static [u8],
    /// Upper half of the threshold's bits: up to it, go left.
    pub thresholds: &'static [u16],
    /// Steps from a node to its right child; the left one follows it.
    pub rights: &'static [u8],
    /// Log-odds where a path ends here, in units of [`VALUE_UNIT`].
    pub values: &'static [i16],
}

/// A node: what a step down a tree reads, side by side.
#[derive(Clone, Copy)]
pub struct Node {
    /// The upper half of the bits of an `f32`.
    threshold: u16,
    /// In steps of [`VALUE_UNIT`].
    value: i16,
    feature: u8,
    /// From here to the right child; the left one is the next node.
    right: u8,
}

/// Zips the columns, while compiling.
pub const fn zip<const COUNT: usize>(columns: &Columns) -> [Node; COUNT] {
    let mut nodes = [Node { threshold: 0, value: 0, feature: LEAF, right: 0 }; COUNT];
    let mut at = 0;
    while at < COUNT {
        nodes[at] = Node {
            threshold: columns.thresholds[at],
            value: columns.values[at],
            feature: columns.features[at],
            right: columns.rights[at],
        };
        at += 1;
    }
    nodes
}

/// Gradient-boosted trees.
pub struct Forest {
    /// Log-odds before any tree.
    pub bias: f32,
    /// Each tree's first node.
    pub roots: &'static [u16],
    /// The nodes of all trees.
    pub nodes: &'static [Node],
}

impl Forest {
    /// Log-odds of a row of raw feature values: the bias and each tree's leaf.
    pub fn log_odds(&self, row: &[f32]) -> f32 {
        let leaves = self.roots.iter().map(|&root| {
            let mut at = usize::from(root);
            let mut node = self.nodes[at];
            while node.feature != LEAF {
                at = child(row, node, at);
                node = self.nodes[at];
            }
            i32::from(node.value)
        });
        self.bias + leaves.sum::<i32>() as f32 * VALUE_UNIT
    }

    /// Adds to `added` what each feature added, in steps of [`VALUE_UNIT`]: along each tree's path, the change of the
    /// node's value goes to the feature that was asked (Saabas 2014). They sum up to the log-odds less the bias and the
    /// roots' values.
    pub fn add_contributions(&self, row: &[f32], added: &mut [i32]) {
        for &root in self.roots {
            let mut at = usize::from(root);
            let mut node = self.nodes[at];
            while node.feature != LEAF {
                at = child(row, node, at);
                let next = self.nodes[at];
                added[usize::from(node.feature)] += i32::from(next.value) - i32::from(node.value);
                node = next;
            }
        }
    }
}

#[cfg(test)]
impl Forest {
    /// The value of a tree's first node, in steps of [`VALUE_UNIT`].
    pub fn root_value(&self, root: u16) -> i32 {
        i32::from(self.nodes[usize::from(root)].value)
    }
}

fn child(row: &[f32], node: Node, at: usize) -> usize {
    let threshold = f32::from_bits(u32::from(node.threshold) << 16);
    at + if row[usize::from(node.feature)] <= threshold { 1 } else { usize::from(node.right) }
}
