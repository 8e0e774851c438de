//! What was fitted as Rust files, with where it comes from in their headers.

use std::{collections::BTreeMap, fmt::Write};

use quietpage::{
    features::{names::WEIGHT_UNIT, table_hash},
    model::VALUE_UNIT,
    probe, selection,
};

use crate::{
    fold_models::Model,
    page_models::PageModels,
    sample,
    trees::{Forest, Node, Settings},
};

/// Everything that is written.
pub struct Weights<'a> {
    pub model: &'a Model<'a>,
    /// Number of pages learned from.
    pub corpus: usize,
    pub settings: &'a Settings,
    /// Word F1 by kind, cross-validated.
    pub figures: &'a BTreeMap<String, f64>,
    /// The same of the fixed sample, which the weights have seen.
    pub sample: &'a BTreeMap<String, f64>,
}

/// What is written of whole pages.
pub struct PageWeights<'a> {
    pub pages: &'a PageModels,
    /// Number of pages learned from.
    pub corpus: usize,
}

/// A node in the order in which the core reads them: the left child follows its parent.
struct Packed {
    feature: u8,
    threshold: u16,
    right: u8,
    value: i16,
}

/// Where the pages come from.
fn data(pages: usize) -> String {
    format!("{pages} pages of the development split of WCXB (Murrough Foley, 2026, CC-BY-4.0)")
}

fn header(what: &str, weights: &Weights<'_>) -> String {
    let Settings { trees, leaves, rate, l2, seed, .. } = weights.settings;
    let list = |figures: &BTreeMap<String, f64>| {
        figures.iter().map(|(kind, f1)| format!("{kind} {f1:.4}")).collect::<Vec<_>>().join(", ")
    };
    format!(
        "//! {what}: generated, do not edit.\n//!\n\
         //! Made by `cargo run --release -p quietpage-training -- CORPUS`; the same corpus gives the same bytes.\n\
         //! Two passes of {trees} trees of {leaves} leaves, rate {rate}, L2 {l2}, seed {seed}.\n\
         //! Data: {}.\n\
         //! Word F1 of the whole line, five folds by host:\n//! {}.\n\
         {}{}.\n",
        data(weights.corpus),
        list(weights.figures),
        sample::HEADER,
        list(weights.sample)
    )
}

/// The text of `src/features/name_weights.rs`.
pub fn names(weights: &Weights<'_>) -> String {
    let mut out = header("What the words of markup speak for", weights);
    let table = weights.model.parts().0.table();
    let hashes: Vec<i64> = table.iter().map(|(hash, _)| i64::from(*hash)).collect();
    let values: Vec<i64> = table.iter().map(|(_, weight)| (weight / WEIGHT_UNIT).round() as i64).collect();
    out.push_str("\n/// Hashes of the words, sorted.\n#[rustfmt::skip]\n#[allow(clippy::unreadable_literal)]\n");
    array(&mut out, "pub const HASHES: &[u32] = &[", "];\n\n", &hashes);
    out.push_str("/// What each speaks for, in units of [`super::names::WEIGHT_UNIT`].\n#[rustfmt::skip]\n");
    array(&mut out, "pub const WEIGHTS: &[i8] = &[", "];\n", &values);
    out
}

/// The text of `src/model/page_weights.rs`.
pub fn pages(weights: &PageWeights<'_>) -> String {
    let PageWeights { pages, corpus } = weights;
    let mut out = format!(
        "//! The trees of whole pages: generated, do not edit.\n//!\n\
         //! Made by `cargo run --release -p quietpage-training -- CORPUS`; the same corpus gives the same bytes.\n\
         //! Data: {DATA}, each scored by a model that has not seen its site.\n\
         \nuse super::trees::Columns;\n\n\
         /// Hash of the names of the facts that the verdict's trees belong to.\n\
         pub const FACTS_HASH: u64 = {};\n\n\
         /// Hash of those that the probe's belong to.\n\
         pub const GLANCE_HASH: u64 = {};\n\n\
         /// Probability from which a text is called whole: in cross-validation, enough of those are.\n\
         pub const WHOLE_FROM: f32 = {:.4};\n\n\
         /// Log-odds from which a page is called one to read.\n\
         pub const READERABLE_FROM: f32 = {:.4};\n",
        hexadecimal(selection::facts_hash()),
        hexadecimal(probe::facts_hash()),
        pages.whole_from,
        pages.readerable_from,
        DATA = data(*corpus),
    );
    forest(&mut out, "WHOLE", "Whether nothing of the text was lost.", &pages.whole.forest);
    forest(&mut out, "READERABLE", "Whether the page is one text to read.", &pages.readerable.forest);
    forest(&mut out, "PROBE", "Whether a glance foresees that.", &pages.probe.forest);
    out
}

/// The text of `src/model/weights.rs`.
pub fn source(weights: &Weights<'_>) -> String {
    let mut out = header("The models' trees", weights);
    let _ = write!(
        out,
        "\nuse super::trees::Columns;\n\n\
         /// Hash of the feature tables that the trees belong to.\n\
         pub const TABLE_HASH: u64 = {};\n",
        hexadecimal(table_hash()),
    );
    let (_, first, second) = weights.model.parts();
    forest(&mut out, "FIRST", "The first pass.", first);
    forest(&mut out, "SECOND", "The second pass.", second);
    out
}

/// As Rust writes a number of 64 bits.
fn hexadecimal(number: u64) -> String {
    let digits = format!("{number:016x}");
    format!("0x{}_{}_{}_{}", &digits[..4], &digits[4..8], &digits[8..12], &digits[12..])
}

fn forest(out: &mut String, name: &str, meaning: &str, forest: &Forest) {
    let mut packed = Vec::new();
    let mut roots = Vec::new();
    for tree in &forest.trees {
        roots.push(packed.len() as i64);
        pack(tree, 0, &mut packed);
    }
    let column = |of: &dyn Fn(&Packed) -> i64| packed.iter().map(of).collect::<Vec<i64>>();
    let _ = write!(
        out,
        "\n/// {meaning}\n#[rustfmt::skip]\n#[allow(clippy::unreadable_literal)]\npub const {name}: Columns = Columns {{\n\
         bias: {:?},\n",
        forest.bias as f32
    );
    array(out, "roots: &[", "],\n", &roots);
    array(out, "features: &[", "],\n", &column(&|node| node.feature.into()));
    array(out, "thresholds: &[", "],\n", &column(&|node| node.threshold.into()));
    array(out, "rights: &[", "],\n", &column(&|node| node.right.into()));
    array(out, "values: &[", "],\n", &column(&|node| node.value.into()));
    out.push_str("};\n");
}

fn pack(tree: &[Node], at: usize, packed: &mut Vec<Packed>) {
    let node = &tree[at];
    let here = packed.len();
    packed.push(Packed {
        feature: node.feature.map_or(u8::MAX, |feature| feature as u8),
        threshold: (node.threshold.to_bits() >> 16) as u16,
        right: 0,
        value: (node.value / f64::from(VALUE_UNIT)).round() as i16,
    });
    if node.feature.is_some() {
        pack(tree, node.left, packed);
        packed[here].right = (packed.len() - here) as u8;
        pack(tree, node.right, packed);
    }
}

fn array(out: &mut String, before: &str, after: &str, values: &[i64]) {
    out.push_str(before);
    for (at, value) in values.iter().enumerate() {
        let _ = write!(out, "{}{value},", if at % 24 == 0 { "\n    " } else { " " });
    }
    out.push('\n');
    out.push_str(after);
}
