//! The exports. Thin: every one is a door, the line, and a view of its result.

mod js_types;
mod live_document;

use url::Url;
use wasm_bindgen::prelude::*;

#[cfg(feature = "html")]
use crate::report;
use crate::{
    Error,
    extract::{self, Extraction},
    page::{Page, tape},
    probe::Glance,
    web_address,
};
use js_types::Options;

/// The package's version.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// A live document → `{article, blocks}`. Reads the document, never writes to it.
///
/// # Errors
/// A JavaScript `Error` with a `code` (see [`Error::code`]).
#[wasm_bindgen(js_name = extractDocument)]
pub fn extract_document(document: &web_sys::Document, options: JsValue) -> Result<JsValue, JsValue> {
    let tape = live_document::walk_tape(document)?;
    extract_tape(&tape, &document.url().unwrap_or_default(), options)
}

/// A live document → the tape.
///
/// # Errors
/// What the walker throws.
#[wasm_bindgen(js_name = walkDocument)]
pub fn walk_document(document: &web_sys::Document) -> Result<String, JsValue> {
    live_document::walk_tape(document)
}

/// A tape and the page's address → `{article, blocks}`.
///
/// # Errors
/// A JavaScript `Error` with a `code` (see [`Error::code`]).
#[wasm_bindgen(js_name = extractTape)]
pub fn extract_tape(tape: &str, url: &str, options: JsValue) -> Result<JsValue, JsValue> {
    let options = Options::read(options)?;
    answer(tape::read(tape), url, &options)
}

/// A string of HTML and its address → `{article, blocks}`. Only in the full module.
///
/// # Errors
/// A JavaScript `Error` with a `code` (see [`Error::code`]).
#[cfg(feature = "html")]
#[wasm_bindgen(js_name = extractHtml)]
pub fn extract_html(html: &str, url: &str, options: JsValue) -> Result<JsValue, JsValue> {
    let options = Options::read(options)?;
    answer(crate::page::html::read(html), url, &options)
}

/// A tape, the page's address and a number nobody else knows → the page's report ([`report`]): its structure, in filler.
/// Only in the full module.
///
/// # Errors
/// A JavaScript `Error` with a `code` (see [`Error::code`]).
#[cfg(feature = "html")]
#[wasm_bindgen(js_name = reportTape)]
pub fn report_tape(tape: &str, url: &str, seed: u64) -> Result<String, JsValue> {
    let run = || Ok(report::write(&tape::read(tape)?, address(url)?.as_ref(), seed));
    run().map_err(|error: Error| js_types::error(error.code(), &error.to_string()))
}

/// Whether the live page is worth reading, as `{readerable, confidence}`: from a glance at it, cheap enough for every page
/// load.
///
/// # Errors
/// What reading the document throws.
#[wasm_bindgen]
pub fn probe(document: &web_sys::Document) -> Result<JsValue, JsValue> {
    probe_glance(&live_document::glance(document)?, &document.url()?, &document.title())
}

/// The same, from what `glance` of `glance.js` gives, the page's address and its title: for a page that is out of the
/// module's reach.
///
/// # Errors
/// None that a caller can meet.
#[wasm_bindgen(js_name = probeGlance)]
pub fn probe_glance(glance: &[u32], url: &str, title: &str) -> Result<JsValue, JsValue> {
    let url = address(url).ok().flatten();
    js_types::probe(Glance::read(glance).map_or(0.0, |glance| glance.confidence(url.as_ref(), title)))
}

/// The page's address; blank is none.
fn address(url: &str) -> Result<Option<Url>, Error> {
    match url {
        "" => Ok(None),
        url => web_address::parse(None, url).map(Some).ok_or_else(|| Error::BadUrl { url: url.to_owned() }),
    }
}

fn answer(page: Result<Page, Error>, url: &str, options: &Options) -> Result<JsValue, JsValue> {
    let run = || -> Result<Extraction, Error> { extract::line(&page?, address(url)?.as_ref(), &options.wanted()) };
    let extraction = run().map_err(|error| js_types::error(error.code(), &error.to_string()))?;
    js_types::extraction(&extraction, options)
}
