//! A fixed sample of the corpus: what the gate measures, to see that the weights are still what their header says and that
//! no change has cost quality.

use std::{collections::HashSet, fs, io, path::Path};

use quietpage::{article::Article, extract::extract};

use crate::{
    corpus::{Sample, Truth},
    folds,
    label::words,
    report,
};

/// One page in so many is drawn.
const ONE_IN: u64 = 8;
/// What the header's line begins with.
pub const HEADER: &str = "//! Word F1 on the fixed sample, whose pages these weights have seen: ";
/// How far a figure may be from the header's: the selection behind the weights may change a little without new ones.
const TOLERANCE: f64 = 0.01;
/// What no change may fall below, just under what was reached: word F1 by kind, and the share of pages whose title, author
/// or date is right.
const FLOORS: [(&str, f64); 5] =
    [("all", 0.89), ("article", 0.973), ("title", 0.825), ("author", 0.78), ("date", 0.775)];

/// Whether the page is drawn, by the hash of its id.
pub fn draws(id: &str) -> bool {
    (folds::hash(id).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40).is_multiple_of(ONE_IN)
}

/// Measures the sample, through the whole line as it is shipped, against the header of `weights` and the floors, and prints
/// all of it. Whether every figure holds.
pub fn check(samples: &[Sample], weights: &Path) -> io::Result<bool> {
    // A page without text gives no article: an empty one is measured.
    let articles: Vec<Option<Article>> =
        samples.iter().map(|sample| Some(extract(&sample.page, sample.url.as_ref()).ok()?.article)).collect();
    let pages = || samples.iter().zip(&articles);
    let mut figures = report::means(pages().map(|(sample, article)| {
        let text = article.as_ref().map_or("", |article| &article.text);
        (sample, report::word_f1(text, &sample.truth.main_content).0)
    }));
    let header = fs::read_to_string(weights)?;
    let line = header.lines().find_map(|line| line.strip_prefix(HEADER));
    let line = line.ok_or_else(|| io::Error::other("the weights' header names no figures of the sample"))?;
    println!("{} pages of the fixed sample", samples.len());
    let mut holds = true;
    for figure in line.trim_end_matches('.').split(", ") {
        let (kind, said) = figure.split_once(' ').ok_or_else(|| io::Error::other(figure.to_owned()))?;
        let said: f64 = said.parse().map_err(io::Error::other)?;
        let measured = figures.get(kind).copied().unwrap_or(0.0);
        println!("{kind}: {measured:.4}, in the header {said:.4}");
        holds &= (measured - said).abs() <= TOLERANCE;
    }
    figures.insert("title".to_owned(), right(pages(), |truth| &truth.title, |article| &article.title, same_words));
    figures.insert("author".to_owned(), right(pages(), |truth| &truth.author, |article| &article.byline, one_in_other));
    figures
        .insert("date".to_owned(), right(pages(), |truth| &truth.publish_date, |article| &article.published, same_day));
    for (name, floor) in FLOORS {
        println!("{name}: {:.4}, floor {floor}", figures[name]);
        holds &= figures[name] >= floor;
    }
    Ok(holds)
}

/// The share of the pages whose truth has the field on which it is found to be right.
fn right<'a>(
    pages: impl Iterator<Item = (&'a Sample, &'a Option<Article>)>,
    truth: fn(&Truth) -> &Option<String>,
    found: fn(&Article) -> &Option<String>,
    agree: fn(&str, &str) -> bool,
) -> f64 {
    let (mut right, mut all) = (0_u32, 0_u32);
    for (sample, article) in pages {
        let Some(truth) = truth(&sample.truth).as_deref().filter(|truth| !truth.is_empty()) else { continue };
        all += 1;
        let found = article.as_ref().and_then(|article| found(article).as_deref());
        right += u32::from(found.is_some_and(|found| agree(truth, found)));
    }
    f64::from(right) / f64::from(all.max(1))
}

fn same_words(truth: &str, found: &str) -> bool {
    words(truth) == words(found)
}

/// Whether every word of the shorter name stands in the longer.
fn one_in_other(truth: &str, found: &str) -> bool {
    let (truth, found): (HashSet<_>, HashSet<_>) =
        (words(truth).into_iter().collect(), words(found).into_iter().collect());
    !truth.is_empty() && !found.is_empty() && (truth.is_subset(&found) || found.is_subset(&truth))
}

fn same_day(truth: &str, found: &str) -> bool {
    truth.get(..10).unwrap_or(truth) == found.get(..10).unwrap_or(found)
}
