//! The words of an element's `class` and `id`.

use crate::page::{Attr, NodeId, Page};

/// The words, as slices in the case they stand in: parted at what is no letter, and where a small letter meets a capital.
pub fn of(page: &Page, node: NodeId) -> impl Iterator<Item = &str> {
    [Attr::Class, Attr::Id].into_iter().filter_map(move |attr| page.attr(node, attr)).flat_map(split)
}

/// Whether one of the words stands in the list, in any case.
pub fn any(page: &Page, node: NodeId, list: &[&str]) -> bool {
    of(page, node).any(|word| list.iter().any(|name| name.eq_ignore_ascii_case(word)))
}

/// By bytes, as all but a few class names are ASCII: this is asked of every element, several times.
fn split(value: &str) -> impl Iterator<Item = &str> {
    // Bytes over 127 are parts of letters: where one is none (a dash), it makes a word that stands in no list.
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || !byte.is_ascii();
    let bytes = value.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() && !is_letter(bytes[at]) {
            at += 1;
        }
        let start = at;
        while at < bytes.len()
            && is_letter(bytes[at])
            && !(at > start && bytes[at].is_ascii_uppercase() && bytes[at - 1].is_ascii_lowercase())
        {
            at += 1;
        }
        // Cuts are made at ASCII bytes only, so none splits a character.
        value.get(start..at).filter(|word| !word.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::testing::page;

    #[test]
    fn names_are_cut_into_words() {
        let page = page("<p class='articleByline post__author-2' id=X></p>");
        let p = NodeId::ROOT.next();
        assert_eq!(of(&page, p).collect::<Vec<_>>(), ["article", "Byline", "post", "author", "X"]);
        assert!(any(&page, p, &["byline"]) && !any(&page, p, &["by"]));
    }
}
