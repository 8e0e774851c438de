//! What a person decides holds: on the page by pointing, on the site by what the block is like.

use quietpage::{
    extract::{Corrections, Extraction, Keep, Mark, Rule, Wanted, line},
    ledger::{Detail, Entry, Reason},
    page::html,
};

const SENTENCES: [&str; 6] = [
    "Residents of the harbour town voted on Tuesday to keep the last car ferry across the sound running.",
    "The decision ends a dispute that had divided the council since the spring of the year before.",
    "Nobody was surprised by the outcome, least of all the two captains who have shared the bridge since 1998.",
    "The school has eighteen pupils, and nine of them cross the water every morning at twenty past seven.",
    "Work on the new pier begins in October, when the herring boats have left and the crane is free.",
    "Whether the subsidy will last is another question, and one that the ministry would not answer this week.",
];

/// A story of its own for each number, with class names of its own, a box inside the text and a note under it.
fn page(number: usize) -> String {
    let class = |what: &str| format!("{}{}", what.chars().rev().collect::<String>(), number * 7919 % 997);
    let sentences: Vec<&str> = (0..SENTENCES.len()).map(|at| SENTENCES[(at + number) % SENTENCES.len()]).collect();
    let text = class("text");
    let paragraph =
        |at: usize| format!("<p class={text}>On day {at} of {number}: {} {}</p>", sentences[at], sentences[5 - at]);
    let paragraphs: Vec<String> = (0..6).map(paragraph).collect();
    format!(
        "<!doctype html><title>Ferry {number}</title><body><nav><ul><li><a href=/a>News</a><li><a href=/b>Sport</a></ul></nav>\
         <div class={main}><h1>The last ferry, part {number}</h1>{}\
         <section class={boxed}><div class={inner}><p class={line}>Gezeitenkalender und Hafenwetter Nummer {number} als Heft</p>\
         </div></section>{}\
         <footer class={foot}><p>This story was paid for by readers in {number} towns, as all our stories are.</p></footer></div>\
         <div class={rail}><ul><li><a href=/c>Ten kitchens</a><li><a href=/d>Nine gardens</a><li><a href=/e>Eight cars</a></ul></div>",
        paragraphs[..3].concat(),
        paragraphs[3..].concat(),
        main = class("main"),
        boxed = class("boxed"),
        inner = class("inner"),
        line = class("line"),
        foot = class("foot"),
        rail = class("rail"),
    )
}

fn read(number: usize, corrections: Corrections) -> Extraction {
    let page = html::read(&page(number)).unwrap();
    line(
        &page,
        None,
        &Wanted { keep: Keep::Article, detail: Detail::Brief, corrections, hints: false, comments: false },
    )
    .unwrap()
}

fn marks(marks: &[(&Entry, bool)]) -> Corrections {
    let mark = |(entry, keep): &(&Entry, bool)| Mark { ordinal: entry.ordinal, keep: *keep };
    Corrections { marks: marks.iter().map(mark).collect(), ..Corrections::default() }
}

fn rule(entry: &Entry, keep: bool) -> Corrections {
    let shape = entry.shape.clone().unwrap();
    Corrections { rules: vec![Rule { shape, keep }], ..Corrections::default() }
}

#[track_caller]
fn entry<'a>(extraction: &'a Extraction, begins: &str) -> &'a Entry {
    let found = extraction.ledger.entries.iter().find(|entry| entry.text.starts_with(begins));
    found.unwrap_or_else(|| panic!("no entry begins {begins:?}: {:#?}", extraction.ledger.entries))
}

#[test]
fn a_mark_brings_back_and_hides_and_the_later_one_holds() {
    let plain = read(1, Corrections::default());
    assert!(!plain.article.text.contains("This story was paid"), "{}", plain.article.text);
    let note = entry(&plain, "This story was paid");
    let back = read(1, marks(&[(note, true)]));
    assert!(back.article.text.contains("This story was paid"));
    assert_eq!(entry(&back, "This story was paid").because, Reason::BroughtBack);
    assert_eq!(back.ledger.left_out, plain.ledger.left_out - 1);
    assert_eq!(back.article.confidence.to_bits(), plain.article.confidence.to_bits(), "of the core's own work");
    assert_eq!(read(1, marks(&[(note, true), (note, false)])).article, plain.article);

    let first = entry(&plain, "On day 0");
    let hidden = read(1, marks(&[(first, false)]));
    assert!(!hidden.article.text.contains("On day 0") && hidden.article.text.contains("On day 1"));
    assert_eq!(entry(&hidden, "On day 0").because, Reason::HiddenByPerson);
}

