//! Any HTML through the body and each renderer, read again by parsers that are not ours.
#![no_main]

#[path = "../../tests/native/outline.rs"]
mod outline;
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
    let (html, written) = (&extraction.article.html, &extraction.article.markdown);
    walls::check_html(html, markup);
    walls::check_reads_as_written(html, markup);
    walls::check_markdown(written, markup);
    walls::check_same_blocks(html, written);
});
