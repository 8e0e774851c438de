//! What holds for every page, sound or broken. Pages are made of random tags and of words numbered in page order, so
//! that a word that is lost, repeated or moved shows by its number.

use std::fmt::Write;

use proptest::{
    prelude::*,
    sample::select,
    test_runner::{Config, RngSeed},
};
use quietpage::{
    Error, blocks,
    extract::extract,
    metadata::dates::{self, NumericOrder},
    page::html,
    report,
};

/// Names the doors, the segmentation and the assembly treat each in their own way.
const TAGS: [&str; 32] = [
    "p",
    "div",
    "section",
    "article",
    "aside",
    "header",
    "footer",
    "nav",
    "main",
    "h1",
    "h2",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "code",
    "table",
    "tr",
    "td",
    "a href=/x",
    "b",
    "em",
    "span",
    "figure",
    "figcaption",
    "div class=comments",
    "p hidden",
    "button",
];

/// Void elements, comments, and markup that is no markup.
const BROKEN: [&str; 16] = [
    "<br>",
    "<br><br>",
    "<hr>",
    "<img src=/a.jpg alt=picture>",
    "<!-- note -->",
    "<!--",
    "</p>",
    "</",
    "<",
    "< p>",
    "<p class=\"",
    "&amp",
    "&#x0;",
    "<![CDATA[",
    "<script>if (a < b) c()</script>",
    "<svg><title>",
];

#[derive(Debug, Clone)]
enum Piece {
    Open(&'static str),
    Close(&'static str),
    Words(usize),
    Raw(&'static str),
}

/// Pieces in any order: tags open and close as chance has it.
fn pieces(raw: &'static [&'static str]) -> impl Strategy<Value = Vec<Piece>> {
    let piece = prop_oneof![
        3 => select(&TAGS[..]).prop_map(Piece::Open),
        2 => select(&TAGS[..]).prop_map(Piece::Close),
        4 => (1_usize..40).prop_map(Piece::Words),
        1 => select(raw).prop_map(Piece::Raw),
    ];
    prop::collection::vec(piece, 0..80)
}

fn render(pieces: &[Piece]) -> String {
    let mut page = String::from("<!DOCTYPE html><html lang=en><head><title>Page</title></head><body>");
    let mut number = 0;
    for piece in pieces {
        match piece {
            Piece::Open(tag) => write!(page, "<{tag}>").unwrap(),
            Piece::Close(tag) => write!(page, "</{}>", tag.split(' ').next().unwrap()).unwrap(),
            Piece::Words(count) => {
                for _ in 0..*count {
                    write!(page, " {number}").unwrap();
                    number += 1;
                }
                page.push_str(". ");
            }
            Piece::Raw(markup) => page.push_str(markup),
        }
    }
    page
}

/// The numbers in a text, as they stand.
fn numbers(text: &str) -> Vec<u32> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|word| word.parse().ok()).collect()
}

