//! Footnotes and endnotes, in the ways pages write them.

use proptest::prelude::*;

use super::{body, html, page};
use crate::render;

fn markdown(markup: &str) -> String {
    render::markdown(&body(&page(markup))).trim_end().to_owned()
}

const NOTED: &str = "Text[^1] more[^2].\n\n[^1]: First.\n\n[^2]: Second.";

#[test]
fn a_note_is_a_note_however_it_is_marked() {
    for markup in [
        // Items with arrows back, as most tools write them.
        "<p>Text<sup id=r1><a href='#f1'>1</a></sup> more<sup id=r2><a href='#f2'>2</a></sup>.</p>
         <ol><li id=f1><p>First. <a href='#r1'>↩</a></p></li><li id=f2><p>Second. <a href='#r2'>↩</a></p></li></ol>",
        // Not raised: the arrow says what it is.
        "<p>Text<a href='#f1' id=r1>1</a> more<a href='#f2' id=r2>2</a>.</p>
         <ol><li id=f1>First. <a href='#r1'>↩</a></li><li id=f2>Second. <a href='#r2'>↩</a></li></ol>",
        // Paragraphs that begin with their number, which leads back.
        "<p>Text<sup id=r1><a href='#f1'>[1]</a></sup> more<sup id=r2><a href='#f2'>[2]</a></sup>.</p>
         <p id=f1><a href='#r1'>[1]</a> First.</p><p id=f2><a href='#r2'>[2]</a> Second.</p>",
        "<p>Text<a name=r1 href='#f1'><span>1</span></a> more<a name=r2 href='#f2'><span>2</span></a>.</p>
         <p><a name=f1 href='#r1'><span>1</span></a> First.</p><p><a name=f2 href='#r2'><span>2</span></a> Second.</p>",
        // Plain numbers before the notes.
        "<p>Text<span><a href='#f1'>1</a></span> more<span><a href='#f2'>2</a></span>.</p>
         <p id=f1>1. First.</p><p id=f2>2. Second.</p>",
        // One paragraph of lines, a number of its own before each.
        "<p>Text<a href='#f1'><sup>1</sup></a> more<a href='#f2'><sup>2</sup></a>.</p>
         <p><a name=f1><sup>1</sup></a> First. <a href='#'>↩</a><br><br><a name=f2><sup>2</sup></a> Second.</p>",
        // The number stands alone above the note.
        "<p>Text<sup><a href='#f1'>1</a></sup> more<sup><a href='#f2'>2</a></sup>.</p>
         <div id=f1><sup>1</sup><p>First.</p></div><div id=f2><sup>2</sup><p>Second.</p></div>",
        // No links at all.
        "<p>Text<sup>1</sup> more<sup>2</sup>.</p><p><sup>1</sup> First.</p><p><b>2</b> Second.</p>",
        "<p>Text<sup>1</sup> more<sup>2</sup>.</p><div class=footnotes><ol><li>First.</li><li>Second.</li></ol></div>",
        "<p>Text<sup><a href='#f1'>1</a></sup> more<sup><a href='#f2'>2</a></sup>.</p>
         <p id=f1><span lang=la><sup>1</sup> First.</span></p><p id=f2>2) Second.</p>",
        // Brackets around the link, several ways back.
        "<p>Text<sup>[<a href='#f1'>1</a>]</sup> more<sup>[<a href='#f2'>2</a>]</sup>.</p>
         <ol><li id=f1><b><a href='#r'>^</a></b> First.</li><li id=f2>Second.</li></ol>",
    ] {
        assert_eq!(markdown(markup), NOTED, "{markup}");
    }
}

#[test]
fn a_call_leads_to_its_note_and_the_note_back() {
    let html = html("<p>Text<sup><a href='#f1'>1</a></sup></p><ol><li id=f1>Note</li></ol>");
    assert_eq!(
        html,
        "<p>Text<sup><span id=\"qp-2\"></span><a href=\"#qp-1\">1</a></sup></p>\n\
         <ol><li><span id=\"qp-1\"></span>Note <a href=\"#qp-2\">↩</a></li></ol>\n"
    );
}

