//! Boxes beside the story (hints, warnings), as documentation tools and style libraries name them.

use super::{
    body::{CalloutKind, Flow, Phrasing},
    labels::plain,
    source::Source,
};
use crate::page::{Attr, NodeId, Tag};

/// What such boxes are called, beside the name of their kind.
const BOXES: &[&str] = &["admonition", "admonitionblock", "alert", "callout", "hint", "notecard", "notice"];

/// What their kinds are called.
const KINDS: &[(&str, CalloutKind)] = &[
    ("note", CalloutKind::Note),
    ("info", CalloutKind::Note),
    ("information", CalloutKind::Note),
    ("abstract", CalloutKind::Note),
    ("question", CalloutKind::Note),
    ("example", CalloutKind::Note),
    ("seealso", CalloutKind::Note),
    ("tip", CalloutKind::Tip),
    ("hint", CalloutKind::Tip),
    ("success", CalloutKind::Tip),
    ("important", CalloutKind::Important),
    ("warning", CalloutKind::Warning),
    ("attention", CalloutKind::Warning),
    ("caution", CalloutKind::Caution),
    ("danger", CalloutKind::Caution),
    ("error", CalloutKind::Caution),
    ("critical", CalloutKind::Caution),
];

fn named(word: &str) -> Option<CalloutKind> {
    KINDS.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|&(_, kind)| kind)
}

/// The kind of box an element is, if it is one: its class names a box and a kind, or a box with a title inside.
pub(super) fn kind(source: &Source, node: NodeId) -> Option<CalloutKind> {
    let page = source.page;
    let tag = page.tag(node)?;
    if !matches!(tag, Tag::Div | Tag::Aside | Tag::Section | Tag::Blockquote | Tag::Details | Tag::P) {
        return None;
    }
    let class = page.attr(node, Attr::Class)?;
    let words = || class.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let is_box = |word: &str| BOXES.iter().any(|name| name.eq_ignore_ascii_case(word));
    let of_box = words().find(|word| is_box(word));
    // VuePress and Starlight name theirs in two words; an `aside` that is a note says so in one.
    let by_two_words = || source.has_class(node, &["custom-block", "starlight-aside"]);
    let kind = || words().filter(|&word| Some(word) != of_box).find_map(named);
    let whole_name = || class.split_ascii_whitespace().find_map(named).filter(|_| tag == Tag::Aside);
    let kind = if of_box.is_some() || by_two_words() {
        kind().or_else(|| has_title(source, node).then_some(CalloutKind::Note))
    } else {
        whole_name()
    };
    kind.filter(|_| is_small(source, node))
}

/// Whether an element holds the title of the box around it.
pub(super) fn is_title(source: &Source, node: NodeId) -> bool {
    let page = source.page;
    page.is(node, Tag::Summary)
        || page.attr(node, Attr::Class).is_some_and(|class| {
            let mut words = class.split(|c: char| !c.is_ascii_alphanumeric());
            words.any(|word| ends_with(word, "title") || ends_with(word, "heading"))
        })
}

/// Whether a word of ASCII letters and digits has this ending, in any case.
fn ends_with(word: &str, ending: &str) -> bool {
    word.len().checked_sub(ending.len()).is_some_and(|at| word[at..].eq_ignore_ascii_case(ending))
}

/// Whether something inside is named as the title of a box.
fn has_title(source: &Source, node: NodeId) -> bool {
    let page = source.page;
    page.descendants(node).any(|inner| {
        is_title(source, inner)
            && page.attr(inner, Attr::Class).is_some_and(|class| BOXES.iter().any(|name| class.contains(name)))
    })
}

/// Some pages put the whole story into such a box.
fn is_small(source: &Source, node: NodeId) -> bool {
    const MAX_CALLOUT_CHARS: u32 = 4_000;
    source.chars_inside(node) <= MAX_CALLOUT_CHARS
}

/// A callout of what was met in its element. A first line that only names the kind is its title.
pub(super) fn flow(kind: CalloutKind, title: Vec<Phrasing>, content: Vec<Flow>) -> Flow {
    let (mut title, mut content) = (title, content);
    if title.is_empty()
        && let Some(Flow::Paragraph { content: first, .. }) = content.first_mut()
        && named(first.iter().map(plain).collect::<String>().trim().trim_end_matches(':')).is_some()
    {
        title = std::mem::take(first);
        content.remove(0);
    }
    Flow::Callout { kind, title, content }
}
