//! Bylines: who wrote it, without "By" and what else stands in the line.

use super::{
    date_line,
    dates::{self, NumericOrder},
    name_words::{ENDINGS, INTRODUCTIONS, NOBODY, UNSPACED_INTRODUCTIONS},
    newsroom, plain, roles,
    site_names::SiteNames,
};
use crate::page::text::is_of_word;

/// What may stand between an introduction and a name.
const INTRODUCTION_MARKS: &[char] = &[':', '：', '/', '／', '|', '｜'];

/// Names of one byline: more are a list of staff.
pub(super) const MAX_NAMES: usize = 12;

/// The names in what a source says, one a line or in a sentence; `None` where there is no name in it: an address, an
/// account, nothing but an introduction. The site's own name counts only alone.
pub fn byline(said: &str, sites: &SiteNames) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    let mut lines = said.lines();
    while names.len() < MAX_NAMES
        && let Some(line) = lines.next()
    {
        let Some(name) = plain::field(line).and_then(|line| name_in(&line)) else { continue };
        // "Ann Bo, The Daily": the person writes, whoever prints it.
        let parts = BEFORE_SITE.iter().filter_map(|between| name.rsplit_once(between));
        let person = parts.filter(|(_, site)| sites.are(site)).map(|(person, _)| person.to_owned()).next();
        let name = person.unwrap_or(name);
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

/// What stands between a person's name and the site's: English and Danish, German, French, Spanish and Portuguese, Italian,
/// Dutch, Swedish.
const BEFORE_SITE: &[&str] = &[", ", " for ", " für ", " pour ", " para ", " per ", " voor ", " för "];

/// Longest byline in characters: four long names with titles.
const MAX_BYLINE_CHARS: usize = 160;

/// What follows an introduction ("By", "Автор:") at the start of a line, or after the day that it begins with. The line
/// is then a byline: a name comes next. In a sentence, "by" is followed by a small letter, or the line goes on.
pub fn introduced(line: &str) -> Option<&str> {
    introduced_at_start(line).or_else(|| introduced_after_day(line))
}

/// "Posted on May 2, 2024 by Ann Bo".
fn introduced_after_day(line: &str) -> Option<&str> {
    introduced_at_start(date_line::after_day(line)?)
}

/// Whether a line whose first word this is, or begins the first, may begin with an introduction.
pub fn may_begin_introduction(word: &str) -> bool {
    let agrees = |introduction: &str| {
        let length = word.len().min(introduction.len());
        word.as_bytes()[..length].eq_ignore_ascii_case(&introduction.as_bytes()[..length])
    };
    !word.is_ascii() || may_introduce(word).any(agrees)
}

/// The introductions that a text may begin with, by its first letter.
fn may_introduce(text: &str) -> impl Iterator<Item = &'static str> {
    let first = text.bytes().next().unwrap_or_default().to_ascii_lowercase();
    let may_begin = move |introduction: &&&str| !first.is_ascii() || introduction.as_bytes()[0] == first;
    INTRODUCTIONS.iter().filter(may_begin).copied()
}

fn introduced_at_start(line: &str) -> Option<&str> {
    let line = line.trim();
    let rest = may_introduce(line)
        .map(|introduction| without_introduction(line, introduction))
        .chain([without_unspaced_introduction(line)])
        .min_by_key(|rest| rest.len())
        .filter(|rest| rest.len() < line.len())?;
    let has_mark = line[..line.len() - rest.len()].contains(INTRODUCTION_MARKS);
    let begins_name = rest.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    // A script without capitals tells nothing by its letters: there, the mark must.
    let is_sure = has_mark || rest.starts_with(char::is_uppercase);
    let name = &rest[..ending(rest)];
    let is_line = name.split(' ').count() <= MAX_INTRODUCED_WORDS && !holds_full_stop(name) && !ends_sentence(name);
    (begins_name && is_sure && is_line).then_some(rest)
}

/// Words of the names after an introduction: three names with "and".
const MAX_INTRODUCED_WORDS: usize = 11;

