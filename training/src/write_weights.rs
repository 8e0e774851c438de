//! The fitted forest as a Rust file, with where it comes from in its header.

use std::{collections::BTreeMap, fmt::Write};

use quietpage::{features::table_hash, model::VALUE_UNIT};

use crate::trees::{Forest, Node, Settings};

/// What the header tells.
pub struct Origin<'a> {
    pub pages: usize,
    pub settings: &'a Settings,
    /// Word F1 by kind, cross-validated.
    pub figures: &'a BTreeMap<String, f64>,
}

/// A node in the order in which the core reads them: the left child follows its parent.
struct Packed {
    feature: u8,
    threshold: u16,
    right: u8,
    value: i16,
}

/// The text of `src/model/weights.rs`.
pub fn source(forest: &Forest, origin: &Origin<'_>) -> String {
    let mut packed = Vec::new();
    let mut roots = Vec::new();
    for tree in &forest.trees {
        roots.push(packed.len());
        pack(tree, 0, &mut packed);
    }
    let Settings { trees, leaves, rate, l2, seed, .. } = origin.settings;
    let mut out = String::from(
        "//! The score's trees: generated, do not edit.\n//!\n\
         //! Made by `cargo run --release -p quietpage-training -- CORPUS`; the same corpus gives the same bytes.\n",
    );
    let _ = writeln!(out, "//! {trees} trees of {leaves} leaves, rate {rate}, L2 {l2}, seed {seed}.");
    let _ = writeln!(
        out,
        "//! Data: {} pages of the development split of WCXB (Murrough Foley, 2026, CC-BY-4.0).",
        origin.pages
    );
    let list: Vec<String> = origin.figures.iter().map(|(kind, f1)| format!("{kind} {f1:.4}")).collect();
    let _ = writeln!(out, "//! Word F1 of the whole line, five folds by host:\n//! {}.", list.join(", "));
    let hash = format!("{:016x}", table_hash());
    let _ = write!(
        out,
        "\n/// Hash of the feature table that the trees belong to.\n\
         pub const TABLE_HASH: u64 = 0x{}_{}_{}_{};\n\n\
         /// Log-odds before any tree.\n#[allow(clippy::unreadable_literal)]\npub const BIAS: f32 = {:?};\n\n",
        &hash[..4],
        &hash[4..8],
        &hash[8..12],
        &hash[12..],
        forest.bias as f32
    );
    let column = |of: &dyn Fn(&Packed) -> i64| packed.iter().map(of).collect::<Vec<i64>>();
    table(&mut out, "ROOTS", "u16", "Each tree's first node.", &roots.iter().map(|&at| at as i64).collect::<Vec<_>>());
    table(&mut out, "FEATURES", "u8", "The feature a node asks, 255 in leaves.", &column(&|node| node.feature.into()));
    table(
        &mut out,
        "THRESHOLDS",
        "u16",
        "Upper half of the threshold's bits: up to it, go left.",
        &column(&|node| node.threshold.into()),
    );
    table(
        &mut out,
        "RIGHTS",
        "u8",
        "Steps from a node to its right child; the left one follows it.",
        &column(&|node| node.right.into()),
    );
    table(
        &mut out,
        "VALUES",
        "i16",
        "Log-odds where a path ends here, in units of `VALUE_UNIT`.",
        &column(&|node| node.value.into()),
    );
    out
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

fn table(out: &mut String, name: &str, number: &str, meaning: &str, values: &[i64]) {
    let _ = write!(out, "/// {meaning}\n#[rustfmt::skip]\npub const {name}: &[{number}] = &[");
    for (at, value) in values.iter().enumerate() {
        let _ = write!(out, "{}{value},", if at % 24 == 0 { "\n    " } else { " " });
    }
    out.push_str("\n];\n\n");
}
