//! The fitted weights as a Rust file, with where they come from in its header.

use std::{collections::BTreeMap, fmt::Write};

use quietpage::features::{FEATURES, table_hash};

use crate::fit::Linear;

/// The text of `src/model/weights.rs`.
pub fn source(model: &Linear, pages: usize, figures: &BTreeMap<String, f64>) -> String {
    let mut out = String::from(
        "//! The linear score's weights: generated, do not edit.\n//!\n\
         //! Made by `cargo run --release -p quietpage-training -- CORPUS`; nothing in it is random.\n",
    );
    let _ =
        writeln!(out, "//! Data: {pages} pages of the development split of WCXB (Murrough Foley, 2026, CC-BY-4.0).");
    let list: Vec<String> = figures.iter().map(|(kind, f1)| format!("{kind} {f1:.4}")).collect();
    let _ = writeln!(out, "//! Word F1, five folds by host:\n//! {}.", list.join(", "));
    let _ = write!(
        out,
        "\n/// Hash of the feature table that the weights belong to.\n\
         pub const TABLE_HASH: u64 = {:#018x};\n\n\
         /// Log-odds of a block whose features are all 0.\n\
         pub const BIAS: f32 = {:?};\n\n\
         /// Log-odds that each feature adds at its full scale, in the order of the table.\n\
         #[rustfmt::skip]\n\
         pub const WEIGHTS: &[f32] = &[\n",
        table_hash(),
        rounded(model.bias)
    );
    for (feature, weight) in FEATURES.iter().zip(&model.weights) {
        let _ = writeln!(out, "    {:?}, // {}", rounded(*weight), feature.name);
    }
    out.push_str("];\n");
    out
}

/// Three decimals: the rest is noise, and the same on every machine.
fn rounded(weight: f32) -> f32 {
    (weight * 1000.0).round() / 1000.0
}
