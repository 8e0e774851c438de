//! What the page's own address says: the day it stands under.

use std::borrow::Cow;

use url::Url;

use super::{
    claim::{Claims, Field, Source},
    dates::{self, NumericOrder},
    view::View,
};
use crate::{
    page::{Attr, NodeId, Tag},
    web_address,
};

/// The page's own address: where it was read, else what its head says.
pub fn own<'a>(page: &View<'_>, url: Option<&'a Url>) -> Option<Cow<'a, Url>> {
    let said = || {
        let link = |node: &NodeId| {
            page.is(*node, Tag::Link)
                && page.attr(*node, Attr::Rel).is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"))
        };
        let meta = |node: &NodeId| page.is(*node, Tag::Meta) && page.attr(*node, Attr::Property) == Some("og:url");
        let written = page.heads().find(link).and_then(|node| page.attr(node, Attr::Href));
        let written = written.or_else(|| page.heads().find(meta).and_then(|node| page.attr(node, Attr::Content)))?;
        web_address::parse(None, written).filter(|url| matches!(url.scheme(), "http" | "https"))
    };
    url.map(Cow::Borrowed).or_else(|| said().map(Cow::Owned))
}

/// Adds the day of an address like `/2024/03/28/story` or `/2024-03-28-story` to `claims`.
pub fn read(url: Option<&Url>, claims: &mut Claims) {
    if let Some(day) = url.and_then(day) {
        claims.add(Field::Published, Source::Address, day);
    }
}

/// The words of the address's last part, where there are enough to be a title's: they agree with the headline.
pub fn slug(url: Option<&Url>) -> Option<String> {
    let words: Vec<&str> = name(url?)?.split(['-', '_', '+']).filter(|word| !word.is_empty()).collect();
    (words.len() >= MIN_SLUG_WORDS).then(|| words.join(" "))
}

/// The path's last part, without the ending of a file.
pub fn name(url: &Url) -> Option<&str> {
    let last = url.path_segments()?.rfind(|segment| !segment.is_empty())?;
    Some(last.rsplit_once('.').map_or(last, |(name, _)| name))
}

/// Words of an address's last part: fewer are a section's.
const MIN_SLUG_WORDS: usize = 4;

fn day(url: &Url) -> Option<String> {
    let segments: Vec<&str> = url.path_segments()?.collect();
    let is_number = |text: &str, length: usize| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_day = |part: &[&str]| match part {
        [year, month, day, ..] => {
            is_number(year, 4) && (is_number(month, 2) || dates::is_month(month)) && is_number(day, 2)
        }
        _ => false,
    };
    // Where the month is a name, the order in which people write.
    let parse = |part: &[&str]| match part {
        [year, month, day, ..] if dates::is_month(month) => {
            dates::parse(&[*day, *month, *year].join(" "), NumericOrder::Unknown)
        }
        _ => dates::parse(&part[..3].join("-"), NumericOrder::Unknown),
    };
    let in_slug = segments.iter().find_map(|segment| {
        let part: Vec<&str> = segment.splitn(4, ['-', '+', '_']).collect();
        is_day(&part).then(|| parse(&part)).flatten()
    });
    segments.windows(3).find_map(|part| is_day(part).then(|| parse(part)).flatten()).or(in_slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_folders_or_before_a_slug_is_claimed_and_other_numbers_are_not() {
        for (path, found) in [
            ("2024/03/28/story", Some("2024-03-28")),
            ("blog/2024-03-28-story", Some("2024-03-28")),
            ("2024/mar/08/story", Some("2024-03-08")),
            ("blog/2023/october/03/story", Some("2023-10-03")),
            ("2024/03/story", None),
            ("2024/13/28/story", None),
            ("story-20240328", None),
        ] {
            let url = Url::parse(&format!("https://a.example/{path}")).unwrap();
            assert_eq!(day(&url).as_deref(), found, "{path}");
        }
    }

    #[test]
    fn the_last_part_of_an_address_gives_a_titles_words_if_there_are_enough() {
        for (path, found) in [
            ("a/rain-falls-on-valley.html", Some("rain falls on valley")),
            ("a/rain_falls_on_the_valley/", Some("rain falls on the valley")),
            ("a/local-news", None),
            ("", None),
        ] {
            let url = Url::parse(&format!("https://a.example/{path}")).unwrap();
            assert_eq!(slug(Some(&url)).as_deref(), found, "{path}");
        }
    }
}
