//! Pages for tests, written as small well-formed markup.

use crate::page::{Attr, Hints, Page, PageBuilder, Tag};

/// Builds a page from markup in which every element but void ones is closed; attribute values may be bare or in single
/// quotes.
pub fn page(markup: &str) -> Page {
    let mut builder = PageBuilder::new();
    let mut rest = markup;
    while let Some(at) = rest.find('<') {
        builder.text(&rest[..at]).unwrap();
        let end = at + rest[at..].find('>').unwrap();
        let inside = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if inside.starts_with('/') {
            builder.close();
            continue;
        }
        let (name, mut attrs) = inside.split_once(' ').unwrap_or((inside, ""));
        let tag = Tag::from_name(name);
        builder.open(tag, Hints::NONE).unwrap();
        while let Some((name, after)) = attrs.trim_start().split_once('=') {
            let (value, after) = match after.strip_prefix('\'') {
                Some(quoted) => quoted.split_once('\'').unwrap(),
                None => after.split_once(' ').unwrap_or((after, "")),
            };
            builder.attr(Attr::from_name(name).unwrap(), value);
            attrs = after;
        }
        if tag.is_void() {
            builder.close();
        }
        if tag == Tag::Script {
            let end = rest.find("</script>").unwrap();
            builder.text(&rest[..end]).unwrap();
            rest = &rest[end..];
        }
    }
    builder.text(rest).unwrap();
    assert_eq!(builder.depth(), 0, "unbalanced markup");
    builder.finish()
}
