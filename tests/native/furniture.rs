//! What other pages of a site have in common, and what it takes away from a page.

use std::collections::HashSet;

use quietpage::{
    extract::{Corrections, Extraction, Furniture, Keep, Wanted, line},
    ledger::{Detail, Reason},
    page::html,
};

/// A paragraph of a language that no list knows, the same on all pages of the site but for its number.
const PROMO: &str = "Kuvela temo sari naludo 12 premika, vorla sintu badei remo kali tuvra.";

/// A story of the site about `subject`, with the promo among its paragraphs.
fn story(subject: &str) -> String {
    let paragraph = |part: &str| {
        format!(
            "<p>The {subject} {part}, said the council on Monday, and the town will have to pay for it until the \
             end of the next year, as it did for the old one before the war and after it.</p>"
        )
    };
    format!(
        "<html lang=en><title>The {subject} of the town</title><meta property=og:type content=article>\
         <article><h1>The {subject} of the town</h1>{}{}<p>{PROMO}</p>{}<h2>Kuvela</h2>{}</article>",
        paragraph("is to be rebuilt"),
        paragraph("was built by hand"),
        paragraph("stands on wood"),
        paragraph("has a keeper"),
    )
}

fn read(html: &str, furniture: Option<Furniture>) -> Extraction {
    let corrections = Corrections { furniture, ..Corrections::default() };
    line(
        &html::read(html).unwrap(),
        None,
        &Wanted { keep: Keep::Article, detail: Detail::Full, corrections, hints: false, comments: false },
    )
    .unwrap()
}

fn salted(seen: impl IntoIterator<Item = u32>) -> Furniture {
    Furniture { salt: "salt".to_owned(), seen: seen.into_iter().collect() }
}

#[test]
fn what_two_pages_have_in_common_goes_from_the_third_and_the_ledger_says_so() {
    let seen: HashSet<u32> =
        ["bridge", "mill"].iter().flat_map(|subject| read(&story(subject), Some(salted([]))).hashes).collect();
    let alone = read(&story("tower"), None);
    assert!(alone.article.text.contains("Kuvela temo") && alone.hashes.is_empty());
    let after = read(&story("tower").replace("12", "13"), Some(salted(seen)));
    assert!(!after.article.text.contains("Kuvela temo"), "{}", after.article.text);
    assert_eq!(after.article.text.matches("council").count(), alone.article.text.matches("council").count());
    assert!(after.article.text.contains("Kuvela"), "a heading over text that is kept");
    let reasons: Vec<&str> = after
        .ledger
        .entries
        .iter()
        .filter(|entry| entry.because == Reason::OnOtherPages)
        .map(|entry| entry.reasons[0].as_str())
        .collect();
    assert_eq!(reasons, ["repeated on other pages of this site"]);
    let again = read(&story("tower"), Some(salted([])));
    assert_eq!(after.hashes, again.hashes, "what is taken away is still told to the next page");
}

#[test]
fn the_same_story_at_another_address_loses_nothing() {
    let hashes = read(&story("bridge"), Some(salted([]))).hashes;
    let again = read(&story("bridge"), Some(salted(hashes)));
    assert_eq!(again.article.text, read(&story("bridge"), None).article.text);
}

#[test]
fn hashes_of_another_salt_say_nothing() {
    let hashes = read(&story("bridge"), Some(salted([]))).hashes;
    let other = Furniture { salt: "other".to_owned(), seen: hashes.iter().copied().collect() };
    let read = read(&story("mill"), Some(other));
    assert!(read.article.text.contains("Kuvela temo"));
    assert!(read.hashes.iter().all(|hash| !hashes.contains(hash)));
}

#[test]
fn of_pages_that_are_no_stories_nothing_is_learned() {
    let product = "<title>Shoe</title><h1>Shoe</h1><p>A shoe of leather for long ways.</p><button>Add to cart</button>";
    assert!(read(product, Some(salted([]))).hashes.is_empty());
}
