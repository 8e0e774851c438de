//! The byline and the date line as the page shows them, near the headline: where to look.

use super::{
    claim::{Claims, Field, Source},
    date_line,
    dates::NumericOrder,
    elsewhere, name_line,
    view::{Called, View},
};
use crate::page::{Hints, NodeId, Tag, text};

/// What the page shows.
#[derive(Debug, Default)]
pub struct Credits {
    pub byline_node: Option<NodeId>,
    pub date_node: Option<NodeId>,
    /// The first day of publication that stands right beside the headline: no teaser's.
    pub day_beside: Option<String>,
}

impl Credits {
    /// Notes the day that a line said, `chars` characters after the headline.
    fn note_day_beside(&mut self, chars: usize, claims: &Claims) {
        if self.day_beside.is_none() && chars <= REACH_BESIDE {
            let shown = claims.about(Field::Published).find(|claim| claim.source == Source::Shown);
            self.day_beside = shown.map(|claim| claim.value.clone());
        }
    }
}

/// Characters of text before the headline and after it in which credits are looked for.
const REACH_BEFORE: usize = 300;
const REACH_AFTER: usize = 1_500;

/// Characters after the headline that are still beside it: a dek, a byline, a line of sharing.
const REACH_BESIDE: usize = 400;

/// Characters of the longest byline and date line.
pub(super) const MAX_LINE_CHARS: usize = 140;

/// Parts of the page whose names and dates are not the article's.
pub(super) const FOREIGN_NAMES: &[&str] = &[
    "comment",
    "comments",
    "related",
    "relatedposts",
    "sidebar",
    "recommended",
    "recommendations",
    "trending",
    "popular",
    "cookie",
    "breadcrumb",
    "breadcrumbs",
    "reply",
    "replies",
    "copyright",
];

/// What boxes are called that hold something foreign or nothing but a line.
pub(super) const BOX_NAMES: &[&str] = &["widget", "carousel", "teaser", "teasers", "card", "cards", "event", "events"];

/// Adds what stands near the `headline` (or at the start of the page, without one) to `claims`.
pub fn read(page: &View<'_>, headline: Option<NodeId>, order: NumericOrder, claims: &mut Claims) -> Credits {
    let mut credits = Credits::default();
    let body = page.body();
    let end = page.subtree_end(body);
    let mut next = headline.map_or(body.next(), |headline| reach_before(page, headline));
    let mut chars = 0;
    // A bare date has no element of its own.
    let mut has_date = false;
    while next < end && chars < REACH_AFTER {
        let node = next;
        next = node.next();
        let Some(tag) = page.tag(node) else {
            if headline.is_none_or(|headline| node > headline) {
                chars += page.trimmed(node).chars().count();
            }
            if !has_date && date_line::read_bare(page, node, order, claims) {
                has_date = true;
                credits.note_day_beside(chars, claims);
            }
            continue;
        };
        let holds_headline = headline.is_some_and(|headline| page.contains(node, headline));
        let is_foreign = tag.is_unread()
            || matches!(tag, Tag::Nav | Tag::Form | Tag::Figure | Tag::Button | Tag::Dialog)
            || (tag == Tag::Footer && !page.ancestors(node).any(|up| page.is(up, Tag::Article)))
            || page.hints(node).has(Hints::NOT_RENDERED);
        if (is_foreign || is_foreign_by_name(page, node)) && !holds_headline {
            next = page.subtree_end(node);
            continue;
        }
        if holds_headline || headline == Some(node) || tag == Tag::Main || tag == Tag::Article {
            continue;
        }
        if !credits.byline_node.is_some_and(|known| page.contains(known, node))
            && name_line::read(page, node, headline.is_some_and(|headline| node > headline), claims)
        {
            credits.byline_node.get_or_insert(node);
        }
        if !credits.date_node.is_some_and(|known| page.contains(known, node))
            && date_line::read(page, node, order, claims)
        {
            credits.date_node.get_or_insert(node);
            has_date = true;
            credits.note_day_beside(chars, claims);
        }
    }
    elsewhere::read(page, order, claims);
    credits.byline_node = credits.byline_node.map(|node| whole_line(page, node, headline));
    credits.date_node = credits.date_node.map(|node| whole_line(page, node, headline));
    credits
}

/// Whether the element is called a part whose names and dates are not the article's. Cards and widgets are what every
/// box is called by some programs: they are foreign where they have a heading that leads elsewhere.
pub(super) fn is_foreign_by_name(page: &View<'_>, node: NodeId) -> bool {
    let asks = || {
        let is_field = |tag: Tag| matches!(tag, Tag::Input | Tag::Form | Tag::Button);
        page.descendants(node).any(|inner| page.tag(inner).is_some_and(is_field))
    };
    page.is_called(node, Called::Foreign)
        // A newsletter may be the article itself: what asks for an address has a field for it.
        || (page.is_called(node, Called::Newsletter) && asks())
        || (page.is_called(node, Called::Box)
            && page.descendants(node).any(|inner| {
                page.tag(inner).is_some_and(|tag| tag.heading_level().is_some()) && is_linked(page, inner)
            }))
}

fn is_linked(page: &View<'_>, heading: NodeId) -> bool {
    page.descendants(heading).any(|inner| page.is(inner, Tag::A))
        || page.ancestors(heading).take(LINK_DEPTH).any(|up| page.is(up, Tag::A))
}

