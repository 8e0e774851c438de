//! Questions to, and the tidying of, content inside a line. Depth is bounded by [`crate::limits::MAX_BODY_DEPTH`].

use std::ops::Range;

use super::body::{Image, Phrasing};
use crate::page::text;

/// Whether there is something to see or read.
pub(super) fn is_visible(content: &[Phrasing]) -> bool {
    content.iter().any(|part| match part {
        Phrasing::Text(text) | Phrasing::Code(text) => !text::is_blank(text),
        Phrasing::Break | Phrasing::Target(_) | Phrasing::Task(_) => false,
        Phrasing::Link { content, .. }
        | Phrasing::Anchor { content, .. }
        | Phrasing::Styled { content, .. }
        | Phrasing::Marked { content, .. } => is_visible(content),
        Phrasing::NoteCall { .. } | Phrasing::Ruby { .. } | Phrasing::Image(_) | Phrasing::Math(_) => true,
    })
}

/// Takes space and line breaks from both ends.
pub(super) fn trim(content: &mut Vec<Phrasing>) {
    trim_start(content);
    trim_end(content);
}

fn trim_start(content: &mut Vec<Phrasing>) {
    let first = content.iter().position(|part| !is_edge(part)).unwrap_or(content.len());
    keep_targets(content, 0..first);
    match content.iter_mut().find(|part| !matches!(part, Phrasing::Target(_))) {
        Some(Phrasing::Text(text)) => {
            let kept = text.trim_start().len();
            text.drain(..text.len() - kept);
        }
        Some(part) => {
            if let Some(inside) = inside_mut(part) {
                trim_start(inside);
            }
        }
        None => {}
    }
}

fn trim_end(content: &mut Vec<Phrasing>) {
    let end = content.iter().rposition(|part| !is_edge(part)).map_or(0, |last| last + 1);
    keep_targets(content, end..content.len());
    match content.iter_mut().rfind(|part| !matches!(part, Phrasing::Target(_))) {
        Some(Phrasing::Text(text)) => text.truncate(text.trim_end().len()),
        Some(part) => {
            if let Some(inside) = inside_mut(part) {
                trim_end(inside);
            }
        }
        None => {}
    }
}

/// Whether a part at either end of a line goes, or shows nothing: white space, a line break, the place of an anchor.
fn is_edge(part: &Phrasing) -> bool {
    match part {
        Phrasing::Break | Phrasing::Target(_) => true,
        Phrasing::Text(text) => text.trim().is_empty(),
        _ => false,
    }
}

/// Leaves nothing of a range but the places of anchors.
fn keep_targets(content: &mut Vec<Phrasing>, range: Range<usize>) {
    let mut at = 0;
    content.retain(|part| {
        let stays = !range.contains(&at) || matches!(part, Phrasing::Target(_));
        at += 1;
        stays
    });
}

/// Takes a space from the end, for a line break follows.
pub(super) fn trim_end_space(content: &mut Vec<Phrasing>) {
    if let Some(Phrasing::Text(text)) = content.last_mut() {
        text.truncate(text.trim_end().len());
        if text.is_empty() {
            content.pop();
        }
    }
}

/// What is inside a part of a line.
pub(super) fn inside(part: &Phrasing) -> &[Phrasing] {
    match part {
        Phrasing::Link { content, .. }
        | Phrasing::Anchor { content, .. }
        | Phrasing::Styled { content, .. }
        | Phrasing::Marked { content, .. } => content,
        _ => &[],
    }
}

/// The same, to be changed; `None` for what can hold nothing.
pub(super) fn inside_mut(part: &mut Phrasing) -> Option<&mut Vec<Phrasing>> {
    match part {
        Phrasing::Link { content, .. }
        | Phrasing::Anchor { content, .. }
        | Phrasing::Styled { content, .. }
        | Phrasing::Marked { content, .. } => Some(content),
        _ => None,
    }
}

/// Cuts a trimmed line with something to see into paragraphs: at line breaks that follow each other, and before and behind
/// formulas that stand on lines of their own.
pub(super) fn split(content: Vec<Phrasing>) -> Vec<Vec<Phrasing>> {
    let is_display = |part: &Phrasing| matches!(part, Phrasing::Math(math) if math.display);
    if !content.iter().any(|part| matches!(part, Phrasing::Break) || is_display(part)) {
        return vec![content];
    }
    let mut lines = vec![Vec::new()];
    let mut breaks = 0;
    let mut after_display = false;
    for part in content {
        let is_blank = matches!(&part, Phrasing::Text(text) if text::is_blank(text));
        match part {
            Phrasing::Break => breaks += 1,
            _ if is_blank => {}
            _ => {
                if breaks > 1 || after_display || is_display(&part) {
                    lines.push(Vec::new());
                }
                breaks = 0;
                after_display = is_display(&part);
            }
        }
        if let Some(line) = lines.last_mut() {
            line.push(part);
        }
    }
    lines.iter_mut().for_each(trim);
    lines.retain(|line| is_visible(line));
    lines
}

/// Adds a further run to a line that has some already, after a line break.
pub(super) fn append_line(line: &mut Vec<Phrasing>, more: Vec<Phrasing>) {
    if is_visible(line) && is_visible(&more) {
        line.push(Phrasing::Break);
    }
    line.extend(more);
}

/// The pictures at the start and at the end of a run, taken out of it: they stand beside the sentence, not in it. Icons
/// stay.
pub(super) fn take_outer_pictures(content: &mut Vec<Phrasing>) -> (Vec<Image>, Vec<Image>) {
    let leading = content.iter().position(|part| !is_outside(part)).unwrap_or(content.len());
    let before = pictures(content.drain(..leading));
    let trailing = content.iter().rposition(|part| !is_outside(part)).map_or(0, |last| last + 1);
    let after = pictures(content.drain(trailing..));
    (before, after)
}

/// Whether a part at the end of a run is a picture (with a link around it, perhaps) or white space.
fn is_outside(part: &Phrasing) -> bool {
    match part {
        Phrasing::Break => true,
        Phrasing::Text(text) => text::is_blank(text),
        Phrasing::Image(image) => !is_icon(image),
        Phrasing::Link { content, .. }
        | Phrasing::Anchor { content, .. }
        | Phrasing::Styled { content, .. }
        | Phrasing::Marked { content, .. } => content.iter().all(is_outside),
        _ => false,
    }
}

fn is_icon(image: &Image) -> bool {
    /// Wider and higher than this it is no sign within a line of text.
    const ICON_PIXELS: u32 = 48;
    image.width.or(image.height).is_some_and(|size| size <= ICON_PIXELS)
}

fn pictures(parts: impl IntoIterator<Item = Phrasing>) -> Vec<Image> {
    let mut found = Vec::new();
    for part in parts {
        match part {
            Phrasing::Image(image) => found.push(image),
            Phrasing::Link { content, .. }
            | Phrasing::Anchor { content, .. }
            | Phrasing::Styled { content, .. }
            | Phrasing::Marked { content, .. } => found.extend(pictures(content)),
            _ => {}
        }
    }
    found
}
