//! Fits the score on a corpus of pages with their true text and writes `src/model/weights.rs`.
//!
//! `cargo run --release -p quietpage-training -- CORPUS`

mod corpus;
mod fold_models;
mod folds;
mod label;
mod names;
mod random;
mod report;
mod trees;
mod write_weights;

use std::{collections::BTreeMap, env, fs, io, path::PathBuf, process::ExitCode};

use corpus::Sample;
use fold_models::Model;
use folds::fold;
use names::Ballot;
use report::Outcome;
use trees::Settings;
use write_weights::Origin;

const SETTINGS: Settings = Settings {
    trees: 120,
    leaves: 31,
    rate: 0.1,
    l2: 5.0,
    min_rows: 40,
    features_a_tree: 0.3,
    rows_a_tree: 0.7,
    seed: 1,
};

/// What the command line asks for.
struct Wishes {
    corpus: PathBuf,
    /// Where the weights go.
    out: PathBuf,
    /// Where the cross-validated texts go, if anywhere.
    predictions: Option<PathBuf>,
    /// Measure only, write no weights.
    figures_only: bool,
}

fn wishes() -> Option<Wishes> {
    let mut args = env::args().skip(1);
    let mut wishes = Wishes {
        corpus: args.next()?.into(),
        out: "src/model/weights.rs".into(),
        predictions: None,
        figures_only: false,
    };
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--out" => wishes.out = args.next()?.into(),
            "--predictions" => wishes.predictions = Some(args.next()?.into()),
            "--figures-only" => wishes.figures_only = true,
            _ => return None,
        }
    }
    Some(wishes)
}

fn main() -> ExitCode {
    let Some(wishes) = wishes() else {
        eprintln!("usage: quietpage-training CORPUS [--out FILE] [--predictions FILE] [--figures-only]");
        return ExitCode::from(2);
    };
    match run(&wishes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{}: {problem}", wishes.corpus.display());
            ExitCode::from(2)
        }
    }
}

fn run(wishes: &Wishes) -> io::Result<()> {
    let samples = corpus::read(&wishes.corpus)?;
    let labels: Vec<Vec<f32>> =
        samples.iter().map(|sample| label::label(&sample.blocks, &sample.truth.main_content)).collect();
    eprintln!("{} pages, {} blocks", samples.len(), labels.iter().map(Vec::len).sum::<usize>());
    print("ceiling", &report::ceiling(&samples, &labels));

    let ballot = Ballot::count(&samples, &labels);
    let models = fold_models::train_folds(&samples, &labels, &ballot, &SETTINGS);
    let outcomes = |blanked: bool| -> Vec<Outcome<'_>> {
        let scores = |sample: &Sample| fold_models::scores(&models[fold(sample.host())], sample, blanked);
        samples.iter().map(|sample| Outcome::of(sample, &scores(sample))).collect()
    };
    print("cross-validated, features of markup names blanked", &report::by_kind(&outcomes(true)));
    let outcomes = outcomes(false);
    let figures = report::by_kind(&outcomes);
    print("cross-validated", &figures);
    report::print_articles(&outcomes);
    if let Some(path) = &wishes.predictions {
        report::write_predictions(&outcomes, path)?;
    }
    if wishes.figures_only {
        return Ok(());
    }
    let Model { forest, .. } = fold_models::train(&samples, &labels, &ballot, &SETTINGS, |_| true);
    let origin = Origin { pages: samples.len(), settings: &SETTINGS, figures: &figures };
    fs::write(&wishes.out, write_weights::source(&forest, &origin))
}

fn print(what: &str, figures: &BTreeMap<String, f64>) {
    let list: Vec<String> = figures.iter().map(|(kind, f1)| format!("{kind} {f1:.4}")).collect();
    println!("{what}: {}", list.join(", "));
}
