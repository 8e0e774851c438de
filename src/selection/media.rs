//! Pictures go by their place: among kept text, or between the headline and its first paragraph.

use std::collections::HashMap;

use super::{Evidence, Reason, cards};
use crate::{
    blocks::{BlockId, BlockKind},
    features::{
        Place, Topic,
        phrases::{self, Says},
    },
    metadata::plain,
    page::{Attr, Hints, NodeId, Page, Tag},
};

/// Blocks of text, kept or not, that may stand between a picture and the kept text.
const NEAR_BLOCKS: usize = 3;
/// Words of the longest caption that stands in one line with its picture.
const CAPTION_WORDS: u32 = 60;
/// Elements up from a caption in which its picture stands: each may have a box of its own.
const CAPTION_STEPS: usize = 3;

/// Decides of every block without text, and of captions beside them.
pub fn place(evidence: &Evidence<'_>, column: NodeId, reasons: &mut [Reason]) {
    // Of a text of one paragraph the column is that paragraph: its pictures stand beside it.
    let is_paragraph = evidence.page.is(column, Tag::P);
    let column = evidence.page.parent(column).filter(|_| is_paragraph).unwrap_or(column);
    let Some(first) = reasons.iter().position(|reason| reason.is_kept()) else { return };
    // A lead may stand alone above the picture that opens the column.
    let opening = evidence.within(column).find(|&at| reasons[at].is_kept()).unwrap_or(first);
    let last = reasons.iter().rposition(|reason| reason.is_kept()).unwrap_or(first);
    let headline = evidence.features.headline.map_or(first, |headline| headline.index().min(first));
    let apart = Place::APART.with(Place::DIALOG);
    let is_other = |id: &BlockId| evidence.blocks.get(*id).kind == BlockKind::Text && !is_caption(evidence, *id);
    let other = evidence.blocks.ids().skip(last + 1).find(is_other).map_or(reasons.len(), BlockId::index);
    let touches_kept = touching_kept(evidence, last, reasons);
    let tiny_before = tiny_before(evidence.page);
    for (id, block) in evidence.blocks.iter() {
        let at = id.index();
        let is_media = block.kind == BlockKind::Media;
        if !(is_media || is_left_with_caption(evidence, id, reasons[at]))
            || matches!(reasons[at], Reason::NotRendered | Reason::Floating)
        {
            continue;
        }
        let inside = evidence.page.contains(column, block.container) || at < opening;
        let end = evidence.page.subtree_end(block.container);
        let tiny = tiny_before[end.index()] > tiny_before[block.container.next().index()];
        let fits = at >= headline
            && inside
            && !tiny
            && !evidence.features.places[block.container.index()].has_any(apart)
            && (at < opening || touches_kept[at])
            && (at < last || is_of_the_end(evidence, column, last, other, id))
            && !is_button(evidence, id)
            && !is_of_left_card(evidence, id, reasons);
        if is_media || fits {
            reasons[at] = if fits { Reason::PictureInside } else { Reason::PictureOutside };
        }
    }
    keep_captions(evidence, reasons);
}

/// Whether the block, which was left out by its score, is a picture and its caption in one line of elements that are no blocks.
fn is_left_with_caption(evidence: &Evidence<'_>, id: BlockId, reason: Reason) -> bool {
    let nodes = || evidence.blocks.get(id).nodes();
    matches!(reason, Reason::ScoredLow | Reason::OutsideColumn)
        && evidence.blocks.get(id).words <= CAPTION_WORDS
        && nodes().any(|node| evidence.page.is(node, Tag::Img))
        && nodes().any(|node| evidence.features.markup.names(node, Topic::Caption))
}

/// Whether the picture is what a link or button has in place of words, to share, to follow or to go to the site's front, by
/// what is said for it.
fn is_button(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let page = evidence.page;
    let block = evidence.blocks.get(id);
    let inside = || block.nodes();
    let is_pressed = |node: NodeId| page.is(node, Tag::A) || page.is(node, Tag::Button);
    let site = evidence.metadata.site_name.as_deref().map(plain::key);
    let is_label = |text: &str| phrases::is_label(text, Says::Social) || site.as_ref() == Some(&plain::key(text));
    let mut texts = inside().filter_map(|node| page.attr(node, Attr::Alt)).peekable();
    texts.peek().is_some()
        && texts.all(is_label)
        && (inside().any(is_pressed) || page.inclusive_ancestors(block.container).any(is_pressed))
}

/// Whether the picture is that of a card whose words are left out.
fn is_of_left_card(evidence: &Evidence<'_>, id: BlockId, reasons: &[Reason]) -> bool {
    let Some(card) = cards::around(evidence, id) else { return false };
    let mut texts = evidence.within(card).filter(|&at| evidence.blocks.get(BlockId::at(at)).words > 0).peekable();
    texts.peek().is_some() && texts.all(|at| !reasons[at].is_kept())
}

