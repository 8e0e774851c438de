//! The two passes of the score, for the whole corpus and for each fold without its own sites.

use std::collections::HashMap;

use quietpage::{
    blocks::BlockKind,
    features::{self, AROUND, FEATURES, direction, is_markup_name},
    model::{Score, probabilities, together},
};

use crate::{
    corpus::Sample,
    folds::{FOLDS, drawn, fold},
    names::{Ballot, Names},
    random::Random,
    trees::{self, Forest, Rows, Settings},
};

/// Share of the pages whose markup names are blanked in training, so that hashed class names cost little.
const BLANKED: f64 = 0.25;

/// What is learned from.
pub struct Material<'a> {
    samples: &'a [Sample],
    labels: &'a [Vec<f32>],
    ballot: &'a Ballot<'a>,
    settings: Settings,
    /// The share of the sites that is learned from.
    share: f64,
    /// By page, whether its markup names are blanked.
    blanked: Vec<bool>,
}

/// The first pass: the learned names and the trees.
struct First<'a> {
    names: Names<'a>,
    forest: Forest,
}

/// Both passes.
pub struct Model<'a> {
    first: First<'a>,
    second: Forest,
}

/// First passes by the folds that they have not seen, the smaller number first; the same twice for one fold.
pub struct Firsts<'a>(HashMap<(usize, usize), First<'a>>);

impl<'a> Material<'a> {
    /// What a share of the sites, 0 to 1, has to teach; always the same sites, a smaller share in a larger one.
    pub fn new(
        samples: &'a [Sample],
        labels: &'a [Vec<f32>],
        ballot: &'a Ballot<'a>,
        settings: Settings,
        share: f64,
    ) -> Self {
        let mut random = Random::new(settings.seed);
        let blanked = samples.iter().map(|_| random.unit() < BLANKED).collect();
        Self { samples, labels, ballot, settings, share, blanked }
    }

    /// The first pass without each fold, and without each two: what the second pass learns from must not have seen the
    /// page either.
    pub fn firsts(&self) -> Firsts<'a> {
        let pairs: Vec<(usize, usize)> = (0..FOLDS).flat_map(|a| (a..FOLDS).map(move |b| (a, b))).collect();
        let firsts = in_pairs(&pairs, |(a, b)| self.first(|host| ![a, b].contains(&fold(host))));
        Firsts(pairs.into_iter().zip(firsts).collect())
    }

    /// A model for each fold that has not seen it.
    pub fn fold_models(&self, firsts: &mut Firsts<'a>) -> Vec<Model<'a>> {
        let folds: Vec<usize> = (0..FOLDS).collect();
        let seconds = in_pairs(&folds, |left_out| self.second(firsts, Some(left_out)));
        let take = |fold| firsts.0.remove(&(fold, fold)).expect("a first pass for each fold");
        folds.into_iter().map(take).zip(seconds).map(|(first, second)| Model { first, second }).collect()
    }

    /// The model of all pages.
    pub fn model(&self, firsts: &Firsts<'a>) -> Model<'a> {
        Model { first: self.first(|_| true), second: self.second(firsts, None) }
    }

    fn first(&self, takes: impl Fn(&str) -> bool) -> First<'a> {
        let takes = |host: &str| drawn(host) < self.share && takes(host);
        let names = self.ballot.names(takes);
        let forest = self.fit(takes, |at| rows(&self.samples[at], &names, true, self.blanked[at]));
        First { names, forest }
    }

    fn second(&self, firsts: &Firsts<'a>, left_out: Option<usize>) -> Forest {
        let takes = |host: &str| drawn(host) < self.share && Some(fold(host)) != left_out;
        let names = self.ballot.names(takes);
        self.fit(takes, |at| {
            let sample = &self.samples[at];
            let own = fold(sample.host());
            let other = left_out.unwrap_or(own);
            let scores = firsts.0[&(own.min(other), own.max(other))].scores(sample, self.blanked[at]);
            with_around(sample, rows(sample, &names, true, self.blanked[at]), &scores)
        })
    }

    /// Fits a forest to the text blocks of the pages whose host `takes` accepts; `rows` gives a page's rows.
    fn fit(&self, takes: impl Fn(&str) -> bool, rows: impl Fn(usize) -> Vec<Vec<f32>>) -> Forest {
        let (mut values, mut targets, mut weights) = (Vec::new(), Vec::new(), Vec::new());
        let mut width = 0;
        for (at, (sample, labels)) in self.samples.iter().zip(self.labels).enumerate() {
            if !takes(sample.host()) {
                continue;
            }
            let total: f32 = sample.blocks.iter().map(|(_, block)| block.words as f32).sum();
            let logs: f32 = sample.blocks.iter().map(|(_, block)| (block.words as f32).ln_1p()).sum();
            let rows = rows(at);
            for (id, block) in sample.blocks.iter().filter(|(_, block)| block.kind == BlockKind::Text) {
                width = rows[id.index()].len();
                values.extend_from_slice(&rows[id.index()]);
                targets.push(labels[id.index()]);
                // Half of a block's weight is its share of the page's words, half its share of their logarithms.
                let words = block.words as f32;
                weights.push(0.5 * words / total.max(1.0) + 0.5 * words.ln_1p() / logs.max(1.0));
            }
        }
        let names = FEATURES.iter().map(|feature| feature.name).chain(AROUND.iter().map(|feature| feature.name));
        let directions: Vec<i8> = names.take(width).map(direction).collect();
        let rows = Rows { values: &values, targets: &targets, weights: &weights, directions: &directions };
        trees::fit(&rows, &self.settings)
    }
}

