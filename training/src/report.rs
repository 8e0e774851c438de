//! Cross-validated figures: the whole line, with each page scored by a model that has not seen its site.

use std::{
    collections::{BTreeMap, HashMap},
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
};

use quietpage::{
    article,
    model::Score,
    page::text::squash,
    render,
    selection::{self, Corrections, Facts, Keep},
};

use crate::{
    corpus::Sample,
    label::words,
    page_models::{self, PageModels, WHOLE_RECALL},
};

/// What the line made of one page, and how good that is.
pub struct Outcome<'a> {
    pub sample: &'a Sample,
    pub text: String,
    /// What the verdict rests on.
    pub facts: Facts,
    /// Word F1 and recall over bags of words, as the benchmark counts them.
    pub f1: f64,
    pub recall: f64,
    /// Snippets that must be in the text and are, and that must not be and are not, each of how many.
    pub with: (usize, usize),
    pub without: (usize, usize),
}

impl<'a> Outcome<'a> {
    /// Runs the line from the scores on.
    pub fn of(sample: &'a Sample, scores: &[Score]) -> Self {
        let Sample { page, blocks, features, metadata, url, truth, .. } = sample;
        let selection =
            selection::select(page, blocks, features, scores, metadata, Keep::Article, &Corrections::default());
        let text = render::text(&article::assemble(page, blocks, &selection, metadata, url.as_ref()));
        let (f1, recall) = word_f1(&text, &truth.main_content);
        let squashed = squash(&text);
        let held = |list: &Option<Vec<String>>, wanted: bool| {
            let list = list.as_deref().unwrap_or_default();
            (list.iter().filter(|snippet| squashed.contains(&squash(snippet)) == wanted).count(), list.len())
        };
        Self {
            sample,
            f1,
            recall,
            with: held(&truth.with, true),
            without: held(&truth.without, false),
            text,
            facts: selection.facts,
        }
    }

    /// Whether the truth says so.
    pub fn is_article(&self) -> bool {
        self.sample.truth.page_type == "article"
    }
}

/// Word F1 and recall over bags of words, as the benchmark counts them.
pub fn word_f1(found: &str, truth: &str) -> (f64, f64) {
    let (found, truth) = (words(found), words(truth));
    if found.is_empty() || truth.is_empty() {
        let same = f64::from(u8::from(found.is_empty() && truth.is_empty()));
        return (same, same);
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
    (2.0 * f64::from(both) / (found.len() + truth.len()) as f64, f64::from(both) / truth.len() as f64)
}

/// Mean word F1 by kind of page, and over all under `all`.
pub fn by_kind(outcomes: &[Outcome<'_>]) -> BTreeMap<String, f64> {
    means(outcomes.iter().map(|outcome| (outcome.sample, outcome.f1)))
}

/// What a perfect yes or no for each block would reach.
pub fn ceiling(samples: &[Sample], labels: &[Vec<f32>]) -> BTreeMap<String, f64> {
    means(samples.iter().zip(labels).map(|(sample, labels)| {
        let kept = sample.blocks.ids().filter(|id| labels[id.index()] >= 0.5);
        let text: String = kept.flat_map(|id| [sample.blocks.text(id), "\n"]).collect();
        (sample, word_f1(&text, &sample.truth.main_content).0)
    }))
}

/// Means by kind, and over all.
pub fn means<'a>(found: impl Iterator<Item = (&'a Sample, f64)>) -> BTreeMap<String, f64> {
    let mut sums: BTreeMap<String, (f64, usize)> = BTreeMap::new();
    for (sample, f1) in found {
        for key in ["all", &sample.truth.page_type] {
            let sum = sums.entry(key.to_owned()).or_default();
            sum.0 += f1;
            sum.1 += 1;
        }
    }
    sums.into_iter().map(|(kind, (sum, count))| (kind, sum / count as f64)).collect()
}