#[test]
fn what_was_brought_back_comes_back_on_the_sites_other_pages_whatever_their_class_names() {
    let note = entry(&read(1, Corrections::default()), "This story was paid").clone();
    for number in [2, 3, 40] {
        let other = read(number, rule(&note, true));
        assert!(other.article.text.contains("This story was paid"), "page {number}: {:?}", note.shape);
        assert!(!other.article.text.contains("Ten kitchens"), "page {number}: nothing else comes back");
    }
}

#[test]
fn what_a_rule_has_brought_back_is_in_the_ledger_by_the_shape_of_that_rule() {
    let note = entry(&read(1, Corrections::default()), "This story was paid").clone();
    let other = read(2, rule(&note, true));
    let back = entry(&other, "This story was paid");
    assert_eq!((back.because, back.kept), (Reason::BroughtBack, true));
    assert_eq!(back.shape, note.shape);
    let hidden = read(2, Corrections { marks: vec![Mark { ordinal: back.ordinal, keep: false }], ..rule(&note, true) });
    assert_eq!(entry(&hidden, "This story was paid").because, Reason::HiddenByPerson);
}

#[test]
fn what_was_hidden_is_hidden_on_the_sites_other_pages_and_no_paragraph_with_it() {
    let plain = read(1, Corrections::default());
    let ordinal = {
        // The box is kept, so only a mark makes it an entry.
        let page = html::read(&page(1)).unwrap();
        let full = quietpage::extract::extract(&page, None).unwrap();
        entry(&full, "Gezeitenkalender").ordinal
    };
    assert!(plain.article.text.contains("Gezeitenkalender"));
    let hidden = read(1, Corrections { marks: vec![Mark { ordinal, keep: false }], ..Corrections::default() });
    let rule = rule(entry(&hidden, "Gezeitenkalender"), false);
    for number in [2, 3, 40] {
        let other = read(number, rule.clone());
        assert!(!other.article.text.contains("Gezeitenkalender"), "page {number}: {rule:?}");
        for day in 0..6 {
            assert!(other.article.text.contains(&format!("On day {day} of {number}")), "page {number}, day {day}");
        }
    }
}

#[test]
fn a_paragraph_that_was_hidden_stays_hidden_on_its_page_and_no_other_with_it() {
    let first = entry(&read(1, Corrections::default()), "On day 0").clone();
    let hidden = read(1, marks(&[(&first, false)]));
    let again = read(1, rule(entry(&hidden, "On day 0"), false));
    assert!(!again.article.text.contains("On day 0") && again.article.text.contains("On day 1"));
}

#[test]
fn hiding_one_paragraph_hides_no_other_page_s_paragraphs() {
    let first = entry(&read(1, Corrections::default()), "On day 0").clone();
    let hidden = read(1, marks(&[(&first, false)]));
    let rule = rule(entry(&hidden, "On day 0"), false);
    assert_eq!(read(2, rule).article, read(2, Corrections::default()).article);
}

#[test]
fn the_headline_stands_whatever_was_decided() {
    let plain = read(1, Corrections::default());
    let headline = entry(&plain, "The last ferry");
    assert_eq!(read(1, marks(&[(headline, true)])).article, plain.article);
}

#[test]
fn a_picture_that_was_hidden_hides_no_other() {
    let with_pictures = |number: usize| {
        let page = page(number);
        let picture = |name: &str| format!("<figure><img src=/{name}.jpg width=600 height=400></figure>");
        let (start, end) = page.split_once("<section").expect("the box");
        html::read(&format!("{start}{}<section{end}", picture(&format!("{number}a")) + &picture("logo"))).unwrap()
    };
    let read = |number: usize, corrections: Corrections| {
        let wanted = Wanted { detail: Detail::Brief, corrections, ..Wanted::default() };
        let url = url::Url::parse("https://news.example/ferry").unwrap();
        line(&with_pictures(number), Some(&url), &wanted).unwrap()
    };
    let full = quietpage::extract::extract(&with_pictures(1), None).unwrap();
    let kept = full.ledger.entries.iter().filter(|entry| entry.because == Reason::PictureInside).collect::<Vec<_>>();
    assert_eq!(kept.len(), 2, "both pictures are in the text");
    for (at, (gone, stays)) in [("1a.jpg", "logo.jpg"), ("logo.jpg", "1a.jpg")].into_iter().enumerate() {
        let hidden = read(1, marks(&[(kept[at], false)]));
        assert!(!hidden.article.html.contains(gone) && hidden.article.html.contains(stays), "{}", hidden.article.html);
        let entry = hidden.ledger.entries.iter().find(|entry| entry.because == Reason::HiddenByPerson).unwrap();
        let other = read(2, rule(entry, false));
        assert!(other.article.html.contains("2a.jpg"), "the other page's own picture stays");
        assert_eq!(other.article.html.contains("logo.jpg"), at == 0, "the same picture goes with it");
    }
}
