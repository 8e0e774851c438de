//! The edges of the text: the first paragraph after the headline, and headings that head something.

use super::{Evidence, Reason};
use crate::{
    blocks::{BlockId, BlockKind},
    features::{Place, Topic, is_long},
    metadata::{self, dates, lexicon},
    page::{Attr, NodeId, Tag, text},
};

/// Words from which a text under the headline can be the first paragraph.
const LEAD_WORDS: u32 = 12;
/// Probability below which it is not, wherever it stands.
const LEAD: f32 = 0.12;
/// Words of the shortest item of a list of key points.
const ITEM_WORDS: u32 = 4;
/// Words of the longest line in bold that heads a list.
const HEAD_WORDS: u32 = 6;
/// Lines made alike from which they are key points, up to which they are not yet the text, and the probability that each
/// must have.
const ROWS: usize = 3;
const MOST_ROWS: usize = 12;
const EVEN: f32 = 0.5;
/// Elements up from an item in which its list is.
const LIST_STEPS: usize = 2;
/// Blocks between headline and first kept paragraph that are looked at.
const LEAD_BLOCKS: usize = 12;
/// Links above which a text is no paragraph.
const LEAD_LINKS: f32 = 0.4;
/// Probability from which a line is the story's own, if nothing else speaks against it: a salutation, a verse, an address.
const SURE: f32 = 0.7;
/// Links above which a sentence is only a link.
const ONLY_LINKS: f32 = 0.8;
/// Words of the longest line that is no paragraph.
const LINE_WORDS: u32 = 20;
/// Share of the kept words that may be trimmed under the end.
const MOST_TRIMMED: f32 = 0.15;
/// Words that may be trimmed in any case: an author's few lines.
const TRIMMED_WORDS: f32 = 60.0;
/// Elements up from a block under the end whose names tell.
const NAMED_STEPS: usize = 3;
/// Percent of a block under the end that phrases cover.
const TRAILING_PHRASES: u8 = 40;
/// Blocks that may stand between a heading and what it heads.
const HEADED_BLOCKS: usize = 3;

/// Keeps the paragraphs between the headline and the first kept block: an opening that is missing is what readers notice
/// last and mind most.
pub fn keep_lead(evidence: &Evidence<'_>, column: NodeId, reasons: &mut [Reason]) {
    let Some(headline) = evidence.features.headline else { return };
    let after = headline.index() + 1;
    let Some(first) = (after..reasons.len()).find(|&at| reasons[at].is_kept()) else { return };
    if first - after > LEAD_BLOCKS {
        return;
    }
    let around = evidence.page.ancestors(column).nth(1).unwrap_or(column);
    let apart = Place::APART.with(Place::CAPTION).with(Place::DIALOG);
    for (at, reason) in reasons.iter_mut().enumerate().take(first).skip(after) {
        let id = BlockId::at(at);
        let block = evidence.blocks.get(id);
        let is_paragraph = block.kind == BlockKind::Text
            && block.words >= LEAD_WORDS
            && evidence.blocks.link_density(id) < LEAD_LINKS
            && evidence.probability(id) > LEAD
            && evidence.features.phrases[at].count == 0
            && !evidence.features.places[block.container.index()].has_any(apart);
        if (is_paragraph || is_of_points(evidence, id)) && evidence.page.contains(around, block.container) {
            *reason = Reason::Lead;
        }
    }
}

/// Whether the block is one of the key points that stand above some stories.
fn is_of_points(evidence: &Evidence<'_>, id: BlockId) -> bool {
    is_of_lead_list(evidence, id) || is_of_lead_rows(evidence, id)
}

/// Whether the block is an item of a list, or its heading, that says in sentences without links what the story says.
fn is_of_lead_list(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let page = evidence.page;
    let is_list = |node: &NodeId| page.is(*node, Tag::Ul) || page.is(*node, Tag::Ol);
    let heads = evidence.is_heading(id) || is_bold_line(evidence, id);
    let item = if heads { BlockId(id.0 + 1) } else { id };
    if item.index() >= evidence.blocks.len() {
        return false;
    }
    let list = page.ancestors(evidence.container(item)).take(LIST_STEPS).find(is_list);
    list.is_some_and(|list| are_points(evidence, list, LEAD))
}

/// Whether the block is a short line set in bold from end to end: a heading without its markup.
fn is_bold_line(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let page = evidence.page;
    let block = evidence.blocks.get(id);
    let is_bold = |node: NodeId| page.is(node, Tag::Strong) || page.is(node, Tag::B);
    let is_space = |node: NodeId| page.text(node).is_some_and(text::is_blank);
    let parts = std::iter::successors(Some(block.first), |&node| page.next_sibling(node));
    let mut parts = parts.take_while(|&node| node < block.end);
    block.words <= HEAD_WORDS && block.links == 0 && parts.all(|node| is_bold(node) || is_space(node))
}

