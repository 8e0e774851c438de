//! Other dates in the place of those of a text, each written in the form of the one it stands for.

use std::ops::Range;

use super::{NumericOrder, Token, YEARS, date_at, day_number, find, months, tokens, zero_of};

/// How far dates are moved.
#[derive(Debug, Clone, Copy)]
pub struct Shift {
    /// Days, the same for all dates: which of two is earlier, and by how much, stays.
    pub days: i32,
    /// Added to hours, which begin anew at midnight.
    pub hours: u32,
    /// Added to minutes, which begin anew at the full hour.
    pub minutes: u32,
}

/// The dates of a text: where each stands, in bytes, and the one that is written instead.
pub fn disguise(text: &str, order: NumericOrder, shift: Shift) -> Vec<(Range<usize>, String)> {
    let mut written = Vec::new();
    for found in find(text, order) {
        let date = &text[found.start..found.end];
        let tokens = tokens(date);
        let Some((iso, used)) = date_at(date, &tokens, order) else { continue };
        let Some([year, month, day]) = moved(&iso, shift.days) else { continue };
        let (said_month, said_day) = (iso[5..7].parse().ok(), iso[8..].parse().ok());
        // Which of the numbers is the day: the last after a year, the only one beside a month's name, else by what they say.
        let day_at = match tokens.as_slice() {
            [year, ..] if year.length() == 4 && year.number().is_some() => {
                tokens[..used].iter().rposition(|token| token.number().is_some()).unwrap_or(0)
            }
            [first, second, ..] if first.number() == said_day && second.number() == said_month => 0,
            [first, second, ..] if first.number() == said_month && second.number() == said_day => 1,
            _ => tokens.iter().position(|token| token.number() == said_day).unwrap_or(0),
        };
        let (mut other_date, mut copied) = (String::new(), 0);
        for (at, token) in tokens.iter().enumerate() {
            let other = if at >= used {
                clock(date, &tokens, at, used, shift)
            } else if token.month().is_some() {
                Some(months::of_length(month, token.text))
            } else if token.length() == 4 && token.number().is_some() {
                let thai = token
                    .number()
                    .zip(iso[..4].parse().ok())
                    .map_or(0, |(said, meant): (u32, u32)| said.saturating_sub(meant));
                Some((year + thai).to_string())
            } else if token.number().is_some() {
                Some(padded(if at == day_at { day } else { month }, token.length()))
            } else {
                None
            };
            if let Some(other) = other {
                other_date.push_str(&date[copied..token.start]);
                other_date.push_str(&in_digits_of(token.text, &other));
                copied = token.end;
            }
        }
        other_date.push_str(&date[copied..]);
        written.push((found.start..found.end, other_date));
    }
    written
}

/// A value that is a date as metadata has it: `20240328`, `2024-03`, `2024`, of which [`find`] knows nothing.
pub fn disguise_bare(value: &str, shift: Shift) -> Option<String> {
    let digits: String = value.chars().take_while(char::is_ascii_digit).collect();
    let rest = &value[digits.len()..];
    match digits.len() {
        8 if !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) => {
            let iso = format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]);
            let [year, month, day] = moved(&iso, shift.days)?;
            Some(format!("{year}{month:02}{day:02}"))
        }
        4 if rest.is_empty() => Some((digits.parse::<i32>().ok()? + shift.days / 365).to_string()),
        4 if rest.len() == 3 && rest.starts_with('-') => {
            let [year, month, _] = moved(&format!("{value}-15"), shift.days)?;
            Some(format!("{year}-{month:02}"))
        }
        _ => None,
    }
}

/// Year, month and day so many days after an ISO date, kept within the years that are read as such; `None` where it is not
/// precise to the day.
fn moved(iso: &str, days: i32) -> Option<[u32; 3]> {
    // Back from the number of days (Hinnant 2013, `civil_from_days`).
    let count = day_number(iso)? + days;
    let (era, of_era) = (count.div_euclid(146_097), count.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (year, month) = (400 * era + year_of_era, month + 3);
    let (year, month) = if month > 12 { (year + 1, month - 12) } else { (year, month) };
    Some([(year.max(0) as u32).clamp(YEARS.start + 1, YEARS.end - 2), month as u32, day as u32])
}

/// The number at this place of the clock after a date.
fn clock(date: &str, tokens: &[Token<'_>], at: usize, used: usize, shift: Shift) -> Option<String> {
    let token = &tokens[at];
    let number = token.number()?;
    let before = date[..token.start].chars().next_back();
    let is_offset = matches!(before, Some('+' | '-' | '−')) || (at > 0 && date[..token.start].contains(['+', '−']));
    let hour = (used..tokens.len()).find(|&at| tokens[at].number().is_some())?;
    match at - hour {
        _ if is_offset => None,
        0 if token.length() == 1 => Some(((number + shift.hours) % 10).to_string()),
        0 => Some(padded((number + shift.hours) % 24, 2)),
        1 | 2 => Some(padded((number + shift.minutes) % 60, token.length())),
        _ => None,
    }
}

/// A number in the digits of the script of `written`.
fn in_digits_of(written: &str, number: &str) -> String {
    let Some(zero) = written.chars().next().and_then(zero_of) else { return number.to_owned() };
    let digit = |c: char| c.to_digit(10).and_then(|value| char::from_u32(zero as u32 + value));
    number.chars().map(|c| digit(c).unwrap_or(c)).collect()
}

fn padded(number: u32, width: usize) -> String {
    format!("{number:0width$}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::dates::{days_between, parse};

    const SHIFT: Shift = Shift { days: -700, hours: 5, minutes: 7 };

    fn written(text: &str) -> String {
        let mut out = text.to_owned();
        for (place, other) in disguise(text, NumericOrder::DayFirst, SHIFT).into_iter().rev() {
            out.replace_range(place, &other);
        }
        out
    }

    #[test]
    fn every_form_stays_a_date_of_its_form_as_many_days_away() {
        for text in [
            "Published 2024-03-28T10:00:00+01:00, and more",
            "March 28, 2024",
            "28th of March, 2024",
            "Thursday, 28 de marzo de 2024",
            "3/4/2024",
            "2024-01-01",
            "3. March 2024",
            "05.05.2024",
            "2024年3月28日",
            "28 มีนาคม 2567",
            "1 января 2024",
            "2024. gada 28. marts",
            "٢٨ مارس ٢٠٢٤ - ١٥:٠٧",
        ] {
            let other = written(text);
            let day = |text: &str| find(text, NumericOrder::DayFirst).first().map(|found| found.iso.clone());
            let (from, to) = (day(text).unwrap(), day(&other).unwrap_or_else(|| panic!("{text}: {other}")));
            assert_eq!(days_between(&from, &to), Some(-700), "{text}: {other}");
        }
    }

    #[test]
    fn what_stands_around_a_date_is_not_touched_and_months_keep_their_length() {
        assert_eq!(written("Updated March 28, 2024 at noon"), "Updated Abril 28, 2022 at noon");
        assert_eq!(written("2024-03-28T22:58:01Z"), "2022-04-28T03:05:08Z");
        assert_eq!(written("٠٥/٠٣/٢٠٢٤"), "٠٥/٠٤/٢٠٢٢");
    }

    #[test]
    fn bare_numbers_of_metadata_are_moved_too() {
        for (value, other) in [("20240328", "20220428"), ("2024-03", "2022-04"), ("2024", "2023")] {
            assert_eq!(disguise_bare(value, SHIFT).as_deref(), Some(other));
            assert!(parse(other, NumericOrder::DayFirst).is_some());
        }
    }
}
