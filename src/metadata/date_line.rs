//! A line with the day of publication or of a change.

use super::{
    attr_words,
    claim::{Claims, Field, Source},
    credits::{BYLINE_NAMES, MAX_LINE_CHARS},
    dates::{self, Found, NumericOrder},
    names, plain,
};
use crate::page::{Attr, NodeId, Page, Tag};

/// What elements with a date are called.
const NAMES: &[&str] = &[
    "date",
    "dates",
    "datetime",
    "published",
    "pubdate",
    "publish",
    "timestamp",
    "dateline",
    "posted",
    "time",
    "updated",
    "modified",
    "datum",
    "fecha",
    "meta",
    "byline",
    "info",
];

/// The same, where nothing but the name tells: of these no other thing is called.
pub(super) const SURE_NAMES: &[&str] =
    &["date", "dates", "datetime", "published", "pubdate", "publish", "timestamp", "dateline", "posted"];

/// What elements with the day of a change are called.
pub(super) const CHANGED_NAMES: &[&str] = &["updated", "modified", "update", "modify"];

/// What before a date says that it is of a change.
const CHANGED: &[&str] = &[
    "updated",
    "update",
    "modified",
    "edited",
    "reviewed",
    "revised",
    "changed",
    "aktualisiert",
    "geändert",
    "mis à jour",
    "modifié",
    "actualizado",
    "actualizada",
    "aggiornato",
    "atualizado",
    "atualizada",
    "bijgewerkt",
    "zaktualizowano",
    "aktualizacja",
    "обновлено",
    "изменено",
];

/// What a line of credits with a day begins with, lower-case.
const LABELS: &[&str] = &[
    "published",
    "posted",
    "date",
    "veröffentlicht",
    "erstellt",
    "publié",
    "publicado",
    "publicada",
    "pubblicato",
    "gepubliceerd",
    "geplaatst",
    "opublikowano",
    "dodano",
    "опубликовано",
    "дата",
    "first published",
    "originally published",
    "created",
    "released",
    "submitted",
    "stand",
    "updated",
    "last ",
    "发布",
    "發布",
    "公開",
    "投稿",
    "نشر",
    "تاريخ",
    "פורסם",
    "प्रकाशित",
    "เผยแพร่",
    "入力",
    "등록",
    "입력",
];

/// Reads a date line from an element; whether it is one.
pub fn read(page: &Page, node: NodeId, order: NumericOrder, claims: &mut Claims) -> bool {
    let is_time = page.is(node, Tag::Time);
    let is_named = attr_words::any(page, node, NAMES) || attr_words::any(page, node, BYLINE_NAMES);
    let is_line = page.tag(node).is_some_and(|tag| {
        tag.is_block_level()
            || matches!(tag, Tag::Span | Tag::Small | Tag::Em | Tag::I | Tag::Font | Tag::B | Tag::Strong)
    });
    if !(is_time || is_named || is_line) {
        return false;
    }
    let text = plain::line(page, node, MAX_LINE_CHARS).unwrap_or_default();
    if let Some(iso) = machine_date(page, node, order) {
        let is_changed =
            attr_words::any(page, node, CHANGED_NAMES) || says_changed(&text) || says_changed(&lead_of(page, node));
        claims.add(if is_changed { Field::Modified } else { Field::Published }, Source::Shown, iso);
        return true;
    }
    // The elements inside say the time of day, too.
    if text.is_empty() || page.descendants(node).any(|inner| machine_date(page, inner, order).is_some()) {
        return false;
    }
    let found = dates::find(&text, order);
    let is_credit = is_time || is_named || is_date_line(&text, &found);
    if found.is_empty() || !is_credit {
        return false;
    }
    let mut from = 0;
    for date in &found {
        let before = text.get(from..date.start).unwrap_or_default();
        let lead = if from == 0 { format!("{} {before}", lead_of(page, node)) } else { before.to_owned() };
        let is_changed = says_changed(&lead) || (from == 0 && attr_words::any(page, node, CHANGED_NAMES));
        let field = if is_changed { Field::Modified } else { Field::Published };
        claims.add(field, Source::Shown, date.iso.as_str());
        from = date.end;
    }
    true
}

/// The day in the `datetime` of a `time` element.
pub(super) fn machine_date(page: &Page, node: NodeId, order: NumericOrder) -> Option<String> {
    page.attr(node, Attr::Datetime)
        .filter(|_| page.is(node, Tag::Time))
        .and_then(|written| dates::parse(written, order))
}

/// Whether the dates are what the line is for: most of it, or what it begins with before a mark, or what its label or
/// an author's name leads to.
fn is_date_line(text: &str, found: &[Found]) -> bool {
    let covered: usize = found.iter().map(|date| date.end - date.start).sum();
    let leads = found.first().is_some_and(|first| {
        let after = text.get(first.end..).unwrap_or_default().trim_start();
        first.start == 0 && after.starts_with(['|', '•', '·', '–', '—', '-', '/', '⋅'])
    });
    covered * 2 >= text.len() || leads || is_labelled(text) || names::introduced(text).is_some()
}

/// Whether the line begins as those of credits with a day do.
pub(super) fn is_labelled(text: &str) -> bool {
    let text = text.to_lowercase();
    LABELS.iter().any(|word| text.starts_with(word))
}

/// Characters of a label before a date.
const MAX_LEAD_CHARS: usize = 40;

/// The text just before an element inside its parent: "Updated on: " before a `time`.
pub(super) fn lead_of(page: &Page, node: NodeId) -> String {
    let Some(parent) = page.parent(node) else { return String::new() };
    let before = page.children(parent).take_while(|&sibling| sibling < node).last();
    before.and_then(|sibling| plain::line(page, sibling, MAX_LEAD_CHARS)).unwrap_or_default()
}

pub(super) fn says_changed(text: &str) -> bool {
    let text = text.to_lowercase();
    // "Published 1 May, updated": the word nearest the date counts, and it stands at the end.
    let changed = CHANGED.iter().filter_map(|word| text.rfind(word)).max();
    let first = ["published", "posted", "veröffentlicht", "publié", "publicado"]
        .iter()
        .filter_map(|word| text.rfind(word))
        .max();
    changed > first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::testing::page;

    fn read_first(markup: &str, field: Field) -> Option<String> {
        let page = page(markup);
        let mut claims = Claims::default();
        for node in page.nodes() {
            read(&page, node, NumericOrder::Unknown, &mut claims);
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
    fn a_line_that_begins_with_a_date_before_a_mark_is_a_date_line_and_a_sentence_is_none() {
        let line = "<p>Dec 26, 2025 • 18 min read by our own people</p>";
        assert_eq!(read_first(line, Field::Published).as_deref(), Some("2025-12-26"));
        assert_eq!(
            read_first("<p>Dec 26, 2025 was a day of rain in all the towns of the valley.</p>", Field::Published),
            None
        );
    }
}