/// Whether a sentence ends in the text: initials, titles and days ("J.R. Stone", "Prof. Bo", "5. März") have a dot, too.
fn holds_full_stop(text: &str) -> bool {
    text.match_indices(". ").any(|(at, dot)| {
        let word = text[..at].rsplit(' ').next().unwrap_or_default();
        let next = text[at + dot.len()..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
        let is_short = word.starts_with(char::is_uppercase) && (word.chars().count() <= 2 || word.contains('.'));
        let is_of_date = is_number(word) && (is_number(next) || dates::is_month(next));
        !is_short && !is_of_date && !DOTTED_TITLES.contains(&word)
    })
}

/// Whether the text goes on as a sentence to its end: "Ann Bo has written since 2011."
fn ends_sentence(text: &str) -> bool {
    let last = text.strip_suffix('.').and_then(|text| text.rsplit(' ').next());
    last.is_some_and(|last| last.starts_with(char::is_lowercase) || last.parse::<u16>().is_ok_and(|year| year > 31))
}

/// Titles of three letters and more that are written with a dot.
const DOTTED_TITLES: &[&str] =
    &["Prof", "Mrs", "Rev", "Hon", "Sen", "Rep", "Gov", "Gen", "Col", "Capt", "Sgt", "Dipl", "Mag"];

/// Where what is no name begins.
fn ending(text: &str) -> usize {
    let is_ascii = text.is_ascii();
    let endings = ENDINGS.iter().filter(|ending| !is_ascii || ending.is_ascii());
    let found = endings.filter_map(|ending| find_ignoring_case(text, ending).filter(|at| *at > 0));
    // "Ann Bo 4 min", "Ann Bo vor 5 Stunden", "Ann Bo at 6:30 AM"
    let number = text.match_indices(' ').map(|(at, _)| at).find(|&at| {
        let word = text[at + 1..].split(' ').next().unwrap_or_default();
        word.starts_with(|c: char| c.is_ascii_digit()) && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
    });
    found.chain(roles::start(text)).chain(number).min().unwrap_or(text.len())
}

/// A name without what introduces a day; a weekday is one where more of the line `was_cut`: "Sun" is a name, too.
fn without_lead(name: &str, was_cut: bool) -> &str {
    let mut name = name;
    while let Some((before, last)) = name.trim_end_matches([',', ' ']).rsplit_once(' ')
        && (LEADS_OF_DAYS.contains(&last) || (was_cut && dates::is_weekday(last)))
    {
        name = before;
    }
    name
}

/// What stands between a name and a day.
const LEADS_OF_DAYS: &[&str] = &["on", "at", "am", "vom", "vor", "um", "le", "il", "el", "op"];

/// A line without what introduces names, however often.
fn without_introductions(line: &str) -> &str {
    let mut text = line;
    loop {
        let before = text;
        text = text.trim_start_matches(|c| !is_of_word(c));
        for introduction in INTRODUCTIONS {
            text = without_introduction(text, introduction);
        }
        text = without_unspaced_introduction(text);
        if text == before {
            return text;
        }
    }
}

/// The name in a line, without all that stands around it; `None` where there is none.
fn name_in<'a>(line: &'a str) -> Option<String> {
    let mut text = without_introductions(introduced_after_day(line).unwrap_or(line).trim());
    // "May 28 Written by Ann Bo": what stands before the name is a date.
    if let Some((before, introduction)) =
        ["written by", "posted by"].iter().find_map(|words| Some((find_ignoring_case(text, words)?, words)))
        && dates::is_part(&text[..before])
    {
        text = text[before + introduction.len()..].trim_start_matches(|c: char| !c.is_alphanumeric());
    }
    let mut was_cut = false;
    if let Some(date) = dates::find(text, NumericOrder::DayFirst).first() {
        let after = text[date.end..].trim_start_matches(|c: char| !c.is_alphanumeric());
        // "Dec 19, 2025 · Ann Bo": a line that begins with the day goes on with the name.
        let goes_on = date.start == 0 && after.starts_with(char::is_uppercase);
        text = if goes_on { after } else { &text[..date.start] };
        was_cut = !goes_on;
    }
    let end = ending(text);
    was_cut |= end < text.len();
    let trimmed =
        |text: &'a str| text.trim_end_matches(|c: char| !is_of_word(c) && !matches!(c, '.' | ')' | '!')).trim();
    let text = trimmed(without_lead(trimmed(&text[..end]), was_cut));
    let text = newsroom::without_title(text);
    let without_handles: Vec<&str> = text.split_whitespace().filter(|word| !is_handle(word)).collect();
    let text = without_handles.join(" ");
    let text = text.trim_matches(|c: char| matches!(c, ',' | '(' | ')') && !text.contains('(')).trim();
    is_name(text).then(|| text.to_owned())
}