/// Elements around a heading of which one may be its link.
pub(super) const LINK_DEPTH: usize = 3;

/// The smallest element that holds the whole line: what else it says ("4 min", a role) is shown with the name or date, or
/// would stand as a paragraph of its own.
fn whole_line(page: &View<'_>, node: NodeId, headline: Option<NodeId>) -> NodeId {
    let is_line = |up: NodeId| {
        !headline.is_some_and(|headline| page.contains(up, headline))
            && page.tag(up).is_some_and(|tag| !matches!(tag, Tag::Main | Tag::Article | Tag::Body | Tag::Html))
            && !page.descendants(up).any(|inner| {
                page.tag(inner).is_some_and(|tag| tag.heading_level().is_some() || matches!(tag, Tag::Figure | Tag::Br))
                    || (page.is(inner, Tag::P) && is_sentence(&page.text_inside(inner)))
            })
            && page.line(up, MAX_LINE_CHARS).is_some_and(|text| !is_sentence(&text))
    };
    page.ancestors(node).take_while(|&up| is_line(up)).last().unwrap_or(node)
}

/// Words of a sentence: lines of names and dates have no full stop after so many.
const MIN_SENTENCE_WORDS: usize = 8;

fn is_sentence(text: &str) -> bool {
    text::ends_as_sentence(text) && text::words(text) >= MIN_SENTENCE_WORDS
}

/// The first node within reach before the headline, in the same part of the page.
fn reach_before(page: &View<'_>, headline: NodeId) -> NodeId {
    let mut first = headline;
    let mut before = 0;
    for up in page.ancestors(headline) {
        if up == NodeId::ROOT || matches!(page.tag(up), Some(Tag::Body | Tag::Html | Tag::Main)) {
            break;
        }
        before += (up.index()..first.index())
            .map(NodeId::from_index)
            .filter(|&node| !page.parent(node).and_then(|parent| page.tag(parent)).is_some_and(Tag::is_unread))
            .map(|node| page.trimmed(node).chars().count())
            .sum::<usize>();
        if before > REACH_BEFORE {
            break;
        }
        first = up;
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{metadata::testing::page, page::Attr};

    fn shown(markup: &str, field: Field) -> Option<String> {
        let page = page(&format!("<body><h1>Rain</h1>{markup}</body>"));
        let headline = page.nodes().find(|&node| page.is(node, Tag::H1));
        let mut claims = Claims::default();
        read(&View::of(&page), headline, NumericOrder::Unknown, &mut claims);
        claims.first(field, |claim| Some(claim.value.clone()))
    }

    #[test]
    fn a_line_that_says_updated_gives_no_date_of_publication() {
        let line = "<p>Updated on: March 31, 2014 12:26 IST</p>";
        assert_eq!(shown(line, Field::Published), None);
        assert_eq!(shown(line, Field::Modified).as_deref(), Some("2014-03-31"));
    }

    #[test]
    fn of_two_dates_in_a_line_each_has_its_own_word() {
        let line = "<div class=dateline>Published May 1, 2020 – Updated: May 3, 2020</div>";
        assert_eq!(shown(line, Field::Published).as_deref(), Some("2020-05-01"));
        assert_eq!(shown(line, Field::Modified).as_deref(), Some("2020-05-03"));
    }

    #[test]
    fn an_account_after_the_headline_is_the_authors_without_the_menu_around_it() {
        let post = "<div class=username_box><b class=username>ann42</b> View profile, view all posts of ann42</div>";
        assert_eq!(shown(post, Field::Byline).as_deref(), Some("ann42"));
        let page = page("<body><div><b class=username>reader</b><h1>Rain</h1><p>Text.</p></div></body>");
        let headline = page.nodes().find(|&node| page.is(node, Tag::H1));
        let mut claims = Claims::default();
        read(&View::of(&page), headline, NumericOrder::Unknown, &mut claims);
        assert_eq!(claims.about(Field::Byline).count(), 0);
    }

    #[test]
    fn the_whole_line_is_the_bylines_element_and_the_paragraph_under_it_is_not() {
        let page = page(
            "<body><h1>Rain</h1><div id=box><div id=line><b class=author>Ann Bo</b><i>4 min</i>\
             <time datetime=2020-05-01></time></div><p>The river rose over its banks in the night of Monday.</p></div></body>",
        );
        let headline = page.nodes().find(|&node| page.is(node, Tag::H1));
        let credits = read(&View::of(&page), headline, NumericOrder::Unknown, &mut Claims::default());
        for node in [credits.byline_node, credits.date_node] {
            assert_eq!(node.and_then(|node| page.attr(node, Attr::Id)), Some("line"));
        }
    }

    #[test]
    fn a_newsletter_that_asks_for_nothing_is_the_article() {
        let line = |rest: &str| format!("<div class=newsletter-details><p>May 5, 2020</p>{rest}</div>");
        assert_eq!(shown(&line(""), Field::Published).as_deref(), Some("2020-05-05"));
        assert_eq!(shown(&line("<input type=email>"), Field::Published), None);
    }

    #[test]
    fn names_and_dates_in_comments_and_sentences_are_not_the_articles() {
        let other = "<div class=comments><b class=author>Troll</b><time datetime=2020-01-01></time></div>\
                     <p>On May 5, 2020 the river rose over its banks and the whole town was flooded by it.</p>";
        assert_eq!(shown(other, Field::Byline), None);
        assert_eq!(shown(other, Field::Published), None);
    }
}
