//! Names and dates far from the headline: in elements that are called so, and lines that are nothing else.

use super::{
    claim::{Claims, Field, Source},
    credits::{self, MAX_LINE_CHARS},
    date_line::{self, lead_of, says_changed},
    dates::{self, NumericOrder},
    name_line::is_author_link,
    names,
    site_names::SiteNames,
    view::{Called, View},
};
use crate::page::{NodeId, Tag};

/// Adds the name and the day that the page has in elements named so, if there is but one of each: a box about the author
/// at the end, a date in a column beside the text. Of days, one that the page labels goes before one in an element called
/// so, and that before a line that is nothing else.
pub fn read(page: &View<'_>, order: NumericOrder, claims: &mut Claims) {
    let mut people: Vec<String> = Vec::new();
    let mut days: [Vec<String>; 4] = Default::default();
    let mut next = page.body().next();
    let end = page.subtree_end(page.body());
    // Up to here goes a column outside the article: what stands there is said of it only where a label says so.
    let mut column_end = page.body();
    while next < end {
        let node = next;
        next = node.next();
        let Some(tag) = page.tag(node) else { continue };
        if tag.is_unread()
            || matches!(tag, Tag::Nav | Tag::Footer | Tag::Form | Tag::Dialog | Tag::Blockquote)
            || (credits::is_foreign_by_name(page, node) && !is_column(page, node))
        {
            next = page.subtree_end(node);
            continue;
        }
        if is_column(page, node) && !page.ancestors(node).any(|up| page.is(up, Tag::Article)) {
            column_end = column_end.max(page.subtree_end(node));
        }
        let is_author = is_author_link(page, node)
            || (page.is_called(node, Called::Byline) && !page.is_called(node, Called::NoByline));
        let is_signature = || tag.is_block_level() && begins_as_signature(page, node);
        if node >= column_end
            && page.may_be_line(node, MAX_NAME_CHARS)
            && (is_author || is_signature())
            && let Some(text) = page.line(node, MAX_NAME_CHARS)
            && (is_author || says_written_by(&text))
            && let Some(name) = names::byline(&text, &SiteNames::default())
            && !people.contains(&name)
        {
            people.push(name);
        }
        if let Some((telling, day)) = day(page, node, tag, order)
            && (matches!(telling, Telling::Label | Telling::Change) || node >= column_end)
            && !days[telling as usize].contains(&day)
        {
            days[telling as usize].push(day);
        }
    }
    if let [name] = people.as_slice() {
        claims.add(Field::Byline, Source::Elsewhere, name.as_str());
    }
    let [labelled, named, bare, changed] = &days;
    if let [day] = changed.as_slice() {
        claims.add(Field::Modified, Source::Elsewhere, day.as_str());
    }
    // Days that only rise are those of a thread, which its first post began; lists of teasers begin with the newest.
    let rises = named.windows(2).all(|pair| pair[0] < pair[1]);
    match (labelled.as_slice(), named.as_slice(), bare.as_slice()) {
        ([day], ..) => claims.add(Field::Published, Source::Labelled, day.as_str()),
        ([], [day, ..], _) if rises => claims.add(Field::Published, Source::Elsewhere, day.as_str()),
        ([], [], [day]) => claims.add(Field::Published, Source::Elsewhere, day.as_str()),
        _ => {}
    }
}

/// Whether it is a column beside the text.
fn is_column(page: &View<'_>, node: NodeId) -> bool {
    page.is_called(node, Called::Column)
}

/// Whether the line is a signature: far from the headline, "by" alone introduces makers of pictures, too.
fn says_written_by(text: &str) -> bool {
    SIGNATURES.iter().any(|words| text.starts_with(words)) && names::introduced(text).is_some()
}

/// Whether the element's text may be a signature, by its first word: asked of every element, before its text is put
/// together.
fn begins_as_signature(page: &View<'_>, node: NodeId) -> bool {
    let first = page.pieces(node).next().and_then(|text| text.split_whitespace().next());
    first.is_some_and(|first| SIGNATURES.iter().any(|words| words.starts_with(first)))
}

/// What a signature begins with.
const SIGNATURES: &[&str] = &[
    "Written by",
    "This post was written by",
    "This article was written by",
    "Words by",
    "Geschrieben von",
    "Écrit par",
    "Escrito por",
    "Scritto da",
];

/// Characters of one person's name with titles.
const MAX_NAME_CHARS: usize = 60;

/// How an element tells what its day is.
#[derive(Clone, Copy)]
enum Telling {
    /// By a label of publication.
    Label,
    /// By what it is called.
    Name,
    /// By being a line of nothing else.
    Line,
    /// By a label of a change, or by being called one.
    Change,
}

