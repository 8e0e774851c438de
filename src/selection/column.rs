//! The text column, what is kept inside and outside of it, and its gaps.

use super::{Evidence, Reason};
use crate::{
    blocks::{BlockId, BlockKind},
    features::{Place, best_expected_f1},
    metadata::Kind,
    model,
    page::{Attr, NodeId, Tag, text},
};

/// What a block outside a story's column must have beyond the threshold.
const SURER_OUTSIDE: f32 = 0.2;
/// What log-odds are counted from when the column is looked for.
const EVEN: f32 = 0.45;
/// A gap this many blocks long may be closed.
const GAP_BLOCKS: usize = 3;
/// Below this probability a block in a gap needs no second reason to go.
const HOPELESS: f32 = 0.06;
/// Probability from which a block under the text goes on with it.
const RUN_ON: f32 = 0.2;
/// Words of a paragraph, as a name or a signature under the text has not.
const PARAGRAPH_WORDS: u32 = 20;
/// The same of one that ends as a sentence does.
const SENTENCE_WORDS: u32 = 12;
/// Elements up from an item in which its list is.
const LIST_STEPS: usize = 3;
/// Kept words below which nothing was found.
const FEW_WORDS: u32 = 12;
/// Probability above which a block may well be a text that was meant.
const POSSIBLE: f32 = 0.1;
/// Share of the kept text's words, by their probability above that, that a second text must have.
const CLOSE: f32 = 0.15;
/// Links from which a block is a list of links rather than text.
const MOSTLY_LINKS: f32 = 0.5;

/// Whether so little is kept that there is nothing to read: then less is removed.
pub fn is_empty(evidence: &Evidence<'_>, reasons: &[Reason]) -> bool {
    let kept = evidence.blocks.ids().filter(|id| reasons[id.index()].is_kept());
    kept.map(|id| evidence.blocks.get(id).words).sum::<u32>() < FEW_WORDS
}

/// The element whose blocks' `sqrt(words) * log-odds` sum highest.
pub fn find(evidence: &Evidence<'_>) -> NodeId {
    highest(evidence, |id| weight(evidence, id)).0
}

/// Of the elements of which nothing was kept, the one that reads most like an article, if it comes close to what was kept.
pub fn second(evidence: &Evidence<'_>, reasons: &[Reason]) -> Option<NodeId> {
    let likely = |id: BlockId| match evidence.blocks.get(id).kind {
        BlockKind::Text => evidence.words(id) * (evidence.probability(id) - POSSIBLE),
        BlockKind::Media => 0.0,
    };
    let is_elsewhere = |id: BlockId| {
        let because = reasons[id.index()];
        matches!(because, Reason::OutsideColumn | Reason::Prompt | Reason::AnotherArticle | Reason::Floating)
    };
    let sum = |takes: &dyn Fn(BlockId) -> bool| -> f32 {
        evidence.blocks.ids().filter(|&id| takes(id)).map(|id| likely(id).max(0.0)).sum()
    };
    let first = sum(&|id| reasons[id.index()].is_kept());
    let most = sum(&is_elsewhere);
    if first <= 0.0 || most < first * CLOSE {
        return None;
    }
    let (node, sum) = highest(evidence, |id| match (reasons[id.index()].is_kept(), is_elsewhere(id)) {
        // More than any element can have.
        (true, _) => -most,
        (false, true) => likely(id),
        (false, false) => likely(id).min(0.0),
    });
    (sum >= first * CLOSE).then_some(node)
}

/// What a block says for its element being the column.
fn weight(evidence: &Evidence<'_>, id: BlockId) -> f32 {
    let even = (EVEN / (1.0 - EVEN)).ln();
    match evidence.blocks.get(id).kind {
        BlockKind::Text => evidence.words(id).sqrt() * (evidence.scores[id.index()].log_odds() - even),
        BlockKind::Media => 0.0,
    }
}

/// The element whose blocks' weights sum highest, and that sum. Of elements that hold the same blocks the innermost.
fn highest(evidence: &Evidence<'_>, weight: impl Fn(BlockId) -> f32) -> (NodeId, f32) {
    let mut sums = vec![0.0_f32];
    for id in evidence.blocks.ids() {
        sums.push(sums[id.index()] + weight(id));
    }
    let page = evidence.page;
    let body = page.body();
    let mut best = (body, f32::NEG_INFINITY);
    for node in std::iter::once(body).chain(page.descendants(body)).filter(|&node| page.tag(node).is_some()) {
        let within = evidence.within(node);
        if within.is_empty() {
            continue;
        }
        let sum = sums[within.end] - sums[within.start];
        if sum >= best.1 {
            best = (node, sum);
        }
    }
    best
}

