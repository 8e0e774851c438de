//! The links by which readers of a wiki edit a section: they stand in its heading.

use super::source::Source;
use crate::page::{NodeId, Tag, text};

/// "Edit" and "edit source" as wikis write them, in lower case.
const WORDS: &[&str] = &[
    "edit",
    "edit source",
    "edit section",
    "bearbeiten",
    "quelltext bearbeiten",
    "modifier",
    "modifier le code",
    "editar",
    "editar código",
    "modifica",
    "modifica wikitesto",
    "править",
    "править код",
    "редагувати",
    "編集",
    "编辑",
    "編輯",
    "편집",
    "bewerken",
    "edytuj",
    "redigera",
    "rediger",
    "muokkaa",
    "düzenle",
    "تعديل",
    "عدل",
    "עריכה",
];

/// Whether an element is such a link, with the brackets around it: by its class, or, in a heading, by its text.
pub(super) fn is_one(source: &Source, node: NodeId) -> bool {
    let page = source.page;
    if !matches!(page.tag(node), Some(Tag::A | Tag::Span | Tag::Small | Tag::Sup | Tag::Div)) {
        return false;
    }
    if source.has_class_word(node, &["editsection"]) {
        return true;
    }
    let is_heading = |up: NodeId| page.tag(up).is_some_and(|tag| tag.heading_level().is_some());
    if !page.ancestors(node).any(is_heading) {
        return false;
    }
    let has_link = page.is(node, Tag::A) || source.first_inside(node, Tag::A).is_some();
    has_link && says_edit(&page.text_inside(node))
}

/// `[edit]`, `[ edit | edit source ]`.
fn says_edit(written: &str) -> bool {
    let inside = written.trim().trim_start_matches('[').trim_end_matches(']');
    inside.split('|').all(|part| {
        let part = text::squash(part).to_lowercase();
        WORDS.contains(&part.as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::says_edit;

    #[test]
    fn only_the_word_alone_asks_for_an_edit() {
        assert!(says_edit("[edit]") && says_edit("[ Bearbeiten | Quelltext bearbeiten ]") && says_edit("編集"));
        assert!(!says_edit("[edited]") && !says_edit("How to edit") && !says_edit("[]"));
    }
}
