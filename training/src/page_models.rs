//! The models of whole pages: whether nothing of the text was lost, whether the page is one text to read, and whether a
//! glance foresees that.

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

/// How much of each page's weight it has as one whose address is not known.
const UNKNOWN: f32 = 0.25;

const SETTINGS: Settings = Settings {
    trees: 80,
    leaves: 5,
    rate: 0.05,
    l2: 2.0,
    min_rows: 20,
    features_a_tree: 0.3,
    rows_a_tree: 0.7,
    seed: 1,
};

/// The models, and from where on they say yes.
pub struct PageModels {
    pub whole: PageModel,
    /// The lowest probability from which on enough of the pages are whole.
    pub whole_from: f64,
    pub readerable: PageModel,
    /// The highest log-odds that enough of the articles reach.
    pub readerable_from: f64,
    /// Foresees what the others make of a page, from a glance at it.
    pub probe: PageModel,
}

impl PageModels {
    pub fn fit(outcomes: &[Outcome<'_>]) -> Self {
        let facts: Vec<PageRows> = outcomes
            .iter()
            .map(|outcome| [outcome.facts, outcome.facts.without_address()].map(|facts| facts.0.map(Vec::from)))
            .collect();
        let whole = fit(outcomes, &facts, |at| Some(outcomes[at].recall >= WHOLE_RECALL));
        // Articles and documentation against lists of others.
        let readerable = fit(outcomes, &facts, |at| match outcomes[at].sample.truth.page_type.as_str() {
            "article" | "documentation" => Some(true),
            "listing" | "collection" => Some(false),
            _ => None,
        });
        let readerable_from = readerable_from(outcomes, &readerable);
        let glances: Vec<PageRows> = outcomes
            .iter()
            .map(|outcome| [true, false].map(|is_at_address| Some(outcome.sample.glance(is_at_address).into())))
            .collect();
        let probe =
            fit(outcomes, &glances, |at| Some(is_readerable(&outcomes[at], readerable.unseen[at], readerable_from)));
        Self { whole_from: whole_from(outcomes, &whole), whole, readerable_from, probe, readerable }
    }
}

/// Whether the line would call a page readerable, by what a model that has not seen its site says.
pub fn is_readerable(outcome: &Outcome<'_>, unseen: Option<f64>, readerable_from: f64) -> bool {
    outcome.facts.is_enough() && unseen.is_some_and(|log_odds| log_odds >= readerable_from)
}

/// The facts of a page, and those without what its address says; `None` where nothing was found.
type PageRows = [Option<Vec<f32>>; 2];

/// A model of pages, and what it says of each page when it has not seen its site.
pub struct PageModel {
    pub forest: Forest,
    /// Log-odds by outcome; `None` where nothing was found.
    pub unseen: Vec<Option<f64>>,
}

/// Fits a model to the outcomes that `target` gives a target, by their `rows`.
fn fit(outcomes: &[Outcome<'_>], rows: &[PageRows], target: impl Fn(usize) -> Option<bool>) -> PageModel {
    let fold_of = |at: usize| fold(outcomes[at].sample.host());
    let fit = |takes: &dyn Fn(usize) -> bool| {
        let (mut values, mut targets, mut weights) = (Vec::new(), Vec::new(), Vec::new());
        let mut width = 0;
        for at in (0..outcomes.len()).filter(|&at| takes(fold_of(at))) {
            for (row, weight) in rows[at].iter().zip([1.0 - UNKNOWN, UNKNOWN]) {
                if let (Some(target), Some(row)) = (target(at), row) {
                    width = row.len();
                    values.extend_from_slice(row);
                    targets.push(f32::from(u8::from(target)));
                    weights.push(weight);
                }
            }
        }
        let directions = vec![0; width];
        let rows = Rows { values: &values, targets: &targets, weights: &weights, directions: &directions };
        trees::fit(&rows, &SETTINGS)
    };
    let folds: Vec<Forest> = (0..FOLDS).map(|left_out| fit(&|fold| fold != left_out)).collect();
    let unseen = |at: usize| rows[at][0].as_ref().map(|row| folds[fold_of(at)].log_odds(row));
    PageModel { unseen: (0..outcomes.len()).map(unseen).collect(), forest: fit(&|_| true) }
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
