//! What holds for every page.

use quietpage::{
    Error, blocks,
    extract::{Extraction, Wanted, extract, line},
    ledger::{Detail, Ledger},
    page::Page,
};

/// Extracts, and holds the result against what holds for every page: each block in the ledger once and in order, sums that
/// agree, the same answer the second time, and whatever of the ledger is asked for.
pub fn checked(page: &Page) -> Result<Extraction, Error> {
    let extraction = extract(page, None)?;
    let ledger = &extraction.ledger;
    check_blocks(page, ledger);
    for detail in [Detail::Brief, Detail::Count] {
        let other = line(page, None, &Wanted { detail, ..Wanted::default() }).expect("there is text");
        assert_eq!(other.article, extraction.article);
        assert_eq!(other.ledger.left_out, ledger.left_out);
        let mut all = ledger.entries.iter();
        for named in &other.ledger.entries {
            assert!(all.any(|entry| entry.text == named.text && entry.kept == named.kept), "out of order: {named:?}");
        }
    }
    assert!(ledger.entries.iter().all(|entry| entry.because.is_kept() == entry.kept));
    assert!(ledger.entries.iter().all(|entry| (0.0..=1.0).contains(&entry.score)));
    assert!((0.0..=1.0).contains(&extraction.article.confidence));
    assert_eq!(extract(page, None).as_ref(), Ok(&extraction), "the same page, the same answer");
    Ok(extraction)
}

/// Every block is in the whole ledger once, in page order, and the ledger's sums are the page's.
fn check_blocks(page: &Page, ledger: &Ledger) {
    let blocks = blocks::segment(page);
    assert_eq!(ledger.entries.len(), blocks.len());
    for ((id, block), entry) in blocks.iter().zip(&ledger.entries) {
        assert!(blocks.text(id).starts_with(&entry.text), "{entry:?}");
        assert_eq!((entry.chars, entry.words, entry.links), (block.chars, block.words, block.links));
    }
    let kept = ledger.entries.iter().filter(|entry| entry.kept).count();
    assert_eq!(ledger.left_out + kept, blocks.len());
}
