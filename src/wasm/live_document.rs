//! What is asked of a live document.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/wasm/walk.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = walkTape)]
    pub fn walk_tape(document: &web_sys::Document) -> Result<String, JsValue>;
}

#[wasm_bindgen(module = "/src/wasm/glance.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = glance)]
    pub fn glance(document: &web_sys::Document) -> Result<Vec<u32>, JsValue>;
}
