//! Any bytes as a page in some encoding.
#![no_main]

#[path = "../../src/bin/quietpage/decode.rs"]
mod decode;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let _ = decode::decode(data);
    if let Ok(text) = std::str::from_utf8(data) {
        let marked = format!("\u{feff}{text}");
        assert_eq!(decode::decode(marked.as_bytes()), text, "with a byte-order mark it is what it says");
    }
});
