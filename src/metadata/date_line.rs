//! A line with the day of publication or of a change.

use super::{
    claim::{Claims, Field, Source},
    credits::MAX_LINE_CHARS,
    date_words::{ACCOUNT_LABELS, BESIDE_CLOCKS, CHANGED, FIRST, LABELS},
    dates::{self, Found, NumericOrder},
    names,
    view::{Called, View},
};
use crate::page::{Attr, NodeId, Tag, text};

/// Reads a date line from an element; whether it is one.
pub fn read(page: &View<'_>, node: NodeId, order: NumericOrder, claims: &mut Claims) -> bool {
    let is_time = page.is(node, Tag::Time) || (page.is(node, Tag::Other) && page.attr(node, Attr::Datetime).is_some());
    let is_named = page.is_called(node, Called::Date) || page.is_called(node, Called::Byline);
    let is_line = page.tag(node).is_some_and(|tag| {
        tag.is_block_level()
            || matches!(tag, Tag::Span | Tag::Small | Tag::Em | Tag::I | Tag::Font | Tag::B | Tag::Strong)
    });
    if !(is_time || is_named || is_line) {
        return false;
    }
    let written = machine_date(page, node, order);
    if written.is_none() && !page.may_hold_day(node) {
        return false;
    }
    let text = page.line(node, MAX_LINE_CHARS).unwrap_or_default();
    if let Some(iso) = written {
        if is_of_an_account(page, node, &text) {
            return false;
        }
        let is_changed =
            page.is_called(node, Called::Changed) || says_changed(&text) || says_changed(&lead_of(page, node));
        claims.add(if is_changed { Field::Modified } else { Field::Published }, Source::Shown, iso);
        return true;
    }
    // The elements inside say the time of day, too.
    if text.is_empty() || page.descendants(node).any(|inner| machine_date(page, inner, order).is_some()) {
        return false;
    }
    let found = dates::find(&text, order);
    let is_credit = is_time || is_named || is_date_line(&text, &found);
    if found.is_empty() || !is_credit || is_of_an_account(page, node, &text) {
        return false;
    }
    claim(&text, &found, &lead_of(page, node), page.is_called(node, Called::Changed), claims);
    true
}

/// Reads a date line that stands bare between elements, as lines parted by `br` do; whether it is one.
pub fn read_bare(page: &View<'_>, node: NodeId, order: NumericOrder, claims: &mut Claims) -> bool {
    if !page.may_hold_day(node) {
        return false;
    }
    let text = text::squash(page.text(node).unwrap_or_default());
    if text.len() > MAX_LINE_CHARS || !is_between(page, node) {
        return false;
    }
    let found = dates::find(&text, order);
    let lead = lead_of(page, node);
    if found.is_empty() || !is_date_line(&text, &found) || says_account(&text) || says_account(&lead) {
        return false;
    }
    claim(&text, &found, &lead, false, claims);
    true
}

/// Whether the text is a line of its own among its siblings. A text without any is its element's, which is read itself.
fn is_between(page: &View<'_>, node: NodeId) -> bool {
    let parts = |sibling: NodeId| page.tag(sibling).is_some_and(|tag| tag == Tag::Br || tag.is_block_level());
    let (before, after) = (page.previous_sibling(node), page.next_sibling(node));
    (before.is_some() || after.is_some()) && before.is_none_or(parts) && after.is_none_or(parts)
}

/// Adds the dates found in a line, each by the words before it; the first also by `lead`, what stands before the line,
/// and by whether the line `is_changed` by its name.
fn claim(text: &str, found: &[Found], lead: &str, is_changed: bool, claims: &mut Claims) {
    let mut from = 0;
    for date in found {
        let before = text.get(from..date.start).unwrap_or_default();
        let lead = if from == 0 { format!("{lead} {before}") } else { before.to_owned() };
        let is_changed = says_changed(&lead) || (from == 0 && is_changed);
        let field = if is_changed { Field::Modified } else { Field::Published };
        claims.add(field, Source::Shown, date.iso.as_str());
        from = date.end;
    }
}

/// Whether the day is the one on which somebody opened an account.
pub(super) fn is_of_an_account(page: &View<'_>, node: NodeId, text: &str) -> bool {
    let is_named = page.inclusive_ancestors(node).take(ACCOUNT_DEPTH).any(|up| page.is_called(up, Called::AccountDay));
    is_named || says_account(text) || says_account(&lead_of(page, node))
}

