//! Names and dates far from the headline, in elements that are called so.

use super::{
    attr_words,
    claim::{Claims, Field, Source},
    credits::{
        BYLINE_NAMES, DATE_NAMES, FOREIGN_NAMES, MAX_LINE_CHARS, NOT_BYLINE_NAMES, is_author_link, lead_of,
        says_changed,
    },
    dates::{self, NumericOrder},
    names, plain,
    title::SiteNames,
};
use crate::page::{Attr, NodeId, Page, Tag};

/// Adds the name and the date that the rest of the page, from `from` on, has in elements named so, if there is but one
/// of each: a box about the author at the end, a date in a column beside the text.
pub fn read(page: &Page, from: NodeId, end: NodeId, order: NumericOrder, claims: &mut Claims) {
    let mut people: Vec<String> = Vec::new();
    let mut days: Vec<String> = Vec::new();
    let mut next = from;
    while next < end {
        let node = next;
        next = node.next();
        let Some(tag) = page.tag(node) else { continue };
        if tag.is_unread()
            || matches!(tag, Tag::Nav | Tag::Footer | Tag::Form | Tag::Dialog | Tag::Blockquote)
            || attr_words::any(page, node, FOREIGN_NAMES)
        {
            next = page.subtree_end(node);
            continue;
        }
        let is_author = is_author_link(page, node)
            || (attr_words::any(page, node, BYLINE_NAMES) && !attr_words::any(page, node, NOT_BYLINE_NAMES));
        let is_date = tag == Tag::Time || attr_words::any(page, node, &DATE_NAMES[..8]);
        if !is_author && !is_date {
            continue;
        }
        let Some(text) = plain::line(page, node, MAX_LINE_CHARS) else { continue };
        if is_author
            && text.chars().count() < MAX_NAME_CHARS
            && let Some(name) = names::byline(&text, &SiteNames::default())
            && !people.contains(&name)
        {
            people.push(name);
        }
        let written = page.attr(node, Attr::Datetime).filter(|_| tag == Tag::Time);
        let day = written.and_then(|written| dates::parse(written, order)).or_else(|| {
            let found = dates::find(&text, order).into_iter().next()?;
            ((found.end - found.start) * 2 > text.len()).then_some(found.iso)
        });
        if is_date
            && let Some(day) = day
            && !days.contains(&day)
            && !says_changed(&text)
            && !says_changed(&lead_of(page, node))
        {
            days.push(day);
        }
    }
    if let [name] = people.as_slice() {
        claims.add(Field::Byline, Source::Elsewhere, name.as_str());
    }
    if let [day] = days.as_slice() {
        claims.add(Field::Published, Source::Elsewhere, day.as_str());
    }
}

/// Characters of one person's name with titles.
const MAX_NAME_CHARS: usize = 60;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::testing::page;

    fn name(markup: &str) -> Option<String> {
        let page = page(&format!("<body>{markup}</body>"));
        let mut claims = Claims::default();
        read(&page, page.body(), page.subtree_end(page.body()), NumericOrder::Unknown, &mut claims);
        claims.first(Field::Byline, |claim| Some(claim.value.clone()))
    }

    #[test]
    fn one_name_counts_and_two_that_differ_do_not() {
        let ann = "<div class=author-name>Ann</div>";
        assert_eq!(name(&format!("{ann}{ann}")).as_deref(), Some("Ann"));
        assert_eq!(name(&format!("{ann}<div class=author-name>Bo</div>")), None);
    }
}
