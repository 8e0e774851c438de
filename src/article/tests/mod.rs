//! What must hold of every body, and the ideas one by one.

mod callouts;
mod every_body;
mod formulas;
mod hostile;
mod markdown;
mod media;
mod notes;
#[path = "../../../tests/native/outline.rs"]
mod outline;
mod structure;
mod text_kinds;

use proptest::test_runner::{Config, RngSeed};
use url::Url;

use super::{assemble, body::Body};
use crate::{
    blocks, metadata,
    page::{self, Page},
    render,
};

/// The same cases on every run, so that the gate does not fail by chance.
fn same_cases(cases: u32) -> Config {
    Config { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(2014), ..Config::default() }
}

/// The body of a page with everything kept.
fn body(page: &Page) -> Body {
    let blocks = blocks::segment(page);
    let base = Url::parse("https://news.example/story/1").unwrap();
    let metadata = metadata::read(page, Some(&base));
    assemble::body(page, &blocks, &vec![true; blocks.len()], &metadata, Some(&base))
}

fn page(markup: &str) -> Page {
    page::html::read(&format!("<!DOCTYPE html><html><body>{markup}</body></html>")).unwrap()
}

fn text(markup: &str) -> String {
    render::text(&body(&page(markup)))
}

fn html(markup: &str) -> String {
    render::html(&body(&page(markup)))
}
