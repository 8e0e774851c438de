//! The headline on the page, and the line under it.

use super::{
    attr_words, plain,
    title::{self, SiteNames},
};
use crate::page::{Attr, Hints, NodeId, Page, Tag};

/// The element of the headline with its text.
#[derive(Debug, Clone)]
pub struct Headline {
    pub node: NodeId,
    pub text: String,
    pub agreement: Agreement,
}

/// How the headline on the page and the titles in its head agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// Not at all.
    None,
    /// They share at least half of their words.
    Words,
    /// It is a title's later part: often the site's name or a section.
    Part,
    /// One title holds the other.
    Within,
    /// A title, or the title without its other parts, is the headline.
    Same,
}

/// Characters of the longest headline.
const MAX_HEADLINE_CHARS: usize = 300;

/// Finds it: the `h1` that agrees best with the head's `titles`; without an `h1`, a smaller heading or an element called
/// headline or title that is the title.
pub fn find(page: &Page, titles: &[String], names: &SiteNames) -> Option<Headline> {
    let mut best: Option<Headline> = None;
    let mut fallback: Option<Headline> = None;
    let titles: Vec<TitleKeys> = titles.iter().map(|title| TitleKeys::of(title)).collect();
    for node in page.descendants(page.body()) {
        let Some(tag) = page.tag(node) else { continue };
        let is_first_level = tag == Tag::H1 || page.attr(node, Attr::AriaLevel) == Some("1");
        let is_other = matches!(tag, Tag::H2 | Tag::H3 | Tag::H4)
            || (matches!(tag, Tag::Div | Tag::Span | Tag::P | Tag::A | Tag::Td | Tag::Other)
                && attr_words::any(page, node, &["headline", "title", "titulo", "titre", "subject"]));
        if !(is_first_level || (is_other && fallback.is_none())) || is_out_of_view(page, node) {
            continue;
        }
        let Some(text) = plain::line(page, node, MAX_HEADLINE_CHARS) else { continue };
        // A site's name as first heading is a logo, also where the title begins with it.
        let agreement = if names.are(&text) {
            Agreement::None
        } else {
            titles.iter().map(|title| title.agreement(&text)).max().unwrap_or(Agreement::None)
        };
        let found = Headline { node, text, agreement };
        if is_first_level {
            if best.as_ref().is_none_or(|best| best.agreement < found.agreement) {
                best = Some(found);
            }
        } else if found.agreement == Agreement::Same {
            fallback = Some(found);
        }
    }
    match best {
        Some(best) if best.agreement > Agreement::None || fallback.is_none() => Some(best),
        _ => fallback,
    }
}

/// A title's keys: whole, its first parts (a headline may itself be parted), and each later part.
struct TitleKeys {
    whole: String,
    runs: Vec<String>,
    later: Vec<String>,
}

impl TitleKeys {
    fn of(title: &str) -> Self {
        let parts = title::parts(title);
        Self {
            whole: plain::key(title),
            runs: (1..=parts.len()).map(|count| plain::key(&parts[..count].join(" "))).collect(),
            later: parts.iter().skip(1).map(|part| plain::key(part)).collect(),
        }
    }

    fn agreement(&self, headline: &str) -> Agreement {
        let key = plain::key(headline);
        if key.is_empty() || self.whole.is_empty() {
            Agreement::None
        } else if self.whole == key || self.runs.contains(&key) {
            Agreement::Same
        } else if self.later.contains(&key) {
            Agreement::Part
        } else if holds_words(&self.whole, &key) || holds_words(&key, &self.whole) {
            Agreement::Within
        } else {
            let words: Vec<&str> = key.split(' ').collect();
            let shared = words.iter().filter(|word| self.whole.split(' ').any(|other| other == **word)).count();
            if shared * 2 >= words.len().max(self.runs.first().map_or(0, |part| part.split(' ').count())) {
                Agreement::Words
            } else {
                Agreement::None
            }
        }
    }
}

/// Whether `inner` stands in `outer` as whole words.
fn holds_words(outer: &str, inner: &str) -> bool {
    outer.match_indices(inner).any(|(at, _)| {
        let before = outer[..at].is_empty() || outer[..at].ends_with(' ');
        let after = &outer[at + inner.len()..];
        before && (after.is_empty() || after.starts_with(' '))
    })
}

fn is_out_of_view(page: &Page, node: NodeId) -> bool {
    std::iter::once(node).chain(page.ancestors(node)).any(|up| {
        page.hints(up).has(Hints::NOT_RENDERED)
            || matches!(page.tag(up), Some(Tag::Nav | Tag::Footer | Tag::Dialog))
            || page.tag(up).is_some_and(Tag::is_unread)
    })
}