/// Keeps by the score: from the page's threshold on, and outside the column of a story only what is surer.
pub fn by_score(evidence: &Evidence<'_>, column: NodeId) -> Vec<Reason> {
    let inside_from = best_expected_f1(evidence.blocks, &model::probabilities(evidence.scores)) / 2.0;
    let is_story = evidence.metadata.kind == Kind::Article;
    let outside_from = inside_from + if is_story { SURER_OUTSIDE } else { 0.0 };
    let decide = |id: BlockId| {
        let probability = evidence.probability(id);
        let inside = evidence.page.contains(column, evidence.container(id));
        match (inside, evidence.blocks.get(id).kind) {
            (_, BlockKind::Media) => Reason::PictureOutside,
            (false, _) if is_story && evidence.features.places[evidence.container(id).index()].has(Place::DIALOG) => {
                Reason::Prompt
            }
            (true, _) if probability >= inside_from => Reason::Scored,
            (false, _) if probability >= outside_from => Reason::Scored,
            (true, _) => Reason::ScoredLow,
            (false, _) => Reason::OutsideColumn,
        }
    };
    evidence.blocks.ids().map(decide).collect()
}

/// Keeps by the score inside an element, and nothing outside of it.
pub fn alone(evidence: &Evidence<'_>, column: NodeId) -> Vec<Reason> {
    let inside = evidence.within(column);
    let decide = |id: BlockId| match evidence.blocks.get(id).kind {
        BlockKind::Media => Reason::PictureOutside,
        BlockKind::Text if !inside.contains(&id.index()) => Reason::AnotherArticle,
        BlockKind::Text if evidence.probability(id) >= POSSIBLE => Reason::Scored,
        BlockKind::Text => Reason::ScoredLow,
    };
    evidence.blocks.ids().map(decide).collect()
}

/// Keeps all but menus, forms, footers and dialogs, for this reason.
pub fn everything(evidence: &Evidence<'_>, because: Reason) -> Vec<Reason> {
    let furniture = Place::NAVIGATION.with(Place::FOOTER).with(Place::FORM).with(Place::DIALOG).with(Place::HEADER);
    let decide = |id: BlockId| {
        let place = evidence.features.places[evidence.container(id).index()];
        match evidence.blocks.get(id).kind {
            BlockKind::Media => Reason::PictureOutside,
            BlockKind::Text if place.has_any(furniture) => Reason::Furniture,
            BlockKind::Text => because,
        }
    };
    evidence.blocks.ids().map(decide).collect()
}

/// Inside the column a block between kept blocks goes only on two reasons: its score, and one that has nothing to do
/// with it.
pub fn close_gaps(evidence: &Evidence<'_>, column: NodeId, reasons: &mut [Reason]) {
    let kept: Vec<usize> = (0..reasons.len()).filter(|&at| reasons[at].is_kept()).collect();
    // Elsewhere what stands beside the text of a row is its day, its author or its price.
    let has_parts = matches!(evidence.metadata.kind, Kind::Article | Kind::Documentation);
    for pair in kept.windows(2) {
        let gap: Vec<usize> =
            (pair[0] + 1..pair[1]).filter(|&at| evidence.blocks.get(BlockId::at(at)).kind == BlockKind::Text).collect();
        let is_long = gap.len() > GAP_BLOCKS;
        for at in gap {
            let id = BlockId::at(at);
            if is_long && !is_in_row(evidence, id, pair) {
                continue;
            }
            let beside = [pair[0], pair[1]].iter().any(|&edge| {
                let edge = BlockId::at(edge);
                is_beside(evidence, id, edge)
                    || (has_parts
                        && evidence.probability(id) >= RUN_ON
                        && (is_in_part_of(evidence, column, id, edge)
                            || is_headed(evidence, column, id, edge)
                            || is_quoted(evidence, column, id)))
            });
            if evidence.page.contains(column, evidence.container(id))
                && beside
                && evidence.probability(id) > HOPELESS
                && !has_second_reason(evidence, id)
            {
                reasons[at] = Reason::Between;
            }
        }
    }
}

/// Whether the block is a paragraph in one row with those at both ends of a gap, and may well be text: the score falls with
/// the way from the headline, and has many a gap far down in a long article.
fn is_in_row(evidence: &Evidence<'_>, block: BlockId, ends: &[usize]) -> bool {
    let page = evidence.page;
    let row = |id: BlockId| page.parent(evidence.container(id)).filter(|_| page.is(evidence.container(id), Tag::P));
    let own = row(block);
    own.is_some()
        && ends.iter().all(|&end| row(BlockId::at(end)) == own)
        && evidence.blocks.get(block).words >= PARAGRAPH_WORDS
        && evidence.probability(block) >= RUN_ON
}

