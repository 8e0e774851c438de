//! For unit tests: a small page of which all is kept, with one score for every block.

use super::{Evidence, Reason};
use crate::{
    blocks::{self, BlockId},
    features,
    metadata::{self, Kind},
    model::Score,
    page::html,
};

/// The texts of the blocks that `decide` picks, given the evidence and the reasons. `kind`: what the page is taken for.
pub fn picked(
    body: &str,
    kind: Kind,
    probability: f32,
    decide: impl FnOnce(&Evidence<'_>, Vec<Reason>) -> Vec<BlockId>,
) -> Vec<String> {
    let page = html::read(body).unwrap();
    let mut metadata = metadata::read(&page, None);
    metadata.kind = kind;
    let blocks = blocks::segment(&page);
    let features = features::measure(&page, &blocks, &metadata);
    let scores = vec![Score { probability }; blocks.len()];
    let evidence = Evidence { page: &page, blocks: &blocks, features: &features, scores: &scores, metadata: &metadata };
    let ids = decide(&evidence, vec![Reason::Scored; blocks.len()]);
    ids.into_iter().map(|id| blocks.text(id).to_owned()).collect()
}
