//! What is gained where a page is read after the others of its site: with what they have in common taken away.

use std::collections::BTreeMap;

use quietpage::{
    article::{self, Kind},
    model::Score,
    render,
    selection::{self, Corrections, Furniture, Keep, Selection},
};

use crate::{corpus::Sample, label::words, report::word_f1};

/// Precision, recall and F1 over bags of words.
#[derive(Default, Clone, Copy)]
struct Figures([f64; 3]);

/// Prints them over the sites with several pages, each page alone and after all others of its site, and the pages that
/// changed.
pub fn print(samples: &[Sample], scores: &[Vec<Score>]) {
    let mut sites: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, sample) in samples.iter().enumerate() {
        let host = sample.host();
        sites.entry(host.strip_prefix("www.").unwrap_or(host)).or_default().push(at);
    }
    sites.retain(|_, pages| pages.len() > 1);
    let (mut alone, mut after, mut pages, mut stories) = (Figures::default(), Figures::default(), 0, 0);
    let mut changed = Vec::new();
    let (mut alone_changed, mut after_changed) = (Figures::default(), Figures::default());
    for site in sites.values() {
        let hashes: Vec<Vec<u32>> =
            site.iter().map(|&at| select(&samples[at], &scores[at], &Furniture::default()).hashes).collect();
        for (place, &at) in site.iter().enumerate() {
            let others = hashes.iter().enumerate().filter(|(other, _)| *other != place).flat_map(|(_, hashes)| hashes);
            let furniture = Furniture { seen: others.copied().collect(), ..Furniture::default() };
            let [before, now] = [&Furniture::default(), &furniture].map(|furniture| {
                let selection = select(&samples[at], &scores[at], furniture);
                figures(&samples[at], &selection)
            });
            alone.add(before);
            after.add(now);
            pages += 1;
            stories += usize::from(samples[at].metadata.kind == Kind::Article);
            if before.0 != now.0 {
                alone_changed.add(before);
                after_changed.add(now);
                changed.push((now.0[2] - before.0[2], at, before, now));
            }
        }
    }
    println!("{pages} pages of {} sites, {stories} of them stories: precision, recall, F1", sites.len());
    println!("  alone              {}", alone.mean(pages));
    println!("  after the others   {}", after.mean(pages));
    println!("{} pages changed", changed.len());
    println!("  alone              {}", alone_changed.mean(changed.len()));
    println!("  after the others   {}", after_changed.mean(changed.len()));
    changed.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (gain, at, before, now) in changed {
        let truth = &samples[at].truth;
        println!("{gain:+.3} {} {} {} → {}", truth.id, truth.page_type, before.mean(1), now.mean(1));
    }
}

fn select(sample: &Sample, scores: &[Score], furniture: &Furniture) -> Selection {
    let Sample { page, blocks, features, metadata, .. } = sample;
    let corrections = Corrections { furniture: Some(furniture.clone()), ..Corrections::default() };
    selection::select(page, blocks, features, scores, metadata, Keep::Article, &corrections)
}

fn figures(sample: &Sample, selection: &Selection) -> Figures {
    let Sample { page, blocks, metadata, url, truth, .. } = sample;
    let text = render::text(&article::assemble(page, blocks, selection, metadata, url.as_ref()));
    let (f1, recall) = word_f1(&text, &truth.main_content);
    let (found, wanted) = (words(&text).len() as f64, words(&truth.main_content).len() as f64);
    Figures([if found > 0.0 { recall * wanted / found } else { 0.0 }, recall, f1])
}

impl Figures {
    fn add(&mut self, other: Self) {
        self.0.iter_mut().zip(other.0).for_each(|(sum, one)| *sum += one);
    }

    fn mean(self, count: usize) -> String {
        self.0.map(|sum| format!("{:.4}", sum / count.max(1) as f64)).join(" ")
    }
}
