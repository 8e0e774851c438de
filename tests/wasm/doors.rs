//! Both doors lead to the same page: every fixture, parsed by the browser and walked, or read as a string.

use include_dir::{Dir, include_dir};
use js_sys::JSON;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::documents::{field, parse};
use quietpage::wasm::{extract_document, extract_html};

static FIXTURES: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/fixtures");

/// The article as one string, or the code of the error.
fn article(result: Result<JsValue, JsValue>) -> String {
    match result {
        Ok(result) => JSON::stringify(&field(&result, "article")).unwrap().into(),
        Err(error) => field(&error, "code").as_string().unwrap_or_default(),
    }
}

#[wasm_bindgen_test]
fn every_fixture_gives_the_same_bytes_through_both_doors() {
    let mut different = Vec::new();
    let mut seen = 0;
    for fixture in FIXTURES.dirs() {
        let Some(html) = fixture.get_file(fixture.path().join("page.html")).and_then(|file| file.contents_utf8())
        else {
            continue; // in another encoding: only the command line reads bytes
        };
        seen += 1;
        let document = parse(html);
        let walked = article(extract_document(&document, JsValue::UNDEFINED));
        let read = article(extract_html(html, &document.url().unwrap(), JsValue::UNDEFINED));
        if walked != read {
            different.push(format!("{}\n  walked {walked}\n  read   {read}", fixture.path().display()));
        }
    }
    assert!(seen > 0, "no fixtures");
    assert!(different.is_empty(), "{}", different.join("\n"));
}
