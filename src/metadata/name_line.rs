//! A line with the names of those who wrote it.

use super::{
    claim::{Claims, Field, Source},
    credits::MAX_LINE_CHARS,
    date_line, names, roles,
    site_names::SiteNames,
    view::{Called, View},
};
use crate::page::{Attr, NodeId, Tag, text};

/// What elements with a name are called.
pub(super) const BYLINE_NAMES: &[&str] = &[
    "byline",
    "author",
    "authors",
    "authorname",
    "autor",
    "autores",
    "auteur",
    "autore",
    "writer",
    "contributor",
    "contributors",
];

/// What the names of members of a forum are called. Before the headline it may be the reader's own account.
pub(super) const ACCOUNT_NAMES: &[&str] = &["username", "bigusername"];

/// Characters of the longest account: around it stands a menu of what can be done with the member.
const MAX_ACCOUNT_CHARS: usize = 40;

/// What elements are called that stand with an author and hold no name, or one that is no byline's.
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
];

/// Reads a byline from an element, which stands after the headline or before it; whether it is one.
pub fn read(page: &View<'_>, node: NodeId, is_after: bool, claims: &mut Claims) -> bool {
    let is_author_link = is_author_link(page, node);
    let is_account = is_after && page.is_called(node, Called::Account);
    let is_named = is_account
        || names_its_page(page, node)
        || (page.is_called(node, Called::Byline) && !page.is_called(node, Called::NoByline));
    let is_line = page.tag(node).is_some_and(|tag| {
        tag.is_block_level()
            || matches!(tag, Tag::Span | Tag::Em | Tag::I | Tag::Font | Tag::Small | Tag::Strong | Tag::B)
    });
    // The text of every line is long to put together, and few begin as those of credits do.
    let is_credit = is_author_link || is_named;
    if !(is_credit || (is_line && page.may_be_line(node, MAX_LINE_CHARS) && may_be_credit(page, node))) {
        return false;
    }
    let Some(text) = page.line(node, if is_account { MAX_ACCOUNT_CHARS } else { MAX_LINE_CHARS }) else {
        return false;
    };
    // "By" and the name may stand in elements without a space between.
    let parted = without_roles(page, node);
    let says_by =
        is_line && (names::introduced(&parted).is_some() || (parted != text && names::introduced(&text).is_some()));
    let may_follow_day = is_line && page.may_hold_day(node);
    if !(is_credit || says_by || may_follow_day) {
        return false;
    }
    let linked = author_links(page, node);
    let follows_day = || may_follow_day && linked.as_deref().is_some_and(|linked| follows_day(&text, linked));
    if !(is_credit || says_by || follows_day()) {
        return false;
    }
    let value = linked.unwrap_or(parted);
    if names::byline(&value, &SiteNames::default()).is_none() {
        return false;
    }
    let source = if is_author_link { Source::AuthorLink } else { Source::Shown };
    claims.add(Field::Byline, source, value);
    true
}

/// Whether an element's text may be introduced, or begin with a day: by its first word, and whether it has a digit. What is
/// never read may go before it.
fn may_be_credit(page: &View<'_>, node: NodeId) -> bool {
    let written = || page.descendants(node).map(|inner| page.trimmed(inner)).find(|text| !text.is_empty());
    let is_introduced = |text: &str| text.split_whitespace().next().is_some_and(names::may_begin_introduction);
    page.may_hold_day(node)
        || page.pieces(node).next().is_some_and(is_introduced)
        || written().is_some_and(is_introduced)
}

/// Whether a line is a day and then a name that is `linked`: other links lead to licences and accounts.
fn follows_day(line: &str, linked: &str) -> bool {
    let name = linked.lines().next().unwrap_or_default();
    !name.starts_with(char::is_lowercase) && date_line::after_day(line).is_some_and(|rest| rest.starts_with(name))
}

/// The text of an element without the roles and buttons that stand in elements of their own beside the name, and up to
/// the section that the name's link is followed by: "Ann Bo in News".
fn without_roles(page: &View<'_>, node: NodeId) -> String {
    let texts = page.descendants(node).map(|inner| (inner, page.trimmed(inner)));
    let mut kept: Vec<&str> = Vec::new();
    for (inner, text) in texts.filter(|(_, text)| !text.is_empty()) {
        if kept.len() > 1 && kept.last().is_some_and(|last| INTO_SECTION.contains(last)) && is_linked(page, inner, node)
        {
            kept.pop();
            break;
        }
        if is_biography(&kept, text) {
            break;
        }
        if kept.is_empty() || !roles::is_role(text.trim_start_matches([',', '|', '·', '•', '⋅', '–', '—', ' ']))
        {
            kept.push(text);
        }
    }
    // A link ends before the comma of the line.
    text::squash(&kept.join(" ")).replace(" ,", ",")
}

/// Whether a text after a name says who that is, in a sentence or by the name again: "Ann Bo Ann Bo is a reporter".
fn is_biography(before: &[&str], text: &str) -> bool {
    let says_again = |name: &&str| {
        text.strip_prefix(*name).is_some_and(|rest| rest.split_whitespace().nth(1).is_some())
            && names::byline(name, &SiteNames::default()).is_some()
    };
    let is_sentence = || text::ends_as_sentence(text) && text::words(text) >= BIOGRAPHY_WORDS;
    !before.is_empty() && (before.iter().any(says_again) || is_sentence())
}

/// Words of the shortest sentence about an author.
const BIOGRAPHY_WORDS: usize = 5;

/// What stands between a name and a section: English, German, Italian and Dutch, French, Spanish, Portuguese.
const INTO_SECTION: &[&str] = &["in", "dans", "en", "em"];

