//! A page that shows only the beginning of its text is said to do so, and no other.

use std::{collections::BTreeSet, fs};

use quietpage::{extract::extract, page::html};

#[test]
fn of_the_fixtures_the_paywalled_one_is_cut_short_and_no_other() {
    let mut cut = BTreeSet::new();
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures")).unwrap() {
        let directory = entry.unwrap().path();
        let page = html::read(&fs::read_to_string(directory.join("page.html")).unwrap()).unwrap();
        if extract(&page, None).unwrap().is_cut {
            cut.insert(directory.file_name().unwrap().to_string_lossy().into_owned());
        }
    }
    assert_eq!(cut, BTreeSet::from(["paywall-truncated".to_owned()]));
}
