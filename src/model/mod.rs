//! Features → scores: gradient-boosted trees over the feature tables, in two passes.
//!
//! The first pass sees a block's own features; the second also what the first said of the blocks and elements around it.
//! The score is the mean of both passes' log-odds: together they err less than either. The model sees numbers in the order
//! of [`FEATURES`] and [`AROUND`], never a tag or a page.

mod page_weights;
mod trees;
mod weights;

use crate::{
    blocks::BlockId,
    features::{AROUND, Around, FEATURES, Features},
};

use trees::{Columns, Forest, Step, steps};

pub use page_weights::{FACTS_HASH, GLANCE_HASH, READERABLE_FROM, WHOLE_FROM};
pub use trees::VALUE_UNIT;
pub use weights::TABLE_HASH;

/// Declares a forest from its generated columns.
macro_rules! forest {
    ($name:ident, $columns:path) => {
        static $name: Forest = {
            const COLUMNS: Columns = $columns;
            static STEPS: [Step; COLUMNS.features.len()] = steps(&COLUMNS);
            Forest { bias: COLUMNS.bias, roots: COLUMNS.roots, steps: &STEPS, values: COLUMNS.values }
        };
    };
}

forest!(FIRST, weights::FIRST);
forest!(SECOND, weights::SECOND);
forest!(WHOLE, page_weights::WHOLE);
forest!(READERABLE, page_weights::READERABLE);
forest!(PROBE, page_weights::PROBE);

/// Features of both passes.
const WIDTH: usize = FEATURES.len() + AROUND.len();

/// A block's score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// Probability that the block belongs to the article, 0 to 1.
    pub probability: f32,
}

impl Score {
    /// The score of these log-odds.
    pub fn of_log_odds(log_odds: f32) -> Self {
        Self { probability: logistic(log_odds) }
    }

    /// `ln(p / (1 - p))`, positive when the block rather belongs to the article.
    pub fn log_odds(self) -> f32 {
        let p = self.probability.clamp(1e-4, 1.0 - 1e-4);
        (p / (1.0 - p)).ln()
    }
}

/// The probabilities alone.
pub fn probabilities(scores: &[Score]) -> Vec<f32> {
    scores.iter().map(|score| score.probability).collect()
}

/// Blocks that go through the trees together.
const GROUP: usize = 8;

/// The blocks in groups; the last block fills up the last group.
fn groups(features: &Features) -> impl Iterator<Item = [BlockId; GROUP]> + use<> {
    let count = features.count();
    (0..count).step_by(GROUP).map(move |start| std::array::from_fn(|at| BlockId::at((start + at).min(count - 1))))
}

/// The rows of both passes of a group of blocks.
fn joined(features: &Features, around: &Around, ids: [BlockId; GROUP]) -> [[f32; WIDTH]; GROUP] {
    let mut rows = [[0.0; WIDTH]; GROUP];
    for (row, id) in rows.iter_mut().zip(ids) {
        let (own, second) = row.split_at_mut(FEATURES.len());
        own.copy_from_slice(features.row(id));
        second.copy_from_slice(around.row(id));
    }
    rows
}

/// The first pass: every block by its own features. `added`, where it is wanted, takes what each of them added.
pub fn first_pass(features: &Features, mut added: Option<&mut Contributions>) -> Vec<Score> {
    let mut scores = Vec::with_capacity(features.count().next_multiple_of(GROUP));
    for ids in groups(features) {
        let rows = ids.map(|id| features.row(id));
        let log_odds = log_odds(&FIRST, rows, added.as_deref_mut(), ids[0]);
        scores.extend(log_odds.map(Score::of_log_odds));
    }
    scores.truncate(features.count());
    scores
}

/// The second pass, with what the first one said around every block: the score. `added` as in [`first_pass`], the same.
pub fn second_pass(
    features: &Features,
    around: &Around,
    first: &[Score],
    mut added: Option<&mut Contributions>,
) -> Vec<Score> {
    let mut second = Vec::with_capacity(features.count().next_multiple_of(GROUP));
    for ids in groups(features) {
        let rows = joined(features, around, ids);
        let rows = rows.each_ref().map(<[f32; WIDTH]>::as_slice);
        second.extend(log_odds(&SECOND, rows, added.as_deref_mut(), ids[0]));
    }
    first.iter().zip(second).map(|(&first, second)| together(first, second)).collect()
}

/// What the forest says of a group of blocks, the first of which is `start`.
fn log_odds(forest: &Forest, rows: [&[f32]; GROUP], added: Option<&mut Contributions>, start: BlockId) -> [f32; GROUP] {
    match added {
        Some(added) => forest.log_odds_adding(rows, &mut added.0[start.index() / GROUP]),
        None => forest.log_odds(rows),
    }
}

/// The score of a block by both passes: the mean of their log-odds.
pub fn together(first: Score, second: f32) -> Score {
    Score::of_log_odds(f32::midpoint(first.log_odds(), second))
}

/// The probability that nothing of the text was lost, by the facts of the page.
pub fn whole(facts: &[f32]) -> f32 {
    logistic(WHOLE.log_odds([facts])[0])
}

/// How much speaks for the page being one text to read, by the facts of the page: log-odds.
pub fn readerable_log_odds(facts: &[f32]) -> f32 {
    READERABLE.log_odds([facts])[0]
}

/// The probability that a page is called one to read, by what is seen of it at a glance.
pub fn probe(facts: &[f32]) -> f32 {
    logistic(PROBE.log_odds([facts])[0])
}

/// A feature that moved a score: its sign and its meaning, `("+ ", meaning)` or `("- ", …)`.
pub type Mover = (&'static str, &'static str);

/// What each feature of both passes added to each block's score, in steps of [`VALUE_UNIT`]; the blocks in groups.
#[derive(Debug)]
pub struct Contributions(Vec<[[i32; WIDTH]; GROUP]>);

impl Contributions {
    /// Nothing added yet, to any of so many blocks.
    pub fn none(blocks: usize) -> Self {
        Self(vec![[[0; WIDTH]; GROUP]; blocks.div_ceil(GROUP)])
    }

    /// The `COUNT` features that moved the block's score most.
    pub fn movers<const COUNT: usize>(&self, block: BlockId) -> [Mover; COUNT] {
        most(&self.0[block.index() / GROUP][block.index() % GROUP])
            .map(|(at, by)| (if by > 0 { "+ " } else { "- " }, meaning(at)))
    }
}

/// The features that added most, of equals the first.
fn most<const COUNT: usize>(added: &[i32]) -> [(usize, i32); COUNT] {
    // Insertion into the few best: no sort of them all for every block.
    let mut best = [(0_usize, 0_i32); COUNT];
    let mut found = 0;
    for (at, &by) in added.iter().enumerate() {
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
    best
}

fn meaning(feature: usize) -> &'static str {
    FEATURES.get(feature).map_or_else(|| AROUND[feature - FEATURES.len()].meaning, |feature| feature.meaning)
}

fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

#[cfg(test)]
mod tests;
