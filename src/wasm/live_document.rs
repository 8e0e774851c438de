//! What is asked of a live document.

use wasm_bindgen::prelude::*;

use super::js_types;

#[wasm_bindgen(module = "/src/wasm/walk.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = walkTape)]
    pub fn walk_tape(document: &web_sys::Document) -> Result<String, JsValue>;
}

/// Paragraphs looked at; an article shows itself long before.
const MAX_PROBED: u32 = 200;
/// Characters from which a paragraph counts, as in Mozilla's isProbablyReaderable.
const LONG_PARAGRAPH: usize = 140;
/// The sum of square roots that speaks for an article as much as against one.
const EVEN_CHANCE: f32 = 20.0;

/// Sums the square roots of what paragraphs have beyond [`LONG_PARAGRAPH`] characters (Mozilla's isProbablyReaderable).
pub fn probe(document: &web_sys::Document) -> Result<JsValue, JsValue> {
    let paragraphs = document.query_selector_all("p, pre, article > div, main > div")?;
    let mut sum = 0.0;
    for index in 0..paragraphs.length().min(MAX_PROBED) {
        let Some(paragraph) = paragraphs.item(index) else { continue };
        let text = paragraph.text_content().unwrap_or_default();
        let chars = text.trim().chars().count();
        if chars > LONG_PARAGRAPH {
            sum += ((chars - LONG_PARAGRAPH) as f32).sqrt();
        }
    }
    let confidence = sum / (sum + EVEN_CHANCE);
    js_types::probe(confidence >= 0.5, confidence)
}
