//! What shows without being text: pictures, players, frames and formulas.

use crate::page::{Attr, Hints, NodeId, Page, Tag, text};

/// Classes by which libraries wrap what they draw of a formula for the eye, and the `MathML` beside it.
pub const DRAWN: &[&str] = &[
    "katex",
    "katex-display",
    "MathJax",
    "MathJax_Display",
    "MathJax_SVG",
    "MathJax_SVG_Display",
    "MathJax_CHTML",
    "mjx-chtml",
];

/// Whether a library wraps a formula in this element.
pub fn is_drawn_formula(page: &Page, node: NodeId) -> bool {
    matches!(page.tag(node), Some(Tag::Span | Tag::Div | Tag::Other))
        && page
            .attr(node, Attr::Class)
            .is_some_and(|class| class.split_ascii_whitespace().any(|name| DRAWN.contains(&name)))
}

/// Whether the element is a script that holds a formula's TeX (`MathJax`).
pub fn is_tex_script(page: &Page, node: NodeId) -> bool {
    page.is(node, Tag::Script)
        && page.attr(node, Attr::Type).is_some_and(|kind| kind.trim_start().starts_with("math/tex"))
}

/// Whether the element is a player by its attribute: custom elements that stand for a video until they are clicked.
pub fn is_named_player(page: &Page, node: NodeId) -> bool {
    page.is(node, Tag::Other) && page.attr(node, Attr::Videoid).is_some_and(|id| !text::is_blank(id))
}

/// Whether a picture is there to count readers: a few pixels.
pub fn is_pixel(page: &Page, picture: NodeId) -> bool {
    const PIXEL: u32 = 2;
    page.hints(picture).has(Hints::TINY)
        || [Attr::Width, Attr::Height].iter().any(|&attr| size(page, picture, attr).is_some_and(|size| size <= PIXEL))
}

/// A length in pixels; `None` for percentages.
pub fn size(page: &Page, node: NodeId, attr: Attr) -> Option<u32> {
    let value = page.attr(node, attr)?.trim();
    let digits = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
    let (number, unit) = value.split_at(digits);
    let is_pixels = unit.is_empty() || unit.starts_with('.') || unit.eq_ignore_ascii_case("px");
    number.parse().ok().filter(|_| is_pixels)
}

/// The pictures for a reader that a `noscript` holds, where they are not the second form of one beside it.
pub fn pictures_standing_alone(page: &Page, noscript: NodeId) -> Vec<NodeId> {
    let pictures: Vec<NodeId> =
        page.descendants(noscript).filter(|&inner| is_picture_for_readers(page, inner)).collect();
    if pictures.is_empty() || has_picture_beside(page, noscript) { Vec::new() } else { pictures }
}

/// Counters and icons stand in `noscript` too, and counters do not always say their size: a picture is described, or has
/// a size, or the name of a photograph's file.
fn is_picture_for_readers(page: &Page, node: NodeId) -> bool {
    /// Wider and higher than this it is no icon.
    const ICON_PIXELS: u32 = 48;
    if !page.is(node, Tag::Img) || page.hints(node).has(Hints::TINY) {
        return false;
    }
    let smaller_side = [Attr::Width, Attr::Height].iter().filter_map(|&attr| size(page, node, attr)).min();
    let is_photograph = || {
        let src = page.attr(node, Attr::Src).unwrap_or_default();
        let path = src.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
        ["jpg", "jpeg", "png", "webp", "avif"].iter().any(|end| path.ends_with(end))
    };
    let is_described = || page.attr(node, Attr::Alt).is_some_and(|alt| !text::is_blank(alt));
    smaller_side.map_or_else(|| is_described() || is_photograph(), |size| size > ICON_PIXELS)
}

/// How many nodes may stand between a picture and its plain form: wrappers and white space.
const MAX_BETWEEN: usize = 8;

/// Whether between two places stand no text and no picture.
pub fn is_beside(page: &Page, from: NodeId, to: NodeId) -> bool {
    to.index().saturating_sub(from.index()) <= MAX_BETWEEN
        && (from.index()..to.index())
            .map(NodeId::from_index)
            .all(|node| !page.tag(node).is_some_and(Tag::is_media) && page.text(node).is_none_or(text::is_blank))
}

/// Whether a `noscript` stands beside a picture.
pub fn has_picture_beside(page: &Page, noscript: NodeId) -> bool {
    let is_shown = |&node: &NodeId| {
        page.tag(node).is_some_and(Tag::is_media)
            && !page.ancestors(node).take(MAX_BETWEEN).any(|up| page.is(up, Tag::Noscript))
    };
    let end = page.subtree_end(noscript);
    let after = (end.index()..page.len()).take(MAX_BETWEEN).map(NodeId::from_index).find(is_shown);
    let before = (0..noscript.index()).rev().take(MAX_BETWEEN).map(NodeId::from_index).find(is_shown);
    after.is_some_and(|picture| is_beside(page, end, picture))
        || before.is_some_and(|picture| is_beside(page, page.subtree_end(picture), noscript))
}