/// Whether a text, without all that stands around names, can be one: no address, account, trail, date, nor "admin".
fn is_name(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
        && !INTRODUCTIONS.contains(&text.to_lowercase().as_str())
        && text.chars().count() <= MAX_BYLINE_CHARS
        && !text.contains("://")
        // A trail: "Home » News".
        && !text.contains(['»', '›'])
        && !text.starts_with("www.")
        && !(text.contains('@') && text.contains('.') && !text.contains(' '))
        && !is_path(text)
        && !dates::is_part(text)
        && !NOBODY.contains(&plain::key(text).as_str())
}

/// Whether `name` is how the name of an account is written: "Ann Bo" for `annbo` or `ann_bo`.
pub fn is_written(name: &str, account: &str) -> bool {
    let letters = |text: &str| plain::key(text).replace(' ', "");
    let is_account = |text: &str| !text.contains(' ') && !text.contains(char::is_uppercase);
    is_account(account) && name.contains(' ') && name.contains(char::is_uppercase) && letters(name) == letters(account)
}

/// Whether it is a place in a program that was to be filled in: `page.head.author`.
fn is_path(text: &str) -> bool {
    text.matches('.').count() > 2 && text.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'.' | b'_'))
}

/// Whether a word is an account's name or address: `@ann`, `(@ann)`, `ann@daily.example`.
fn is_handle(word: &str) -> bool {
    let word = word.trim_start_matches('(');
    word.split_once('@').is_some_and(|(account, place)| account.is_empty() || place.contains('.'))
}

fn without_unspaced_introduction(text: &str) -> &str {
    let introduced = UNSPACED_INTRODUCTIONS.iter().filter_map(|introduction| text.strip_prefix(introduction));
    let names = introduced.filter_map(|rest| rest.trim_start().strip_prefix(INTRODUCTION_MARKS));
    names.map(str::trim_start).next().unwrap_or(text)
}

fn without_introduction<'a>(text: &'a str, introduction: &str) -> &'a str {
    let Some(head) = text.get(..introduction.len()) else { return text };
    let rest = &text[introduction.len()..];
    let is_end = |c: char| c.is_whitespace() || INTRODUCTION_MARKS.contains(&c);
    let is_introduction = || {
        if head.is_ascii() { head.eq_ignore_ascii_case(introduction) } else { head.to_lowercase() == introduction }
    };
    if rest.starts_with(is_end) && is_introduction() { rest.trim_start_matches(is_end) } else { text }
}

