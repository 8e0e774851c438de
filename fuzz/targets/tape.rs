//! Any string as a tape.
#![no_main]

mod properties;

use libfuzzer_sys::fuzz_target;
use quietpage::page::tape;

fuzz_target!(|data: &[u8]| {
    let Ok(written) = std::str::from_utf8(data) else { return };
    if let Ok(page) = tape::read(written) {
        let _ = properties::checked(&page);
    }
});
