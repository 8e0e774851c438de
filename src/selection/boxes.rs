//! Boxes among the paragraphs: elements without a paragraph of the story, that go as a whole.

use std::{collections::HashMap, ops::Range};

use super::{
    Evidence, Reason,
    holes::{LABEL_WORDS, is_label},
};
use crate::{
    blocks::{BlockId, BlockKind},
    features::{
        Place, Topic, is_long,
        phrases::{Found, Says},
    },
    page::{Attr, NodeId, Tag, text},
};

/// Links from which a block is only a link.
const ONLY_LINKS: f32 = 0.8;
/// Words of the longest box that asks for something.
const PROMPT_WORDS: u32 = 90;
/// Elements up from a paragraph in which the field it asks to fill may stand.
const BOX_STEPS: usize = 4;
/// Blocks from which links make a list.
const LIST_BLOCKS: usize = 2;
/// Lines over the button of a box that asks for a press, and all that stands in it.
const PRESSED_LINES: usize = 2;
const PRESSED_BLOCKS: usize = 6;
/// Links from which a list of places on the page is a table of contents.
const CONTENTS_LINKS: usize = 3;
/// Words of the shortest title of another page, and of the most that stands beside one: a label, a day.
const TITLE_WORDS: u32 = 4;
const BESIDE_TITLE_WORDS: u32 = 5;
/// Mean probability from which a list of links is the story's own.
const SURE: f32 = 0.75;
/// The same of what stands over a button: a paragraph of the story may have one, too.
const SURE_OVER_BUTTON: f32 = 0.95;

/// What stands in a box, whichever of its blocks is asked about.
#[derive(Clone, Copy)]
pub struct Inside {
    words: u32,
    said: Found,
    asks: Asks,
    /// Whether it begins by pointing to other pages, or a heading above it does.
    points: bool,
    stands: Stands,
    links: Links,
}

/// What a box asks for, the most of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asks {
    Nothing,
    /// To press a button under a line or two.
    Press,
    /// To press what says nothing but what furniture asks for.
    Call,
    /// To fill a field.
    Field,
}

/// Where a box stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    Elsewhere,
    /// Between paragraphs, as what the story says there.
    Between,
    /// Between paragraphs, and hardly the story's.
    Interrupting,
}

/// What links make of a box.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Links {
    /// Text with links in it, or none.
    Few,
    /// One link, and beside it no more than a label or a day.
    One,
    /// Links and labels only.
    List,
    /// The same, and all lead to other places of this page: a table of contents.
    Contents,
}

