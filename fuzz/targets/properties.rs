//! What holds for every page.

use quietpage::{
    Error, blocks,
    extract::{Extraction, extract},
    page::Page,
};

/// Extracts, and holds the result against what holds for every page: each block in the ledger once and in order, sums that
/// agree, the same answer the second time.
pub fn checked(page: &Page) -> Result<Extraction, Error> {
    let extraction = extract(page, None)?;
    let ledger = &extraction.ledger;
    assert_eq!(ledger.entries.len(), blocks::segment(page).len(), "every block is in the ledger once");
    assert_eq!(ledger.left_out, ledger.entries.iter().filter(|entry| !entry.kept).count());
    assert!(ledger.entries.iter().all(|entry| entry.because.is_kept() == entry.kept));
    assert!(ledger.entries.iter().all(|entry| (0.0..=1.0).contains(&entry.score)));
    assert!((0.0..=1.0).contains(&extraction.article.confidence));
    assert_eq!(extract(page, None).as_ref(), Ok(&extraction), "the same page, the same answer");
    Ok(extraction)
}
