//! The words that the readings here know, as lists: what a page of other words must keep to be read alike.

use super::{
    claim::Field,
    date_words,
    kind::{shape, words},
    meta_tags, microdata, name_line, name_words, newsroom,
    view::Called,
};

/// What lines of credits say, lower-case: "written by", "updated", "joined".
pub fn credits() -> impl Iterator<Item = &'static str> {
    [
        name_words::INTRODUCTIONS,
        name_words::UNSPACED_INTRODUCTIONS,
        name_words::ENDINGS,
        name_words::NOBODY,
        newsroom::DESKS,
        date_words::CHANGED,
        date_words::LABELS,
        date_words::BESIDE_CLOCKS,
        date_words::ACCOUNT_LABELS,
        meta_tags::LABELS_OF_AUTHORS,
    ]
    .into_iter()
    .flatten()
    .map(|phrase| phrase.trim())
}

/// What buttons of shops and services say, lower-case.
pub fn calls() -> impl Iterator<Item = &'static str> {
    [shape::BUY, shape::CALLS].into_iter().flatten().copied()
}

/// The words of class and id that are known, lower-case.
pub fn markup() -> impl Iterator<Item = &'static str> {
    let called = Called::ALL.into_iter().flat_map(|(_, words)| words);
    called.chain(meta_tags::PUBLISHED_ENDINGS).copied()
}

/// The words of addresses that speak for a kind of page, and those of authors' pages.
pub fn places() -> impl Iterator<Item = &'static str> {
    words::ADDRESS_WORDS
        .iter()
        .flat_map(|(words, ..)| *words)
        .copied()
        .chain(name_line::AUTHORS_PLACES.iter().flat_map(|place| place.split('/').filter(|word| !word.is_empty())))
}

/// The names of programs that make pages of one kind, lower-case.
pub fn generators() -> impl Iterator<Item = &'static str> {
    words::GENERATORS.iter().flat_map(|(names, ..)| *names).copied()
}

/// What a `meta` element says by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// When the page was written or changed.
    Date,
    /// What sort of page it is.
    Type,
    /// In which language it is.
    Language,
    /// Words or an address.
    Text,
}

/// What the `meta` elements of this name, in lower case, say; `None` for those that are not read.
pub fn said_by(name: &str) -> Option<Said> {
    if let Some((_, field, _)) = meta_tags::NAMES.iter().find(|(known, ..)| *known == name) {
        return Some(match field {
            Field::Published | Field::Modified => Said::Date,
            Field::Type => Said::Type,
            Field::Lang => Said::Language,
            _ => Said::Text,
        });
    }
    if meta_tags::ends_as_published(name) {
        return Some(Said::Date);
    }
    let is_card = meta_tags::CARD_LINES.as_flattened().contains(&name);
    (is_card || name == "og:url").then_some(Said::Text)
}

/// Whether the `meta` elements of this name, in lower case, say who wrote the page.
pub fn names_author(name: &str) -> bool {
    meta_tags::NAMES.iter().any(|(known, field, _)| *field == Field::Byline && *known == name)
}

/// The types of schema.org and Open Graph that tell something, lower-case.
pub fn types() -> impl Iterator<Item = &'static str> {
    words::TYPES.iter().flat_map(|(names, ..)| *names).chain(microdata::FOREIGN).copied()
}
