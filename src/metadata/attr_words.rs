//! The words of an element's `class` and `id`.

use crate::page::{Attr, NodeId, Page};

/// Words read of one element; the class lists of utility style sheets go on for hundreds.
const MAX_WORDS: usize = 40;

/// Lower-case words of `class` and `id`: parted at what is no letter, and where a small letter meets a capital.
pub fn of(page: &Page, node: NodeId) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for attr in [Attr::Class, Attr::Id] {
        let mut word = String::new();
        let mut was_small = false;
        for c in page.attr(node, attr).unwrap_or_default().chars().chain([' ']) {
            let cut = !c.is_alphabetic() || (was_small && c.is_uppercase());
            if cut && !word.is_empty() {
                words.push(std::mem::take(&mut word));
                if words.len() == MAX_WORDS {
                    return words;
                }
            }
            if c.is_alphabetic() {
                word.extend(c.to_lowercase());
            }
            was_small = c.is_lowercase();
        }
    }
    words
}

/// Whether one of `words` stands in the list.
pub fn any(words: &[String], list: &[&str]) -> bool {
    words.iter().any(|word| list.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::testing::page;

    #[test]
    fn names_are_cut_into_words() {
        let page = page("<p class='articleByline post__author-2' id=X></p>");
        assert_eq!(of(&page, NodeId::ROOT.next()), ["article", "byline", "post", "author", "x"]);
    }
}
