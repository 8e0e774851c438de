//! Titles without the site's name, which the page itself tells.

use url::Url;

use super::{
    claim::{Claim, Claims, Field, Source},
    plain,
};

/// What titles are parted by. With spaces, or a hyphenated word would be cut.
const SEPARATORS: &[&str] = &[
    " | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " › ", " ‹ ", " ~ ", " ⋆ ", " // ", "| ", " |",
    " / ",
];

/// The names by which the page calls its site: what its metadata says, and its host.
#[derive(Debug, Clone, Default)]
pub struct SiteNames {
    /// As [`plain::key`] gives them.
    pub keys: Vec<String>,
    /// Labels of the host and the host as a whole, without marks.
    pub hosts: Vec<String>,
    /// Whether the page is the site's front: there, the site is what a title that begins with its name is about.
    pub is_front: bool,
}

impl SiteNames {
    /// Collects them.
    pub fn read(claims: &Claims, url: Option<&Url>) -> Self {
        let is_front = url.is_some_and(|url| url.path() == "/" && url.query().is_none());
        let mut names = Self { is_front, ..Self::default() };
        for claim in claims.about(Field::SiteName) {
            for name in claim.value.lines().filter_map(plain::field) {
                let whole = plain::key(&name);
                // "The Daily | News from Here": each part is a name.
                names
                    .keys
                    .extend(parts(&name).into_iter().map(plain::key).chain([whole]).filter(|key| !key.is_empty()));
            }
        }
        let host = url.and_then(Url::host_str).unwrap_or_default();
        let host = host.strip_prefix("www.").unwrap_or(host);
        let labels: Vec<&str> = host.split('.').collect();
        // The last label is the country's or trade's, no name.
        names.hosts.extend(labels.iter().take(labels.len().saturating_sub(1)).map(|label| compact(label)));
        names.hosts.push(compact(host));
        names.hosts.retain(|name| name.len() > 1);
        names
    }

    /// The names and, beside them, what the `title` element says before or after the title that another source gives
    /// alone: a name of the site that it tells nowhere else, or a section.
    pub fn with_sections(&self, claims: &Claims) -> Self {
        let said = |claim: &Claim| plain::field(&claim.value);
        let (elements, others): (Vec<&Claim>, Vec<&Claim>) =
            claims.about(Field::Title).partition(|claim| claim.source == Source::TitleElement);
        let titles: Vec<String> = others
            .into_iter()
            .filter_map(said)
            .filter(|title| !self.are(title))
            .map(|title| plain::key(&title))
            .collect();
        let mut names = self.clone();
        let mut add = |section: &str, title: &str| {
            let section = plain::key(section);
            if titles.contains(&plain::key(title)) && !section.is_empty() && !titles.contains(&section) {
                names.keys.push(section);
            }
        };
        for whole in elements.into_iter().filter_map(said) {
            if let [first, .., last] = parts(&whole).as_slice() {
                add(first, whole.strip_prefix(first).unwrap_or(&whole));
                add(last, whole.strip_suffix(last).unwrap_or(&whole));
            }
            if let Some((before, after)) = whole.split_once(": ") {
                add(before, after);
            }
        }
        names
    }

    /// Whether the text is one of the names as it stands.
    pub fn are(&self, text: &str) -> bool {
        let packed = compact(text);
        let bare = packed.strip_prefix("the").unwrap_or(&packed);
        let is_name = |name: &str| name == packed || name.strip_prefix("the").unwrap_or(name) == bare;
        !packed.is_empty()
            && (self.keys.iter().any(|name| is_name(&compact(name))) || self.hosts.iter().any(|name| is_name(name)))
    }

    /// Whether a part of a title is the site's name, or holds it among a few words, or is its beginning.
    pub fn holds(&self, part: &str) -> bool {
        let key = plain::key(part);
        if key.is_empty() {
            return false;
        }
        let packed = compact(&key);
        self.are(part)
            || (packed.len() >= MIN_PARTIAL && self.hosts.iter().any(|name| name.starts_with(&packed)))
            || (key.split(' ').count() <= MAX_NAME_WORDS
                && self.hosts.iter().any(|name| {
                    // A host's name may be a common word: it must be much of the part.
                    name.len() >= MIN_PARTIAL && name.len() * 5 >= packed.len() * 2 && packed.contains(name.as_str())
                }))
    }
}

/// Letters that a part and a host must share before one may be but a part of the other.
const MIN_PARTIAL: usize = 5;

/// Words of a site's name with its claim ("Daily Host News of the Valley").
const MAX_NAME_WORDS: usize = 6;