/// Whether the block is one of three lines and more that stand in an element of their own, made alike, and say what the
/// story says: key points without a list's markup.
fn is_of_lead_rows(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let page = evidence.page;
    let row = evidence.container(id);
    let made = |node: NodeId| (page.tag(node), page.attr(node, Attr::Class));
    page.parent(row).is_some_and(|rows| {
        let count = evidence.within(rows).len();
        (ROWS..=MOST_ROWS).contains(&count)
            && count == page.children(rows).filter(|&other| made(other) == made(row)).count()
            && are_points(evidence, rows, EVEN)
    })
}

/// Whether all that stands in an element says something of the story, by more than this probability, in some words and
/// without links.
fn are_points(evidence: &Evidence<'_>, list: NodeId, more_than: f32) -> bool {
    evidence.words_inside(list) >= LEAD_WORDS
        && evidence.within(list).all(|at| {
            let block = evidence.blocks.get(BlockId::at(at));
            block.kind == BlockKind::Text
                && block.links == 0
                && block.words >= ITEM_WORDS
                && evidence.probability(BlockId::at(at)) > more_than
                && evidence.features.phrases[at].count == 0
                && !is_credit(evidence, at, true)
                && !evidence.features.places[block.container.index()].has_any(Place::APART.with(Place::CONTROL))
        })
}

/// Takes from the ends of the text what is no sentence of it and does not read like the text, or is made like furniture:
/// lines of byline and date under the headline; tags, links and what is named for the author or for other pages under the
/// last paragraph.
pub fn trim(evidence: &Evidence<'_>, column: NodeId, reasons: &mut [Reason]) {
    let is_paragraph = |at: usize| is_long(evidence.blocks, BlockId::at(at)) && reasons[at].is_kept();
    let Some(first) = (0..reasons.len()).find(|&at| is_paragraph(at)) else { return };
    let headline = evidence.features.headline.map_or(first, BlockId::index);
    for (at, reason) in reasons.iter_mut().enumerate().take(first).skip(headline + 1) {
        let goes = || {
            !is_sure(evidence, at)
                || is_furnished(evidence, column, f32::MAX, at)
                || is_credit(evidence, at, true)
                || is_under_picture(evidence, at)
        };
        if reason.is_kept() && is_line(evidence, at) && goes() && !is_of_points(evidence, BlockId::at(at)) {
            *reason = Reason::ShownAbove;
        }
    }
    let kept: f32 = evidence.blocks.ids().filter(|id| reasons[id.index()].is_kept()).map(|id| evidence.words(id)).sum();
    let most = (kept * MOST_TRIMMED).max(TRIMMED_WORDS);
    let mut left = most;
    let mut under = Vec::new();
    for at in (first + 1..reasons.len()).rev().filter(|&at| evidence.blocks.get(BlockId::at(at)).words > 0) {
        if reasons[at].is_kept() {
            let is_loose = || is_line(evidence, at) && (!is_sure(evidence, at) || is_credit(evidence, at, false));
            if !is_furnished(evidence, column, most, at) && !is_loose() {
                break;
            }
            left -= evidence.words(BlockId::at(at));
            under.push(at);
        }
    }
    // What goes on and on is no edge: then the names are those of the text itself.
    if left >= 0.0 {
        for at in under {
            reasons[at] = Reason::Trailing;
        }
    }
}

/// Whether the block is a line: no sentence, no heading, no item, no part of a table, a quotation or code.
fn is_line(evidence: &Evidence<'_>, at: usize) -> bool {
    let id = BlockId::at(at);
    let block = evidence.blocks.get(id);
    let tag = evidence.page.tag(block.container);
    let places = Place::CAPTION
        .with(Place::PRE)
        .with(Place::TABLE)
        .with(Place::QUOTE)
        .with(Place::LIST)
        .with(Place::ORDERED_LIST);
    block.kind == BlockKind::Text
        && block.words <= LINE_WORDS
        && !text::ends_as_sentence(evidence.blocks.text(id))
        && !evidence.is_heading(id)
        && !matches!(tag, Some(Tag::Dd | Tag::Dt))
        && !evidence.features.places[block.container.index()].has_any(places)
}

/// Whether the score is that of a text of the story.
fn is_sure(evidence: &Evidence<'_>, at: usize) -> bool {
    evidence.probability(BlockId::at(at)) >= SURE
}

/// Whether the line says who wrote the text, or of which day it is. Under the end a day may be that of a concert.
fn is_credit(evidence: &Evidence<'_>, at: usize, is_above: bool) -> bool {
    let line = evidence.blocks.text(BlockId::at(at));
    let metadata = evidence.metadata;
    let names_author = || metadata.byline.iter().flat_map(|names| names.split(", ")).any(|name| line.contains(name));
    let is_claimed =
        |iso: &str| [&metadata.published, &metadata.modified].into_iter().flatten().any(|day| day.starts_with(iso));
    let dates = || dates::find(line, dates::NumericOrder::of(metadata.lang.as_deref()));
    introduces_name(line) || names_author() || dates().iter().any(|day| is_above || is_claimed(&day.iso))
}

