//! The names by which a page calls its site.

use url::Url;

use super::{
    claim::{Claim, Claims, Field, Source},
    plain, title,
};

/// The names by which the page calls its site: what its metadata says, and its host.
#[derive(Debug, Clone, Default)]
pub struct SiteNames {
    /// Letters and digits alone, in lower case.
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
                let keys = title::parts(&name).into_iter().map(plain::key).chain([whole]);
                names.keys.extend(keys.filter(|key| !key.is_empty()).map(|key| compact(&key)));
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
                names.keys.push(compact(&section));
            }
        };
        for whole in elements.into_iter().filter_map(said) {
            if let [first, .., last] = title::parts(&whole).as_slice() {
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
        !packed.is_empty() && self.keys.iter().chain(&self.hosts).any(|name| is_name(name))
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

/// Letters and digits alone, in lower case.
fn compact(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(sections(whole, "Rain – Again", ""), ["valleydad"], "{whole}");
        }
        assert!(sections("Rain | Valley Dad", "Rain | Valley Dad", "").is_empty());
        assert!(sections("Rain | Valley Dad", "Valley Dad", "Valley Dad").is_empty());
    }
}