/// Whether a node stands in a link inside `root`.
fn is_linked(page: &View<'_>, node: NodeId, root: NodeId) -> bool {
    page.ancestors(node).take_while(|&up| up != root).any(|up| page.is(up, Tag::A))
}

/// Parts of the addresses of authors' pages.
pub(super) const AUTHORS_PLACES: &[&str] =
    &["/author", "/by/", "/staff/", "/people/", "/profile", "/autor", "/contributor", "/writer", "/users/"];

fn is_authors_page(href: &str) -> bool {
    // Each place begins with a slash.
    href.match_indices('/').any(|(at, _)| AUTHORS_PLACES.iter().any(|place| href[at..].starts_with(place)))
}

/// Whether it is a link to an author's page that is called like its text: `/authors/ann-bo`.
fn names_its_page(page: &View<'_>, node: NodeId) -> bool {
    page.is(node, Tag::A)
        && page.attr(node, Attr::Href).filter(|href| is_authors_page(href)).is_some_and(|href| {
            let path = href.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
            let last = path.rsplit('/').next().unwrap_or_default();
            page.line(node, MAX_LINE_CHARS).is_some_and(|text| names::is_written(&text, last))
        })
}

/// Whether it is a link that is marked as the author's.
pub(super) fn is_author_link(page: &View<'_>, node: NodeId) -> bool {
    page.is(node, Tag::A)
        && page.attr(node, Attr::Rel).is_some_and(|rel| rel.split_ascii_whitespace().any(|rel| rel == "author"))
}

/// The names in links to authors' pages, one a line.
fn author_links(page: &View<'_>, node: NodeId) -> Option<String> {
    let mut names: Vec<String> = page
        .descendants(node)
        .filter(|&inner| page.is(inner, Tag::A))
        .filter(|&inner| {
            page.attr(inner, Attr::Rel).is_some_and(|rel| rel.contains("author"))
                || page.attr(inner, Attr::Href).is_some_and(is_authors_page)
        })
        .map(|inner| page.text_inside(inner))
        .collect();
    names.retain(|name| !name.is_empty());
    (!names.is_empty()).then(|| names.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::testing::page;

    fn shown(markup: &str) -> Option<String> {
        let page = page(markup);
        let view = View::of(&page);
        let mut claims = Claims::default();
        page.nodes().find(|&node| read(&view, node, true, &mut claims));
        claims.first(Field::Byline, |claim| Some(claim.value.clone()))
    }

    #[test]
    fn every_place_of_authors_pages_begins_with_a_slash() {
        assert!(AUTHORS_PLACES.iter().all(|place| place.starts_with('/')));
    }

    #[test]
    fn the_links_to_authors_in_a_byline_are_its_names() {
        let line = "<div class=byline>By <a href=/author/ann>Ann</a> and <a href=/author/bo>Bo</a> in Rome</div>";
        assert_eq!(shown(line).as_deref(), Some("Ann\nBo"));
    }

    #[test]
    fn a_link_to_an_authors_page_that_is_called_like_its_text_is_a_byline() {
        let link = |href: &str| format!("<div><a href={href}>Ann Bo</a> · 4 min</div>");
        assert_eq!(shown(&link("/blog/authors/ann-bo?from=1")).as_deref(), Some("Ann Bo"));
        for other in ["/blog/authors/cy-du", "/category/ann-bo"] {
            assert_eq!(shown(&link(other)), None, "{other}");
        }
    }

    #[test]
    fn after_a_day_a_link_to_any_authors_page_is_a_byline() {
        for day in ["Posted on May 2, 2024 by", "May 2, 2024 |", "Posted by"] {
            let line = format!("<p>{day} <a href=/author/a42>Ann Bo</a></p>");
            assert_eq!(shown(&line).as_deref(), Some("Ann Bo"), "{day}");
        }
        for other in ["More:", "May 2, 2024. Licence:"] {
            assert_eq!(shown(&format!("<p>{other} <a href=/by/4.0>Ann Bo</a></p>")), None, "{other}");
        }
    }

    #[test]
    fn a_role_in_an_element_of_its_own_is_no_part_of_the_name() {
        for role in ["Reporter", "in Rotterdam", "Founder and Editor-in-Chief"] {
            let line = format!("<p>By <b>Ann Bo</b> <span>{role}</span></p>");
            let name = shown(&line).and_then(|said| names::byline(&said, &SiteNames::default()));
            assert_eq!(name.as_deref(), Some("Ann Bo"), "{role}");
        }
    }

    #[test]
    fn what_is_said_of_an_author_is_no_part_of_the_name() {
        for biography in ["Ann Bo is a reporter", "Writes about rivers, mostly at night."] {
            let named = format!("<div class=author-box><h4>Ann Bo</h4><div><p>{biography}</p></div></div>");
            assert_eq!(shown(&named).as_deref(), Some("Ann Bo"), "{biography}");
        }
        assert_eq!(shown("<p>By <b>Von</b> <i>Von Bo</i></p>").as_deref(), Some("By Von Von Bo"));
    }

    #[test]
    fn a_comma_after_a_link_stands_at_the_name() {
        assert_eq!(shown("<p>By <a href=/u/ann>Ann Bo</a>, Daily</p>").as_deref(), Some("By Ann Bo, Daily"));
    }

    #[test]
    fn a_linked_section_after_a_name_is_no_part_of_it() {
        let section = "<a href=/c/news>News</a>";
        assert_eq!(shown(&format!("<p>By <a href=/u/ann>Ann Bo</a> in {section}</p>")).as_deref(), Some("By Ann Bo"));
        assert_eq!(shown(&format!("<p>By <a href=/u/ann>In</a> {section}</p>")).as_deref(), Some("By In News"));
    }
}