/// Elements around a day that may be called so.
const ACCOUNT_DEPTH: usize = 3;

fn says_account(text: &str) -> bool {
    if text.is_empty() {
        return false;
    }
    let text = text.to_lowercase();
    ACCOUNT_LABELS.iter().any(|label| text::places(&text, label).next().is_some())
}

/// The day in the `datetime` of a `time` element, or of one that a site made itself (`relative-time`).
pub(super) fn machine_date(page: &View<'_>, node: NodeId, order: NumericOrder) -> Option<String> {
    if !matches!(page.tag(node), Some(Tag::Time | Tag::Other)) {
        return None;
    }
    page.attr(node, Attr::Datetime).and_then(|written| dates::parse(written, order))
}

/// Whether the dates are what the line is for: most of it, or what it begins with before a mark or ends with after one, or
/// what its label or an author's name leads to.
fn is_date_line(text: &str, found: &[Found]) -> bool {
    // Bytes would say of Arabic, Thai or Chinese that its digits are hardly any of the line.
    let covered: usize = found.iter().map(|date| text[date.start..date.end].chars().count()).sum();
    let leads = found.first().is_some_and(|first| {
        let after = text.get(first.end..).unwrap_or_default().trim_start();
        first.start == 0 && (after.starts_with(PARTS) || is_clock(after))
    });
    // "Essay - Published: 2024.3.28": the label is the last part before the day.
    let label = found.first().and_then(|first| text.get(..first.start)?.rsplit(PARTS).next());
    covered * 2 >= text.chars().count()
        || leads
        || found.last().is_some_and(|last| closes_credit(text, last))
        || is_labelled(text)
        || label.is_some_and(|label| is_labelled(label.trim_start()))
        || names::introduced(text).is_some()
}

/// Whether the day stands at the end of the line after a mark, and a few words without a full stop before it: "Ann Bo · 2
/// May 2024".
fn closes_credit(text: &str, day: &Found) -> bool {
    let before = text[..day.start].trim_end();
    let after = text[day.end..].trim_start_matches(['日', '일']).trim_matches(|c: char| !c.is_alphanumeric());
    let credit = before.trim_end_matches(['|', '•', '·', '–', '—', '⋅']);
    credit.len() < before.len()
        && (after.is_empty() || is_clock(after))
        && credit.split_whitespace().count() <= MAX_CREDIT_WORDS
        && !credit.contains(['.', '!', '?', '。', '।'])
}

/// Words before a day that may be a name with a role.
const MAX_CREDIT_WORDS: usize = 6;

/// What parts the facts of a line.
const PARTS: [char; 8] = ['|', '•', '·', '–', '—', '-', '/', '⋅'];

/// Whether the text begins with a time of day: `6:05`, `6時00分`.
fn is_clock(text: &str) -> bool {
    let text = text.trim_start_matches('日').trim_start();
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(text.len() - rest.len())) && rest.starts_with([':', '時', '时', '點', '点', '시'])
}

/// Whether the line begins as those of credits with a day do.
pub(super) fn is_labelled(text: &str) -> bool {
    let text = text.to_lowercase();
    LABELS.iter().any(|word| text.starts_with(word))
}

/// What follows the day that a line begins with, or its label leads to, and the time of day.
pub(super) fn after_day(text: &str) -> Option<&str> {
    let day = dates::find(text, NumericOrder::DayFirst).into_iter().next()?;
    let before = text[..day.start].trim();
    let is_start =
        before.is_empty() || dates::is_part(before) || (before.len() <= MAX_LEAD_CHARS && is_labelled(before));
    let mut rest = &text[day.end..];
    loop {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let (word, after) = rest.split_at(rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()));
        let is_clock = word.starts_with(|c: char| c.is_ascii_digit());
        if !is_clock && !BESIDE_CLOCKS.contains(&word.to_lowercase().as_str()) {
            break;
        }
        rest = after;
    }
    (is_start && !rest.is_empty()).then_some(rest)
}

/// Characters of a label before a date.
const MAX_LEAD_CHARS: usize = 40;

/// The text just before an element inside its parent: "Updated on: " before a `time`.
pub(super) fn lead_of(page: &View<'_>, node: NodeId) -> String {
    let is_shown = |sibling: &NodeId| page.tag(*sibling).is_some() || !page.trimmed(*sibling).is_empty();
    let mut before = std::iter::successors(page.previous_sibling(node), |&sibling| page.previous_sibling(sibling));
    before.find(is_shown).and_then(|sibling| page.line(sibling, MAX_LEAD_CHARS)).unwrap_or_default()
}

