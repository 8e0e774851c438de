//! What is known before a page is read: what a person has decided, on this page by pointing, on this site before, and
//! what the site's other pages have in common.

use std::collections::HashMap;

use super::{
    Evidence, Furniture, Reason,
    shape::{Shape, Shapes},
};
use crate::{
    blocks::BlockId,
    page::{NodeId, Ordinal},
};

/// Share of the kept words that one rule may hide, or add: one that does more was made of a block that this page has not.
const MOST: f32 = 0.25;

/// A person's decisions, and what repeats on the site.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Corrections {
    /// Elements of this page, in the order in which they were pointed at: the later decision holds.
    pub marks: Vec<Mark>,
    /// What was decided on other pages of the site, the oldest first: the later one holds.
    pub rules: Vec<Rule>,
    /// `None` where nothing is to be learned of the site.
    pub furniture: Option<Furniture>,
}

/// The blocks that stand right in one element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The element.
    pub ordinal: Ordinal,
    /// Whether they are in the text.
    pub keep: bool,
}

/// The blocks of a shape.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// What they are like.
    pub shape: Shape,
    /// Whether they are in the text.
    pub keep: bool,
}

/// Overrules everything else: rules first, then what was pointed at. Returns of which blocks a rule decides, by its shape.
pub fn apply(
    evidence: &Evidence<'_>,
    column: NodeId,
    corrections: &Corrections,
    reasons: &mut [Reason],
) -> HashMap<BlockId, Shape> {
    let mut ruled = HashMap::new();
    if !corrections.rules.is_empty() {
        let shapes = Shapes::new(evidence.page, evidence.blocks, evidence.features, column);
        let own = shapes.all();
        for rule in &corrections.rules {
            let has_shape = |id: &BlockId| shapes.has(*id, &own[id.index()], &rule.shape);
            let fitting: Vec<BlockId> = evidence.blocks.ids().filter(has_shape).collect();
            if rule.shape.names_text() || !is_too_much(evidence, &fitting, rule.keep, reasons) {
                let overruled = overrule(&fitting, rule.keep, reasons);
                ruled.extend(overruled.into_iter().map(|id| (id, rule.shape.clone())));
            }
        }
    }
    for mark in &corrections.marks {
        let stands_in = |id: &BlockId| evidence.page.ordinal(evidence.container(*id)) == Some(mark.ordinal);
        let pointed_at: Vec<BlockId> = evidence.blocks.ids().filter(stands_in).collect();
        for id in overrule(&pointed_at, mark.keep, reasons) {
            ruled.remove(&id);
        }
    }
    ruled
}

/// Headline, byline and date stand above the text in any case. Returns the blocks that it changed.
fn overrule(ids: &[BlockId], keep: bool, reasons: &mut [Reason]) -> Vec<BlockId> {
    let mut overruled = Vec::new();
    for &id in ids {
        let reason = &mut reasons[id.index()];
        if *reason != Reason::ShownAbove && reason.is_kept() != keep {
            *reason = if keep { Reason::BroughtBack } else { Reason::HiddenByPerson };
            overruled.push(id);
        }
    }
    overruled
}

fn is_too_much(evidence: &Evidence<'_>, ids: &[BlockId], keep: bool, reasons: &[Reason]) -> bool {
    let kept = evidence.blocks.ids().filter(|id| reasons[id.index()].is_kept());
    let kept: f32 = kept.map(|id| evidence.words(id)).sum();
    let changed = ids.iter().filter(|id| reasons[id.index()].is_kept() != keep);
    let changed: f32 = changed.map(|&id| evidence.words(id)).sum();
    changed > kept * MOST
}