/// The title without the site's name at either end. `headline`: the page's headline, whose agreement ends all doubt.
pub fn without_site(title: &str, names: &SiteNames, headline: Option<&str>) -> String {
    let cuts = parts(title);
    if let Some(headline) = headline.map(plain::key).filter(|key| !key.is_empty()) {
        for first in 0..cuts.len() {
            for last in (first..cuts.len()).rev() {
                let run = span(title, cuts[first], cuts[last]);
                if plain::key(run) == headline {
                    return run.to_owned();
                }
            }
        }
    }
    let mut kept = cuts.as_slice();
    while let [rest @ .., last] = kept
        && !rest.is_empty()
        && names.holds(last)
    {
        kept = rest;
    }
    while let [first, rest @ ..] = kept
        && !rest.is_empty()
        && !names.is_front
        && names.are(first)
    {
        kept = rest;
    }
    let (Some(first), Some(last)) = (kept.first(), kept.last()) else { return title.to_owned() };
    let mut out = span(title, first, last);
    // Writers do not put bars into headlines: what follows is a section, a claim, a category.
    if let Some((before, _)) = out.split_once(" | ")
        && before.contains(' ')
        && !(names.is_front && names.holds(before))
    {
        out = before;
    }
    if let Some((before, after)) = out.split_once(": ")
        && !names.is_front
        && names.are(before)
    {
        out = after;
    }
    if let Some((before, after)) = out.rsplit_once(": ")
        && names.are(after)
    {
        out = before;
    }
    out.trim().to_owned()
}

/// The parts of a title, as slices of it.
pub fn parts(title: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = title;
    while let Some((at, separator)) = SEPARATORS
        .iter()
        .filter_map(|separator| Some((rest.find(separator)?, separator)))
        .min_by_key(|(at, sep)| (*at, usize::MAX - sep.len()))
    {
        parts.push(rest[..at].trim());
        rest = &rest[at + separator.len()..];
    }
    parts.push(rest.trim());
    parts.retain(|part| !part.is_empty());
    parts
}

/// The text from the start of one part to the end of another.
fn span<'a>(title: &'a str, first: &'a str, last: &'a str) -> &'a str {
    // Both are slices of `title`: their places are differences of addresses.
    let start = first.as_ptr() as usize - title.as_ptr() as usize;
    let end = last.as_ptr() as usize - title.as_ptr() as usize + last.len();
    title.get(start..end).unwrap_or(title)
}

fn compact(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(title: &str, site: &str, url: &str, headline: Option<&str>) -> String {
        let mut claims = Claims::default();
        claims.add(Field::SiteName, Source::OpenGraph, site);
        without_site(title, &SiteNames::read(&claims, Url::parse(url).ok().as_ref()), headline)
    }

    #[test]
    fn the_sites_name_goes_from_either_end_and_after_a_section() {
        for title in ["A - B | The Daily", "Daily: A - B", "A - B — dailyplanet.example", "The Daily :: A - B"] {
            assert_eq!(cut(title, "The Daily", "https://www.dailyplanet.example/a", None), "A - B", "{title}");
        }
    }

    #[test]
    fn what_the_title_says_beside_another_sources_title_is_a_section() {
        let sections = |whole: &str, title: &str, site: &str| {
            let mut claims = Claims::default();
            claims.add(Field::SiteName, Source::OpenGraph, site);
            claims.add(Field::Title, Source::OpenGraph, title);
            claims.add(Field::Title, Source::TitleElement, whole);
            let names = SiteNames::read(&claims, None);
            names.with_sections(&claims).keys.split_off(names.keys.len())
        };
        for whole in ["Valley Dad - Rain - Again", "Rain - Again | Valley Dad", "Valley Dad: Rain - Again"] {
            assert_eq!(sections(whole, "Rain – Again", ""), ["valley dad"], "{whole}");
        }
        assert!(sections("Rain | Valley Dad", "Rain | Valley Dad", "").is_empty());
        assert!(sections("Rain | Valley Dad", "Valley Dad", "Valley Dad").is_empty());
    }

    #[test]
    fn a_headline_on_the_page_ends_all_doubt() {
        assert_eq!(cut("A – B | Sport | X", "", "https://y.example", Some("A — B")), "A – B");
        assert_eq!(cut("A - B", "", "https://y.example", Some("Other")), "A - B");
    }

    #[test]
    fn on_the_sites_front_its_name_at_the_beginning_stays() {
        for title in ["Planet: News for all", "Planet | News for all", "Planet - News for all"] {
            assert_eq!(cut(title, "Planet", "https://planet.example/", None), title);
            assert_eq!(cut(title, "Planet", "https://planet.example/news", None), "News for all");
        }
        assert_eq!(cut("News for all | Planet", "Planet", "https://planet.example/", None), "News for all");
    }

    #[test]
    fn a_hosts_name_that_is_but_a_word_of_a_part_does_not_make_it_the_sites() {
        for title in ["Wooden headphones for children | 2020 edition", "Valley Headphones | 2020 edition"] {
            let first = title.split(" | ").next().unwrap();
            assert_eq!(cut(title, "", "https://headphones.example/a", None), first);
        }
    }

    #[test]
    fn a_title_that_is_the_sites_name_stays() {
        assert_eq!(cut("The Daily", "The Daily", "https://y.example", None), "The Daily");
    }
}
