//! One model for each fold, trained on the other folds.

use quietpage::{
    blocks::BlockKind,
    features::{FEATURES, is_markup_name},
    model::Score,
};

use crate::{
    corpus::Sample,
    folds::{FOLDS, fold},
    names::{Ballot, Names},
    random::Random,
    trees::{self, Forest, Rows, Settings},
};

/// Share of the pages whose markup names are blanked in training, so that hashed class names cost little.
const BLANKED: f64 = 0.25;

/// What scores a page: the learned names and the trees.
pub struct Model<'a> {
    pub names: Names<'a>,
    pub forest: Forest,
}

/// The feature rows of a page with names weighed by a table, `seen` when the page's own site is in it.
fn rows(sample: &Sample, names: &Names<'_>, seen: bool) -> Vec<Vec<f32>> {
    let mut rows: Vec<Vec<f32>> = sample.blocks.ids().map(|id| sample.features.row(id).to_vec()).collect();
    names.write(sample, seen, &mut rows);
    rows
}

fn blank(row: &mut [f32]) {
    for (value, feature) in row.iter_mut().zip(FEATURES) {
        if is_markup_name(feature) {
            *value = 0.0;
        }
    }
}

/// Trains on the samples whose host `takes` accepts.
pub fn train<'a>(
    samples: &[Sample],
    labels: &[Vec<f32>],
    ballot: &'a Ballot<'a>,
    settings: &Settings,
    takes: impl Fn(&str) -> bool,
) -> Model<'a> {
    let names = ballot.names(&takes);
    let (mut values, mut targets, mut weights) = (Vec::new(), Vec::new(), Vec::new());
    let mut random = Random::new(settings.seed);
    for (sample, labels) in samples.iter().zip(labels) {
        let is_blank = random.unit() < BLANKED;
        if !takes(sample.host()) {
            continue;
        }
        let total: f32 = sample.blocks.iter().map(|(_, block)| block.words as f32).sum();
        let logs: f32 = sample.blocks.iter().map(|(_, block)| (block.words as f32).ln_1p()).sum();
        let mut rows = rows(sample, &names, true);
        for (id, block) in sample.blocks.iter().filter(|(_, block)| block.kind == BlockKind::Text) {
            let row = &mut rows[id.index()];
            if is_blank {
                blank(row);
            }
            values.extend_from_slice(row);
            targets.push(labels[id.index()]);
            // Half of a block's weight is its share of the page's words, half its share of their logarithms.
            let words = block.words as f32;
            weights.push(0.5 * words / total.max(1.0) + 0.5 * words.ln_1p() / logs.max(1.0));
        }
    }
    let rows = Rows { values: &values, targets: &targets, weights: &weights, width: FEATURES.len() };
    Model { forest: trees::fit(&rows, settings), names }
}

/// A model for each fold that has not seen it, two at a time.
pub fn train_folds<'a>(
    samples: &[Sample],
    labels: &[Vec<f32>],
    ballot: &'a Ballot<'a>,
    settings: &Settings,
) -> Vec<Model<'a>> {
    let folds: Vec<usize> = (0..FOLDS).collect();
    let mut models = Vec::with_capacity(FOLDS);
    for pair in folds.chunks(2) {
        std::thread::scope(|scope| {
            let workers: Vec<_> = pair
                .iter()
                .map(|&left_out| {
                    scope.spawn(move || train(samples, labels, ballot, settings, |host| fold(host) != left_out))
                })
                .collect();
            models.extend(workers.into_iter().map(|worker| worker.join().expect("a fold panicked")));
        });
    }
    models
}

/// A page's scores by a model that has not seen its site; `blanked` with all markup names removed.
pub fn scores(model: &Model<'_>, sample: &Sample, blanked: bool) -> Vec<Score> {
    let probability = |log_odds: f64| (1.0 / (1.0 + (-log_odds).exp())) as f32;
    let mut rows = rows(sample, &model.names, false);
    if blanked {
        rows.iter_mut().for_each(|row| blank(row));
    }
    rows.iter().map(|row| Score { probability: probability(model.forest.log_odds(row)) }).collect()
}
