//! The two models of whole pages: whether nothing of the text was lost, and whether the page is one text to read.

use crate::{
    folds::{FOLDS, fold},
    report::Outcome,
    trees::{self, Forest, Rows, Settings},
};

/// Word recall from which nothing counts as lost: truths and pages differ in a few words anyway.
pub const WHOLE_RECALL: f64 = 0.97;
/// Share of the pages called whole that must be, in cross-validation: a little over what is asked for.
const WHOLE_SHARE: f64 = 0.955;
/// Share of the articles that must be called readerable.
const READERABLE_SHARE: f64 = 0.991;

const SETTINGS: Settings = Settings {
    trees: 80,
    leaves: 6,
    rate: 0.05,
    l2: 2.0,
    min_rows: 20,
    features_a_tree: 0.5,
    rows_a_tree: 0.7,
    seed: 1,
};

/// Both models, and from where on they say yes.
pub struct PageModels {
    pub whole: PageModel,
    /// The lowest probability from which on enough of the pages are whole.
    pub whole_from: f64,
    pub readerable: PageModel,
    /// The highest log-odds that enough of the articles reach.
    pub readerable_from: f64,
}

impl PageModels {
    pub fn fit(outcomes: &[Outcome<'_>]) -> Self {
        let whole = fit(outcomes, |outcome| Some(outcome.recall >= WHOLE_RECALL));
        // Articles and documentation against lists of others.
        let readerable = fit(outcomes, |outcome| match outcome.sample.truth.page_type.as_str() {
            "article" | "documentation" => Some(true),
            "listing" | "collection" => Some(false),
            _ => None,
        });
        Self {
            whole_from: whole_from(outcomes, &whole),
            whole,
            readerable_from: readerable_from(outcomes, &readerable),
            readerable,
        }
    }
}

/// A model of pages, and what it says of each page when it has not seen its site.
pub struct PageModel {
    pub forest: Forest,
    /// Log-odds by outcome; `None` where nothing was found.
    pub unseen: Vec<Option<f64>>,
}

/// Fits a model to the outcomes that `target` gives a target.
fn fit(outcomes: &[Outcome<'_>], target: impl Fn(&Outcome<'_>) -> Option<bool>) -> PageModel {
    let fit = |takes: &dyn Fn(usize) -> bool| {
        let (mut values, mut targets) = (Vec::new(), Vec::new());
        for outcome in outcomes.iter().filter(|outcome| takes(fold(outcome.sample.host()))) {
            if let (Some(target), Some(facts)) = (target(outcome), outcome.facts.0) {
                values.extend_from_slice(&facts);
                targets.push(f32::from(u8::from(target)));
            }
        }
        let weights = vec![1.0; targets.len()];
        let directions = vec![0; quietpage::selection::FACTS.len()];
        let rows = Rows { values: &values, targets: &targets, weights: &weights, directions: &directions };
        trees::fit(&rows, &SETTINGS)
    };
    let folds: Vec<Forest> = (0..FOLDS).map(|left_out| fit(&|fold| fold != left_out)).collect();
    let unseen =
        |outcome: &Outcome<'_>| outcome.facts.0.map(|facts| folds[fold(outcome.sample.host())].log_odds(&facts));
    PageModel { unseen: outcomes.iter().map(unseen).collect(), forest: fit(&|_| true) }
}

fn whole_from(outcomes: &[Outcome<'_>], model: &PageModel) -> f64 {
    let mut said: Vec<(f64, bool)> = outcomes
        .iter()
        .zip(&model.unseen)
        .filter_map(|(outcome, log_odds)| Some((probability((*log_odds)?), outcome.recall >= WHOLE_RECALL)))
        .collect();
    said.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut right = 0.0;
    let mut from = 1.0;
    for (at, (probability, is_whole)) in said.iter().enumerate() {
        right += f64::from(u8::from(*is_whole));
        if right / (at + 1) as f64 >= WHOLE_SHARE {
            from = *probability;
        }
    }
    from
}

fn readerable_from(outcomes: &[Outcome<'_>], model: &PageModel) -> f64 {
    let articles = outcomes.iter().zip(&model.unseen).filter(|(outcome, _)| outcome.is_article());
    let mut said: Vec<f64> = articles.map(|(_, log_odds)| log_odds.unwrap_or(f64::NEG_INFINITY)).collect();
    said.sort_by(f64::total_cmp);
    said[((1.0 - READERABLE_SHARE) * said.len() as f64) as usize]
}

/// Of log-odds.
pub fn probability(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}