/// Whether the line begins by "By" or the like, and a name. Letters that are neither small nor capital tell no name from
/// other words: then the introduction is enough.
fn introduces_name(line: &str) -> bool {
    let is_letter_alone = |c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase();
    let begins_name = |rest: &str| {
        let name = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：'));
        name.len() < rest.len() && name.starts_with(is_letter_alone)
    };
    metadata::introduced(line).is_some()
        || lexicon::credits().any(|word| line.strip_prefix(word).is_some_and(begins_name))
}

/// Whether the line stands right under a picture, as a caption does, and does not go on.
fn is_under_picture(evidence: &Evidence<'_>, at: usize) -> bool {
    let is_picture = |before: usize| evidence.blocks.get(BlockId::at(before)).kind == BlockKind::Media;
    let goes_on = |line: &str| line.ends_with([',', '،', '，', '、', ':', '：', '–', '—']);
    at.checked_sub(1).is_some_and(is_picture) && !goes_on(evidence.blocks.text(BlockId::at(at)))
}

/// Whether the block is mostly links or furniture's words, or stands in a small part below the column that is named for
/// the author, for sharing, for comments or for other pages, of at most `most` words. A sentence that the score is sure of
/// may lead on by most of its words.
fn is_furnished(evidence: &Evidence<'_>, column: NodeId, most: f32, at: usize) -> bool {
    let id = BlockId::at(at);
    let links = evidence.blocks.link_density(id);
    let leads_on = || {
        links < ONLY_LINKS
            && is_sure(evidence, at)
            && evidence.features.phrases[at].count == 0
            && text::ends_as_sentence(evidence.blocks.text(id))
    };
    is_told(evidence, column, most, at) || (links > LEAD_LINKS && !leads_on())
}

/// Whether furniture's words cover the block, or the names of a small part around it, below the column, tell.
fn is_told(evidence: &Evidence<'_>, column: NodeId, most: f32, at: usize) -> bool {
    let topics = [Topic::Meta, Topic::Related, Topic::Social, Topic::Comment, Topic::Prompt, Topic::Ad];
    let container = evidence.container(BlockId::at(at));
    let mut around = evidence
        .page
        .inclusive_ancestors(container)
        .take(NAMED_STEPS)
        .take_while(|&node| !evidence.page.contains(node, column) && evidence.words_inside(node) as f32 <= most);
    evidence.features.phrases[at].covered >= TRAILING_PHRASES
        || around.any(|node| topics.iter().any(|&topic| evidence.features.markup.names(node, topic)))
}

/// What a heading may head besides text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Pictures {
    /// Any picture in the column right under it, where the score is sure of the heading: before pictures are decided.
    Any(NodeId),
    /// A kept one.
    Kept,
}

/// Whether the block is links, and not kept.
fn is_left_links(evidence: &Evidence<'_>, at: usize, reason: Reason) -> bool {
    !reason.is_kept() && evidence.blocks.link_density(BlockId::at(at)) > ONLY_LINKS
}

/// A heading goes when nothing under it is kept; a standfirst, which may be marked as one, heads nothing. `lost`: only what
/// went for one of these reasons, or as links, takes the heading right above it with it.
pub fn settle_headings(evidence: &Evidence<'_>, pictures: Pictures, lost: Option<&[Reason]>, reasons: &mut [Reason]) {
    let level = |at: usize| evidence.heading_level(BlockId::at(at));
    let headline = evidence.features.headline.map_or(usize::MAX, BlockId::index);
    let opening = (0..reasons.len()).find(|&at| reasons[at].is_kept() && level(at).is_none()).unwrap_or(0);
    let is_standfirst =
        |at: usize| headline < at && at < opening && evidence.blocks.get(BlockId::at(at)).words >= LEAD_WORDS;
    // From the end, so that a heading over a heading that stays, stays with it.
    for at in (0..reasons.len()).rev() {
        let Some(own) = level(at) else { continue };
        if matches!(reasons[at], Reason::NotRendered | Reason::Floating | Reason::ShownAbove) {
            continue;
        }
        let mut headed = (at + 1..reasons.len())
            .filter(|&next| evidence.blocks.get(BlockId::at(next)).kind == BlockKind::Text)
            .take(HEADED_BLOCKS);
        if let Some(lost) = lost
            && !headed
                .clone()
                .next()
                .is_some_and(|next| lost.contains(&reasons[next]) || is_left_links(evidence, next, reasons[next]))
        {
            continue;
        }
        let next = headed.find(|&next| reasons[next].is_kept() || level(next).is_some_and(|other| other <= own));
        let is_picture = |next: &usize| evidence.blocks.get(BlockId::at(*next)).kind == BlockKind::Media;
        let heads_picture =
            Some(at + 1).filter(|&next| next < reasons.len()).filter(is_picture).is_some_and(|next| match pictures {
                Pictures::Any(column) => {
                    is_sure(evidence, at) && evidence.page.contains(column, evidence.container(BlockId::at(next)))
                }
                Pictures::Kept => reasons[next].is_kept(),
            });
        let heads_kept = heads_picture
            || next.is_some_and(|next| reasons[next].is_kept() && level(next).is_none_or(|other| other > own));
        if reasons[at].is_kept() && !heads_kept && !is_standfirst(at) {
            reasons[at] = Reason::HeadsNothing;
        }
    }
}
