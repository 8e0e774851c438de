//! The byline and the date line as the page shows them, near the headline.

use super::{
    attr_words,
    claim::{Claims, Field, Source},
    dates::{self, NumericOrder},
    elsewhere, names, plain,
    title::SiteNames,
};
use crate::page::{Attr, Hints, NodeId, Page, Tag};

/// What the page shows.
#[derive(Debug, Default)]
pub struct Credits {
    pub byline_node: Option<NodeId>,
    pub date_node: Option<NodeId>,
}

/// Characters of text before the headline and after it in which credits are looked for.
const REACH_BEFORE: usize = 300;
const REACH_AFTER: usize = 1_500;

/// Characters of the longest byline and date line.
pub(super) const MAX_LINE_CHARS: usize = 140;

pub(super) const BYLINE_NAMES: &[&str] =
    &["byline", "author", "authors", "autor", "autores", "auteur", "autore", "writer", "contributor", "contributors"];
pub(super) const NOT_BYLINE_NAMES: &[&str] = &[
    "bio",
    "biography",
    "avatar",
    "image",
    "img",
    "photo",
    "picture",
    "description",
    "social",
    "follow",
    "title",
    "role",
    "job",
    "twitter",
    "email",
    "count",
    "meta",
];
pub(super) const DATE_NAMES: &[&str] = &[
    "date",
    "dates",
    "datetime",
    "published",
    "pubdate",
    "publish",
    "timestamp",
    "dateline",
    "posted",
    "time",
    "updated",
    "modified",
    "datum",
    "fecha",
    "meta",
    "byline",
    "info",
];
/// Parts of the page whose names and dates are not the article's.
pub(super) const FOREIGN_NAMES: &[&str] = &[
    "comment",
    "comments",
    "related",
    "sidebar",
    "widget",
    "recommended",
    "recommendations",
    "trending",
    "popular",
    "newsletter",
    "cookie",
    "breadcrumb",
    "breadcrumbs",
    "carousel",
    "teaser",
    "teasers",
    "card",
    "cards",
    "reply",
    "replies",
    "copyright",
    "event",
    "events",
];
/// What before a date says that it is of a change.
const CHANGED: &[&str] = &[
    "updated",
    "update",
    "modified",
    "edited",
    "reviewed",
    "revised",
    "changed",
    "aktualisiert",
    "geändert",
    "mis à jour",
    "modifié",
    "actualizado",
    "actualizada",
    "aggiornato",
    "atualizado",
    "atualizada",
    "bijgewerkt",
    "zaktualizowano",
    "aktualizacja",
    "обновлено",
    "изменено",
];

/// Adds what stands near the `headline` (or at the start of the page, without one) to `claims`.
pub fn read(page: &Page, headline: Option<NodeId>, order: NumericOrder, claims: &mut Claims) -> Credits {
    let mut credits = Credits::default();
    let body = page.body();
    let end = page.subtree_end(body);
    let mut next = headline.map_or(body.next(), |headline| reach_before(page, headline));
    let mut chars = 0;
    while next < end && chars < REACH_AFTER {
        let node = next;
        next = node.next();
        if let Some(text) = page.text(node) {
            if headline.is_none_or(|headline| node > headline) {
                chars += text.trim().chars().count();
            }
            continue;
        }
        let Some(tag) = page.tag(node) else { continue };
        let holds_headline = headline.is_some_and(|headline| page.contains(node, headline));
        let is_foreign = tag.is_unread()
            || matches!(tag, Tag::Nav | Tag::Footer | Tag::Form | Tag::Figure | Tag::Button | Tag::Dialog)
            || page.hints(node).has(Hints::NOT_RENDERED)
            || attr_words::any(page, node, FOREIGN_NAMES);
        if is_foreign && !holds_headline {
            next = page.subtree_end(node);
            continue;
        }
        if holds_headline || headline == Some(node) || tag == Tag::Main || tag == Tag::Article {
            continue;
        }
        read_byline(page, node, claims, &mut credits);
        read_date(page, node, order, claims, &mut credits);
    }
    elsewhere::read(page, next, end, order, claims);
    credits
}

