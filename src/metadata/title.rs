//! The title: which of those that the page has, without the site's name.

use super::{
    claim::{Claims, Field, Source},
    headline::{Agreement, Headline},
    plain,
    site_names::SiteNames,
};

/// What titles are parted by. With spaces, or a hyphenated word would be cut.
const SEPARATORS: &[&str] = &[
    " | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " › ", " ‹ ", " ~ ", " ⋆ ", " // ", "| ", " |",
    " / ",
];

/// The title: the headline where the head agrees with it, else what the head says, without the site's name.
pub fn choose(claims: &Claims, headline: Option<&Headline>, names: &SiteNames) -> Option<String> {
    let shown = headline.and_then(|found| plain::shown(&found.text));
    if let (Some(text), Some(found)) = (&shown, headline)
        && found.agreement >= Agreement::Words
        && !(names.is_front && found.agreement == Agreement::Part)
    {
        // A label in the headline's element ("Solved:", a tag, a count) is no part of it where the head does without or
        // parts it from the title.
        let key = plain::key(text);
        let inside = claims.first(Field::Title, |claim| {
            let title = without_site(&plain::field(&claim.value)?, names, None);
            let is_title = title.split(' ').count() >= MIN_INNER_WORDS && !names.are(&title);
            let title_key = plain::key(&title);
            let is_label = label(&key, &title_key).is_some_and(|label| !begins_title(claims, label, &title_key));
            (is_title && is_label).then_some(title)
        });
        return Some(inside.unwrap_or_else(|| without_site(text, names, None)));
    }
    // A title element that no other source bears out is written for search engines and tabs.
    let is_borne_out = claims.about(Field::Title).any(|claim| claim.source != Source::TitleElement);
    if headline.is_some_and(|found| found.is_sole) && !is_borne_out && !names.is_front {
        return shown;
    }
    let said = claims.first(Field::Title, |claim| {
        let title = without_site(&plain::field(&claim.value)?, names, shown.as_deref());
        (names.is_front || !names.holds(&title)).then_some(title)
    });
    let whole = || claims.first(Field::Title, |claim| Some(without_site(&plain::field(&claim.value)?, names, None)));
    said.or(shown).or_else(whole)
}

/// The few words that `headline` has before `title`, if it is nothing else; all as [`plain::key`] gives them.
fn label<'a>(headline: &'a str, title: &str) -> Option<&'a str> {
    headline.strip_suffix(title).filter(|label| label.ends_with(' ') && label.split(' ').count() <= MAX_LABEL_WORDS + 1)
}

/// Whether a title in the head goes on from `words` to what `rest` begins with, without a mark between them.
fn begins_title(claims: &Claims, words: &str, rest: &str) -> bool {
    let run = format!("{words}{}", rest.split(' ').next().unwrap_or_default());
    let mut said = claims.about(Field::Title).filter(|claim| claim.source != Source::Microdata);
    said.any(|claim| {
        parts(&claim.value).iter().flat_map(|part| part.split(':')).any(|part| plain::key(part).starts_with(&run))
    })
}

/// Words of a label: a category, a date.
const MAX_LABEL_WORDS: usize = 3;

/// Words of a title that may be taken out of a longer headline: fewer may be but a section's name.
const MIN_INNER_WORDS: usize = 3;

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
    while let Some((at, length)) = first_separator(rest) {
        parts.push(rest[..at].trim());
        rest = &rest[at + length..];
    }
    parts.push(rest.trim());
    parts.retain(|part| !part.is_empty());
    parts
}

/// Where the first separator stands in a title, and its length in bytes; of several at one place the longest.
fn first_separator(title: &str) -> Option<(usize, usize)> {
    // What each begins with.
    let starts = title.match_indices([' ', '|']);
    starts.map(|(at, _)| at).find_map(|at| {
        let here = SEPARATORS.iter().filter(|separator| title[at..].starts_with(**separator));
        Some((at, here.map(|separator| separator.len()).max()?))
    })
}

/// The text from the start of one part to the end of another.
fn span<'a>(title: &'a str, first: &'a str, last: &'a str) -> &'a str {
    // Both are slices of `title`: their places are differences of addresses.
    let start = first.as_ptr() as usize - title.as_ptr() as usize;
    let end = last.as_ptr() as usize - title.as_ptr() as usize + last.len();
    title.get(start..end).unwrap_or(title)
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::*;
    use crate::metadata::{read, testing::page};

    fn cut(title: &str, site: &str, url: &str, headline: Option<&str>) -> String {
        let mut claims = Claims::default();
        claims.add(Field::SiteName, Source::OpenGraph, site);
        without_site(title, &SiteNames::read(&claims, Url::parse(url).ok().as_ref()), headline)
    }

    #[test]
    fn a_title_is_parted_at_the_first_separator_and_the_longest() {
        assert_eq!(parts("A b | C| D |E"), ["A b", "C", "D", "E"]);
        assert_eq!(parts("A // B / C - D-e"), ["A", "B", "C", "D-e"]);
        assert!(SEPARATORS.iter().all(|separator| separator.starts_with([' ', '|'])));
    }

    #[test]
    fn the_sites_name_goes_from_either_end_and_after_a_section() {
        for title in ["A - B | The Daily", "Daily: A - B", "A - B — dailyplanet.example", "The Daily :: A - B"] {
            assert_eq!(cut(title, "The Daily", "https://www.dailyplanet.example/a", None), "A - B", "{title}");
        }
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

    #[test]
    fn a_title_element_that_nothing_bears_out_yields_to_the_only_first_heading() {
        let title =
            |head: &str, headings: &str| read(&page(&format!("{head}<body>{headings}<p>Text.</p></body>")), None).title;
        let rain = "<title>Rain again</title>";
        let heading = "<h1>Floods in the valley</h1>";
        assert_eq!(title("<title>Post for all</title>", heading).as_deref(), Some("Floods in the valley"));
        assert_eq!(title(rain, "<h1>Sport</h1>").as_deref(), Some("Rain again"));
        assert_eq!(title(rain, &format!("{heading}<h1>Sport</h1>")).as_deref(), Some("Rain again"));
        let borne_out = format!("{rain}<meta property=og:title content='Rain again'>");
        assert_eq!(title(&borne_out, heading).as_deref(), Some("Rain again"));
    }

    #[test]
    fn a_word_before_the_title_is_a_label_unless_a_title_in_the_head_goes_on_from_it() {
        let title = |head: &str| {
            let markup = format!("<title>{head}</title><meta property=og:title content='Rain falls again'>");
            read(&page(&format!("{markup}<body><h1>Weather Rain falls again</h1></body>")), None).title
        };
        assert_eq!(title("Rain falls again | Post").as_deref(), Some("Rain falls again"));
        assert_eq!(title("Weather: Rain falls again").as_deref(), Some("Rain falls again"));
        assert_eq!(title("Weather Rain in the valley | Post").as_deref(), Some("Weather Rain falls again"));
    }
}
