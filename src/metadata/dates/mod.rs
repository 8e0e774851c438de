//! Dates as machines and people write them → ISO 8601, as precise as they are written.

pub mod disguise;
mod months;

use std::{fmt::Write, ops::Range};

pub use months::is_weekday;

use crate::page::text;

/// How a page writes `3/4/2024`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumericOrder {
    /// As most of the world does.
    DayFirst,
    /// As the United States do.
    MonthFirst,
    /// Not known: what could be both is no date.
    Unknown,
}

impl NumericOrder {
    /// By the page's language: English alone says nothing, its region does.
    pub fn of(lang: Option<&str>) -> Self {
        let lang = lang.unwrap_or_default().to_ascii_lowercase();
        let mut parts = lang.split('-');
        match (parts.next(), parts.next_back()) {
            (Some("en"), Some("us" | "ph")) => Self::MonthFirst,
            (Some("en"), Some("ca" | "za")) | (Some("en" | ""), None) | (None, _) => Self::Unknown,
            _ => Self::DayFirst,
        }
    }
}

/// A date found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// `2024-03-28` or `2024-03-28T10:00:00+01:00`.
    pub iso: String,
    /// Where it stands, in bytes of the text.
    pub start: usize,
    /// And where it ends.
    pub end: usize,
}

/// Years of dates: newspapers put their archives on the web; before 1700 there were hardly any.
const YEARS: Range<u32> = 1700..2100;

/// Years that the Thai calendar is ahead.
const THAI_YEARS: u32 = 543;

/// Texts are read this far (bytes): no date line is longer, and a class may lie about a whole page.
const MAX_READ: usize = 400;

/// A value that is to be a date as a whole or to begin with one, as metadata has it: also `20240328`, `2024-03`, `2024`.
pub fn parse(value: &str, order: NumericOrder) -> Option<String> {
    let value = value.trim();
    if let Some(found) = find(value, order).into_iter().next() {
        return Some(found.iso);
    }
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 8 && (value.len() == 8 || !value.as_bytes()[8].is_ascii_alphanumeric()) {
        let number = |range: Range<usize>| value.get(range)?.parse().ok();
        return date(number(0..4)?, number(4..6)?, number(6..8)?);
    }
    let tokens = tokens(value);
    match tokens.as_slice() {
        [year] if digits == 4 => Some(year.year()?.to_string()),
        [year, month] if digits == 4 && value.as_bytes().get(4) == Some(&b'-') => {
            let month = month.number().filter(|month| (1..=12).contains(month))?;
            Some(format!("{}-{month:02}", year.year()?))
        }
        [month, year] => Some(format!("{}-{:02}", year.year()?, month.month()?)),
        _ => None,
    }
}

/// The dates in a text, in order. Two-digit years and days without a year are none.
pub fn find(text: &str, order: NumericOrder) -> Vec<Found> {
    let text = text::head(text, MAX_READ);
    // Most lines have no year in them, and need not be cut into words.
    if !has_year(text) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let rest = &tokens[at..];
        if let Some((day, used)) = date_at(text, rest, order) {
            let start = rest[0].start;
            let (time, used) = time_at(text, rest, used);
            let end = rest[used - 1].end;
            found.push(Found { iso: format!("{day}{}", time.unwrap_or_default()), start, end });
            at += used;
        } else {
            at += 1;
        }
    }
    found
}

fn has_year(text: &str) -> bool {
    let mut digits = 0;
    text.chars().any(|c| {
        digits = if digit(c).is_some() { digits + 1 } else { 0 };
        digits == 4
    })
}

/// Whether there is a digit in a text.
pub fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit()) || (!text.is_ascii() && text.chars().any(|c| zero_of(c).is_some()))
}

/// What a digit stands for.
fn digit(c: char) -> Option<u32> {
    c.to_digit(10).or_else(|| Some(c as u32 - zero_of(c)? as u32))
}

/// The zero of the script of a digit: Arabic, Persian, Hindi, Bengali. `None` for Latin digits and for what is no digit.
fn zero_of(c: char) -> Option<char> {
    if c < '\u{660}' {
        return None;
    }
    ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}']
        .into_iter()
        .find(|&zero| (0..10).contains(&(c as u32).wrapping_sub(zero as u32)))
}

/// A run of digits or of letters.
#[derive(Debug, Clone, Copy)]
struct Token<'a> {
    text: &'a str,
    start: usize,
    end: usize,
}