#[test]
fn a_raised_number_in_a_link_is_no_link_in_it() {
    let html = html("<p><a href='/x'>Text<sup>1</sup></a></p><p><sup>1</sup> Note</p>");
    assert!(html.starts_with("<p><a href=\"https://news.example/x\">Text<sup>1</sup></a></p>"), "{html}");
}

#[test]
fn further_paragraphs_of_a_note_are_its_own() {
    let markup = "<p>Text<sup>1</sup> more<sup>2</sup>.</p>
        <p><sup>1</sup> First:</p><ul><li>a</li></ul><p><sup>2</sup> Second.</p><p>Not a note.</p>";
    assert_eq!(markdown(markup), "Text[^1] more[^2].\n\n[^1]: First:\n\n    - a\n\n[^2]: Second.\n\nNot a note.");
}

#[test]
fn a_place_within_a_link_is_the_notes_own_too() {
    let markup = "<p><a id=i0 href='#i2'><b id=i2>bb <a id=i0 href='#i2'>*<p>";
    let html = html(markup);
    assert!(html.contains("id=\""), "{html}");
    check_targets(&html);
}

#[test]
fn notes_may_begin_with_any_number() {
    let markup =
        "<p>Text<sup>4294967295</sup>.</p><ol class=footnotes start=4294967295><li>First.</li><li>Second.</li></ol>";
    assert!(markdown(markup).contains("Second."));
}

#[test]
fn signs_in_place_of_numbers_are_numbered() {
    let markup = "<p>Text<sup><a href='#a'>*</a></sup> more<sup><a href='#b'>*</a></sup>.</p>
        <p id=a>First.</p><p id=b>Second.</p>";
    assert_eq!(markdown(markup), NOTED);
}

#[test]
fn what_only_looks_like_notes_is_none() {
    // A theorem's number leads to a heading, an exercise's to an item that begins with a word.
    let theorem = "<p>By (<a href='#t'>1</a>) and (<a href='#e'>3</a>).</p><h3 id=t>Theorem 1</h3><ul><li id=e>Exercise 3.</li></ul>";
    assert_eq!(markdown(theorem), "By (1) and (3).\n\n### Theorem 1\n\n- Exercise 3.");
    // Verses.
    let verses =
        "<p><sup>1</sup> In the dawn <sup>2</sup> it was so.</p><p><sup>3</sup> The day <sup>4</sup> came.</p>";
    assert!(!markdown(verses).contains("[^"));
    // Powers.
    assert!(!markdown("<p>10<sup>2</sup> and x<sup>3</sup></p><p>2. No note</p>").contains("[^"));
}

/// Pieces of pages with links to places in them, with numbers and without.
fn pieces() -> impl Strategy<Value = Vec<String>> {
    let open = ("(p|li|ol|sup|a|b|div|blockquote|hr)", 0..4_u8, 0..4_u8)
        .prop_map(|(tag, id, to)| format!("<{tag} id=i{id} href='#i{to}'>"));
    let close = "(p|li|ol|sup|a|b|div|blockquote)".prop_map(|tag| format!("</{tag}>"));
    let number = "(1|2|\\[1\\]|↩|\\*|1\\. )";
    prop::collection::vec(prop_oneof![3 => open, 2 => close, 2 => number, 3 => "[b-h]{2,4} "], 0..40)
}

proptest! {
    #![proptest_config(super::same_cases(300))]

    #[test]
    fn no_word_is_lost_or_moved_whatever_leads_where(pieces in pieces()) {
        let page = page(&pieces.concat());
        let words = |text: &str| text.chars().filter(char::is_ascii_alphabetic).collect::<String>();
        prop_assert_eq!(words(&render::text(&body(&page))), words(&page.text_inside(page.body())));
    }

    #[test]
    fn every_link_within_the_article_leads_somewhere(pieces in pieces()) {
        check_targets(&html(&pieces.concat()));
    }
}

fn check_targets(html: &str) {
    let targets = html.match_indices("href=\"#").map(|(at, start)| {
        let rest = &html[at + start.len()..];
        &rest[..rest.find('"').unwrap_or(0)]
    });
    for target in targets {
        assert_eq!(html.matches(&format!("id=\"{target}\"")).count(), 1, "{target} in {html}");
    }
}
