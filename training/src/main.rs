//! Fits the score on a corpus of pages with their true text and writes `src/model/weights.rs`.
//!
//! `cargo run --release -p quietpage-training -- CORPUS [OUT]`

mod corpus;
mod fold_models;
mod folds;
mod label;
mod random;
mod report;
mod trees;
mod write_weights;

use std::{env, fs, io, path::Path, process::ExitCode};

use folds::fold;
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

fn main() -> ExitCode {
    let mut args = env::args().skip(1);
    let Some(folder) = args.next() else {
        eprintln!("usage: quietpage-training CORPUS [OUT]");
        return ExitCode::from(2);
    };
    let out = args.next().unwrap_or_else(|| "src/model/weights.rs".to_owned());
    match run(Path::new(&folder), Path::new(&out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{folder}: {problem}");
            ExitCode::from(2)
        }
    }
}

fn run(folder: &Path, out: &Path) -> io::Result<()> {
    let samples = corpus::read(folder)?;
    let labels: Vec<Vec<f32>> =
        samples.iter().map(|sample| label::label(&sample.blocks, &sample.truth.main_content)).collect();
    eprintln!("{} pages, {} blocks", samples.len(), labels.iter().map(Vec::len).sum::<usize>());
    print("ceiling", &report::ceiling(&samples, &labels));

    let forests = fold_models::train_folds(&samples, &labels, &SETTINGS);
    let figures = report::by_kind(&samples, |sample| fold_models::scores(&forests[fold(sample.host())], sample));
    print("cross-validated", &figures);
    let forest = fold_models::train(&samples, &labels, &SETTINGS, |_| true);
    let origin = Origin { pages: samples.len(), settings: &SETTINGS, figures: &figures };
    fs::write(out, write_weights::source(&forest, &origin))
}

fn print(what: &str, figures: &std::collections::BTreeMap<String, f64>) {
    let list: Vec<String> = figures.iter().map(|(kind, f1)| format!("{kind} {f1:.4}")).collect();
    println!("{what}: {}", list.join(", "));
}