impl Inside {
    fn of(evidence: &Evidence<'_>, root: NodeId) -> Self {
        let within = evidence.within(root);
        let mut said = Found::default();
        evidence.features.phrases[within.clone()].iter().for_each(|found| said.take_kinds(*found));
        let is_plain = is_plain(evidence, root);
        let holds =
            |is_one: fn(&Evidence<'_>, BlockId) -> bool| within.clone().any(|at| is_one(evidence, BlockId::at(at)));
        Self {
            words: evidence.words_inside(root),
            said,
            asks: match () {
                () if evidence.page.descendants(root).any(|node| is_field(evidence, node)) => Asks::Field,
                () if is_plain && holds(is_call) => Asks::Call,
                () if is_plain && holds(is_control) => Asks::Press,
                () => Asks::Nothing,
            },
            points: starts_with(evidence, &within, Says::Pointer) || is_pointed_from(evidence, root),
            stands: match stands_between(evidence, &within) {
                false => Stands::Elsewhere,
                true if mean(evidence, texts(evidence, &within)) >= SURE => Stands::Between,
                true => Stands::Interrupting,
            },
            links: match is_link_list(evidence, &within) {
                true if stays_on_page(evidence, root) => Links::Contents,
                true => Links::List,
                false if is_plain && is_lone_link(evidence, &within) => Links::One,
                false => Links::Few,
            },
        }
    }
}

/// The box around the block, where it is one that goes as a whole. `boxes` are those that were looked into before.
pub fn around(
    evidence: &Evidence<'_>,
    boxes: &mut HashMap<NodeId, Inside>,
    column: NodeId,
    id: BlockId,
) -> Option<(NodeId, Reason)> {
    let root = smallest_box(evidence, column, id)?;
    let Inside { words, said, asks, points, stands, links } =
        *boxes.entry(root).or_insert_with(|| Inside::of(evidence, root));
    let named = |topic: Topic| evidence.names_between(root, evidence.container(id), topic);
    let says = |what: Says| said.says(what);

    let interrupts = stands == Stands::Interrupting;
    let is_prompt = match asks {
        Asks::Field => true,
        Asks::Call => stands != Stands::Elsewhere,
        Asks::Press => interrupts,
        Asks::Nothing => false,
    };
    if is_prompt && words <= PROMPT_WORDS {
        return Some((root, Reason::Prompt));
    }
    let pointing = named(Topic::Related) || points;
    if links == Links::One && interrupts {
        return Some((root, Reason::Pointer));
    }
    let is_link_list = matches!(links, Links::List | Links::Contents);
    if is_link_list
        && (pointing || interrupts || named(Topic::Social) || says(Says::Social) || links == Links::Contents)
    {
        return Some((root, Reason::LinkList));
    }
    let in_aside = evidence.features.places[root.index()].has(Place::ASIDE);
    if in_aside && (pointing || is_link_list || says(Says::Prompt)) {
        return Some((root, Reason::Pointer));
    }
    if words <= PROMPT_WORDS && named(Topic::Prompt) && (says(Says::Prompt) || says(Says::Legal)) {
        return Some((root, Reason::Prompt));
    }
    None
}

/// Whether a box stands between two paragraphs, of which the first ends and does not lead over to it. What is in cells
/// stands in its table.
fn stands_between(evidence: &Evidence<'_>, within: &Range<usize>) -> bool {
    let is_paragraph = |at: usize| {
        let id = BlockId::at(at);
        at < evidence.blocks.len() && is_long(evidence.blocks, id) && text::ends_as_sentence(evidence.blocks.text(id))
    };
    within.start.checked_sub(1).is_some_and(is_paragraph)
        && is_paragraph(within.end)
        && !texts(evidence, within).any(|id| has_place(evidence, id, Place::TABLE))
}

/// The mean probability of these, 0 to 1.
fn mean(evidence: &Evidence<'_>, texts: impl Iterator<Item = BlockId>) -> f32 {
    let (sum, count) = texts.fold((0.0, 0.0_f32), |(sum, count), id| (sum + evidence.probability(id), count + 1.0));
    sum / count.max(1.0)
}

/// Whether a box is made of lines alone. Code, tables, lists and pictures have buttons of their own, to copy, to sort, to
/// enlarge; so has a part that opens under its heading.
fn is_plain(evidence: &Evidence<'_>, root: NodeId) -> bool {
    let made = Place::PRE
        .with(Place::TABLE)
        .with(Place::CAPTION)
        .with(Place::LIST)
        .with(Place::ORDERED_LIST)
        .with(Place::QUOTE);
    let within = evidence.within(root);
    !evidence.page.is(root, Tag::P)
        && texts(evidence, &within).nth(1).is_some()
        && texts(evidence, &within).all(|id| {
            let opens = is_control(evidence, id) && evidence.is_heading(id);
            !(has_place(evidence, id, made) || opens || evidence.page.is(evidence.container(id), Tag::Summary))
        })
}

fn texts(evidence: &Evidence<'_>, within: &Range<usize>) -> impl Iterator<Item = BlockId> {
    within.clone().map(BlockId::at).filter(|&id| evidence.blocks.get(id).words > 0)
}

fn has_place(evidence: &Evidence<'_>, id: BlockId, any: Place) -> bool {
    evidence.features.places[evidence.container(id).index()].has_any(any)
}

fn is_control(evidence: &Evidence<'_>, id: BlockId) -> bool {
    has_place(evidence, id, Place::CONTROL)
}

/// Whether the block is a link or a button that asks to subscribe, to join, to accept.
fn is_call(evidence: &Evidence<'_>, id: BlockId) -> bool {
    evidence.features.phrases[id.index()].says(Says::Prompt)
        && is_label(evidence, id)
        && (is_control(evidence, id) || evidence.blocks.link_density(id) >= ONLY_LINKS)
}

/// Whether a heading right above the box begins by pointing away: "More soups to try".
pub fn is_pointed_from(evidence: &Evidence<'_>, root: NodeId) -> bool {
    evidence.within(root).start.checked_sub(1).is_some_and(|at| {
        let id = BlockId::at(at);
        evidence.features.phrases[at].begins_with_pointer && evidence.is_heading(id)
    })
}

/// The outermost element around the block, below the column, with no paragraph of a story in it.
pub fn smallest_box(evidence: &Evidence<'_>, column: NodeId, id: BlockId) -> Option<NodeId> {
    let fits =
        |node: NodeId| !evidence.page.contains(node, column) && evidence.features.tree.at(node).long_blocks == 0.0;
    evidence.page.inclusive_ancestors(evidence.container(id)).take_while(|&node| fits(node)).last()
}

/// The box around a block as long as a paragraph that says what to subscribe to, and asks for it in a field.
pub fn pitch_around(evidence: &Evidence<'_>, column: NodeId, id: BlockId) -> Option<NodeId> {
    if !evidence.features.phrases[id.index()].says(Says::Prompt) || !is_long(evidence.blocks, id) {
        return None;
    }
    // With one long block inside, no box is looked into for two blocks.
    let fits = |node: NodeId| {
        !evidence.page.contains(node, column)
            && evidence.features.tree.at(node).long_blocks <= 1.0
            && evidence.words_inside(node) <= PROMPT_WORDS
    };
    let mut boxes =
        evidence.page.inclusive_ancestors(evidence.container(id)).take(BOX_STEPS).take_while(|&up| fits(up));
    boxes.find(|&root| evidence.page.descendants(root).any(|node| is_field(evidence, node)))
}

/// The box around a block that has a button under its words, where it alone stands in a box between two paragraphs: a
/// post is shown once its service may set cookies, a gift is asked for. More lines than a few are facts that open.
pub fn pressed_around(evidence: &Evidence<'_>, column: NodeId, id: BlockId) -> Option<NodeId> {
    let page = evidence.page;
    // Few blocks first: the words of a large element are long to count, and every block asks.
    let fits = |node: NodeId| {
        !page.contains(node, column)
            && evidence.within(node).len() <= PRESSED_BLOCKS
            && evidence.words_inside(node) <= PROMPT_WORDS
    };
    let mut boxes = page.inclusive_ancestors(evidence.container(id)).take(BOX_STEPS).take_while(|&up| fits(up));
    boxes.find(|&root| {
        let within = evidence.within(root);
        let is_sibling = |at: usize| page.parent(evidence.container(BlockId::at(at))) == page.parent(root);
        let lines = || texts(evidence, &within).filter(|&id| !is_control(evidence, id));
        let has_button = || within.clone().any(|at| is_control(evidence, BlockId::at(at)));
        stands_between(evidence, &within)
            && is_sibling(within.start - 1)
            && is_sibling(within.end)
            && is_plain(evidence, root)
            && has_button()
            && lines().count() <= PRESSED_LINES
            && mean(evidence, lines()) < SURE_OVER_BUTTON
    })
}

/// Whether the element is a field to type into or a choice of a poll; boxes to tick stand in checklists too.
fn is_field(evidence: &Evidence<'_>, node: NodeId) -> bool {
    let kind = evidence.page.attr(node, Attr::Type).unwrap_or("text");
    evidence.page.is(node, Tag::Input) && matches!(kind, "text" | "email" | "search" | "tel" | "password" | "radio")
}

fn starts_with(evidence: &Evidence<'_>, within: &Range<usize>, what: Says) -> bool {
    let texts = within.clone().filter(|&at| evidence.blocks.get(BlockId::at(at)).kind == BlockKind::Text);
    texts.take(2).any(|at| {
        let found = evidence.features.phrases[at];
        found.says(what) && (found.begins_with_pointer || is_label(evidence, BlockId::at(at)))
    })
}

/// Whether the blocks are links and labels only, and more than one.
fn is_link_list(evidence: &Evidence<'_>, within: &Range<usize>) -> bool {
    let links = texts(evidence, within).filter(|&id| evidence.blocks.link_density(id) >= ONLY_LINKS).count();
    let others: u32 = texts(evidence, within)
        .filter(|&id| evidence.blocks.link_density(id) < ONLY_LINKS && !is_label(evidence, id))
        .map(|id| evidence.blocks.get(id).words)
        .sum();
    let linked: u32 = texts(evidence, within).map(|id| u32::from(evidence.blocks.get(id).links)).sum();
    (links >= LIST_BLOCKS || linked as usize >= LIST_BLOCKS) && others <= LABEL_WORDS && links > 0
}

/// Whether the blocks are one link of some words and next to nothing else.
fn is_lone_link(evidence: &Evidence<'_>, within: &Range<usize>) -> bool {
    let is_link = |id: &BlockId| evidence.blocks.link_density(*id) >= ONLY_LINKS;
    let words = |id: BlockId| evidence.blocks.get(id).words;
    let linked: Vec<u32> = texts(evidence, within).filter(is_link).map(words).collect();
    let others: u32 = texts(evidence, within).filter(|id| !is_link(id)).map(words).sum();
    matches!(linked.as_slice(), [words] if *words >= TITLE_WORDS) && others <= BESIDE_TITLE_WORDS
}

fn stays_on_page(evidence: &Evidence<'_>, root: NodeId) -> bool {
    let mut links = 0;
    let leads_here =
        |node: NodeId| evidence.page.attr(node, Attr::Href).is_some_and(|href| href.trim().starts_with('#'));
    let all = evidence.page.descendants(root).filter(|&node| evidence.page.is(node, Tag::A)).all(|node| {
        links += 1;
        leads_here(node)
    });
    all && links >= CONTENTS_LINKS
}