/// The same pages on every run, so that the gate does not fail by chance; every find becomes a fixture instead.
fn config() -> Config {
    Config { cases: 200, failure_persistence: None, rng_seed: RngSeed::Fixed(2014), ..Config::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_block_stands_in_the_ledger_once_and_in_page_order(pieces in pieces(&BROKEN)) {
        let page = html::read(&render(&pieces)).unwrap();
        let blocks = blocks::segment(&page);
        match extract(&page, None) {
            Ok(extraction) => {
                let entries = extraction.ledger.entries;
                prop_assert_eq!(entries.len(), blocks.len());
                for ((id, _), entry) in blocks.iter().zip(&entries) {
                    prop_assert!(blocks.text(id).starts_with(&entry.text));
                }
            }
            Err(error) => {
                prop_assert_eq!(error, Error::NoText);
                prop_assert!(blocks.has_no_text());
            }
        }
    }

    // Of the broken markup only the void elements: a number inside an unfinished tag is no word of the page.
    #[test]
    fn the_text_is_what_was_kept_in_page_order_and_nothing_twice(pieces in pieces(&BROKEN[..4])) {
        let page = html::read(&render(&pieces)).unwrap();
        let blocks = blocks::segment(&page);
        let Ok(extraction) = extract(&page, None) else { return Ok(()) };
        let kept: Vec<u32> = blocks
            .iter()
            .zip(&extraction.ledger.entries)
            .filter(|(_, entry)| entry.kept)
            .flat_map(|((id, _), _)| numbers(blocks.text(id)))
            .collect();
        let text = numbers(&extraction.article.text);
        // The page's order, not the source's: text in a table but in no cell stands before the table.
        let places: Vec<Option<usize>> = text.iter().map(|word| kept.iter().position(|kept| kept == word)).collect();
        prop_assert!(places.iter().all(Option::is_some), "in the text, not in a kept block: {:?}", text);
        prop_assert!(places.is_sorted_by(|a, b| a < b), "repeated or moved: {:?}", text);
    }

    #[test]
    fn the_same_page_gives_the_same_bytes(pieces in pieces(&BROKEN)) {
        let html = render(&pieces);
        let twice = [(); 2].map(|()| extract(&html::read(&html).unwrap(), None).map(|extraction| {
            serde_json::to_string(&(&extraction.article, &extraction.ledger)).unwrap()
        }));
        prop_assert_eq!(&twice[0], &twice[1]);
    }

    #[test]
    fn no_string_makes_it_panic(parts in prop::collection::vec("[<>/!&;=\"' a-z-]{0,12}|\\PC{0,12}|<(p|a|table|math|li|pre|h1)[^>]{0,8}>?", 0..30)) {
        if let Ok(page) = html::read(&parts.concat()) {
            // `NoText` is an answer too.
            let _ = extract(&page, None);
        }
    }

    #[test]
    fn a_report_of_any_page_is_read_as_a_page_of_the_same_form(parts in prop::collection::vec("[<>/!&;=\"' a-z0-9.:-]{0,12}|\\PC{0,12}|<(p|a|table|script|li|pre|h1|meta)[^>]{0,20}>?", 0..30)) {
        let page = html::read(&parts.concat()).unwrap();
        let (other, _) = report::read(&report::write(&page, None, 1)).unwrap();
        prop_assert_eq!(other.len(), page.len());
        for node in page.nodes() {
            prop_assert_eq!(other.tag(node), page.tag(node));
            prop_assert_eq!(other.depth(node), page.depth(node));
            prop_assert_eq!(other.text(node).is_some(), page.text(node).is_some());
        }
    }
}

proptest! {
    #![proptest_config(Config { cases: 3000, ..config() })]

    /// Numbers, words of many scripts and marks in any order: what is found is part of the text, and can be disguised.
    #[test]
    fn no_text_is_too_strange_to_read(
        pieces in prop::collection::vec(
            prop_oneof![
                "[0-9]{1,5}|[٠-٩]{2,4}|[०-९]{2,4}",
                "[+−-]",
                "[:.,/年月日 T]|: | - ",
                "March|März|марта|مارس|3月|Z|GMT|PM|ก.ค.|Uhr",
                "für|été|[a-dü]{1,4}|[а-г]{1,3}|a?[ก-ค]{1,2}",
                "2024-03-05T12:30|5 March 2024 12:30|2567|28/03/2024",
            ],
            1..12,
        ),
        order in prop_oneof![Just(NumericOrder::Unknown), Just(NumericOrder::DayFirst), Just(NumericOrder::MonthFirst)],
    ) {
        let text = pieces.concat();
        for date in dates::find(&text, order) {
            prop_assert!(text.get(date.start..date.end).is_some());
        }
        dates::parse(&text, order);
        dates::disguise::disguise(&text, order, dates::disguise::Shift { days: 400, hours: 5, minutes: 90 });
    }
}
