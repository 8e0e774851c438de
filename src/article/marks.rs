//! Language and direction of a stretch of text, where they differ from what is around it.

use super::body::{Direction, Marks};
use crate::{
    metadata::Metadata,
    page::{Attr, NodeId, Page, Tag},
};

/// BCP 47 tags are short; a longer value is none (RFC 5646, 4.4.1 asks for 35 characters).
const MAX_LANG: usize = 35;

/// The article's own.
pub(super) fn of_article(metadata: &Metadata) -> Marks {
    Marks { lang: metadata.lang.as_deref().and_then(lang), dir: metadata.dir.as_deref().and_then(direction) }
}

/// What an element says of itself. The `html` element speaks for the page, and the metadata has weighed that already.
pub(super) fn of_element(page: &Page, node: NodeId) -> Marks {
    if page.is(node, Tag::Html) {
        return Marks::default();
    }
    Marks { lang: page.attr(node, Attr::Lang).and_then(lang), dir: page.attr(node, Attr::Dir).and_then(direction) }
}

impl Marks {
    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.lang.is_none() && self.dir.is_none()
    }

    /// What holds inside an element that says `inner`.
    pub(super) fn with(&self, inner: &Self) -> Self {
        Self { lang: inner.lang.clone().or_else(|| self.lang.clone()), dir: inner.dir.or(self.dir) }
    }

    /// What must be said of text with these marks inside text with the `outer` ones.
    pub(super) fn within(&self, outer: &Self) -> Self {
        let lang = self.lang.as_ref().filter(|lang| !outer.lang.as_ref().is_some_and(|outer| is_same(lang, outer)));
        let dir = self.dir.filter(|&dir| dir != outer.dir.unwrap_or(Direction::Ltr));
        Self { lang: lang.cloned(), dir }
    }
}

/// Whether two language tags are one, or one is the other with a region: `en` and `en-GB`.
fn is_same(one: &str, other: &str) -> bool {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    one.eq_ignore_ascii_case(other) || (primary(one) == primary(other) && (!one.contains('-') || !other.contains('-')))
}

fn lang(value: &str) -> Option<String> {
    let value = value.trim().replace('_', "-");
    let is_tag = !value.is_empty()
        && value.len() <= MAX_LANG
        && value.starts_with(|c: char| c.is_ascii_alphabetic())
        && value.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    is_tag.then_some(value)
}

fn direction(value: &str) -> Option<Direction> {
    match value.trim().to_ascii_lowercase().as_str() {
        "ltr" => Some(Direction::Ltr),
        "rtl" => Some(Direction::Rtl),
        "auto" => Some(Direction::Auto),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_language_tags_are_languages() {
        assert_eq!(lang(" pt_BR "), Some("pt-BR".into()));
        assert_eq!(lang("en\" onload=\"x"), None);
        assert_eq!(lang(&"a".repeat(MAX_LANG + 1)), None);
    }

    #[test]
    fn a_region_is_no_other_language() {
        let marks = |lang: &str| Marks { lang: Some(lang.into()), dir: None };
        assert!(marks("en-GB").within(&marks("en")).is_empty());
        assert_eq!(marks("zh-Hant").within(&marks("zh-Hans")), marks("zh-Hant"));
        assert_eq!(marks("fr").within(&Marks::default()), marks("fr"));
    }
}
