//! What more pages would bring: the line's figures when it has learned from a part of the sites only.

use crate::{
    corpus::Sample,
    fold_models::Material,
    folds::{FOLDS, drawn, fold},
    names::Ballot,
    report::{self, Outcome},
    trees::Settings,
};

/// Prints the cross-validated word F1 by kind for growing shares of the sites, each measured on all pages.
pub fn print(samples: &[Sample], labels: &[Vec<f32>], ballot: &Ballot<'_>, settings: Settings) {
    for share in [0.125, 0.25, 0.5, 0.75, 1.0] {
        let material = Material::new(samples, labels, ballot, settings, share);
        let models = material.fold_models(&mut material.firsts());
        let outcomes: Vec<Outcome<'_>> =
            samples.iter().map(|sample| Outcome::of(sample, &models[fold(sample.host())].scores(sample))).collect();
        let pages = samples.iter().filter(|sample| drawn(sample.host()) < share).count() * (FOLDS - 1) / FOLDS;
        crate::print(&format!("learned from about {pages} pages"), &report::by_kind(&outcomes));
    }
}
