//! Forests, evaluated from flat tables.

use std::hint::select_unpredictable;

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

/// What a row reads at a node: a threshold (the upper half of an `f32`'s bits), the feature that is compared with it (a
/// byte), and how far on the right child stands (a byte). One number: so the choice between the children needs no branch.
#[derive(Clone, Copy)]
pub struct Step(u32);

impl Step {
    /// Nothing is up to a threshold that is no number, and to the right is no other node: rows stay in a leaf.
    const LEAF: Self = Self(f32::NAN.to_bits() & Self::THRESHOLD);
    const THRESHOLD: u32 = 0xffff_0000;

    fn feature(self) -> usize {
        usize::from((self.0 >> 8) as u8)
    }

    /// From this node to the one that a row with this value of the feature goes to; the left child is the next node.
    fn taken_by(self, value: f32) -> usize {
        let right = self.0 as u8;
        usize::from(select_unpredictable(value <= f32::from_bits(self.0 & Self::THRESHOLD), 1, right))
    }
}

/// The steps of a forest, made while compiling.
pub const fn steps<const COUNT: usize>(columns: &Columns) -> [Step; COUNT] {
    let mut steps = [Step::LEAF; COUNT];
    let mut at = 0;
    while at < COUNT {
        if columns.features[at] != LEAF {
            let (threshold, feature) = (columns.thresholds[at] as u32, columns.features[at] as u32);
            steps[at] = Step(threshold << 16 | feature << 8 | columns.rights[at] as u32);
        }
        at += 1;
    }
    steps
}

/// Gradient-boosted trees.
pub struct Forest {
    /// Log-odds before any tree.
    pub bias: f32,
    /// Each tree's first node.
    pub roots: &'static [u16],
    /// What is asked at every node of all trees.
    pub steps: &'static [Step],
    /// Log-odds where a path ends at a node, in steps of [`VALUE_UNIT`].
    pub values: &'static [i16],
}

impl Forest {
    /// Log-odds of rows of raw feature values: the bias and each tree's leaf.
    pub fn log_odds<const ROWS: usize>(&self, rows: [&[f32]; ROWS]) -> [f32; ROWS] {
        self.sum(rows, |_, _, _, _| ())
    }

    /// The same, and adds to what each feature `added` to each row, in steps of [`VALUE_UNIT`]: along each tree's path, the
    /// change of the node's value goes to the feature that was asked (Saabas 2014). They sum up to the log-odds less the
    /// bias and the roots' values.
    pub fn log_odds_adding<const ROWS: usize, const WIDTH: usize>(
        &self,
        rows: [&[f32]; ROWS],
        added: &mut [[i32; WIDTH]; ROWS],
    ) -> [f32; ROWS] {
        self.sum(rows, |row, feature, from, to| {
            added[row][feature] += i32::from(self.values[to]) - i32::from(self.values[from]);
        })
    }

    /// The rows' log-odds; `taken` is called as [`Self::descend`] does.
    fn sum<const ROWS: usize>(
        &self,
        rows: [&[f32]; ROWS],
        mut taken: impl FnMut(usize, usize, usize, usize),
    ) -> [f32; ROWS] {
        let mut sums = [0_i32; ROWS];
        for &root in self.roots {
            let leaves = self.descend(root, rows, &mut taken);
            for (sum, leaf) in sums.iter_mut().zip(leaves) {
                *sum += i32::from(self.values[leaf]);
            }
        }
        sums.map(|sum| self.bias + sum as f32 * VALUE_UNIT)
    }

    /// The leaves where rows end up. All take a step of their own in turn, so that the processor goes on with the others
    /// while one waits for its numbers. `taken` is called with the row, the feature, and the nodes before and after.
    fn descend<const ROWS: usize>(
        &self,
        root: u16,
        rows: [&[f32]; ROWS],
        mut taken: impl FnMut(usize, usize, usize, usize),
    ) -> [usize; ROWS] {
        let mut nodes = [usize::from(root); ROWS];
        loop {
            let mut moved = 0;
            for (row, (node, values)) in nodes.iter_mut().zip(rows).enumerate() {
                let step = self.steps[*node];
                let by = step.taken_by(values[step.feature()]);
                taken(row, step.feature(), *node, *node + by);
                *node += by;
                moved |= by;
            }
            if moved == 0 {
                return nodes;
            }
        }
    }
}

#[cfg(test)]
impl Forest {
    /// The value of a tree's first node, in steps of [`VALUE_UNIT`].
    pub fn root_value(&self, root: u16) -> i32 {
        i32::from(self.values[usize::from(root)])
    }
}
