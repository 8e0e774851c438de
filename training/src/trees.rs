//! Gradient-boosted trees over histograms (Friedman 2001; Ke et al. 2017, LightGBM: leaf-wise growth, the larger child's
//! histogram by subtraction, features and rows sampled for each tree), with logistic loss on soft targets.

use crate::random::Random;

/// Raw rows with a target share and a weight.
pub struct Rows<'a> {
    /// Row-major.
    pub values: &'a [f32],
    pub targets: &'a [f32],
    pub weights: &'a [f32],
    /// By feature: 1 where a larger value must never lower the sum, -1 where it must never raise it, 0 elsewhere.
    pub directions: &'a [i8],
}

/// What is fitted.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    pub trees: usize,
    pub leaves: usize,
    pub rate: f64,
    pub l2: f64,
    pub min_rows: u32,
    pub features_a_tree: f64,
    pub rows_a_tree: f64,
    pub seed: u64,
}

/// A node: a split, or a leaf where `feature` is `None`. `value` is what the tree adds when it stops here.
#[derive(Debug, Clone, Copy)]
pub struct Node {
    pub feature: Option<usize>,
    /// Rows with a value of at most this go left.
    pub threshold: f32,
    pub left: usize,
    pub right: usize,
    pub value: f64,
}

/// A fitted forest: log-odds = bias + the sum over the trees.
#[derive(Debug, Clone)]
pub struct Forest {
    pub bias: f64,
    pub trees: Vec<Vec<Node>>,
}

const BINS: usize = 255;

impl Forest {
    /// Log-odds of a row of raw values.
    pub fn log_odds(&self, row: &[f32]) -> f64 {
        self.bias + self.trees.iter().map(|tree| evaluate(tree, row)).sum::<f64>()
    }
}

fn evaluate(tree: &[Node], row: &[f32]) -> f64 {
    let mut at = 0;
    while let Some(feature) = tree[at].feature {
        at = if row[feature] <= tree[at].threshold { tree[at].left } else { tree[at].right };
    }
    tree[at].value
}

/// Values of every feature cut into at most 255 bins at quantiles of the rows.
struct Binned {
    /// Column-major.
    bins: Vec<Vec<u8>>,
    /// Upper edge of each bin but the last, by feature.
    edges: Vec<Vec<f32>>,
}

impl Binned {
    fn new(rows: &Rows<'_>) -> Self {
        let count = rows.targets.len();
        let mut bins = Vec::with_capacity(rows.directions.len());
        let mut edges = Vec::with_capacity(rows.directions.len());
        for feature in 0..rows.directions.len() {
            let column: Vec<f32> = (0..count).map(|row| rows.values[row * rows.directions.len() + feature]).collect();
            let mut sorted = column.clone();
            sorted.sort_unstable_by(f32::total_cmp);
            let mut distinct = sorted.clone();
            distinct.dedup();
            let cuts: Vec<f32> = if distinct.len() <= BINS {
                distinct.windows(2).map(|pair| f32::midpoint(pair[0], pair[1])).collect()
            } else {
                let mut cuts: Vec<f32> = (1..BINS).map(|bin| sorted[bin * count / BINS]).collect();
                cuts.dedup();
                cuts
            };
            // The core keeps the upper half of a threshold's bits; rounded here, training sees what the core will do.
            let mut cuts: Vec<f32> = cuts.into_iter().map(|cut| f32::from_bits(cut.to_bits() & 0xffff_0000)).collect();
            cuts.dedup();
            bins.push(column.iter().map(|value| cuts.partition_point(|cut| cut < value) as u8).collect());
            edges.push(cuts);
        }
        Self { bins, edges }
    }
}

/// Sums of gradients, of second derivatives, and rows, a bin.
#[derive(Clone, Copy, Default)]
struct Sums {
    gradient: f64,
    hessian: f64,
    rows: u32,
}

impl Sums {
    fn plus(self, other: Self) -> Self {
        Self {
            gradient: self.gradient + other.gradient,
            hessian: self.hessian + other.hessian,
            rows: self.rows + other.rows,
        }
    }

    fn minus(self, other: Self) -> Self {
        Self {
            gradient: self.gradient - other.gradient,
            hessian: self.hessian - other.hessian,
            rows: self.rows - other.rows,
        }
    }