/// Whether the last that a text, which stands before a day or around it, says of the day is that it is of a change.
pub(super) fn says_changed(text: &str) -> bool {
    if text.is_empty() {
        return false;
    }
    let text = text.to_lowercase();
    // "Published 1 May, updated": the word nearest the date counts, and it stands at the end.
    let last_of = |words: &[&str]| words.iter().filter_map(|word| text::places(&text, word).next_back()).max();
    last_of(CHANGED) > last_of(FIRST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::testing::page;

    fn read_first(markup: &str, field: Field) -> Option<String> {
        let page = page(markup);
        let mut claims = Claims::default();
        for node in page.nodes() {
            read(&View::of(&page), node, NumericOrder::Unknown, &mut claims);
        }
        claims.first(field, |claim| Some(claim.value.clone()))
    }

    #[test]
    fn two_time_elements_in_a_line_keep_their_times_of_day() {
        let line = "<p>Updated: <time datetime=2019-11-08T17:45Z>8 November 2019</time> | Published: \
                    <time datetime=2019-11-07T06:12Z>7 November 2019</time></p>";
        assert_eq!(read_first(line, Field::Modified).as_deref(), Some("2019-11-08T17:45Z"));
        assert_eq!(read_first(line, Field::Published).as_deref(), Some("2019-11-07T06:12Z"));
    }

    #[test]
    fn an_element_that_a_site_made_itself_may_hold_the_day() {
        let line = "<relative-time datetime=2024-05-06>last week</relative-time>";
        assert_eq!(read_first(line, Field::Published).as_deref(), Some("2024-05-06"));
        assert_eq!(read_first("<ins datetime=2024-05-06>a word</ins>", Field::Published), None);
    }

    #[test]
    fn the_day_on_which_a_member_came_is_not_the_pages() {
        for line in [
            "<dd class=profile-joined>Jul 4, 2012</dd>",
            "<p>Joined: Jul 4, 2012</p>",
            "<p><b>Member since</b> <time datetime=2012-07-04></time></p>",
        ] {
            assert_eq!(read_first(line, Field::Published), None, "{line}");
        }
    }

    #[test]
    fn a_bare_line_between_elements_may_be_the_day_and_a_bare_sentence_is_not() {
        let page = page("<div><p>Rain</p>20 December 2025<br>On 3 May 2020 it rained in all the valley<br></div>");
        let mut claims = Claims::default();
        let read: Vec<bool> =
            page.nodes().map(|node| read_bare(&View::of(&page), node, NumericOrder::Unknown, &mut claims)).collect();
        assert_eq!(read.iter().filter(|read| **read).count(), 1);
        assert_eq!(claims.first(Field::Published, |claim| Some(claim.value.clone())).as_deref(), Some("2025-12-20"));
    }

    #[test]
    fn a_line_that_ends_with_a_date_after_a_mark_is_a_date_line_in_any_script() {
        for line in [
            "Ayşe Nur Kaya · 2 Mayıs 2024",
            "Анна Белова · 2 мая 2024",
            "김민수 기자 2024.05.02",
            "记者 王小明 2024年5月2日",
            "الخميس 2 مايو 2024",
        ] {
            assert_eq!(
                read_first(&format!("<p>{line}</p>"), Field::Published).as_deref(),
                Some("2024-05-02"),
                "{line}"
            );
        }
        assert_eq!(read_first("<p>It rained. The mill was shut – 2 May 2024</p>", Field::Published), None);
    }

    #[test]
    fn a_line_that_begins_with_a_date_before_a_mark_is_a_date_line_and_a_sentence_is_none() {
        let line = "<p>Dec 26, 2025 • 18 min read by our own people</p>";
        assert_eq!(read_first(line, Field::Published).as_deref(), Some("2025-12-26"));
        let line = "<p>Essay - Published: 2024.3.28 | Rain, rivers, bridges and those who build and mend them</p>";
        assert_eq!(read_first(line, Field::Published).as_deref(), Some("2024-03-28"));
        let line = "<p>2023年5月21日 6時00分　有料記事</p>";
        assert_eq!(read_first(line, Field::Published).as_deref(), Some("2023-05-21"));
        assert_eq!(
            read_first("<p>Dec 26, 2025 was a day of rain in all the towns of the valley.</p>", Field::Published),
            None
        );
    }
}