/// Under the last kept block the text goes on, to the last paragraph that stands beside it and has no second reason to go
/// either: the score falls with the way from the headline, and would cut the end off a long article.
pub fn run_on(evidence: &Evidence<'_>, column: NodeId, reasons: &mut [Reason]) {
    let Some(end) = reasons.iter().rposition(|reason| reason.is_kept()) else { return };
    let is_text = |at: &usize| evidence.blocks.get(BlockId::at(*at)).kind == BlockKind::Text;
    let mut last = BlockId::at(end);
    let goes_on = |at: &usize| {
        let id = BlockId::at(*at);
        let container = evidence.container(id);
        let goes_on = (evidence.page.contains(column, container)
            && (is_beside(evidence, id, last) || follows_list(evidence, id, last))
            || goes_on_in_sibling(evidence, container, evidence.container(last)))
            && evidence.probability(id) >= RUN_ON
            && !has_second_reason(evidence, id);
        last = id;
        goes_on
    };
    let mut run: Vec<usize> = (end + 1..reasons.len()).filter(is_text).take_while(goes_on).collect();
    let is_paragraph = |at: &usize| {
        let id = BlockId::at(*at);
        let words = evidence.blocks.get(id).words;
        words >= PARAGRAPH_WORDS || (words >= SENTENCE_WORDS && text::ends_as_sentence(evidence.blocks.text(id)))
    };
    run.truncate(run.iter().rposition(is_paragraph).map_or(0, |last| last + 1));
    for at in run {
        reasons[at] = Reason::GoesOn;
    }
}

/// Whether two paragraphs are made alike, of a class that tells paragraphs from other things, and so are the parts around
/// them that stand beside each other: some editors begin another section at every line drawn.
fn goes_on_in_sibling(evidence: &Evidence<'_>, container: NodeId, last: NodeId) -> bool {
    let page = evidence.page;
    let made = |node: NodeId| (page.tag(node), page.attr(node, Attr::Class));
    let around = |up: &NodeId| page.parent(*up).is_some_and(|parent| page.contains(parent, last));
    page.is(container, Tag::P)
        && page.attr(container, Attr::Class).is_some()
        && made(container) == made(last)
        && page.inclusive_ancestors(container).find(around).is_some_and(|part| {
            let mut before = page.inclusive_ancestors(last);
            before.find(|&up| page.parent(up) == page.parent(part)).is_some_and(|before| made(before) == made(part))
        })
}

/// Whether two blocks stand in the same element, or are items of the same list.
fn is_beside(evidence: &Evidence<'_>, block: BlockId, other: BlockId) -> bool {
    let (a, b) = (evidence.container(block), evidence.container(other));
    a == b || evidence.page.parent(a) == evidence.page.parent(b)
}

/// Whether a block follows the list of which the other one is an item.
fn follows_list(evidence: &Evidence<'_>, block: BlockId, item: BlockId) -> bool {
    let page = evidence.page;
    let is_list = |node: &NodeId| matches!(page.tag(*node), Some(Tag::Ul | Tag::Ol | Tag::Dl));
    let list = page.ancestors(evidence.container(item)).take(LIST_STEPS).find(is_list);
    list.is_some_and(|list| page.parent(list) == page.parent(evidence.container(block)))
}

/// Whether the block stands in a part below the column with the other one, as the day of an entry does beside its text.
fn is_in_part_of(evidence: &Evidence<'_>, column: NodeId, block: BlockId, other: BlockId) -> bool {
    let part = evidence.page.parent(evidence.container(block));
    part.is_some_and(|part| {
        part != column
            && evidence.page.contains(column, part)
            && evidence.page.contains(part, evidence.container(other))
    })
}

/// Whether the block stands in a quotation below the column.
fn is_quoted(evidence: &Evidence<'_>, column: NodeId, block: BlockId) -> bool {
    let page = evidence.page;
    let is_below = |node: &NodeId| *node != column && page.contains(column, *node);
    let mut below = page.inclusive_ancestors(evidence.container(block)).take_while(is_below);
    below.any(|node| page.is(node, Tag::Blockquote))
}

/// Whether the block stands in a part below the column that begins with a heading, which is the other one.
fn is_headed(evidence: &Evidence<'_>, column: NodeId, block: BlockId, heading: BlockId) -> bool {
    let page = evidence.page;
    let is_below = |part: &NodeId| *part != column && page.contains(column, *part);
    let part = page.parent(evidence.container(heading)).filter(is_below);
    evidence.is_heading(heading)
        && part.is_some_and(|part| {
            page.contains(part, evidence.container(block)) && evidence.within(part).start == heading.index()
        })
}

fn has_second_reason(evidence: &Evidence<'_>, block: BlockId) -> bool {
    let apart = Place::APART.with(Place::CONTROL).with(Place::CAPTION);
    let place = evidence.features.places[evidence.container(block).index()];
    evidence.blocks.link_density(block) > MOSTLY_LINKS
        // What a program says is not what furniture says.
        || (evidence.features.phrases[block.index()].count > 0 && !place.has(Place::PRE))
        || place.has_any(apart)
}
