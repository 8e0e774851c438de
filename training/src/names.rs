//! Learns what the words of class, id, role and itemprop speak for: how much of the text under elements so named is the
//! article's, one vote a site.

use std::collections::HashMap;

use quietpage::{
    blocks::BlockKind,
    features::{FEATURES, names},
};

use crate::corpus::Sample;

/// Sites that must use a name before it counts: none is one site's own.
const SITES: f64 = 12.0;
/// Votes for and against that every name starts with.
const DOUBT: f64 = 2.0;
/// Columns of the feature table that rest on the names, in this order.
const COLUMNS: [&str; 5] = ["names_least", "names_most", "names_own", "names_near", "names_sum"];

/// A name's votes: the sum of the shares of text that is the article's, and the sites.
type Votes = (f64, f64);

/// The votes of sites.
pub struct Ballot<'a> {
    by_site: HashMap<&'a str, HashMap<u32, Votes>>,
}

/// A learned table, from which one site may be left out.
pub struct Names<'a> {
    all: HashMap<u32, Votes>,
    ballot: &'a Ballot<'a>,
}

impl<'a> Ballot<'a> {
    /// Counts the votes of every page.
    pub fn count(samples: &'a [Sample], labels: &[Vec<f32>]) -> Self {
        let mut by_site: HashMap<&str, HashMap<u32, Votes>> = HashMap::new();
        for (sample, labels) in samples.iter().zip(labels) {
            let site = by_site.entry(sample.host()).or_default();
            for (name, share) in shares(sample, labels) {
                let votes = site.entry(name).or_default();
                votes.0 += share;
                votes.1 += 1.0;
            }
        }
        for votes in by_site.values_mut().flat_map(HashMap::values_mut) {
            *votes = (votes.0 / votes.1, 1.0);
        }
        Self { by_site }
    }

    /// The table of the sites that `takes` accepts.
    pub fn names(&'a self, takes: impl Fn(&str) -> bool) -> Names<'a> {
        let mut all: HashMap<u32, Votes> = HashMap::new();
        let mut sites: Vec<_> = self.by_site.iter().filter(|(site, _)| takes(site)).collect();
        // In a fixed order: sums of floats depend on it.
        sites.sort_by_key(|(site, _)| **site);
        for (name, votes) in sites.into_iter().flat_map(|(_, names)| names) {
            let sum = all.entry(*name).or_default();
            sum.0 += votes.0;
            sum.1 += votes.1;
        }
        Names { all, ballot: self }
    }
}

impl Names<'_> {
    /// A name's log-odds, without the votes of `site` where it is given.
    fn weight(&self, name: u32, site: Option<&HashMap<u32, Votes>>) -> Option<f32> {
        let (mut positive, mut sites) = *self.all.get(&name)?;
        if let Some(own) = site.and_then(|site| site.get(&name)) {
            positive -= own.0;
            sites -= own.1;
        }
        (sites >= SITES).then(|| ((positive + DOUBT) / (sites - positive + DOUBT)).ln() as f32)
    }

    /// Every name that enough sites use, with its weight, sorted by hash.
    pub fn table(&self) -> Vec<(u32, f32)> {
        let mut table: Vec<(u32, f32)> =
            self.all.keys().filter_map(|&name| Some((name, self.weight(name, None)?))).collect();
        table.sort_unstable_by_key(|(name, _)| *name);
        table
    }

    /// Writes the columns that rest on names into the rows of a page, `seen` when the page's own site is in the table.
    pub fn write(&self, sample: &Sample, seen: bool, rows: &mut [Vec<f32>]) {
        let site = if seen { self.ballot.by_site.get(sample.host()) } else { None };
        let weighed = names::weigh(&sample.page, |name| self.weight(name, site));
        let columns = COLUMNS.map(|name| FEATURES.iter().position(|feature| feature.name == name).unwrap());
        for ((_, block), row) in sample.blocks.iter().zip(rows) {
            let found = weighed[block.container.index()];
            let values = [found.least, found.most, found.own, found.near(), found.sum()];
            for (column, value) in columns.into_iter().zip(values) {
                row[column] = value;
            }
        }
    }
}

/// The share of the words under each name that are the article's.
fn shares(sample: &Sample, labels: &[f32]) -> HashMap<u32, f64> {
    let mut around: Vec<Vec<u32>> = vec![Vec::new(); sample.page.len()];
    let mut sums: HashMap<u32, (f64, f64)> = HashMap::new();
    for node in sample.page.nodes() {
        let mut names = Vec::new();
        names::each(&sample.page, node, |name| names.push(name));
        around[node.index()] = names;
    }
    let mut path: HashMap<usize, Vec<u32>> = HashMap::new();
    for (id, block) in sample.blocks.iter().filter(|(_, block)| block.kind == BlockKind::Text) {
        let names = path.entry(block.container.index()).or_insert_with(|| {
            let up = sample.page.inclusive_ancestors(block.container);
            let mut names: Vec<u32> = up.flat_map(|node| around[node.index()].iter().copied()).collect();
            names.sort_unstable();
            names.dedup();
            names
        });
        let words = f64::from(block.words);
        for name in names {
            let sum = sums.entry(*name).or_default();
            sum.0 += words * f64::from(labels[id.index()]);
            sum.1 += words;
        }
    }
    sums.into_iter().filter(|(_, (_, words))| *words > 0.0).map(|(name, (own, words))| (name, own / words)).collect()
}