/// The first node within reach before the headline, in the same part of the page.
fn reach_before(page: &Page, headline: NodeId) -> NodeId {
    let mut first = headline;
    for up in page.ancestors(headline) {
        if up == NodeId::ROOT || matches!(page.tag(up), Some(Tag::Body | Tag::Html | Tag::Main)) {
            break;
        }
        let before: usize = (up.index()..headline.index())
            .map(NodeId::from_index)
            .filter_map(|node| page.text(node))
            .map(|text| text.trim().chars().count())
            .sum();
        if before > REACH_BEFORE {
            break;
        }
        first = up;
    }
    first
}

fn read_byline(page: &Page, node: NodeId, claims: &mut Claims, credits: &mut Credits) {
    let is_author_link = is_author_link(page, node);
    let is_named = attr_words::any(page, node, BYLINE_NAMES) && !attr_words::any(page, node, NOT_BYLINE_NAMES);
    if credits.byline_node.is_some_and(|known| page.contains(known, node)) {
        return;
    }
    let is_line = page.tag(node).is_some_and(|tag| tag.is_block_level() || tag == Tag::Span || tag == Tag::Em);
    if !(is_author_link || is_named || is_line) {
        return;
    }
    let Some(text) = plain::line(page, node, MAX_LINE_CHARS) else { return };
    let says_by = is_line && begins_with_by(&text);
    if !(is_author_link || is_named || says_by) {
        return;
    }
    let value = author_links(page, node).unwrap_or(text);
    if names::byline(&value, &SiteNames::default()).is_none() {
        return;
    }
    claims.add(Field::Byline, Source::Shown, value);
    credits.byline_node.get_or_insert(node);
}

pub(super) fn is_author_link(page: &Page, node: NodeId) -> bool {
    let rel = page.attr(node, Attr::Rel).filter(|_| page.is(node, Tag::A));
    rel.is_some_and(|rel| rel.split_ascii_whitespace().any(|rel| rel == "author"))
}

/// The names in links to authors' pages, one a line.
fn author_links(page: &Page, node: NodeId) -> Option<String> {
    let mut names: Vec<String> = page
        .descendants(node)
        .filter(|&inner| page.is(inner, Tag::A))
        .filter(|&inner| {
            page.attr(inner, Attr::Rel).is_some_and(|rel| rel.contains("author"))
                || page.attr(inner, Attr::Href).is_some_and(|href| {
                    ["/author", "/by/", "/staff/", "/people/", "/profile", "/autor", "/contributor", "/writer"]
                        .iter()
                        .any(|part| href.contains(part))
                })
        })
        .map(|inner| page.text_inside(inner))
        .collect();
    names.retain(|name| !name.is_empty());
    (!names.is_empty()).then(|| names.join("\n"))
}

/// "By" and a capital: in a sentence "by" is followed by a small letter or stands inside.
fn begins_with_by(text: &str) -> bool {
    let rest = ["By ", "by ", "BY ", "By: ", "Von ", "Por ", "Par ", "Written by ", "Posted by "]
        .iter()
        .find_map(|by| text.strip_prefix(by));
    rest.is_some_and(|rest| {
        rest.starts_with(char::is_uppercase) && rest.split(' ').count() <= 8 && !rest.contains(". ")
    })
}