/// Words by which a standfirst's element is called.
const DEK_NAMES: &[&str] = &[
    "dek",
    "deck",
    "subtitle",
    "subtitles",
    "subheadline",
    "subhead",
    "subheading",
    "subheader",
    "standfirst",
    "lede",
    "sapo",
    "chapo",
    "kicker",
    "intro",
    "summary",
    "teaser",
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

/// Characters of a standfirst: less is a label, more is a paragraph of the text.
const MIN_DEK_CHARS: usize = 20;
const MAX_DEK_CHARS: usize = 500;

/// Characters of other text that may stand between headline and standfirst: a byline, a date.
const MAX_DEK_DISTANCE: usize = 250;

/// The line of its own just under the headline, called so by its class, by `itemprop`, or being a heading right after
/// it; and `true` for one that repeats the page's `description`.
pub fn dek(page: &Page, headline: &Headline, description: Option<&str>) -> Option<(NodeId, String)> {
    let mut distance = 0;
    let mut next = page.subtree_end(headline.node);
    let end = page.subtree_end(page.body());
    let described = description.map(plain::key);
    let mut headings = 0;
    while next < end && distance < MAX_DEK_DISTANCE {
        let node = next;
        next = node.next();
        if let Some(text) = page.text(node) {
            distance += text.trim().chars().count();
            continue;
        }
        let Some(tag) = page.tag(node) else { continue };
        if tag.is_unread() || matches!(tag, Tag::Nav | Tag::Aside | Tag::Footer | Tag::Figure | Tag::Form) {
            next = page.subtree_end(node);
            continue;
        }
        let is_heading = tag.heading_level().is_some_and(|level| level > 1);
        let is_named =
            page.attr(node, Attr::Itemprop).is_some_and(|prop| matches!(prop, "description" | "alternativeHeadline"))
                || attr_words::any(page, node, DEK_NAMES);
        let is_line = is_heading
            || matches!(tag, Tag::P | Tag::Div | Tag::Span | Tag::Section | Tag::Header | Tag::Hgroup | Tag::Other);
        if !is_line {
            continue;
        }
        let Some(text) = plain::line(page, node, MAX_DEK_CHARS) else { continue };
        if text.chars().count() < MIN_DEK_CHARS || holds_blocks(page, node) {
            continue;
        }
        let key = plain::key(&text);
        if key == plain::key(&headline.text) {
            continue;
        }
        headings += usize::from(is_heading);
        let repeats = described.as_ref().is_some_and(|described| *described == key);
        // A heading well below is a section's; right below, with text after it that is no heading's, a subtitle.
        let is_subtitle =
            is_heading && distance == 0 && headings == 1 && has_text_before_next_heading(page, node, headline);
        if is_named || (repeats && !is_first_of_paragraphs(page, node)) || is_subtitle {
            return Some((node, text));
        }
    }
    None
}

/// Whether the element holds more than one paragraph or other block: it is then a part of the page, no line.
fn holds_blocks(page: &Page, node: NodeId) -> bool {
    let blocks = page.descendants(node).filter(|&inner| page.tag(inner).is_some_and(Tag::is_block_level));
    blocks.take(3).count() > 2
}

/// Whether a paragraph is followed by another of its kind: it then begins the text.
fn is_first_of_paragraphs(page: &Page, node: NodeId) -> bool {
    let Some(parent) = page.parent(node) else { return false };
    let siblings = page.children(parent).filter(|&sibling| sibling > node && page.tag(sibling) == page.tag(node));
    siblings.take(2).count() > 0 && page.is(node, Tag::P)
}

/// Whether the headline and a heading under it share a header of their own, or the heading is smaller by one level and
/// no heading of its level comes later: sections come in several.
fn has_text_before_next_heading(page: &Page, node: NodeId, headline: &Headline) -> bool {
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
    use crate::metadata::testing::page;

    fn headline(markup: &str, title: &str) -> Option<(String, Agreement)> {
        find(&page(markup), &[title.to_owned()], &SiteNames::default()).map(|found| (found.text, found.agreement))
    }

    #[test]
    fn of_two_first_headings_the_one_that_agrees_with_the_title_is_the_headline() {
        let markup = "<body><h1>The Daily</h1><h1>It rains again</h1></body>";
        assert_eq!(headline(markup, "It rains again | The Daily"), Some(("It rains again".into(), Agreement::Same)));
    }

    #[test]
    fn without_a_first_heading_only_the_title_itself_is_a_headline() {
        let markup = "<body><h2>Menu of today</h2><h2>It rains again</h2></body>";
        assert_eq!(headline(markup, "It rains again - X").map(|(text, _)| text).as_deref(), Some("It rains again"));
        assert_eq!(headline("<body><h2>Menu of today</h2></body>", "It rains"), None);
    }

    #[test]
    fn the_line_under_the_headline_is_the_dek_and_the_first_paragraph_is_not() {
        let line = "Forecasters had promised a dry week in the valley.";
        let of = |markup: &str| {
            let page = page(&format!("<body><h1>Rain</h1>{markup}</body>"));
            dek(&page, &find(&page, &[], &SiteNames::default()).unwrap(), None).map(|(_, text)| text)
        };
        assert_eq!(of(&format!("<p class=article-dek>{line}</p><p>Text</p>")).as_deref(), Some(line));
        assert_eq!(of(&format!("<p>{line}</p><p>Text</p>")), None);
        assert_eq!(of(&format!("<h2>{line}</h2><p>Text</p><h2>Section</h2>")), None);
    }
}
