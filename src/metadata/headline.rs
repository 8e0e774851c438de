//! The headline on the page.

use super::{
    plain,
    site_names::SiteNames,
    title,
    view::{Called, View},
};
use crate::page::{Attr, Hints, NodeId, Tag, text};

/// The element of the headline with its text.
#[derive(Debug, Clone)]
pub struct Headline {
    pub node: NodeId,
    pub text: String,
    pub agreement: Agreement,
    /// Whether it is the page's only first heading, and long enough to be no logo.
    pub is_sole: bool,
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

/// What an element is called that is a headline and no heading.
pub(super) const NAMES: &[&str] = &["headline", "title", "titulo", "titre", "subject"];

/// Words of a first heading: fewer may be a logo.
const MIN_SOLE_WORDS: usize = 3;

/// Characters of the longest headline.
const MAX_HEADLINE_CHARS: usize = 300;

/// Finds it: the `h1` that agrees best with the head's `titles`; without an `h1`, a smaller heading or an element called
/// headline or title that is the title.
pub fn find(page: &View<'_>, titles: &[String], names: &SiteNames) -> Option<Headline> {
    let mut best: Option<Headline> = None;
    let mut is_sole = true;
    let mut fallback: Option<Headline> = None;
    let titles: Vec<TitleKeys> = titles.iter().map(|title| TitleKeys::of(title)).collect();
    for node in page.descendants(page.body()) {
        let Some(tag) = page.tag(node) else { continue };
        let is_first_level = tag == Tag::H1 || page.attr(node, Attr::AriaLevel) == Some("1");
        // Before headings were styled, a headline was a line in large or bold type.
        let is_other = matches!(tag, Tag::H2 | Tag::H3 | Tag::H4 | Tag::Font | Tag::B | Tag::Strong)
            || (matches!(tag, Tag::Div | Tag::Span | Tag::P | Tag::A | Tag::Td | Tag::Other)
                && page.is_called(node, Called::Headline));
        if !(is_first_level || (is_other && fallback.is_none()))
            || !page.may_be_line(node, MAX_HEADLINE_CHARS)
            || is_out_of_view(page, node)
        {
            continue;
        }
        let Some(text) = line(page, node) else { continue };
        let key = plain::key(&text);
        if !is_first_level {
            // Nothing but the title itself will do, and most are something else.
            if titles.iter().any(|title| title.is(&key)) && !names.are(&text) {
                fallback = Some(Headline { node, text, agreement: Agreement::Same, is_sole: false });
            }
            continue;
        }
        // A site's name as first heading is a logo, also where the title begins with it.
        let agreement = if names.are(&text) {
            Agreement::None
        } else {
            titles.iter().map(|title| title.agreement(&key)).max().unwrap_or(Agreement::None)
        };
        is_sole &= best.as_ref().is_none_or(|best| best.text == text);
        if best.as_ref().is_none_or(|best| best.agreement < agreement) {
            let may_be_sole = text::words(&text) >= MIN_SOLE_WORDS && !names.holds(&text);
            best = Some(Headline { node, text, agreement, is_sole: may_be_sole });
        }
    }
    if let Some(best) = &mut best {
        best.is_sole &= is_sole;
    }
    match best {
        // A first heading that is but a title's later part is the site's or a book's name.
        Some(best) if best.agreement > Agreement::Part || fallback.is_none() => Some(best),
        Some(best) if best.agreement == Agreement::Words => Some(best),
        _ => fallback,
    }
}

/// The text of a heading, if it is a line, without the buttons in it.
fn line(page: &View<'_>, node: NodeId) -> Option<String> {
    let mut text = page.line(node, MAX_HEADLINE_CHARS)?;
    for button in page.descendants(node).filter(|&inner| page.is(inner, Tag::Button)) {
        if let Some(rest) = text.strip_suffix(&page.text_inside(button)).map(str::trim_end)
            && !rest.is_empty()
        {
            text.truncate(rest.len());
        }
    }
    Some(text)
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

    /// Whether a key is a word or two out of the midst of a long title: the forum's or project's name, not the headline.
    fn has_in_its_midst(&self, key: &str) -> bool {
        let words = |text: &str| text.split(' ').count();
        words(key) <= MAX_SUBJECT_WORDS
            && !self.whole.starts_with(key)
            && self.runs.first().is_some_and(|first| words(first) >= MIN_LONG_TITLE_WORDS)
            && holds_words(&self.whole, key)
    }

    /// Whether it is the title, or the title without its later parts.
    fn is(&self, key: &str) -> bool {
        !key.is_empty() && !self.whole.is_empty() && (self.whole == key || self.runs.iter().any(|run| run == key))
    }

    fn agreement(&self, key: &str) -> Agreement {
        if key.is_empty() || self.whole.is_empty() {
            Agreement::None
        } else if self.is(key) {
            Agreement::Same
        } else if self.later.iter().any(|part| part == key) {
            Agreement::Part
        } else if self.has_in_its_midst(key) {
            Agreement::None
        } else if holds_words(&self.whole, key) || holds_words(key, &self.whole) {
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

/// Words of what is a subject in the midst of a title, and of a title that is long enough to have one.
const MAX_SUBJECT_WORDS: usize = 2;
const MIN_LONG_TITLE_WORDS: usize = 7;

/// Whether `inner` stands in `outer` as whole words.
fn holds_words(outer: &str, inner: &str) -> bool {
    inner.len() <= outer.len()
        && outer.match_indices(inner).any(|(at, _)| {
            let before = outer[..at].is_empty() || outer[..at].ends_with(' ');
            let after = &outer[at + inner.len()..];
            before && (after.is_empty() || after.starts_with(' '))
        })
}

fn is_out_of_view(page: &View<'_>, node: NodeId) -> bool {
    page.inclusive_ancestors(node).any(|up| {
        page.hints(up).has(Hints::NOT_RENDERED)
            || matches!(page.tag(up), Some(Tag::Nav | Tag::Footer | Tag::Dialog))
            || page.tag(up).is_some_and(Tag::is_unread)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::testing::page;

    fn headline(markup: &str, title: &str) -> Option<(String, Agreement)> {
        find(&View::of(&page(markup)), &[title.to_owned()], &SiteNames::default())
            .map(|found| (found.text, found.agreement))
    }

    #[test]
    fn of_two_first_headings_the_one_that_agrees_with_the_title_is_the_headline() {
        let markup = "<body><h1>The Daily</h1><h1>It rains again</h1></body>";
        assert_eq!(headline(markup, "It rains again | The Daily"), Some(("It rains again".into(), Agreement::Same)));
    }

    #[test]
    fn a_word_out_of_the_midst_of_a_long_title_is_no_headline() {
        let markup = "<body><h1>Valley Linux</h1><p>Text.</p></body>";
        let agreement = |title: &str| headline(markup, title).map(|(_, agreement)| agreement);
        assert_eq!(agreement("What is the size of the Valley Linux disk in May"), Some(Agreement::None));
        assert_eq!(agreement("Valley Linux and what is new in it this year"), Some(Agreement::Within));
        assert_eq!(agreement("Get Valley Linux"), Some(Agreement::Within));
    }

    #[test]
    fn a_button_at_the_end_of_a_heading_is_no_part_of_it() {
        let markup = "<body><h1>It rains <b>again</b><button>Copy the link</button></h1></body>";
        assert_eq!(headline(markup, "It rains again").map(|(text, _)| text).as_deref(), Some("It rains again"));
    }

    #[test]
    fn without_a_first_heading_only_the_title_itself_is_a_headline() {
        let markup = "<body><h2>Menu of today</h2><h2>It rains again</h2></body>";
        assert_eq!(headline(markup, "It rains again - X").map(|(text, _)| text).as_deref(), Some("It rains again"));
        assert_eq!(headline("<body><h2>Menu of today</h2></body>", "It rains"), None);
    }
}