    /// What a leaf of these rows is worth, held inside bounds.
    fn output(self, l2: f64, bounds: Bounds) -> f64 {
        (-self.gradient / (self.hessian + l2)).clamp(bounds.0, bounds.1)
    }

    /// Twice the loss that a leaf with this output saves.
    fn gain(self, l2: f64, output: f64) -> f64 {
        -(2.0 * self.gradient * output + (self.hessian + l2) * output * output)
    }
}

type Histogram = Vec<Vec<Sums>>;

/// The lowest and highest output that a leaf may have without breaking a direction that was split on above it.
type Bounds = (f64, f64);

const UNBOUND: Bounds = (f64::NEG_INFINITY, f64::INFINITY);

struct Leaf {
    node: usize,
    rows: Vec<u32>,
    total: Sums,
    histogram: Histogram,
    bounds: Bounds,
    split: Option<Split>,
}

#[derive(Clone, Copy)]
struct Split {
    gain: f64,
    /// Index into the tree's sampled features.
    slot: usize,
    bin: u8,
    left: Sums,
}

/// Fits a forest. The same rows, settings and seed give the same forest.
pub fn fit(rows: &Rows<'_>, settings: &Settings) -> Forest {
    let binned = Binned::new(rows);
    let count = rows.targets.len();
    let total: f64 = rows.weights.iter().map(|&weight| f64::from(weight)).sum();
    // Weights are brought to a mean of 1, so that L2 means the same whatever the corpus.
    let weights: Vec<f64> = rows.weights.iter().map(|&weight| f64::from(weight) * count as f64 / total).collect();
    let mean = rows.targets.iter().zip(&weights).map(|(&target, weight)| f64::from(target) * weight).sum::<f64>()
        / count as f64;
    let bias = (mean / (1.0 - mean)).ln();
    let mut sums = vec![bias; count];
    let mut random = Random::new(settings.seed);
    let mut trees = Vec::with_capacity(settings.trees);
    for _ in 0..settings.trees {
        let features = random
            .sample(rows.directions.len(), (rows.directions.len() as f64 * settings.features_a_tree).ceil() as usize);
        let chosen: Vec<u32> = (0..count as u32).filter(|_| random.unit() < settings.rows_a_tree).collect();
        let slopes: Vec<(f64, f64)> = (0..count)
            .map(|row| {
                let probability = 1.0 / (1.0 + (-sums[row]).exp());
                let weight = weights[row];
                let error = probability - f64::from(rows.targets[row]);
                (weight * error, (weight * probability * (1.0 - probability)).max(1e-9))
            })
            .collect();
        let tree = grow(&binned, &features, chosen, &slopes, rows.directions, settings);
        for (row, sum) in sums.iter_mut().enumerate() {
            *sum += evaluate(&tree, &rows.values[row * rows.directions.len()..(row + 1) * rows.directions.len()]);
        }
        trees.push(tree);
    }
    Forest { bias, trees }
}