/// The day that an element says, and how it tells what that is.
fn day(page: &View<'_>, node: NodeId, tag: Tag, order: NumericOrder) -> Option<(Telling, String)> {
    let is_line =
        tag.is_block_level() || matches!(tag, Tag::Span | Tag::Time | Tag::Small | Tag::Em | Tag::I | Tag::Font);
    let is_named = tag == Tag::Time || page.is_called(node, Called::SureDate);
    if !(is_line || is_named) || !page.may_be_line(node, MAX_LINE_CHARS) {
        return None;
    }
    let written = date_line::machine_date(page, node, order);
    if written.is_none() && !page.may_hold_day(node) {
        return None;
    }
    let text = page.line(node, MAX_LINE_CHARS)?;
    let found = dates::find(&text, order).into_iter().next();
    if (written.is_none() && found.is_none()) || date_line::is_of_an_account(page, node, &text) {
        return None;
    }
    let lead = lead_of(page, node);
    let covers = found.as_ref().is_some_and(|date| (date.end - date.start) * 2 >= text.len());
    let is_whole = found.as_ref().is_some_and(|date| (date.end - date.start) * 10 >= text.len() * 9);
    let is_changed = says_changed(&text) || says_changed(&lead) || page.is_called(node, Called::Changed);
    let is_labelled = found.is_some() && date_line::is_labelled(&text)
        || (is_whole || written.is_some()) && date_line::is_labelled(&lead);
    let day = written.or_else(|| found.map(|date| date.iso))?;
    match (is_labelled, is_named, is_whole) {
        _ if is_changed => (covers || tag == Tag::Time).then_some((Telling::Change, day)),
        (true, ..) => Some((Telling::Label, day)),
        (_, true, _) if tag == Tag::Time || covers => Some((Telling::Name, day)),
        (_, _, true) => Some((Telling::Line, day)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::testing::page;

    fn first(markup: &str, field: Field) -> Option<String> {
        let page = page(&format!("<body>{markup}</body>"));
        let mut claims = Claims::default();
        read(&View::of(&page), NumericOrder::Unknown, &mut claims);
        claims.first(field, |claim| Some(claim.value.clone()))
    }

    #[test]
    fn one_name_counts_and_two_that_differ_do_not() {
        let ann = "<div class=author-name>Ann</div>";
        assert_eq!(first(&format!("{ann}{ann}"), Field::Byline).as_deref(), Some("Ann"));
        assert_eq!(first(&format!("{ann}<div class=author-name>Bo</div>"), Field::Byline), None);
    }

    #[test]
    fn in_a_column_outside_the_article_only_a_labelled_day_counts() {
        let column = |day: &str| format!("<div class=sidebar>{day}<div class=author-name>Ann</div></div>");
        let labelled = column("<h4>Published</h4><div class=date>July 8, 2025</div>");
        assert_eq!(first(&labelled, Field::Published).as_deref(), Some("2025-07-08"));
        assert_eq!(first(&labelled, Field::Byline), None);
        assert_eq!(first(&column("<div class=date>July 8, 2025</div>"), Field::Published), None);
    }

    #[test]
    fn a_labelled_day_goes_before_days_without_a_label() {
        let teasers = "<time datetime=2020-01-01></time><time datetime=2020-01-02></time>";
        let line = "<p>Posted on the 15 March 2019 by the keeper</p>";
        assert_eq!(first(&format!("{teasers}{line}"), Field::Published).as_deref(), Some("2019-03-15"));
        assert_eq!(first("<h4>Published</h4><div>July 8, 2025</div>", Field::Published).as_deref(), Some("2025-07-08"));
    }

    #[test]
    fn days_that_only_rise_are_a_threads_and_its_first_counts() {
        let posts = |days: &[&str]| -> String {
            days.iter().map(|day| format!("<time>{day}</time>")).collect::<Vec<_>>().concat()
        };
        assert_eq!(first(&posts(&["2020-01-01", "2020-01-02"]), Field::Published).as_deref(), Some("2020-01-01"));
        assert_eq!(first(&posts(&["2020-01-02", "2020-01-01"]), Field::Published), None);
    }

    #[test]
    fn a_column_beside_the_text_counts_inside_the_article_only() {
        let column = "<div class=sidebar><time>2020-01-02</time></div>";
        assert_eq!(first(&format!("<article>{column}</article>"), Field::Published).as_deref(), Some("2020-01-02"));
        assert_eq!(first(column, Field::Published), None);
    }

    #[test]
    fn a_single_line_that_is_a_day_counts_as_does_one_of_a_change() {
        assert_eq!(first("<p>April 8, 2024</p>", Field::Published).as_deref(), Some("2024-04-08"));
        assert_eq!(first("<p>Last updated April 8, 2024</p>", Field::Published), None);
        assert_eq!(first("<p>Last updated April 8, 2024</p>", Field::Modified).as_deref(), Some("2024-04-08"));
        assert_eq!(first("<p>Updated April 8, 2024</p><p>Updated May 8, 2024</p>", Field::Modified), None);
        assert_eq!(first("<p>April 8, 2024</p><p>May 8, 2024</p>", Field::Published), None);
    }
}