/// Prints what is asked of articles beyond the mean: snippets and disasters.
pub fn print_articles(outcomes: &[Outcome<'_>]) {
    let articles: Vec<&Outcome<'_>> = outcomes.iter().filter(|outcome| outcome.is_article()).collect();
    let snippets = |of: fn(&Outcome<'_>) -> (usize, usize)| {
        let (held, asked) = articles.iter().map(|outcome| of(outcome)).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
        share(held, asked)
    };
    println!(
        "articles: with {:.4}, without {:.4}; {} of {} under 0.7, {} under 0.5",
        snippets(|outcome| outcome.with),
        snippets(|outcome| outcome.without),
        articles.iter().filter(|outcome| outcome.f1 < 0.7).count(),
        articles.len(),
        articles.iter().filter(|outcome| outcome.f1 < 0.5).count(),
    );
}

/// Prints whether the verdict is true of pages whose site it has not seen: over all pages, and over articles.
pub fn print_verdicts(outcomes: &[Outcome<'_>], models: &PageModels) {
    for articles_only in [false, true] {
        let pages: Vec<(f64, &Outcome<'_>)> = outcomes
            .iter()
            .zip(&models.whole.unseen)
            .filter(|(outcome, _)| !articles_only || outcome.is_article())
            .map(|(outcome, log_odds)| (log_odds.map_or(0.0, page_models::probability), outcome))
            .collect();
        println!("{}, {} pages:", if articles_only { "articles" } else { "all kinds" }, pages.len());
        let verdict = |name: &str, from: f64, to: f64| {
            print_row(name, pages.iter().filter(|(said, _)| *said >= from && *said < to).copied());
        };
        verdict("  whole", models.whole_from, f64::INFINITY);
        verdict("  probably", 0.5, models.whole_from);
        verdict("  unsure", f64::NEG_INFINITY, 0.5);
        for tenth in 0..10 {
            let low = f64::from(tenth) / 10.0;
            let high = if tenth == 9 { f64::INFINITY } else { low + 0.1 };
            verdict(&format!("  confidence from {low:.1}"), low, high);
        }
    }
}

fn print_row<'a>(name: &str, pages: impl Iterator<Item = (f64, &'a Outcome<'a>)>) {
    let pages: Vec<_> = pages.collect();
    let mean = |of: &dyn Fn(&(f64, &Outcome<'_>)) -> f64| pages.iter().map(of).sum::<f64>() / pages.len().max(1) as f64;
    println!(
        "{name}: {} pages, said {:.3}, recall of {WHOLE_RECALL} or more on {:.3}, mean F1 {:.3}, under 0.7 {}",
        pages.len(),
        mean(&|(said, _)| *said),
        mean(&|(_, outcome)| f64::from(u8::from(outcome.recall >= WHOLE_RECALL))),
        mean(&|(_, outcome)| outcome.f1),
        pages.iter().filter(|(_, outcome)| outcome.f1 < 0.7).count(),
    );
}

/// Prints how many pages of each kind are called readerable by a model that has not seen their site.
pub fn print_readerable(outcomes: &[Outcome<'_>], models: &PageModels) {
    let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (outcome, log_odds) in outcomes.iter().zip(&models.readerable.unseen) {
        let (yes, all) = kinds.entry(&outcome.sample.truth.page_type).or_default();
        *yes += usize::from(log_odds.is_some_and(|log_odds| log_odds >= models.readerable_from));
        *all += 1;
    }
    let list: Vec<String> = kinds.iter().map(|(kind, &(yes, all))| format!("{kind} {:.3}", share(yes, all))).collect();
    println!("readerable: {}", list.join(", "));
}

/// Prints how often the probe says what the line does of pages whose site it has not seen.
pub fn print_probe(outcomes: &[Outcome<'_>], models: &PageModels) {
    let mut counts = [[0; 2]; 2];
    for ((outcome, line), probe) in outcomes.iter().zip(&models.readerable.unseen).zip(&models.probe.unseen) {
        let is_readerable = page_models::is_readerable(outcome, *line, models.readerable_from);
        counts[usize::from(is_readerable)][usize::from(probe.is_some_and(|it| it >= 0.0))] += 1;
    }
    let [[no_no, no_yes], [yes_no, yes_yes]] = counts;
    println!(
        "the probe agrees on {:.3}; where the line says no it says yes on {no_yes} of {}, where yes no on {yes_no} of {}",
        share(no_no + yes_yes, outcomes.len()),
        no_no + no_yes,
        yes_no + yes_yes,
    );
}

fn share(part: usize, of: usize) -> f64 {
    part as f64 / of.max(1) as f64
}

/// Writes a JSON line a page, for measuring by other programs.
pub fn write_predictions(outcomes: &[Outcome<'_>], models: &PageModels, to: &Path) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(to)?);
    for (outcome, (whole, readerable)) in outcomes.iter().zip(models.whole.unseen.iter().zip(&models.readerable.unseen))
    {
        let line = serde_json::json!({
            "id": outcome.sample.truth.id,
            "text": outcome.text,
            "confidence": whole.map_or(0.0, page_models::probability),
            "readerable": readerable.is_some_and(|log_odds| log_odds >= models.readerable_from),
            "readerable_log_odds": readerable,
            "kind": outcome.sample.metadata.kind,
        });
        writeln!(out, "{line}")?;
    }
    out.flush()
}
