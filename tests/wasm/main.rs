//! The walker and the exports, in real browsers: `wasm-pack test --headless --chrome --features html --test wasm`.
#![cfg(target_arch = "wasm32")]

mod documents;
mod doors;
mod exports;
mod shadow_trees;
mod walker;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
