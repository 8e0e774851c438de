//! Language and direction.

use super::{
    claim::{Claims, Field},
    view::View,
};
use crate::page::{Attr, Tag};

/// The page's language as a BCP 47 tag (`en`, `en-US`, `zh-Hant-TW`), from what it says of itself.
pub fn lang(claims: &Claims) -> Option<String> {
    claims.first(Field::Lang, |claim| normalize(&claim.value))
}

/// A well-formed tag in the usual case (RFC 5646, 2.1.1); `None` for what is none. `en_US` is written for `en-US`, and of
/// a list the first counts.
pub fn normalize(written: &str) -> Option<String> {
    let first = written.split([',', ';', ' ']).find(|part| !part.is_empty())?;
    let mut out = String::new();
    for (index, part) in first.split(['-', '_']).enumerate() {
        let letters = part.bytes().all(|byte| byte.is_ascii_alphabetic());
        if part.is_empty() || part.len() > 8 || !part.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        match (index, part.len()) {
            (0, 2..=3) if letters => out.push_str(&part.to_ascii_lowercase()),
            (0, _) => return None,
            (_, 2) if letters => {
                out.push('-');
                out.push_str(&part.to_ascii_uppercase());
            }
            (_, 4) if letters => {
                out.push('-');
                out.push_str(&part[..1].to_ascii_uppercase());
                out.push_str(&part[1..].to_ascii_lowercase());
            }
            _ => {
                out.push('-');
                out.push_str(&part.to_ascii_lowercase());
            }
        }
        if index == MAX_SUBTAGS {
            return None;
        }
    }
    (!matches!(out.as_str(), "und" | "mul" | "xx")).then_some(out)
}

/// Subtags after the language; RFC 5646 needs no more than eight in any real tag.
const MAX_SUBTAGS: usize = 8;

/// Languages written from right to left, in their usual script.
const RIGHT_TO_LEFT: &[&str] = &[
    "ar", "arc", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "mzn", "nqo", "pnb", "prs", "ps", "sd", "syr", "ug", "ur",
    "yi",
];

/// `ltr` or `rtl`: what the root or the body says, else what the language is written in; `None` where neither is known.
pub fn dir(page: &View<'_>, lang: Option<&str>) -> Option<String> {
    let said = page
        .heads()
        .filter(|&node| matches!(page.tag(node), Some(Tag::Html | Tag::Body)))
        .filter_map(|node| page.attr(node, Attr::Dir))
        .map(|dir| dir.trim().to_ascii_lowercase())
        .find(|dir| matches!(dir.as_str(), "ltr" | "rtl"));
    said.or_else(|| {
        let mut parts = lang?.split('-');
        let language = parts.next()?;
        let rtl = match parts.next().filter(|script| script.len() == 4) {
            Some(script) => matches!(script, "Arab" | "Hebr" | "Thaa" | "Syrc" | "Nkoo"),
            None => RIGHT_TO_LEFT.contains(&language),
        };
        Some(if rtl { "rtl" } else { "ltr" }.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::testing::page;

    #[test]
    fn tags_are_normalised_and_nonsense_is_none() {
        for (written, tag) in [
            ("en_us", Some("en-US")),
            ("ZH-hant-tw", Some("zh-Hant-TW")),
            ("de, en", Some("de")),
            ("English", None),
            ("en\"><script>", None),
            ("", None),
            ("und", None),
        ] {
            assert_eq!(normalize(written).as_deref(), tag, "{written}");
        }
    }

    #[test]
    fn the_direction_is_what_the_page_says_else_its_languages() {
        assert_eq!(dir(&View::of(&page("<html dir=LTR></html>")), Some("ar")).as_deref(), Some("ltr"));
        assert_eq!(dir(&View::of(&page("<html></html>")), Some("he-IL")).as_deref(), Some("rtl"));
        assert_eq!(dir(&View::of(&page("<html></html>")), Some("ku-Latn")).as_deref(), Some("ltr"));
        assert_eq!(dir(&View::of(&page("<html></html>")), None), None);
    }
}