/// A caption is kept with its picture, whatever its own score.
fn keep_captions(evidence: &Evidence<'_>, reasons: &mut [Reason]) {
    // A figure may hold many captions; what stands in it is the same for all.
    let mut figures: HashMap<NodeId, (bool, bool)> = HashMap::new();
    let mut with_own: HashMap<NodeId, bool> = HashMap::new();
    for (id, block) in evidence.blocks.iter() {
        if !evidence.features.places[block.container.index()].has(Place::CAPTION) {
            if !reasons[id.index()].is_kept() && is_named_caption(evidence, &mut with_own, id, reasons) {
                reasons[id.index()] = Reason::PictureInside;
            }
            continue;
        }
        let mut around = evidence.page.inclusive_ancestors(block.container);
        let figure = around.find(|&node| evidence.page.is(node, Tag::Figure));
        let Some(figure) = figure else { continue };
        let (with_picture, only_captions) = *figures.entry(figure).or_insert_with(|| {
            let within = evidence.within(figure);
            let with_picture = within.clone().any(|at| reasons[at] == Reason::PictureInside);
            let only_captions = within.clone().all(|at| {
                let other = evidence.blocks.get(BlockId::at(at));
                other.kind == BlockKind::Media
                    || !reasons[at].is_kept()
                    || evidence.features.places[other.container.index()].has(Place::CAPTION)
            });
            (with_picture, only_captions)
        });
        if only_captions && !matches!(reasons[id.index()], Reason::NotRendered | Reason::ShownAbove) {
            reasons[id.index()] = if with_picture { Reason::PictureInside } else { Reason::PictureOutside };
        }
    }
}

/// Whether the block's element is named for a caption, and a kept picture stands right beside it in the same small part.
/// `with_own` are figures of which it is known whether they have a caption of their own.
fn is_named_caption(
    evidence: &Evidence<'_>,
    with_own: &mut HashMap<NodeId, bool>,
    id: BlockId,
    reasons: &[Reason],
) -> bool {
    let page = evidence.page;
    let container = evidence.container(id);
    // A paragraph of its own may stand in what is named.
    let paragraph = page.parent(container).filter(|_| page.is(container, Tag::P));
    if !std::iter::once(container).chain(paragraph).any(|node| evidence.features.markup.names(node, Topic::Caption)) {
        return false;
    }
    // What a figure's own caption says is often there again, for a picture in its full size.
    let figure = page.ancestors(container).find(|&up| page.is(up, Tag::Figure));
    let has_own = figure.is_some_and(|figure| {
        let is_caption = |node| page.is(node, Tag::Figcaption);
        *with_own.entry(figure).or_insert_with(|| page.descendants(figure).any(is_caption))
    });
    let steps = if has_own { 1 } else { CAPTION_STEPS };
    let Some(around) = page.ancestors(container).take(steps).last() else { return false };
    let is_picture = |at: Option<usize>| {
        at.filter(|&at| reasons.get(at) == Some(&Reason::PictureInside))
            .is_some_and(|at| page.contains(around, evidence.container(BlockId::at(at))))
    };
    let hidden = matches!(reasons[id.index()], Reason::NotRendered | Reason::Floating | Reason::ShownAbove);
    !hidden && (is_picture(id.index().checked_sub(1)) || is_picture(Some(id.index() + 1)))
}

/// Whether a picture under the last kept text is the story's: alone with its caption before any `other` text, in no link
/// to another page, and in nothing below the column that is named for something else.
fn is_of_the_end(evidence: &Evidence<'_>, column: NodeId, last: usize, other: usize, id: BlockId) -> bool {
    let page = evidence.page;
    let block = evidence.blocks.get(id);
    let topics = [Topic::Meta, Topic::Related, Topic::Social, Topic::Comment, Topic::Prompt, Topic::Ad, Topic::Chrome];
    let is_named = |node: NodeId| topics.iter().any(|&topic| evidence.features.markup.names(node, topic));
    let below = || page.inclusive_ancestors(block.container).take_while(|&node| !page.contains(node, column));
    let mut alone_in = below().map(|node| evidence.within(node)).take_while(|within| !within.contains(&last));
    let is_link =
        |node: NodeId| page.is(node, Tag::A) && !page.attr(node, Attr::Href).is_some_and(cards::leads_to_picture);
    id.index() < other
        && alone_in.all(|within| within.end <= other)
        && !below().any(is_named)
        && !block.nodes().chain(below()).any(is_link)
}

/// Whether the block is marked, or named, as a caption.
fn is_caption(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let container = evidence.container(id);
    evidence.features.places[container.index()].has(Place::CAPTION)
        || evidence.features.markup.names(container, Topic::Caption)
}

/// For every block, whether kept text stands close on both sides; under the last kept text, whether it does before.
/// Captions, of which pictures decide, are passed over.
fn touching_kept(evidence: &Evidence<'_>, last_kept: usize, reasons: &[Reason]) -> Vec<bool> {
    let mut touches = vec![true; reasons.len()];
    let mut near = |ids: &mut dyn Iterator<Item = BlockId>| {
        // Of the last few texts, whether each is kept.
        let mut last = [false; NEAR_BLOCKS];
        for id in ids {
            touches[id.index()] &= last.contains(&true);
            let is_kept = reasons[id.index()].is_kept();
            if evidence.blocks.get(id).kind == BlockKind::Text && (is_kept || !is_caption(evidence, id)) {
                last.rotate_right(1);
                last[0] = is_kept;
            }
        }
    };
    near(&mut evidence.blocks.ids());
    near(&mut evidence.blocks.ids().take(last_kept + 1).rev());
    touches
}

/// For every node and for the end, how many tiny elements are before it.
fn tiny_before(page: &Page) -> Vec<u32> {
    let mut tiny = 0;
    let mut before = vec![0];
    before.extend(page.nodes().map(|node| {
        tiny += u32::from(page.hints(node).has(Hints::TINY));
        tiny
    }));
    before
}