impl First<'_> {
    fn scores(&self, sample: &Sample, blanked: bool) -> Vec<Score> {
        rows(sample, &self.names, false, blanked).iter().map(|row| score(self.forest.log_odds(row))).collect()
    }
}

impl<'a> Model<'a> {
    /// The scores of a page of a site that the model has not seen.
    pub fn scores(&self, sample: &Sample) -> Vec<Score> {
        let first = self.first.scores(sample, false);
        let rows = with_around(sample, rows(sample, &self.first.names, false, false), &first);
        first.iter().zip(rows).map(|(&first, row)| together(first, self.second.log_odds(&row) as f32)).collect()
    }

    /// The learned names, and the forests of both passes.
    pub fn parts(&self) -> (&Names<'a>, &Forest, &Forest) {
        (&self.first.names, &self.first.forest, &self.second)
    }
}

fn score(log_odds: f64) -> Score {
    Score::of_log_odds(log_odds as f32)
}

/// The feature rows of a page with names weighed by a table; `seen` when the page's own site is in it.
fn rows(sample: &Sample, names: &Names<'_>, seen: bool, blanked: bool) -> Vec<Vec<f32>> {
    let mut rows: Vec<Vec<f32>> = sample.blocks.ids().map(|id| sample.features.row(id).to_vec()).collect();
    names.write(sample, seen, &mut rows);
    if blanked {
        for row in &mut rows {
            for (value, _) in row.iter_mut().zip(FEATURES).filter(|(_, feature)| is_markup_name(feature)) {
                *value = 0.0;
            }
        }
    }
    rows
}

/// The rows with the features of the second pass behind them.
fn with_around(sample: &Sample, mut rows: Vec<Vec<f32>>, first: &[Score]) -> Vec<Vec<f32>> {
    let around = features::around(&sample.page, &sample.blocks, &sample.features, &probabilities(first));
    for (id, row) in sample.blocks.ids().zip(&mut rows) {
        row.extend_from_slice(around.row(id));
    }
    rows
}

/// Makes one of each, two at a time.
fn in_pairs<A: Copy + Send + Sync, T: Send>(all: &[A], make: impl Fn(A) -> T + Sync) -> Vec<T> {
    let make = &make;
    let mut made = Vec::with_capacity(all.len());
    for pair in all.chunks(2) {
        std::thread::scope(|scope| {
            let workers: Vec<_> = pair.iter().map(|&one| scope.spawn(move || make(one))).collect();
            made.extend(workers.into_iter().map(|worker| worker.join().expect("a worker panicked")));
        });
    }
    made
}
