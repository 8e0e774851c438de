//! Cross-validated scores in a file, so that a change of the selection can be measured without training again.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use quietpage::model::Score;

use crate::corpus::Sample;

/// Writes the scores of every page, in the order of the corpus.
pub fn write(to: &Path, scores: &[Vec<Score>]) -> io::Result<()> {
    let mut out = io::BufWriter::new(fs::File::create(to)?);
    for score in scores.iter().flatten() {
        out.write_all(&score.probability.to_le_bytes())?;
    }
    out.flush()
}

/// Reads them again.
///
/// # Errors
/// Where they are not of this corpus and its blocks.
pub fn read(from: &Path, samples: &[Sample]) -> io::Result<Vec<Vec<Score>>> {
    let bytes = fs::read(from)?;
    let mut values = bytes.as_chunks::<4>().0.iter().map(|bytes| Score { probability: f32::from_le_bytes(*bytes) });
    let scores: Vec<Vec<Score>> =
        samples.iter().map(|sample| values.by_ref().take(sample.blocks.len()).collect()).collect();
    let blocks: usize = samples.iter().map(|sample| sample.blocks.len()).sum();
    if bytes.len() == blocks * 4 {
        Ok(scores)
    } else {
        Err(io::Error::other(format!("{}: scores of another corpus, or of other blocks", from.display())))
    }
}
