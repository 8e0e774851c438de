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

fn split(value: &str) -> impl Iterator<Item = &str> {
    let mut rest = value;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !c.is_alphabetic());
        let mut was_small = false;
        let end = rest.char_indices().find(|&(_, c)| {
            let ends = !c.is_alphabetic() || (was_small && c.is_uppercase());
            was_small = c.is_lowercase();
            ends
        });
        let (word, after) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
        rest = after;
        (!word.is_empty()).then_some(word)
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
