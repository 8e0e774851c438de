//! Shadow trees are walked as they are shown.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, ShadowRootInit, ShadowRootMode};

use crate::documents::{find, parse, walk};

/// `<host-part>` gets a shadow tree of these texts, each a paragraph, with a slot where one is `None`.
fn with_shadow(document: &Document, mode: ShadowRootMode, parts: &[Option<&str>]) {
    let host = find(document, "host-part");
    let root = host.attach_shadow(&ShadowRootInit::new(mode)).unwrap();
    for part in parts {
        let child = document.create_element(if part.is_some() { "p" } else { "slot" }).unwrap();
        child.set_text_content(*part);
        root.append_child(&child).unwrap();
    }
}

#[wasm_bindgen_test]
fn an_open_shadow_tree_stands_in_place_of_the_children() {
    let document = parse("<body><p>a </p><host-part>not shown</host-part><p> c</p></body>");
    with_shadow(&document, ShadowRootMode::Open, &[Some("b")]);
    assert_eq!(walk(&document).text(), "a b c");
}

#[wasm_bindgen_test]
fn what_fills_a_slot_stands_where_the_slot_is_and_only_there() {
    let document = parse("<body><host-part><i>slotted</i></host-part></body>");
    with_shadow(&document, ShadowRootMode::Open, &[Some("before "), None, Some(" after")]);
    assert_eq!(walk(&document).text(), "before slotted after");
}

#[wasm_bindgen_test]
fn an_empty_slot_shows_its_own_text() {
    let document = parse("<body><host-part></host-part></body>");
    with_shadow(&document, ShadowRootMode::Open, &[None]);
    let host = find(&document, "host-part");
    let slot = host.shadow_root().unwrap().first_child().unwrap();
    slot.set_text_content(Some("fallback"));
    assert_eq!(walk(&document).text(), "fallback");
}

#[wasm_bindgen_test]
fn elements_of_a_shadow_tree_have_ordinals_of_their_own() {
    let document = parse("<body><host-part></host-part><b>last</b></body>");
    with_shadow(&document, ShadowRootMode::Open, &[Some("inside")]);
    let walk = walk(&document);
    let elements: Vec<String> = walk.elements.iter().map(web_sys::Element::local_name).collect();
    assert_eq!(elements, ["html", "head", "body", "host-part", "p", "b"]);
    assert_eq!(walk.names(), elements);
}

#[wasm_bindgen_test]
fn a_closed_tree_that_the_page_keeps_to_itself_is_passed_over() {
    let document = parse("<body><p>open</p><host-part></host-part></body>");
    with_shadow(&document, ShadowRootMode::Closed, &[Some("closed")]);
    assert_eq!(walk(&document).text(), "open");
}
