//! One forest for each fold, trained on the other folds.

use quietpage::{
    blocks::BlockKind,
    features::{FEATURES, is_markup_name},
    model::Score,
};

use crate::{
    corpus::Sample,
    folds::{FOLDS, fold},
    random::Random,
    trees::{self, Forest, Rows, Settings},
};

/// Share of the pages whose markup names are blanked in training, so that hashed class names cost little.
const BLANKED: f64 = 0.25;

/// Trains on the samples that `keep` takes.
pub fn train(samples: &[Sample], labels: &[Vec<f32>], settings: &Settings, keep: impl Fn(&Sample) -> bool) -> Forest {
    let (mut values, mut targets, mut weights) = (Vec::new(), Vec::new(), Vec::new());
    let mut random = Random::new(settings.seed);
    for (sample, labels) in samples.iter().zip(labels) {
        let blank = random.unit() < BLANKED;
        if !keep(sample) {
            continue;
        }
        let total: f32 = sample.blocks.iter().map(|(_, block)| block.words as f32).sum();
        let logs: f32 = sample.blocks.iter().map(|(_, block)| (block.words as f32).ln_1p()).sum();
        for (id, block) in sample.blocks.iter().filter(|(_, block)| block.kind == BlockKind::Text) {
            let row = sample.features.row(id).iter().zip(FEATURES);
            values.extend(row.map(|(value, feature)| if blank && is_markup_name(feature) { 0.0 } else { *value }));
            targets.push(labels[id.index()]);
            // Half of a block's weight is its share of the page's words, half its share of their logarithms.
            let words = block.words as f32;
            weights.push(0.5 * words / total.max(1.0) + 0.5 * words.ln_1p() / logs.max(1.0));
        }
    }
    trees::fit(&Rows { values: &values, targets: &targets, weights: &weights, width: FEATURES.len() }, settings)
}

/// A forest for each fold that has not seen it, two at a time.
pub fn train_folds(samples: &[Sample], labels: &[Vec<f32>], settings: &Settings) -> Vec<Forest> {
    let folds: Vec<usize> = (0..FOLDS).collect();
    let mut forests = Vec::with_capacity(FOLDS);
    for pair in folds.chunks(2) {
        std::thread::scope(|scope| {
            let workers: Vec<_> = pair
                .iter()
                .map(|&left_out| {
                    scope.spawn(move || train(samples, labels, settings, |sample| fold(sample.host()) != left_out))
                })
                .collect();
            forests.extend(workers.into_iter().map(|worker| worker.join().expect("a fold panicked")));
        });
    }
    forests
}

/// A page's scores by a forest.
pub fn scores(forest: &Forest, sample: &Sample) -> Vec<Score> {
    let probability = |log_odds: f64| (1.0 / (1.0 + (-log_odds).exp())) as f32;
    let score = |id| Score { probability: probability(forest.log_odds(sample.features.row(id))) };
    sample.blocks.ids().map(score).collect()
}
