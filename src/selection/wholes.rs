//! What is kept as a whole: a table of data with all its cells, a quotation with its source, a figure with its caption.

use std::{collections::HashMap, ops::Range};

use super::{Evidence, Reason};
use crate::{
    article,
    blocks::{BlockId, BlockKind},
    features::{Place, phrases::Says},
    page::{NodeId, Tag},
};

/// What a block is to the table, quotation or figure around it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Part {
    Cell,
    Source,
    Caption,
}

/// Keeps the parts of which the score cannot be sure, where most of the rest is kept: a blank in a table, or words whose
/// writer is missing, say something else than the page.
pub fn complete(evidence: &Evidence<'_>, reasons: &mut [Reason]) {
    // As it stands before: what is completed here does not complete anything else.
    let before = reasons.to_vec();
    let mut wholes: HashMap<(NodeId, Part), bool> = HashMap::new();
    for id in evidence.blocks.ids().filter(|&id| is_open(evidence, before[id.index()], id)) {
        let Some((whole, part)) = whole_around(evidence, id) else { continue };
        let is_kept = wholes.entry((whole, part)).or_insert_with(|| {
            let is_one = part != Part::Cell || article::is_data(evidence.page, evidence.blocks, whole);
            is_one && is_mostly_kept(evidence, whole, part, &before)
        });
        if *is_kept {
            reasons[id.index()] = Reason::PartOfWhole;
        }
    }
}

/// Whether the block is text that was left out by its score, or by what can be said in a table too.
fn is_open(evidence: &Evidence<'_>, reason: Reason, id: BlockId) -> bool {
    let by_looks =
        [Reason::ScoredLow, Reason::OutsideColumn, Reason::Label, Reason::Pointer, Reason::LinkList, Reason::Trailing];
    evidence.blocks.get(id).kind == BlockKind::Text
        && by_looks.contains(&reason)
        && !evidence.features.phrases[id.index()].says(Says::Ad)
}

fn whole_around(evidence: &Evidence<'_>, id: BlockId) -> Option<(NodeId, Part)> {
    let page = evidence.page;
    let container = evidence.container(id);
    let place = evidence.features.places[container.index()];
    let nearest = |tags: &[Tag]| {
        page.inclusive_ancestors(container).find(|&up| page.tag(up).is_some_and(|tag| tags.contains(&tag)))
    };
    if place.has(Place::CAPTION) {
        return nearest(&[Tag::Figure]).map(|figure| (figure, Part::Caption));
    }
    if place.has(Place::TABLE) {
        return nearest(&[Tag::Table]).map(|table| (table, Part::Cell));
    }
    if place.has(Place::FOOTER) {
        let footer = nearest(&[Tag::Footer])?;
        let quote = page.ancestors(footer).find(|&up| page.is(up, Tag::Blockquote) || page.is(up, Tag::Figure))?;
        return Some((quote, Part::Source));
    }
    None
}

/// Whether at least half of the other text in it is kept; of a table, that of its cells.
fn is_mostly_kept(evidence: &Evidence<'_>, whole: NodeId, part: Part, reasons: &[Reason]) -> bool {
    let is_other = |&at: &usize| {
        let id = BlockId::at(at);
        let place = evidence.features.places[evidence.container(id).index()];
        evidence.blocks.get(id).kind == BlockKind::Text
            && match part {
                Part::Cell => true,
                Part::Source => !place.has(Place::FOOTER),
                Part::Caption => !place.has(Place::CAPTION),
            }
    };
    let within: Range<usize> = evidence.within(whole);
    let (mut all, mut kept) = (0, 0);
    for at in within.filter(is_other) {
        all += 1;
        kept += usize::from(reasons[at].is_kept());
    }
    kept > 0 && kept * 2 >= all
}
