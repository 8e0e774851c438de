//! The count of words beside Unicode's and beside dictionaries', on the news pages of the fixtures.

use std::{fs, path::Path};

use quietpage::{extract::extract, page::html, page::text::words};
use unicode_segmentation::UnicodeSegmentation;

/// Pages in scripts without spaces, and the words that ICU 78's dictionaries find in their articles: `Intl.Segmenter` of
/// Node 20 on each line of `text`, segments that are `isWordLike`.
const BY_DICTIONARY: &[(&str, usize)] =
    &[("chinese-simplified", 316), ("chinese-traditional", 323), ("japanese", 445), ("thai", 328)];

fn text_of(fixture: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(fixture);
    let page = html::read(&fs::read_to_string(folder.join("page.html")).unwrap()).unwrap();
    extract(&page, None).unwrap().article.text
}

/// How far `found` is from `right`, as a share of it.
fn off(found: usize, right: usize) -> f64 {
    (found as f64 - right as f64).abs() / right as f64
}

#[test]
fn words_of_scripts_with_spaces_are_those_of_unicode_within_two_percent() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let names = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let has_spaces = |name: &String| BY_DICTIONARY.iter().all(|(other, _)| name.strip_prefix("news-") != Some(*other));
    let spaced: Vec<String> = names.filter(|name| name.starts_with("news-")).filter(has_spaces).collect();
    assert!(spaced.len() >= 20, "{spaced:?}");
    for name in spaced {
        let text = text_of(&name);
        let right = text.unicode_words().count();
        assert!(off(words(&text), right) <= 0.02, "{name}: {} for {right}", words(&text));
    }
}

#[test]
fn words_of_scripts_without_spaces_are_those_of_dictionaries_within_seven_percent() {
    for &(name, right) in BY_DICTIONARY {
        let found = words(&text_of(&format!("news-{name}")));
        assert!(off(found, right) <= 0.07, "{name}: {found} for {right}");
    }
}