impl Token<'_> {
    /// How many digits it has, or letters.
    fn length(&self) -> usize {
        self.text.chars().count()
    }

    fn number(&self) -> Option<u32> {
        if self.length() > 4 {
            return None;
        }
        self.text.chars().try_fold(0, |number, c| Some(number * 10 + digit(c)?))
    }

    fn year(&self) -> Option<u32> {
        self.number().filter(|year| self.length() == 4 && YEARS.contains(year))
    }

    /// The year after a Thai month: Thais count from the Buddha's death, but not all of them do.
    fn thai_year(&self) -> Option<u32> {
        let common = self.number().and_then(|year| year.checked_sub(THAI_YEARS));
        common.filter(|year| YEARS.contains(year)).or_else(|| self.year())
    }

    fn day(&self) -> Option<u32> {
        self.number().filter(|day| self.length() <= 2 && (1..=31).contains(day))
    }

    fn month(&self) -> Option<u32> {
        months::month(self.text)
    }
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut start: Option<(usize, bool)> = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        // CJK year, month and day marks part numbers as slashes do; Korean has their letters in other words, too.
        let after_number = matches!(start, Some((_, true)));
        let sort = if matches!(c, '年' | '月' | '日') || (after_number && matches!(c, '년' | '월' | '일')) {
            None
        } else if digit(c).is_some() {
            Some(true)
        } else if c.is_alphabetic() || (text::is_of_word(c) && !c.is_numeric()) {
            Some(false)
        } else {
            None
        };
        if let Some((from, digits)) = start
            && sort != Some(digits)
        {
            tokens.push(Token { text: &text[from..at], start: from, end: at });
            start = None;
        }
        if start.is_none() {
            start = sort.map(|digits| (at, digits));
        }
    }
    tokens
}

/// What stands between two tokens, without spaces.
fn between<'a>(text: &'a str, left: &Token<'_>, right: &Token<'_>) -> &'a str {
    text[left.end..right.start].trim()
}

