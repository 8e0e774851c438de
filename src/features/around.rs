//! Features of the second pass: what the first pass said of the blocks around, of the elements around, of blocks made
//! alike, and of the page.

use super::{Features, expected::best_expected_f1, share};
use crate::{
    blocks::{BlockId, Blocks},
    hash::ByHash,
    page::{NodeId, Page},
};

/// Elements whose means are features: the container and those above it.
const LEVELS: usize = 5;
/// What the other blocks made alike must weigh (roots of words) for their mean to say anything.
const ALIKE_WEIGHT: f32 = 0.5;

/// One feature of the second pass.
#[derive(Debug, Clone, Copy)]
pub struct AroundFeature {
    /// Unique, `snake_case`.
    pub name: &'static str,
    /// A phrase that finishes "the block has …" or "the block is …".
    pub meaning: &'static str,
    measure: fn(&Scored<'_>, &Spot) -> f32,
}

/// A table row: name, meaning, measure.
macro_rules! features {
    ($($name:literal, $meaning:literal, $measure:expr;)*) => {
        &[$(AroundFeature { name: $name, meaning: $meaning, measure: $measure },)*]
    };
}

/// Every feature of the second pass, in the order in which rows of [`Around`] hold them.
pub const AROUND: &[AroundFeature] = features! {
    "score", "its own first score", |s, p| s.probability(p, 0);
    "score_before", "an article's block before it", |s, p| s.probability(p, -1);
    "score_before_2", "an article's block two before it", |s, p| s.probability(p, -2);
    "score_before_3", "an article's block three before it", |s, p| s.probability(p, -3);
    "score_after", "an article's block after it", |s, p| s.probability(p, 1);
    "score_after_2", "an article's block two after it", |s, p| s.probability(p, 2);
    "score_after_3", "an article's block three after it", |s, p| s.probability(p, 3);
    "score_near", "an article's blocks near it", |s, p| s.window(p, 5);
    "score_wide", "an article's blocks around it", |s, p| s.window(p, 15);
    "score_wider", "an article's blocks far around it", |s, p| s.window(p, 40);
    "score_share_before", "its place in the article", |s, p| share(s.expected[p.at], s.all_expected());
    "score_page", "the page's share of article", |s, _| s.mean(0, s.scores.len());
    "score_most", "the page's surest block", |s, _| s.most;
    "score_even", "how sure the page's blocks are", |s, _| s.even;
    "score_over_even", "its score against the page's others", |s, p| s.probability(p, 0) - s.even;
    "score_alike", "an article's blocks made like it", |s, p| s.alike[p.at];
    "score_0", "an article's blocks in its element", |s, p| s.level(p, 0);
    "score_1", "an article's blocks in the element around", |s, p| s.level(p, 1);
    "score_2", "an article's blocks two elements up", |s, p| s.level(p, 2);
    "score_3", "an article's blocks three elements up", |s, p| s.level(p, 3);
    "score_4", "an article's blocks four elements up", |s, p| s.level(p, LEVELS - 1);
    "score_share_1", "the element around's share of the article", |s, p| s.level_share(p, 1);
    "score_share_2", "two elements up's share of the article", |s, p| s.level_share(p, 2);
    "score_share_3", "three elements up's share of the article", |s, p| s.level_share(p, 3);
};

/// A block, and the blocks inside its container and the elements above.
struct Spot {
    at: usize,
    levels: [(usize, usize); LEVELS],
}

/// The first pass's scores, summed up.
struct Scored<'a> {
    scores: &'a [f32],
    /// Words, and words weighed by their probability, before each block; one more entry than blocks.
    words: Vec<f32>,
    expected: Vec<f32>,
    /// The mean over the other blocks with the same markup; -1 where there is none.
    alike: Vec<f32>,
    /// The probability from which a block raises the page's expected F1.
    even: f32,
    most: f32,
}

impl<'a> Scored<'a> {
    fn sum(blocks: &Blocks, features: &Features, scores: &'a [f32]) -> Self {
        let (mut words, mut expected) = (vec![0.0], vec![0.0]);
        let (mut all, mut likely) = (0.0, 0.0);
        for (id, block) in blocks.iter() {
            all += block.words as f32;
            likely += block.words as f32 * scores[id.index()];
            words.push(all);
            expected.push(likely);
        }
        Self {
            scores,
            words,
            expected,
            alike: alike(blocks, features, scores),
            even: best_expected_f1(blocks, scores) / 2.0,
            most: scores.iter().copied().fold(0.0, f32::max),
        }
    }

    fn probability(&self, spot: &Spot, step: isize) -> f32 {
        let neighbour = spot.at.checked_add_signed(step).and_then(|at| self.scores.get(at));
        neighbour.copied().unwrap_or(0.0)
    }

    /// The mean probability of the words in a range of blocks.
    fn mean(&self, from: usize, to: usize) -> f32 {
        share(self.expected[to] - self.expected[from], self.words[to] - self.words[from])
    }

    fn window(&self, spot: &Spot, blocks: usize) -> f32 {
        self.mean(spot.at.saturating_sub(blocks), (spot.at + blocks + 1).min(self.scores.len()))
    }

    fn level(&self, spot: &Spot, level: usize) -> f32 {
        let (from, to) = spot.levels[level];
        self.mean(from, to)
    }

    fn level_share(&self, spot: &Spot, level: usize) -> f32 {
        let (from, to) = spot.levels[level];
        share(self.expected[to] - self.expected[from], self.all_expected())
    }

    fn all_expected(&self) -> f32 {
        self.expected.last().copied().unwrap_or(0.0)
    }
}

fn alike(blocks: &Blocks, features: &Features, scores: &[f32]) -> Vec<f32> {
    let mut groups: ByHash<(f32, f32)> = ByHash::default();
    let weight = |id: BlockId| (blocks.get(id).words as f32).sqrt();
    for id in blocks.ids() {
        let group = groups.entry(features.alike[id.index()]).or_default();
        group.0 += weight(id) * scores[id.index()];
        group.1 += weight(id);
    }
    let others = |id: BlockId| {
        let (sum, weights) = groups[&features.alike[id.index()]];
        let own = weight(id);
        if weights - own > ALIKE_WEIGHT { (sum - own * scores[id.index()]) / (weights - own) } else { -1.0 }
    };
    blocks.ids().map(others).collect()
}

/// Every feature of the second pass, of every block.
#[derive(Debug)]
pub struct Around(Vec<f32>);

impl Around {
    /// A block's values, in the order of [`AROUND`].
    pub fn row(&self, block: BlockId) -> &[f32] {
        let start = block.index() * AROUND.len();
        &self.0[start..start + AROUND.len()]
    }
}

/// Measures what the first pass's scores, probabilities by block, say around every block.
pub fn around(page: &Page, blocks: &Blocks, features: &Features, scores: &[f32]) -> Around {
    let sums = Scored::sum(blocks, features, scores);
    let mut values = Vec::with_capacity(blocks.len() * AROUND.len());
    for (id, block) in blocks.iter() {
        let mut node = block.container;
        let levels = std::array::from_fn(|_| {
            let within = blocks.within(node, page.subtree_end(node));
            node = page.parent(node).unwrap_or(NodeId::ROOT);
            (within.start, within.end)
        });
        let spot = Spot { at: id.index(), levels };
        values.extend(AROUND.iter().map(|feature| (feature.measure)(&sums, &spot)));
    }
    Around(values)
}