/// Where `needle` (ASCII apart from marks, lower-case) begins in `text`.
fn find_ignoring_case(text: &str, needle: &str) -> Option<usize> {
    let (text, needle) = (text.as_bytes(), needle.as_bytes());
    let first = needle.first()?;
    let is_here = |at: &[u8]| at[0].eq_ignore_ascii_case(first) && at.eq_ignore_ascii_case(needle);
    text.windows(needle.len()).position(is_here)
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
            ("كتبت: ليلى حداد", "ليلى حداد"),
            ("作者：王小明", "王小明"),
            ("최서윤 기자", "최서윤"),
            ("எழுதியவர்: செல்வி அரங்கநாதன்", "செல்வி அரங்கநாதன்"),
            ("Text: Ann Bo Foto: Cy Du", "Ann Bo"),
            ("लेखक: अनुपमा तिवारी प्रकाशित: 9 जून 2022", "अनुपमा तिवारी"),
            ("文/王小明", "王小明"),
            ("글 : 김민수", "김민수"),
            ("By Ann Bo, Staff Writer", "Ann Bo"),
            ("By Ann Bo (@annbo)", "Ann Bo"),
            ("By ANN BO ann.bo@daily.example", "ANN BO"),
            ("Posted by Ann Bo at 6:30 AM Email This Labels: rain", "Ann Bo"),
            ("By Ann Bo, legal affairs", "Ann Bo"),
            ("Post author By Ann Bo", "Ann Bo"),
            ("Ann Bo » Tue, May 2, 2024", "Ann Bo"),
            ("Ann Bo Thursday, May 2, 2024", "Ann Bo"),
            ("Ann Bo am Samstag, 3. Mai 2020", "Ann Bo"),
            ("Ann Bo vor 5 Stunden Mehr", "Ann Bo"),
            ("Ann Bo facebook twitter whatsapp", "Ann Bo"),
            ("Zeige alle Beiträge von Ann", "Ann"),
            ("By Yi Sun", "Yi Sun"),
            ("Delta Daily Correspondent", "Delta Daily Correspondent"),
            ("May 28 Written by Ann Bo", "Ann Bo"),
            ("Interview: Ann Bo", "Ann Bo"),
            ("Dec. 19, 2025 · Ann Bo", "Ann Bo"),
            ("This post was written by Ann Bo, Head of News", "Ann Bo"),
            ("Posted on May 2, 2024 by Ann Bo", "Ann Bo"),
            ("Veröffentlicht am 2. Mai 2024 um 15:07 Uhr von Ann Bo, Redakteurin", "Ann Bo"),
            ("Thursday, May 2, 2024 | By Ann Bo", "Ann Bo"),
            ("April", "April"),
        ] {
            assert_eq!(byline(said, &SiteNames::default()).as_deref(), Some(name), "{said}");
        }
    }

    #[test]
    fn a_line_is_introduced_where_a_name_follows() {
        for (line, is_byline) in [
            ("By Ann Bo", true),
            ("Written by: Ann Bo | Edited by: Web Desk First published on: June 8, 2021", true),
            ("Автор: Анна Белова", true),
            ("כתב מזל", false),
            ("By A.B. Cho and Prof. Du", true),
            ("Von Ann Bo, 3. Mai 2020", true),
            ("Av Ann Bo 3. 5. 2020", true),
            ("By Channel 5. The mill is old", false),
            ("By Ann Bo Ann Bo has written since 2011.", false),
            ("By Ann Bo Jr.", true),
            ("Posted on May 2, 2024 by Ann Bo", true),
            ("On May 2, 2024 by the river stood a mill", false),
            ("The mill was shut on May 2, 2024 by Ann Bo", false),
            ("By the river stood a mill", false),
            ("By Bay. The mill is old", false),
            ("文化新聞", false),
            ("By Monday the water had gone down in all the streets of the old town by the sea", false),
        ] {
            assert_eq!(introduced(line).is_some(), is_byline, "{line}");
            let first = line.split(' ').next().unwrap();
            assert!(!is_byline || may_begin_introduction(first) || dates::has_digit(line), "{line}");
        }
    }

    #[test]
    fn addresses_and_accounts_without_a_person_are_no_names() {
        for said in [
            "https://a.example/ann",
            "ann@a.example",
            "admin",
            "  ",
            "2024",
            "Sat, 20 Dec, 2025 - 06:36",
            "Jun 2 Written by",
            "Updated March 13, 2024",
            "page.head.extra.author",
            "Home » News » Weather",
        ] {
            assert_eq!(byline(said, &SiteNames::default()), None, "{said}");
        }
    }

    #[test]
    fn names_end_at_the_bound_and_one_said_again_does_not_count() {
        for count in [MAX_NAMES - 1, MAX_NAMES, MAX_NAMES + 1] {
            let said: Vec<String> = (0..count).map(|at| format!("Ann B{}", "o".repeat(at))).collect();
            let names = byline(&[said.join("\n"), said.join("\n")].join("\n"), &SiteNames::default()).unwrap();
            assert_eq!(names.split(", ").count(), count.min(MAX_NAMES), "{count}");
        }
    }

    #[test]
    fn the_sites_own_name_goes_where_a_person_is_named() {
        let sites = SiteNames { keys: vec!["thedaily".to_owned()], ..SiteNames::default() };
        for (said, name) in [
            ("Ann\nThe Daily", "Ann"),
            ("Ann Bo, The Daily", "Ann Bo"),
            ("By Ann Bo for The Daily", "Ann Bo"),
            ("Doctors for the Valley", "Doctors for the Valley"),
        ] {
            assert_eq!(byline(said, &sites).as_deref(), Some(name), "{said}");
        }
    }
}
