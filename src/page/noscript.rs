//! The markup that a browser with scripts on keeps as one text inside `noscript`: where lazy pictures have their plain
//! form. A small tokenizer for that one place, so that the tape needs no HTML parser.

use super::{Attr, PageBuilder, Tag};
use crate::Error;

/// Reads markup into the builder, inside the element that is open. Ends balanced: what it opened is closed.
///
/// # Errors
/// As [`PageBuilder::open`].
pub fn read(markup: &str, builder: &mut PageBuilder) -> Result<(), Error> {
    let outer = builder.depth();
    let mut rest = markup;
    while let Some(at) = rest.find('<') {
        builder.text(&unescape(&rest[..at]))?;
        let tag = &rest[at + 1..];
        if let Some(comment) = tag.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let Some(end) = tag_end(tag) else {
            rest = "";
            break;
        };
        let inside = &tag[..end];
        rest = &tag[end + 1..];
        if inside.starts_with('/') {
            if builder.depth() > outer {
                builder.close();
            }
        } else if inside.starts_with(|c: char| c.is_ascii_alphabetic()) {
            open(inside, builder)?;
        }
    }
    builder.text(&unescape(rest))?;
    while builder.depth() > outer {
        builder.close();
    }
    Ok(())
}

/// Where the tag ends: the first `>` outside quotes.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in tag.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

fn open(inside: &str, builder: &mut PageBuilder) -> Result<(), Error> {
    let name_end = inside.find(|c: char| c.is_ascii_whitespace() || c == '/').unwrap_or(inside.len());
    let tag = Tag::from_name(&inside[..name_end].to_ascii_lowercase());
    builder.open_unnumbered(tag)?;
    let mut rest = &inside[name_end..];
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            break;
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/')).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end.max(1).min(rest.len()));
        let after = after.trim_start();
        let value = if let Some(after) = after.strip_prefix('=') {
            let (value, after) = value(after.trim_start());
            rest = after;
            value
        } else {
            rest = after;
            ""
        };
        if let Some(attr) = Attr::from_name(&name.to_ascii_lowercase()) {
            builder.attr(attr, &unescape(value));
        }
    }
    if tag.is_void() {
        builder.close();
    }
    Ok(())
}

/// Splits an attribute's value, quoted or not, from what follows.
fn value(text: &str) -> (&str, &str) {
    match text.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let inner = &text[1..];
            inner.find(quote).map_or((inner, ""), |end| (&inner[..end], &inner[end + 1..]))
        }
        _ => text.split_at(text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len())),
    }
}

/// The five entities that addresses and short texts need.
fn unescape(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .iter()
        .fold(text.to_owned(), |text, (entity, plain)| text.replace(entity, plain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Hints, NodeId};

    fn page(markup: &str) -> crate::page::Page {
        let mut builder = PageBuilder::new();
        builder.open(Tag::Noscript, Hints::NONE).unwrap();
        read(markup, &mut builder).unwrap();
        assert_eq!(builder.depth(), 1);
        builder.finish()
    }

    #[test]
    fn the_plain_form_of_a_lazy_picture_is_found() {
        let page = page("<p class=x><img src=\"a.jpg?w=1&amp;h=2\" alt='a > b'/></p>");
        let img = page.nodes().find(|&node| page.is(node, Tag::Img)).unwrap();
        assert_eq!(page.attr(img, Attr::Src), Some("a.jpg?w=1&h=2"));
        assert_eq!(page.attr(img, Attr::Alt), Some("a > b"));
    }

    #[test]
    fn broken_markup_ends_balanced() {
        for markup in ["<", "<img", "</div></div>", "<div><b =", "<!-- x", "<a href='", "a < b", "<p ===>"] {
            assert!(page(markup).len() < 6);
        }
        assert_eq!(page("a <b>c").descendants(NodeId::ROOT).count(), 4);
    }
}