fn grow(
    binned: &Binned,
    features: &[usize],
    chosen: Vec<u32>,
    slopes: &[(f64, f64)],
    directions: &[i8],
    settings: &Settings,
) -> Vec<Node> {
    let directions: Vec<i8> = features.iter().map(|&feature| directions[feature]).collect();
    let best =
        |histogram: &Histogram, total: Sums, bounds: Bounds| best(histogram, total, bounds, &directions, settings);
    let leaf_value = |total: Sums, bounds: Bounds| settings.rate * total.output(settings.l2, bounds);
    let mut nodes = Vec::new();
    let histogram = histogram(binned, features, &chosen, slopes);
    let total = histogram[0].iter().fold(Sums::default(), |sum, bin| sum.plus(*bin));
    let split = best(&histogram, total, UNBOUND);
    let mut leaves = vec![Leaf { node: 0, rows: chosen, total, split, bounds: UNBOUND, histogram }];
    nodes.push(Node { feature: None, threshold: 0.0, left: 0, right: 0, value: leaf_value(total, UNBOUND) });
    while leaves.len() < settings.leaves {
        let Some((at, split)) = leaves
            .iter()
            .enumerate()
            .filter_map(|(at, leaf)| leaf.split.map(|split| (at, split)))
            .max_by(|a, b| a.1.gain.total_cmp(&b.1.gain).then(b.0.cmp(&a.0)))
        else {
            break;
        };
        let leaf = leaves.swap_remove(at);
        let feature = features[split.slot];
        let (left_rows, right_rows): (Vec<u32>, Vec<u32>) =
            leaf.rows.iter().partition(|&&row| binned.bins[feature][row as usize] <= split.bin);
        let right_total = leaf.total.minus(split.left);
        let left_is_smaller = left_rows.len() < right_rows.len();
        let smaller = if left_is_smaller { &left_rows } else { &right_rows };
        let small = self::histogram(binned, features, smaller, slopes);
        let large: Histogram = leaf
            .histogram
            .iter()
            .zip(&small)
            .map(|(all, part)| all.iter().zip(part).map(|(all, part)| all.minus(*part)).collect())
            .collect();
        let (left_histogram, right_histogram) = if left_is_smaller { (small, large) } else { (large, small) };
        let (left_bounds, right_bounds) =
            halves(directions[split.slot], leaf.bounds, split.left, right_total, settings);
        let left = nodes.len();
        for (rows, total, histogram, bounds) in [
            (left_rows, split.left, left_histogram, left_bounds),
            (right_rows, right_total, right_histogram, right_bounds),
        ] {
            let node = nodes.len();
            nodes.push(Node { feature: None, threshold: 0.0, left: 0, right: 0, value: leaf_value(total, bounds) });
            let split = best(&histogram, total, bounds);
            leaves.push(Leaf { node, rows, total, histogram, bounds, split });
        }
        let node = &mut nodes[leaf.node];
        node.feature = Some(feature);
        node.threshold = binned.edges[feature][usize::from(split.bin)];
        (node.left, node.right) = (left, left + 1);
    }
    nodes
}

fn histogram(binned: &Binned, features: &[usize], rows: &[u32], slopes: &[(f64, f64)]) -> Histogram {
    features
        .iter()
        .map(|&feature| {
            let bins = &binned.bins[feature];
            let mut sums = vec![Sums::default(); binned.edges[feature].len() + 1];
            for &row in rows {
                let (gradient, hessian) = slopes[row as usize];
                let bin = &mut sums[usize::from(bins[row as usize])];
                bin.gradient += gradient;
                bin.hessian += hessian;
                bin.rows += 1;
            }
            sums
        })
        .collect()
}

/// The bounds of both sides of a split: on a feature with a direction they meet halfway between the sides' outputs, so that
/// whatever is split below keeps to the direction (the basic method of LightGBM).
fn halves(direction: i8, bounds: Bounds, left: Sums, right: Sums, settings: &Settings) -> (Bounds, Bounds) {
    let middle = f64::midpoint(left.output(settings.l2, bounds), right.output(settings.l2, bounds));
    match direction {
        1 => ((bounds.0, middle), (middle, bounds.1)),
        -1 => ((middle, bounds.1), (bounds.0, middle)),
        _ => (bounds, bounds),
    }
}

fn best(histogram: &Histogram, total: Sums, bounds: Bounds, directions: &[i8], settings: &Settings) -> Option<Split> {
    let l2 = settings.l2;
    let parent = total.gain(l2, total.output(l2, bounds));
    let mut best: Option<Split> = None;
    for (slot, (bins, &direction)) in histogram.iter().zip(directions).enumerate() {
        let mut left = Sums::default();
        for (bin, sums) in bins.iter().enumerate().take(bins.len().saturating_sub(1)) {
            left = left.plus(*sums);
            let right = total.minus(left);
            if left.rows < settings.min_rows || right.rows < settings.min_rows {
                continue;
            }
            let (to_left, to_right) = (left.output(l2, bounds), right.output(l2, bounds));
            if f64::from(direction) * (to_right - to_left) < 0.0 {
                continue;
            }
            let gain = left.gain(l2, to_left) + right.gain(l2, to_right) - parent;
            if gain > 1e-6 && best.is_none_or(|best| gain > best.gain) {
                best = Some(Split { gain, slot, bin: bin as u8, left });
            }
        }
    }
    best
}
