//! Bylines: who wrote it, without "By" and what else stands in the line.

use super::{
    dates::{self, NumericOrder},
    plain,
    title::SiteNames,
};

/// Words that introduce an author, lower-case, by language: English, German, French, Spanish and Portuguese, Italian,
/// Dutch, Polish, Russian. The longer first.
const INTRODUCTIONS: &[&str] = &[
    "words and photographs by",
    "story and photos by",
    "written and reviewed by",
    "this article was written by",
    "article written by",
    "written by",
    "posted by",
    "published by",
    "reviewed by",
    "created by",
    "authored by",
    "contributed by",
    "reported by",
    "article by",
    "story by",
    "words by",
    "text by",
    "post by",
    "submitted by",
    "edited by",
    "author",
    "authors",
    "by",
    "geschrieben von",
    "ein artikel von",
    "von",
    "autor",
    "autorin",
    "écrit par",
    "publié par",
    "rédigé par",
    "par",
    "auteur",
    "escrito por",
    "publicado por",
    "por",
    "scritto da",
    "di",
    "a cura di",
    "door",
    "geschreven door",
    "autor",
    "автор",
    "текст",
];

/// What ends the names in a byline.
const ENDINGS: &[&str] = &[
    " | ",
    " • ",
    " · ",
    " — ",
    " – ",
    " / ",
    " // ",
    "published",
    "updated",
    "posted",
    "last updated",
    "reviewed by",
    "medically reviewed",
    "min read",
    "minute read",
    "fact checked",
    "edited by",
    " on: ",
];

/// The names in what a source says, one a line or in a sentence; `None` where there is no name in it: an address, an
/// account, nothing but an introduction. The site's own name counts
/// only alone.
pub fn byline(said: &str, sites: &SiteNames) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for line in said.lines() {
        let Some(name) = plain::field(line).and_then(|line| one(&line)) else { continue };
        let key = plain::key(&name);
        if !key.is_empty() && !names.iter().any(|known| plain::key(known) == key) {
            names.push(name);
        }
    }
    // Where persons are named, the site that also signs says nothing.
    if names.iter().any(|name| !sites.are(name)) {
        names.retain(|name| !sites.are(name));
    }
    let joined = names.join(", ");
    (!joined.is_empty()).then_some(joined)
}

/// Longest byline in characters: four long names with titles.
const MAX_BYLINE_CHARS: usize = 160;

fn one(line: &str) -> Option<String> {
    let mut text = line.trim();
    loop {
        let before = text;
        text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
        for introduction in INTRODUCTIONS {
            text = without_introduction(text, introduction);
        }
        if text == before {
            break;
        }
    }
    let mut end = text.len();
    for ending in ENDINGS {
        if let Some(at) = find_ignoring_case(text, ending)
            && at > 0
        {
            end = end.min(at);
        }
    }
    text = &text[..end];
    if let Some(date) = dates::find(text, NumericOrder::DayFirst).first() {
        text = &text[..date.start];
    }
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ')' | '!')).trim();
    let text = text.strip_suffix(" on").unwrap_or(text);
    let is_name = text.chars().any(char::is_alphabetic)
        && text.chars().count() <= MAX_BYLINE_CHARS
        && !text.contains("://")
        && !text.starts_with("www.")
        && !(text.contains('@') && text.contains('.') && !text.contains(' '))
        && !matches!(
            plain::key(text).as_str(),
            "admin"
                | "administrator"
                | "unknown"
                | "anonymous"
                | "null"
                | "none"
                | "undefined"
                | "na"
                | "n a"
                | "author"
                | "editor"
                | "staff"
                | "guest"
        );
    is_name.then(|| text.to_owned())
}

fn without_introduction<'a>(text: &'a str, introduction: &str) -> &'a str {
    let Some(head) = text.get(..introduction.len()) else { return text };
    let rest = &text[introduction.len()..];
    let ends_word = rest.starts_with(|c: char| c.is_whitespace() || c == ':');
    if head.to_lowercase() == introduction && ends_word {
        rest.trim_start_matches(|c: char| c.is_whitespace() || c == ':')
    } else {
        text
    }
}

/// Where `needle` (ASCII apart from marks, lower-case) begins in `text`.
fn find_ignoring_case(text: &str, needle: &str) -> Option<usize> {
    text.char_indices()
        .map(|(at, _)| at)
        .find(|&at| text.get(at..at + needle.len()).is_some_and(|part| part.eq_ignore_ascii_case(needle)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn introductions_dates_and_other_matter_are_cut() {
        for (said, name) in [
            ("By Ann Bo", "Ann Bo"),
            ("Written by: Ann Bo | Updated May 2", "Ann Bo"),
            ("Von Ann Bo, 3. Mai 2020", "Ann Bo"),
            ("Автор: Иван Ко", "Иван Ко"),
            ("Byron Bay", "Byron Bay"),
            ("Ann\nBo\nann", "Ann, Bo"),
        ] {
            assert_eq!(byline(said, &SiteNames::default()).as_deref(), Some(name), "{said}");
        }
    }

    #[test]
    fn addresses_and_accounts_without_a_person_are_no_names() {
        for said in ["https://a.example/ann", "ann@a.example", "admin", "  ", "2024"] {
            assert_eq!(byline(said, &SiteNames::default()), None, "{said}");
        }
    }

    #[test]
    fn the_sites_own_name_goes_where_a_person_is_named() {
        assert_eq!(
            byline("Ann\nThe Daily", &SiteNames { keys: vec!["the daily".to_owned()], ..SiteNames::default() })
                .as_deref(),
            Some("Ann")
        );
    }
}
