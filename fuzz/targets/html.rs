//! Any bytes as HTML, whole and in chunks: the division must not matter.
#![no_main]

mod properties;

use libfuzzer_sys::fuzz_target;
use quietpage::{
    extract::extract,
    page::html::{self, HtmlReader},
};

fuzz_target!(|input: (u16, &str)| {
    let (split, markup) = input;
    let whole = html::read(markup).and_then(|page| properties::checked(&page));
    let bytes = markup.as_bytes();
    let split = usize::from(split) % (bytes.len() + 1);
    for chunks in [vec![&bytes[..split], &bytes[split..]], bytes.chunks(1).collect()] {
        let mut reader = HtmlReader::new();
        let written = chunks.into_iter().try_for_each(|chunk| reader.write(chunk));
        let parted = written.and_then(|()| reader.finish()).and_then(|page| extract(&page, None));
        assert_eq!(parted, whole, "split at {split}");
    }
});
