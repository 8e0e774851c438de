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

#[test]
fn what_asks_under_every_page_says_nothing_of_the_text() {
    let whole = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/paywall-truncated/page.html"));
    let silent = whole.unwrap().replace("isAccessibleForFree", "isSomethingElse");
    let (before, rest) = silent.split_once("<div class=\"x9p paywall-barrier\">").unwrap();
    let (_, after) = rest.split_once("</div>").unwrap();
    let is_cut = |below: &str| {
        let page = html::read(&format!("{before}{below}{after}")).unwrap();
        extract(&page, None).unwrap().is_cut
    };
    assert!(is_cut("<div><h2>Keep reading</h2><p>Subscribe to unlock this article.</p></div>"));
    assert!(!is_cut("<footer><h2>Keep reading</h2><p>Subscribe to our newsletter.</p></footer>"));
    assert!(!is_cut("<form><h2>Leave a comment</h2><p>Log in to comment.</p></form>"));
}
