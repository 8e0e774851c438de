//! Fits the score on a corpus of pages with their true text and writes `src/model/weights.rs`.
//!
//! `cargo run --release -p quietpage-training -- CORPUS [OUT]`

mod corpus;
mod fit;
mod folds;
mod label;
mod report;
mod write_weights;

use std::{env, fs, io, path::Path, process::ExitCode};

use quietpage::{
    blocks::{BlockId, BlockKind},
    model::Score,
};

use corpus::Sample;
use fit::{Linear, Rows};

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

    let ceiling = report::ceiling(&samples, &labels);
    eprintln!("ceiling {ceiling:?}");
    let train = |keep: &dyn Fn(&Sample) -> bool| -> Linear {
        let mut rows = Rows::default();
        for (sample, labels) in samples.iter().zip(&labels).filter(|(sample, _)| keep(sample)) {
            push(&mut rows, sample, labels);
        }
        rows.fit()
    };
    let models: Vec<Linear> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..folds::FOLDS)
            .map(|fold| {
                scope.spawn({
                    let train = &train;
                    move || train(&|sample| folds::fold(sample.host()) != fold)
                })
            })
            .collect();
        workers.into_iter().map(|worker| worker.join().expect("a fold panicked")).collect()
    });
    let figures = report::by_kind(&samples, |sample| scores(&models[folds::fold(sample.host())], sample));
    for (kind, f1) in &figures {
        println!("{kind:14} {f1:.4}");
    }
    fs::write(out, write_weights::source(&train(&|_| true), samples.len(), &figures))
}

/// A page's blocks as rows: half of a block's weight is its share of the page's words, half the log of its words.
fn push(rows: &mut Rows, sample: &Sample, labels: &[f32]) {
    let total: f32 = sample.blocks.iter().map(|(_, block)| block.words as f32).sum();
    let logs: f32 = sample.blocks.iter().map(|(_, block)| (block.words as f32).ln_1p()).sum();
    for (id, block) in sample.blocks.iter().filter(|(_, block)| block.kind == BlockKind::Text) {
        let words = block.words as f32;
        let weight = 0.5 * words / total.max(1.0) + 0.5 * words.ln_1p() / logs.max(1.0);
        rows.push(sample.features.row(id), labels[id.index()], weight);
    }
}

fn scores(model: &Linear, sample: &Sample) -> Vec<Score> {
    let score = |id: BlockId| Score { probability: model.probability(sample.features.row(id)) };
    sample.blocks.ids().map(score).collect()
}
