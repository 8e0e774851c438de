//! Whether the page shows no more than the beginning of its text, and asks for money or a login for the rest.

use super::{Evidence, Reason};
use crate::{
    blocks::{BlockId, BlockKind},
    features::{Place, is_long, phrases::Says},
    page::text,
};

/// Blocks of text after the last kept one among which the page's asking stands.
const NEAR_BLOCKS: usize = 4;
/// Share of the words the page says its text has, below which some of it is missing.
const MOST_OF_IT: f32 = 0.75;

/// Two signs of three: the page says that its text is not free, the text has no end, and something is asked for under it.
pub fn is_cut_short(evidence: &Evidence<'_>, reasons: &[Reason]) -> bool {
    let is_text = |id: &BlockId| evidence.blocks.get(*id).kind == BlockKind::Text;
    let is_kept = |id: &BlockId| reasons[id.index()].is_kept();
    let Some(last) = evidence.blocks.ids().filter(is_text).rfind(is_kept) else { return false };
    let mut below = evidence.blocks.ids().skip(last.index() + 1).filter(is_text).take(NEAR_BLOCKS);
    let is_asked = below.any(|id| asks(evidence, id));
    let kept: f32 = evidence.blocks.ids().filter(is_kept).map(|id| evidence.words(id)).sum();
    let is_short = evidence.metadata.own_words().is_some_and(|count| kept < MOST_OF_IT * count);
    let has_no_end = is_short || (is_paragraph(evidence, last) && stops_midway(evidence.blocks.text(last)));
    [evidence.metadata.paywalled, has_no_end, is_asked].into_iter().filter(|&sign| sign).count() >= 2
}

/// Not where every page does: a comment's form, a newsletter's in the footer; nor a text that tells of asking.
fn asks(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let everywhere = Place::NAVIGATION.with(Place::FOOTER).with(Place::FORM);
    evidence.features.phrases[id.index()].says(Says::Prompt)
        && !is_long(evidence.blocks, id)
        && !evidence.features.places[evidence.container(id).index()].has_any(everywhere)
}

/// Items, cells and headings end without a full stop.
fn is_paragraph(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let others = Place::LIST.with(Place::ORDERED_LIST).with(Place::TABLE).with(Place::CAPTION).with(Place::PRE);
    is_long(evidence.blocks, id)
        && !evidence.features.places[evidence.container(id).index()].has_any(others)
        && !evidence.is_heading(id)
}

fn stops_midway(text: &str) -> bool {
    text.ends_with(['…', ',']) || text.ends_with("...") || !text::ends_as_sentence(text)
}
