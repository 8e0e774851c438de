//! The first wall alone: what a page writes to break out comes through the typed body as text, or not at all.
//!
//! The vectors are data in `tests/hostile`; `tests/e2e/hostile.mjs` puts them before the second wall, and what comes
//! through the first into a live page without it.

use std::{fs, path::Path};

use quietpage::{
    article::Article,
    extract::{Keep, Wanted, line},
    ledger::Detail,
    page::html,
};
use url::Url;

use crate::walls;

const STORY: &str = "Residents of the harbour town voted on Tuesday to keep the last car ferry across the sound running for \
                     another ten years, ending a dispute that had divided the council since the spring.";

fn vectors(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile").join(name);
    let file = fs::read_to_string(&path).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
    file.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

/// Every vector, some to a page.
fn pages() -> Vec<String> {
    let story =
        |inside: &str| format!("<!doctype html><title>The ferry</title><body><p>{STORY}</p>{inside}<p>{STORY}</p>");
    let addresses = vectors("addresses.txt");
    let with_address = vectors("places.txt").into_iter().flat_map(|place| {
        let filled: Vec<String> = addresses.iter().map(|address| place.replace("{}", address)).collect();
        // A base or a refresh counts once a page, so these stand alone.
        let alone = place.starts_with("<base") || place.starts_with("<meta");
        if alone { filled } else { vec![filled.concat()] }
    });
    let markup = vectors("markup.txt");
    with_address.chain(markup).map(|vector| story(&vector)).collect()
}

/// The article of a page of which everything is kept: no decision about content stands before the wall.
fn article(page: &str) -> Option<Article> {
    let url = Url::parse("https://news.example/story").unwrap();
    let wanted = Wanted { keep: Keep::Selected, detail: Detail::Full, ..Wanted::default() };
    Some(line(&html::read(page).ok()?, Some(&url), &wanted).ok()?.article)
}

#[test]
fn there_are_enough_of_them_and_each_stands_once() {
    let mut markup = vectors("markup.txt");
    let (addresses, places) = (vectors("addresses.txt"), vectors("places.txt"));
    assert!(markup.len() >= 280 && addresses.len() >= 90 && places.len() >= 25);
    assert!(places.iter().all(|place| place.contains("{}")));
    let count = markup.len();
    markup.sort();
    markup.dedup();
    assert_eq!(markup.len(), count);
}

#[test]
fn what_comes_out_is_what_the_renderer_may_write() {
    for page in pages() {
        let article = article(&page).unwrap_or_else(|| panic!("no article of {page}"));
        walls::check_html(&article.html, &page);
        walls::check_reads_as_written(&article.html, &page);
    }
}

#[test]
fn markdown_read_again_links_nowhere_else_and_holds_no_markup_of_the_page() {
    for page in pages() {
        let Some(article) = article(&page) else { panic!("no article of {page}") };
        walls::check_markdown(&article.markdown, &page);
        walls::check_same_blocks(&article.html, &article.markdown);
    }
}

#[test]
fn titles_turn_no_text_around() {
    let turning = ['\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}', '\0', '\u{7f}'];
    for sign in turning {
        let page = format!(
            "<!doctype html><title>The fer{sign}ry runs on</title><body><h1>The fer{sign}ry runs on</h1><p>{STORY}"
        );
        let title = article(&page).and_then(|article| article.title).expect("a title");
        assert!(!title.contains(sign), "{title:?}");
    }
}