fn read_date(page: &Page, node: NodeId, order: NumericOrder, claims: &mut Claims, credits: &mut Credits) {
    let is_time = page.is(node, Tag::Time);
    let is_named = attr_words::any(page, node, DATE_NAMES) || attr_words::any(page, node, BYLINE_NAMES);
    let is_line = page
        .tag(node)
        .is_some_and(|tag| tag.is_block_level() || matches!(tag, Tag::Span | Tag::Small | Tag::Em | Tag::I));
    if !(is_time || is_named || is_line) || credits.date_node.is_some_and(|known| page.contains(known, node)) {
        return;
    }
    let text = plain::line(page, node, MAX_LINE_CHARS).unwrap_or_default();
    let datetime = if is_time { page.attr(node, Attr::Datetime) } else { None };
    if let Some(iso) = datetime.and_then(|written| dates::parse(written, order)) {
        let lead = lead_of(page, node);
        let field = if attr_words::any(page, node, &["updated", "modified", "update"])
            || says_changed(&text)
            || says_changed(&lead)
        {
            Field::Modified
        } else {
            Field::Published
        };
        claims.add(field, Source::Shown, iso);
        credits.date_node.get_or_insert(node);
        return;
    }
    if text.is_empty() {
        return;
    }
    let found = dates::find(&text, order);
    let covered: usize = found.iter().map(|date| date.end - date.start).sum();
    let is_credit =
        is_time || is_named || covered * 2 >= text.len() || begins_like_a_date_line(&text) || begins_with_by(&text);
    if found.is_empty() || !is_credit {
        return;
    }
    let mut from = 0;
    for date in &found {
        let before = text.get(from..date.start).unwrap_or_default();
        let lead = if from == 0 { format!("{} {before}", lead_of(page, node)) } else { before.to_owned() };
        let is_changed =
            says_changed(&lead) || (from == 0 && attr_words::any(page, node, &["updated", "modified", "update"]));
        let field = if is_changed { Field::Modified } else { Field::Published };
        claims.add(field, Source::Shown, date.iso.as_str());
        from = date.end;
    }
    credits.date_node.get_or_insert(node);
}

/// Characters of a label before a date.
const MAX_LEAD_CHARS: usize = 40;

/// The text just before an element inside its parent: "Updated on: " before a `time`.
pub(super) fn lead_of(page: &Page, node: NodeId) -> String {
    let Some(parent) = page.parent(node) else { return String::new() };
    let before = page.children(parent).take_while(|&sibling| sibling < node).last();
    before.and_then(|sibling| plain::line(page, sibling, MAX_LEAD_CHARS)).unwrap_or_default()
}

fn begins_like_a_date_line(text: &str) -> bool {
    let text = text.to_lowercase();
    [
        "published",
        "posted",
        "date",
        "veröffentlicht",
        "publié",
        "publicado",
        "pubblicato",
        "gepubliceerd",
        "stand",
        "updated",
        "last ",
    ]
    .iter()
    .any(|word| text.starts_with(word))
}

pub(super) fn says_changed(text: &str) -> bool {
    let text = text.to_lowercase();
    // "Published 1 May, updated": the word nearest the date counts, and it stands at the end.
    let changed = CHANGED.iter().filter_map(|word| text.rfind(word)).max();
    let first = ["published", "posted", "veröffentlicht", "publié", "publicado"]
        .iter()
        .filter_map(|word| text.rfind(word))
        .max();
    changed > first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::testing::page;

    fn shown(markup: &str, field: Field) -> Option<String> {
        let page = page(&format!("<body><h1>Rain</h1>{markup}</body>"));
        let headline = page.nodes().find(|&node| page.is(node, Tag::H1));
        let mut claims = Claims::default();
        read(&page, headline, NumericOrder::Unknown, &mut claims);
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
    fn the_links_to_authors_in_a_byline_are_its_names() {
        let line = "<div class=byline>By <a href=/author/ann>Ann</a> and <a href=/author/bo>Bo</a> in Rome</div>";
        assert_eq!(shown(line, Field::Byline).as_deref(), Some("Ann\nBo"));
    }

    #[test]
    fn names_and_dates_in_comments_and_sentences_are_not_the_articles() {
        let other = "<div class=comments><b class=author>Troll</b><time datetime=2020-01-01></time></div>\
                     <p>On May 5, 2020 the river rose over its banks and the whole town was flooded by it.</p>";
        assert_eq!(shown(other, Field::Byline), None);
        assert_eq!(shown(other, Field::Published), None);
    }
}
