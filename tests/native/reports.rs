//! Reports: of a page in filler the core decides as of the page, and the filler says nothing of it.

use std::{collections::HashSet, fs, path::Path};

use quietpage::{
    blocks,
    extract::{Extraction, extract},
    page::{Attr, Page, html, tape, text},
    report,
};
use serde::Deserialize;
use url::Url;

#[derive(Deserialize)]
struct Expect {
    url: String,
}

/// Letters from which a word would tell what a text is about.
const TELLING: usize = 4;

/// Every fixture: its name, its page and its address.
fn fixtures() -> Vec<(String, Page, Url)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut fixtures: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let page = html::read(&fs::read_to_string(path.join("page.html")).unwrap()).unwrap();
            let expect: Expect = serde_json::from_slice(&fs::read(path.join("expect.json")).unwrap()).unwrap();
            (path.file_name().unwrap().to_str().unwrap().to_owned(), page, Url::parse(&expect.url).unwrap())
        })
        .collect();
    fixtures.sort_by(|a, b| a.0.cmp(&b.0));
    fixtures
}

/// What was decided of a page: of every block, and of the whole.
fn decided(extraction: &Extraction) -> Vec<String> {
    let article = &extraction.article;
    let blocks = extraction.ledger.entries.iter().map(|entry| format!("{:?} {:?}", entry.ordinal, entry.because));
    blocks.chain([format!("{:?} {:?} {}", article.kind, article.verdict, article.readerable)]).collect()
}

fn read_back(page: &Page, url: Option<&Url>, seed: u64) -> (Page, Option<Url>) {
    report::read(&report::write(page, url, seed)).unwrap()
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !text::is_of_word(c)).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// The words of texts and of attributes that hold text, long enough to tell something and in no public list.
fn telling_words(page: &Page) -> HashSet<String> {
    let texts = page.nodes().filter_map(|node| page.text(node));
    let attrs = page.nodes().flat_map(|node| page.attrs(node));
    let spoken = [Attr::Alt, Attr::Title, Attr::Content, Attr::AriaLabel];
    let in_attrs = attrs.filter(|(attr, _)| spoken.contains(attr)).map(|(_, value)| value);
    let tells = |word: &String| word.chars().filter(|c| c.is_alphabetic()).count() >= TELLING;
    texts.chain(in_attrs).flat_map(words).filter(tells).filter(|word| !report::is_public(word)).collect()
}

#[test]
fn of_every_fixtures_report_each_block_is_decided_as_of_the_page() {
    let mut differing = Vec::new();
    for (name, page, url) in fixtures() {
        for seed in [1, 77] {
            let (other, other_url) = read_back(&page, Some(&url), seed);
            let (one, two) = (extract(&page, Some(&url)).unwrap(), extract(&other, other_url.as_ref()).unwrap());
            let (one, two) = (decided(&one), decided(&two));
            let first = one.iter().zip(&two).find(|(one, two)| one != two);
            if one.len() != two.len() || first.is_some() {
                differing.push(format!("{name} with seed {seed}: {first:?}"));
            }
        }
    }
    assert!(differing.is_empty(), "{differing:#?}");
}

#[test]
fn no_report_holds_a_word_of_its_page_or_the_host() {
    let mut told = Vec::new();
    for (name, page, url) in fixtures() {
        let written = report::write(&page, Some(&url), 5);
        let in_report: HashSet<String> = words(&written).collect();
        told.extend(telling_words(&page).intersection(&in_report).map(|word| format!("{name}: {word}")));
        for label in url.host_str().unwrap().split('.').filter(|label| label.len() >= TELLING) {
            if in_report.contains(label) && !report::is_public(label) {
                told.push(format!("{name}: {label}"));
            }
        }
    }
    assert!(told.is_empty(), "{told:#?}");
}

#[test]
fn of_a_paragraph_no_word_stays_whatever_lists_it_is_in() {
    let story = "Subscribe and share, follow us and read more, said the council on Monday, before they told the town about \
                 the comments on the bridge, which was closed for the spring, and how the work would be paid for by those \
                 who live there and by nobody else at all.";
    let page = html::read(&format!("<title>Bridge</title><body><p>{story}</p></body>")).unwrap();
    let written = report::write(&page, None, 9);
    let kept: Vec<String> = words(story).filter(|word| words(&written).any(|other| other == *word)).collect();
    let telling: Vec<&String> = kept.iter().filter(|word| word.len() >= TELLING).collect();
    assert!(telling.is_empty(), "{telling:?}\n{written}");
    let labels = html::read("<body><p>Read more: The bridge</p><p>By Ann Bo, March 3, 2024</p></body>").unwrap();
    let written = report::write(&labels, None, 9);
    assert!(written.contains("\"Read more: ") && written.contains("\"By "), "{written}");
    assert!(!written.contains("March 3") && !written.contains("Ann"), "{written}");
}

#[test]
fn what_agrees_or_leads_somewhere_on_the_page_still_does() {
    let page = html::read(
        "<title>Floods in the valley | Valley Post</title>\
         <script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Floods in the valley\"}</script>\
         <body><h1>Floods in the valley</h1><p id=note-1>Text</p><a href=#note-1>1</a>\
         <a href=https://valleypost.example/a/floods-in-the-valley>Floods in the valley</a><img alt='Floods, again'></body>",
    )
    .unwrap();
    let url = Url::parse("https://valleypost.example/a/floods-in-the-valley").unwrap();
    let (other, other_url) = read_back(&page, Some(&url), 3);
    let text_of = |name: &str| {
        let node = other.nodes().find(|&node| other.tag(node).is_some_and(|tag| tag.name() == name)).unwrap();
        other.text_inside(node)
    };
    let headline = text_of("h1");
    let title = other.nodes().find_map(|node| other.text(node)).unwrap();
    let site = title.strip_prefix(&headline).and_then(|rest| rest.strip_prefix(" | ")).expect(title);
    let other_url = other_url.unwrap();
    assert!(other_url.host_str().unwrap().starts_with(&site.to_lowercase().replace(' ', "")), "{other_url} {site}");
    assert!(other_url.path().ends_with(&headline.to_lowercase().replace(' ', "-")), "{other_url} {headline}");
    let attr =
        |attr: Attr| other.nodes().filter_map(|node| other.attr(node, attr)).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(attr(Attr::Href)[0], format!("#{}", attr(Attr::Id)[0]));
    assert_eq!(attr(Attr::Href)[1], other_url.as_str());
    assert!(other.nodes().filter_map(|node| other.text(node)).any(|text| text.contains(&format!("\"{headline}\""))));
}

#[test]
fn a_report_has_the_pages_nodes_hints_and_ordinals() {
    let tape = "\u{1}html\u{1}body\u{1}p\u{2}n\u{4}Hidden\u{5}\u{1}noscript\u{4}<img src=a.jpg>\u{5}\u{1}div\u{2}ft\u{4}a\tb\n\u{5}\u{5}\u{5}";
    let page = tape::read(tape).unwrap();
    let (other, _) = read_back(&page, None, 1);
    assert_eq!(other.len(), page.len());
    for node in page.nodes() {
        assert_eq!(other.tag(node), page.tag(node));
        assert_eq!(other.hints(node), page.hints(node));
        assert_eq!(other.ordinal(node), page.ordinal(node));
        assert_eq!(other.depth(node), page.depth(node));
        assert_eq!(other.text(node).map(str::len), page.text(node).map(str::len));
    }
    assert_eq!(blocks::segment(&other).len(), blocks::segment(&page).len());
}
