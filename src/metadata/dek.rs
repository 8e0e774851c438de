//! The standfirst: a line of its own right under the headline, or right above it.

use super::{
    dates,
    headline::Headline,
    names, plain,
    view::{Called, View},
};
use crate::page::{Attr, NodeId, Tag, text};

/// Words by which a standfirst's element is called.
pub(super) const NAMES: &[&str] = &[
    "dek",
    "deck",
    "subtitle",
    "subtitles",
    "subheadline",
    "subhead",
    "subheading",
    "subheader",
    "standfirst",
    "strapline",
    "lede",
    "sapo",
    "chapo",
    "kicker",
    "intro",
    "summary",
    "excerpt",
    "abstract",
    "description",
    "tagline",
    "vorspann",
    "entradilla",
    "bajada",
    "sottotitolo",
    "occhiello",
    "lead",
    "lid",
];

/// Characters of a standfirst: less is a label.
const MIN_CHARS: usize = 20;

/// More is a paragraph of the text, whatever it is called: half of what sites call a lead is the story's first paragraph,
/// and an opening that is missing is what readers mind most.
const MAX_CHARS: usize = 160;
const MAX_WORDS: usize = 16;

/// Words of a title that does not come to stand in another line by chance.
const MIN_TITLE_WORDS: usize = 4;

/// Characters of other text that may stand between headline and standfirst: a byline, a date.
const MAX_DISTANCE: usize = 250;

/// The element of the standfirst and its text: called so by its class or by `itemprop`, or a heading right under the
/// headline, or a line that repeats the page's `description`. `title`: what it must not repeat.
pub fn find(
    page: &View<'_>,
    headline: &Headline,
    title: Option<&str>,
    description: Option<&str>,
) -> Option<(NodeId, String)> {
    let known = [Some(plain::key(&headline.text)), title.map(plain::key)];
    let is_new = |key: &str| {
        // Nor what only adds to it: the title with its section and date.
        let adds = |title: &str| title.split(' ').count() >= MIN_TITLE_WORDS && key.contains(title);
        !known.iter().flatten().any(|title| title == key || adds(title))
    };
    under(page, headline, description, &is_new).or_else(|| above(page, headline, &is_new))
}

fn under(
    page: &View<'_>,
    headline: &Headline,
    description: Option<&str>,
    is_new: &dyn Fn(&str) -> bool,
) -> Option<(NodeId, String)> {
    let mut distance = 0;
    let mut next = page.subtree_end(headline.node);
    let end = page.subtree_end(page.body());
    let described = description.map(plain::key);
    let mut headings = 0;
    while next < end && distance < MAX_DISTANCE {
        let node = next;
        next = node.next();
        let Some(tag) = page.tag(node) else {
            distance += page.trimmed(node).chars().count();
            continue;
        };
        if tag.is_unread()
            || matches!(tag, Tag::Nav | Tag::Aside | Tag::Footer | Tag::Figure | Tag::Form)
            || page.is_called(node, Called::Foreign)
        {
            next = page.subtree_end(node);
            continue;
        }
        let is_heading = tag.heading_level().is_some_and(|level| level > 1);
        let is_named = is_named(page, node);
        if !(is_heading || is_named || described.is_some()) {
            continue;
        }
        let Some(text) = line(page, node) else { continue };
        let key = plain::key(&text);
        let repeats = described.as_ref() == Some(&key);
        if !(is_heading || is_named || repeats) || !is_new(&key) || !is_standfirst(page, node, &text) {
            continue;
        }
        headings += usize::from(is_heading);
        // A heading well below is a section's; right below, with text after it that is no heading's, a subtitle.
        let is_subtitle = is_heading && distance == 0 && headings == 1 && is_only_one(page, node, headline);
        if is_named || repeats || is_subtitle {
            return Some((node, text));
        }
    }
    None
}

/// The element right before the headline, if it is called so; a kicker is a label there.
fn above(page: &View<'_>, headline: &Headline, is_new: &dyn Fn(&str) -> bool) -> Option<(NodeId, String)> {
    let mut before = std::iter::successors(page.previous_sibling(headline.node), |&node| page.previous_sibling(node));
    let node = before.find(|&sibling| page.tag(sibling).is_some())?;
    let text = line(page, node).filter(|text| is_named(page, node) && text.ends_with(['.', '!', '?', '…', '。']))?;
    (is_new(&plain::key(&text)) && is_standfirst(page, node, &text)).then_some((node, text))
}

fn is_named(page: &View<'_>, node: NodeId) -> bool {
    page.attr(node, Attr::Itemprop).is_some_and(|prop| matches!(prop, "description" | "alternativeHeadline"))
        || page.is_called(node, Called::Dek)
}

/// The text of an element that can be a standfirst by its name and length.
fn line(page: &View<'_>, node: NodeId) -> Option<String> {
    let tag = page.tag(node)?;
    let is_line = tag.heading_level().is_some_and(|level| level > 1)
        || matches!(tag, Tag::P | Tag::Div | Tag::Span | Tag::Section | Tag::Header | Tag::Hgroup | Tag::Other);
    if !is_line {
        return None;
    }
    page.line(node, MAX_CHARS).filter(|text| text.chars().count() >= MIN_CHARS && text::words(text) <= MAX_WORDS)
}