/// A date that begins at the first token: its ISO form and how many tokens it takes.
fn date_at(text: &str, rest: &[Token<'_>], order: NumericOrder) -> Option<(String, usize)> {
    let [a, b, ..] = rest else { return None };
    // 2024-03-28, 2024/3/28, 2024.03.28, 2024年3月28日, 2024년 3월 28일
    if let (Some(year), [_, _, c, ..]) = (a.year(), rest)
        && matches!(
            (between(text, a, b), between(text, b, c)),
            ("-", "-") | ("/", "/") | (".", ".") | ("年", "月") | ("년", "월")
        )
        && let (Some(month), Some(day)) = (b.day(), c.day())
    {
        return Some((date(year, month, day)?, 3));
    }
    if let Some(found) = year_first(rest) {
        return Some(found);
    }
    // 28 March 2024, 28th of March, 2024, 28 de marzo de 2024, 1er mars 2024
    if let Some(day) = a.day() {
        let mut at = 1;
        while rest.get(at).is_some_and(|token| is_filler(token.text)) && at < 3 {
            at += 1;
        }
        if let Some(month) = rest.get(at).and_then(Token::month) {
            at += 1;
            while rest.get(at).is_some_and(|token| is_filler(token.text)) && at < 5 {
                at += 1;
            }
            let is_thai = rest[at - 1].text.starts_with(|c| matches!(c, '\u{e00}'..='\u{e7f}'));
            let year = rest.get(at).and_then(|token| if is_thai { token.thai_year() } else { token.year() })?;
            return Some((date(year, month, day)?, at + 1));
        }
    }
    // 28 tháng 3 năm 2024, 28 Tháng 3, 2024
    if let (Some(day), [_, _, c, after @ ..]) = (a.day(), rest)
        && b.text.to_lowercase() == "tháng"
        && let Some(month) = c.day()
    {
        let at = usize::from(after.first().is_some_and(|token| token.text == "năm"));
        return Some((date(after.get(at)?.year()?, month, day)?, at + 4));
    }
    // March 28, 2024; March 28th 2024
    if let (Some(month), Some(day)) = (a.month(), b.day()) {
        let at = 2 + usize::from(rest.get(2).is_some_and(|token| is_filler(token.text)));
        let year = rest.get(at)?.year()?;
        return Some((date(year, month, day)?, at + 1));
    }
    numeric(text, rest, order).map(|day| (day, 3))
}

/// 2024. március 28., 2024 m. kovo 28 d., 2024ko martxoaren 28a, 2024. gada 28. marts: the year before a month with a name.
fn year_first(rest: &[Token<'_>]) -> Option<(String, usize)> {
    let year = rest.first()?.year()?;
    let at = 1 + usize::from(matches!(rest.get(1)?.text, "m" | "ko" | "eko" | "gada"));
    let [first, second, after @ ..] = rest.get(at..)? else { return None };
    // "© 2024 March 28, 2023": the year that follows is the day's.
    if after.first().is_some_and(|token| token.year().is_some()) {
        return None;
    }
    let (month, day) = first.month().zip(second.day()).or_else(|| second.month().zip(first.day()))?;
    Some((date(year, month, day)?, at + 2))
}

/// 28.03.2024, 28/3/2024, 3/28/2024: by the number over 12, the dots, or the page's language.
fn numeric(text: &str, rest: &[Token<'_>], order: NumericOrder) -> Option<String> {
    let [a, b, c, ..] = rest else { return None };
    let (first, second, year) = (a.day()?, b.day()?, c.year()?);
    let mark = between(text, a, b);
    if mark != between(text, b, c) || !matches!(mark, "/" | "." | "-") {
        return None;
    }
    let order = match (first > 12, second > 12) {
        (true, _) => NumericOrder::DayFirst,
        (_, true) => NumericOrder::MonthFirst,
        _ if mark == "." || first == second => NumericOrder::DayFirst,
        _ => order,
    };
    match order {
        NumericOrder::DayFirst => date(year, second, first),
        NumericOrder::MonthFirst => date(year, first, second),
        NumericOrder::Unknown => None,
    }
}

/// Ordinal endings and prepositions inside dates.
fn is_filler(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th" | "of" | "de" | "del" | "d" | "er" | "º" | "ª")
}

/// A time with its offset after a date of `used` tokens. Without an offset known for sure the date stays a date, but for
/// the machine's own form, which is a local time. Gives the suffix and the tokens used in all.
fn time_at(text: &str, rest: &[Token<'_>], used: usize) -> (Option<String>, usize) {
    let machine = rest.get(used).is_some_and(|token| matches!(token.text, "T" | "t"));
    let from = used + usize::from(machine);
    let Some([hour, minute, tail @ ..]) = rest.get(from..) else { return (None, used) };
    let last = &rest[used - 1];
    let plain_gap = machine || text[last.end..hour.start].chars().all(|c| c == ' ' || c == ',');
    let (Some(h), Some(m)) = (hour.number(), minute.number()) else { return (None, used) };
    if !plain_gap || between(text, hour, minute) != ":" || h > 23 || m > 59 || minute.length() != 2 {
        return (None, used);
    }
    let mut end = from + 2;
    let mut out = format!("T{h:02}:{m:02}");
    let mut previous = minute;
    if let Some(second) = tail.first().filter(|token| between(text, minute, token) == ":" && token.length() == 2)
        && let Some(s) = second.number().filter(|s| *s < 60)
    {
        let _ = write!(out, ":{s:02}");
        end += 1;
        previous = second;
        // Fractions of a second are noise of machines.
        if let Some(fraction) = rest.get(end).filter(|token| &text[second.end..token.start] == ".") {
            end += 1;
            previous = fraction;
        }
    }
    let Some(next) = rest.get(end) else { return (machine_time(machine, rest, out), end) };
    if matches!(next.text, "GMT" | "UTC")
        && let Some(hours) = rest.get(end + 1)
        && let Some(number @ 1..=14) = hours.number()
        && let sign @ ("+" | "-") = between(text, next, hours)
    {
        return (Some(format!("{out}{sign}{number:02}:00")), end + 2);
    }
    if matches!(next.text, "Z" | "z" | "GMT" | "UTC") {
        return (Some(out + "Z"), end + 1);
    }
    let sign = between(text, previous, next);
    if matches!(sign, "+" | "-" | "−") {
        let sign = if sign == "+" { '+' } else { '-' };
        let (hours, minutes, used) = match (next.text.len(), rest.get(end + 1)) {
            // A word can be as long as an offset: "12:30-für".
            (4, _) => {
                let (hours, minutes) = next.text.split_at_checked(2).unwrap_or_default();
                (hours.parse().ok(), minutes.parse().ok(), end + 1)
            }
            (2, Some(minutes)) if between(text, next, minutes) == ":" => (next.number(), minutes.number(), end + 2),
            (2, _) => (next.number(), Some(0), end + 1),
            _ => (None, None, end),
        };
        if let (Some(hours @ 0..=14), Some(minutes @ 0..=59)) = (hours, minutes) {
            return (Some(format!("{out}{sign}{hours:02}:{minutes:02}")), used);
        }
    }
    (machine_time(machine, rest, out), end)
}

/// A time without an offset is kept where a machine wrote it (`T` between, or year first).
fn machine_time(machine: bool, rest: &[Token<'_>], time: String) -> Option<String> {
    (machine || rest[0].year().is_some() && rest[1].number().is_some()).then_some(time)
}

/// Whether a word is a month's name or its abbreviation.
pub fn is_month(word: &str) -> bool {
    months::month(word).is_some()
}

/// Whether a text is but a part of a date: a weekday, a month with a number.
pub fn is_part(text: &str) -> bool {
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    let mut sure = false;
    words.peek().is_some()
        && words.all(|word| {
            // A month alone is a first name, too.
            let is_sure = is_number(word) || months::is_weekday(word);
            sure |= is_sure;
            is_sure || is_month(word)
        })
        && sure
}

/// Days from one ISO date to another, negative where the second is earlier; `None` where one is not precise to the day.
pub fn days_between(from: &str, to: &str) -> Option<i32> {
    Some(day_number(to)? - day_number(from)?)
}

/// Days of an ISO date since 1 March of the year 0 (Hinnant 2013, `days_from_civil`); `None` where it is not precise to the
/// day.
fn day_number(iso: &str) -> Option<i32> {
    let part = |range: Range<usize>| iso.get(range)?.parse::<i32>().ok();
    let (year, month, day) = (part(0..4)?, part(5..7)?, part(8..10)?);
    // Years from March on, so that the day that comes and goes is the last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    Some(365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1)
}

/// `YYYY-MM-DD` of a day that exists.
fn date(year: u32, month: u32, day: u32) -> Option<String> {
    let days = months::days(year, month)?;
    ((1..=days).contains(&day) && YEARS.contains(&year)).then(|| format!("{year}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests;
