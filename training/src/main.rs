//! Fits the score on a corpus of pages with their true text and writes `src/model/weights.rs`,
//! `src/model/page_weights.rs` and `src/features/name_weights.rs`.
//!
//! `cargo run --release -p quietpage-training -- CORPUS`

mod corpus;
mod fold_models;
mod folds;
mod furniture;
mod kept_scores;
mod label;
mod learning_curve;
mod names;
mod page_models;
mod random;
mod report;
mod sample;
mod trees;
mod write_weights;

use std::{collections::BTreeMap, env, fs, io, path::PathBuf, process::ExitCode};

use corpus::Sample;
use fold_models::Material;
use folds::fold;
use names::Ballot;
use page_models::PageModels;
use quietpage::model::Score;
use report::Outcome;
use trees::Settings;
use write_weights::{PageWeights, Weights};

const SETTINGS: Settings = Settings {
    trees: 100,
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
    /// The project whose weights are written or checked.
    project: PathBuf,
    /// Where the cross-validated texts go, if anywhere.
    predictions: Option<PathBuf>,
    /// Where the cross-validated scores are kept: read if they are there, and then nothing is trained.
    scores: Option<PathBuf>,
    /// From kept scores, write the models of whole pages anew.
    pages: bool,
    /// Measure what is gained by what pages of one site have in common, and write nothing.
    furniture: bool,
    /// Measure what fewer sites would teach, and write nothing.
    learning_curve: bool,
    /// Measure the shipped weights on the fixed sample, and train nothing.
    check: bool,
}

fn wishes() -> Option<Wishes> {
    let mut args = env::args().skip(1);
    let mut wishes = Wishes {
        corpus: args.next()?.into(),
        project: ".".into(),
        predictions: None,
        scores: None,
        pages: false,
        furniture: false,
        learning_curve: false,
        check: false,
    };
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--project" => wishes.project = args.next()?.into(),
            "--predictions" => wishes.predictions = Some(args.next()?.into()),
            "--scores" => wishes.scores = Some(args.next()?.into()),
            "--pages" => wishes.pages = true,
            "--furniture" => wishes.furniture = true,
            "--learning-curve" => wishes.learning_curve = true,
            "--check" => wishes.check = true,
            _ => return None,
        }
    }
    Some(wishes)
}

fn main() -> ExitCode {
    let Some(wishes) = wishes() else {
        eprintln!(
            "usage: quietpage-training CORPUS [--project DIR] [--predictions FILE] [--scores FILE [--pages]] \
             [--learning-curve] [--furniture] [--check]"
        );
        return ExitCode::from(2);
    };
    let outcome = if wishes.check { check(&wishes) } else { run(&wishes).map(|()| true) };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("{}: {problem}", wishes.corpus.display());
            ExitCode::from(2)
        }
    }
}

fn check(wishes: &Wishes) -> io::Result<bool> {
    let samples = corpus::read(&wishes.corpus, sample::draws, |html| html)?;
    sample::check(&samples, &wishes.project.join("src/model/weights.rs"))
}

fn run(wishes: &Wishes) -> io::Result<()> {
    let samples = corpus::read(&wishes.corpus, |_| true, |html| html)?;
    if let Some(path) = wishes.scores.as_deref().filter(|path| path.exists()) {
        let scores = kept_scores::read(path, &samples)?;
        if wishes.furniture {
            furniture::print(&samples, &scores);
            return Ok(());
        }
        let pages = measure(wishes, &outcomes(&samples, &scores))?;
        return if wishes.pages { write_pages(wishes, &pages, samples.len()) } else { Ok(()) };
    }
    let labels: Vec<Vec<f32>> =
        samples.iter().map(|sample| label::label(&sample.blocks, &sample.truth.main_content)).collect();
    println!("{} pages, {} blocks", samples.len(), labels.iter().map(Vec::len).sum::<usize>());
    print("ceiling", &report::ceiling(&samples, &labels));

    let ballot = Ballot::count(&samples, &labels);
    if wishes.learning_curve {
        learning_curve::print(&samples, &labels, &ballot, SETTINGS);
        return Ok(());
    }
    let material = Material::new(&samples, &labels, &ballot, SETTINGS, 1.0);
    let mut firsts = material.firsts();
    let model = material.model(&firsts);
    let models = material.fold_models(&mut firsts);
    let model_of = |sample: &Sample| &models[fold(sample.host())];
    let nameless = corpus::read(&wishes.corpus, |_| true, corpus::without_names)?;
    let scores: Vec<_> = nameless.iter().map(|sample| model_of(sample).scores(sample)).collect();
    print("cross-validated, every class and id removed", &report::by_kind(&outcomes(&nameless, &scores)));
    let scores: Vec<_> = samples.iter().map(|sample| model_of(sample).scores(sample)).collect();
    if let Some(path) = &wishes.scores {
        kept_scores::write(path, &scores)?;
    }
    let outcomes = outcomes(&samples, &scores);
    write_pages(wishes, &measure(wishes, &outcomes)?, samples.len())?;
    let seen = samples.iter().filter(|sample| sample::draws(&sample.truth.id));
    let sample: Vec<Outcome<'_>> = seen.map(|sample| Outcome::of(sample, &model.scores(sample))).collect();
    let weights = Weights {
        model: &model,
        corpus: samples.len(),
        settings: &SETTINGS,
        figures: &report::by_kind(&outcomes),
        sample: &report::by_kind(&sample),
    };
    fs::write(wishes.project.join("src/model/weights.rs"), write_weights::source(&weights))?;
    fs::write(wishes.project.join("src/features/name_weights.rs"), write_weights::names(&weights))
}

fn write_pages(wishes: &Wishes, pages: &PageModels, corpus: usize) -> io::Result<()> {
    let weights = PageWeights { pages, corpus };
    fs::write(wishes.project.join("src/model/page_weights.rs"), write_weights::pages(&weights))
}

fn outcomes<'a>(samples: &'a [Sample], scores: &[Vec<Score>]) -> Vec<Outcome<'a>> {
    samples.iter().zip(scores).map(|(sample, scores)| Outcome::of(sample, scores)).collect()
}

/// Prints every figure of pages scored without having seen their site, and fits the models of whole pages.
fn measure(wishes: &Wishes, outcomes: &[Outcome<'_>]) -> io::Result<PageModels> {
    print("cross-validated", &report::by_kind(outcomes));
    report::print_articles(outcomes);
    let models = PageModels::fit(outcomes);
    report::print_verdicts(outcomes, &models);
    report::print_readerable(outcomes, &models);
    report::print_probe(outcomes, &models);
    if let Some(path) = &wishes.predictions {
        report::write_predictions(outcomes, &models, path)?;
    }
    Ok(models)
}

fn print(what: &str, figures: &BTreeMap<String, f64>) {
    let list: Vec<String> = figures.iter().map(|(kind, f1)| format!("{kind} {f1:.4}")).collect();
    println!("{what}: {}", list.join(", "));
}