/// Whether the element with this text is one line, no credits, none of several alike.
fn is_standfirst(page: &View<'_>, node: NodeId, text: &str) -> bool {
    let is_day = || {
        let mut days = dates::find(text, dates::NumericOrder::DayFirst).into_iter();
        days.any(|date| (date.end - date.start) * 3 > text.len())
    };
    names::introduced(text).is_none() && !is_day() && !holds_lines(page, node) && !is_a_paragraph(page, node)
}

/// Whether the element holds more than one line: it is then a part of the page.
fn holds_lines(page: &View<'_>, node: NodeId) -> bool {
    let is_line = |inner: NodeId| {
        page.tag(inner).is_some_and(|tag| matches!(tag, Tag::P | Tag::Li | Tag::Br) || tag.heading_level().is_some())
    };
    page.descendants(node).filter(|&inner| is_line(inner)).take(2).count() > 1
}

/// Whether the element, or the one it alone fills, stands among others of its name and class that hold text: it is
/// then a paragraph.
fn is_a_paragraph(page: &View<'_>, node: NodeId) -> bool {
    let alone = page.children(node).filter(|&child| page.tag(child).is_some());
    let inner = alone.take(2).collect::<Vec<_>>();
    let lines = std::iter::once(node).chain((inner.len() == 1).then(|| inner[0]));
    lines.into_iter().any(|line| is_one_of_several(page, line))
}

fn is_one_of_several(page: &View<'_>, node: NodeId) -> bool {
    let Some(parent) = page.parent(node) else { return false };
    let class = |of: NodeId| page.attr(of, Attr::Class).unwrap_or_default();
    page.children(parent)
        .skip_while(|&sibling| sibling.index() + MAX_SIBLING_DISTANCE < node.index())
        .take_while(|&sibling| sibling.index() < page.subtree_end(node).index() + MAX_SIBLING_DISTANCE)
        .filter(|&sibling| sibling != node)
        .filter(|&sibling| page.tag(sibling) == page.tag(node) && class(sibling) == class(node))
        .any(|sibling| page.text_inside(sibling).chars().count() > MIN_CHARS)
}

/// Nodes before and after a line among which its like is looked for.
const MAX_SIBLING_DISTANCE: usize = 24;

/// Whether the headline and a heading under it share a header of their own, or no heading of its level comes later:
/// sections come in several.
fn is_only_one(page: &View<'_>, node: NodeId, headline: &Headline) -> bool {
    let together = page
        .ancestors(headline.node)
        .take_while(|&up| up != page.body())
        .any(|up| matches!(page.tag(up), Some(Tag::Header | Tag::Hgroup)) && page.contains(up, node));
    let level = page.tag(node);
    together || !page.descendants(page.body()).any(|other| other > node && page.tag(other) == level)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::{headline, site_names::SiteNames, testing::page};

    const LINE: &str = "Forecasters had promised a dry week in the valley.";

    fn dek(markup: &str) -> Option<String> {
        let page = page(&format!("<body>{markup}</body>"));
        let headline = headline::find(&View::of(&page), &[], &SiteNames::default()).unwrap();
        find(&View::of(&page), &headline, Some("Rain for a whole long week"), None).map(|(_, text)| text)
    }

    #[test]
    fn the_line_under_the_headline_is_the_dek_and_the_first_paragraph_is_not() {
        assert_eq!(dek(&format!("<h1>Rain</h1><p class=article-dek>{LINE}</p><p>Text</p>")).as_deref(), Some(LINE));
        assert_eq!(dek(&format!("<h1>Rain</h1><p>{LINE}</p><p>Text</p>")), None);
        assert_eq!(dek(&format!("<h1>Rain</h1><h2>{LINE}</h2><p>Text</p><h2>Section</h2>")), None);
    }

    #[test]
    fn a_paragraph_called_lead_like_the_ones_after_it_is_text() {
        let lead = format!("<p class=lead>{LINE}</p>");
        assert_eq!(dek(&format!("<h1>Rain</h1>{lead}{lead}")), None);
    }

    #[test]
    fn a_named_element_with_several_lines_or_too_many_words_is_no_dek() {
        assert_eq!(dek(&format!("<h1>Rain</h1><div class=intro><p>{LINE}</p><p>{LINE}</p></div>")), None);
        assert_eq!(dek(&format!("<h1>Rain</h1><p class=dek>{}</p>", "so it is ".repeat(21))), None);
    }

    #[test]
    fn the_title_again_is_no_dek() {
        assert_eq!(dek("<h1>Rain</h1><p class=subtitle>Rain for a whole long week!</p>"), None);
        assert_eq!(dek("<h1>Rain</h1><p class=subtitle>News | Rain for a whole long week</p>"), None);
        assert!(dek("<h1>Rain</h1><p class=subtitle>Rain, and what became of it</p>").is_some());
    }

    #[test]
    fn a_byline_called_subtitle_is_no_dek() {
        assert_eq!(dek("<h1>Rain</h1><p class=subtitle>By Ann Bo, Staff Writer in Rome</p>"), None);
    }

    #[test]
    fn a_sentence_right_above_the_headline_counts_where_it_is_called_so() {
        assert_eq!(dek(&format!("<p class=standfirst>{LINE}</p><h1>Rain</h1>")).as_deref(), Some(LINE));
        assert_eq!(dek("<p class=kicker>The weather in the valley</p><h1>Rain</h1>"), None);
    }
}
