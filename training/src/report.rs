//! Cross-validated figures: the whole line, with each page scored by a model that has not seen its site.

use std::collections::{BTreeMap, HashMap};

use quietpage::{
    article,
    model::Score,
    render,
    selection::{self, Keep},
};

use crate::{corpus::Sample, label::words};

/// Word F1 over bags of words, as the benchmark counts it.
fn word_f1(found: &str, truth: &str) -> f64 {
    let (found, truth) = (words(found), words(truth));
    if found.is_empty() || truth.is_empty() {
        return f64::from(u8::from(found.is_empty() && truth.is_empty()));
    }
    let mut bag: HashMap<&str, usize> = HashMap::new();
    for word in &truth {
        *bag.entry(word).or_default() += 1;
    }
    let mut both = 0;
    for word in &found {
        if let Some(left) = bag.get_mut(word.as_str()).filter(|left| **left > 0) {
            *left -= 1;
            both += 1;
        }
    }
    2.0 * f64::from(both) / (found.len() + truth.len()) as f64
}

/// The text that the line makes of a page with these scores.
fn text(sample: &Sample, scores: &[Score]) -> String {
    let Sample { page, blocks, features, metadata, url, .. } = sample;
    let selection = selection::select(page, blocks, features, scores, metadata, Keep::Article);
    render::text(&article::assemble(page, blocks, &selection, metadata, url.as_ref()))
}

/// Mean word F1 by kind of page, and over all under `all`, with each page scored by `scores`.
pub fn by_kind(samples: &[Sample], scores: impl Fn(&Sample) -> Vec<Score>) -> BTreeMap<String, f64> {
    means(samples.iter().map(|sample| (sample, text(sample, &scores(sample)))))
}

/// What a perfect yes or no for each block would reach.
pub fn ceiling(samples: &[Sample], labels: &[Vec<f32>]) -> BTreeMap<String, f64> {
    means(samples.iter().zip(labels).map(|(sample, labels)| {
        let kept = sample.blocks.ids().filter(|id| labels[id.index()] >= 0.5);
        (sample, kept.flat_map(|id| [sample.blocks.text(id), "\n"]).collect())
    }))
}

fn means<'a>(found: impl Iterator<Item = (&'a Sample, String)>) -> BTreeMap<String, f64> {
    let mut sums: BTreeMap<String, (f64, usize)> = BTreeMap::new();
    for (sample, text) in found {
        let f1 = word_f1(&text, &sample.truth.main_content);
        for key in ["all", &sample.truth.page_type] {
            let sum = sums.entry(key.to_owned()).or_default();
            sum.0 += f1;
            sum.1 += 1;
        }
    }
    sums.into_iter().map(|(kind, (sum, count))| (kind, sum / count as f64)).collect()
}
