//! Any strings as JSON-LD, dates, addresses and credits.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quietpage::{
    extract::extract,
    limits,
    page::{Attr, Hints, PageBuilder, Tag},
};
use url::Url;

const STORY: &str =
    "Residents of the harbour town voted on Tuesday to keep the last car ferry across the sound running.";

fuzz_target!(|input: (&str, &str, &str, &str)| {
    let (json_ld, date, byline, address) = input;
    let mut page = PageBuilder::new();
    let mut element = |tag, attrs: &[(Attr, &str)], text: &str| {
        page.open(tag, Hints::NONE).unwrap();
        for (name, value) in attrs {
            page.attr(*name, value);
        }
        page.text(text).unwrap();
        page.close();
    };
    element(Tag::Script, &[(Attr::Type, "application/ld+json")], json_ld);
    element(Tag::Meta, &[(Attr::Property, "article:published_time"), (Attr::Content, date)], "");
    element(Tag::Link, &[(Attr::Rel, "next canonical"), (Attr::Href, address)], "");
    element(Tag::H1, &[], byline);
    element(Tag::Div, &[(Attr::Class, "byline")], byline);
    element(Tag::Time, &[(Attr::Datetime, date)], date);
    element(Tag::P, &[], STORY);
    let page = page.finish();
    let Ok(extraction) = extract(&page, Url::parse(address).ok().as_ref()) else { return };
    let article = extraction.article;
    for field in [article.title, article.dek, article.byline, article.site_name, article.excerpt].into_iter().flatten()
    {
        assert!(!field.trim().is_empty() && field.chars().count() <= limits::MAX_FIELD_CHARS, "{field:?}");
    }
    for date in [article.published, article.modified].into_iter().flatten() {
        let year = date.get(..4).and_then(|year| year.parse::<u16>().ok());
        assert!(year.is_some() && date.len() <= 40, "{date:?}");
    }
    for address in [article.next_page, article.lead_image].into_iter().flatten() {
        assert!(address.starts_with("http://") || address.starts_with("https://"), "{address}");
    }
});
