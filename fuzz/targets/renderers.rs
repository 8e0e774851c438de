//! Any HTML through the body and each renderer, read again by parsers that are not ours.
#![no_main]

#[path = "../../tests/native/walls.rs"]
mod walls;

use libfuzzer_sys::fuzz_target;
use quietpage::{
    extract::{Keep, Wanted, line},
    ledger::Detail,
    page::html,
};
use url::Url;

fuzz_target!(|markup: &str| {
    let url = Url::parse("https://news.example/story").unwrap();
    let wanted = Wanted { keep: Keep::Selected, detail: Detail::Brief, ..Wanted::default() };
    let Ok(extraction) = html::read(markup).and_then(|page| line(&page, Some(&url), &wanted)) else { return };
    walls::check_html(&extraction.article.html, markup);
    walls::check_markdown(&extraction.article.markdown, markup);
});
