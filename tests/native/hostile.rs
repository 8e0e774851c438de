//! The first wall alone: what a page writes to break out comes through the typed body as text, or not at all.
//!
//! The vectors are data in `tests/hostile`; `tests/e2e/hostile.mjs` puts them before the second wall, and what comes
//! through the first into a live page without it.

use std::{fs, path::Path};

use html5ever::{ParseOpts, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use pulldown_cmark::{Event, Options, Parser, Tag};
use quietpage::{
    article::Article,
    extract::{Corrections, Keep, Wanted, line},
    ledger::Detail,
    page::html,
};
use url::Url;

const STORY: &str = "Residents of the harbour town voted on Tuesday to keep the last car ferry across the sound running for \
                     another ten years, ending a dispute that had divided the council since the spring.";

/// What the HTML renderer may write: elements, each with its attributes.
const ELEMENTS: &[(&str, &[&str])] = &[
    ("a", &["href"]),
    ("audio", &["src", "controls", "preload"]),
    ("code", &["class"]),
    ("figure", &["data-embed"]),
    ("img", &["src", "srcset", "alt", "width", "height", "loading", "decoding"]),
    ("math", &["display"]),
    ("ol", &["start"]),
    ("span", &["id"]),
    ("td", &["colspan", "rowspan"]),
    ("th", &["colspan", "rowspan"]),
    ("video", &["src", "poster", "controls", "preload"]),
];
const PLAIN: &[&str] = &[
    "html",
    "head",
    "body",
    "abbr",
    "blockquote",
    "br",
    "caption",
    "cite",
    "dd",
    "del",
    "dl",
    "dt",
    "em",
    "figcaption",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "ins",
    "kbd",
    "li",
    "mark",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "small",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "thead",
    "tr",
    "u",
    "ul",
    "var",
];
const MATH: &[&str] = &[
    "merror",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "ms",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
    "none",
];
const EVERYWHERE: &[&str] = &["lang", "dir"];
const MATH_ATTRIBUTES: &[&str] =
    &["mathvariant", "accent", "stretchy", "linethickness", "columnalign", "width", "height"];
const ADDRESSES: &[&str] = &["href", "src", "poster"];
/// What the Markdown renderer writes as HTML, for want of a mark.
const TAGS_IN_MARKDOWN: &[&str] =
    &["br", "code", "sub", "sup", "em", "strong", "del", "mark", "ins", "kbd", "u", "span"];

fn vectors(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile").join(name);
    let file = fs::read_to_string(&path).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
    file.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

/// Every vector, some to a page.
fn pages() -> Vec<String> {
    let story =
        |inside: &str| format!("<!doctype html><title>The ferry</title><body><p>{STORY}</p>{inside}<p>{STORY}</p>");
    let addresses = vectors("addresses.txt");
    let with_address = vectors("places.txt").into_iter().flat_map(|place| {
        let filled: Vec<String> = addresses.iter().map(|address| place.replace("{}", address)).collect();
        // A base or a refresh counts once a page, so these stand alone.
        let alone = place.starts_with("<base") || place.starts_with("<meta");
        if alone { filled } else { vec![filled.concat()] }
    });
    let markup = vectors("markup.txt");
    with_address.chain(markup).map(|vector| story(&vector)).collect()
}

/// The article of a page of which everything is kept: no decision about content stands before the wall.
fn article(page: &str) -> Option<Article> {
    let url = Url::parse("https://news.example/story").unwrap();
    let wanted = Wanted { keep: Keep::Selected, detail: Detail::Full, corrections: Corrections::default() };
    Some(line(&html::read(page).ok()?, Some(&url), &wanted).ok()?.article)
}

#[test]
fn there_are_enough_of_them_and_each_stands_once() {
    let mut markup = vectors("markup.txt");
    let (addresses, places) = (vectors("addresses.txt"), vectors("places.txt"));
    assert!(markup.len() >= 280 && addresses.len() >= 90 && places.len() >= 25);
    assert!(places.iter().all(|place| place.contains("{}")));
    let count = markup.len();
    markup.sort();
    markup.dedup();
    assert_eq!(markup.len(), count);
}

#[test]
fn what_comes_out_is_what_the_renderer_may_write() {
    for page in pages() {
        let article = article(&page).unwrap_or_else(|| panic!("no article of {page}"));
        let dom = html5ever::parse_document(RcDom::default(), ParseOpts::default()).one(article.html.as_str());
        // A node that is dropped takes the inside of those below it along: the document stays.
        let mut pending = vec![dom.document.clone()];
        while let Some(node) = pending.pop() {
            check(&node, &page, &article.html);
            pending.extend(node.children.borrow().iter().cloned());
        }
    }
}

#[track_caller]
fn check(node: &Handle, page: &str, html: &str) {
    match &node.data {
        NodeData::Element { name, attrs, .. } => {
            let name = &*name.local;
            let own = ELEMENTS.iter().find(|(known, _)| *known == name).map(|(_, own)| *own);
            let own = own.or_else(|| PLAIN.contains(&name).then_some(&[][..]));
            let own = own.or_else(|| MATH.contains(&name).then_some(MATH_ATTRIBUTES));
            let own = own.unwrap_or_else(|| panic!("<{name}> from {page}\nin {html}"));
            for attr in attrs.borrow().iter() {
                let attribute = &*attr.name.local;
                let known = own.contains(&attribute) || EVERYWHERE.contains(&attribute);
                assert!(known, "{attribute} of <{name}> from {page}\nin {html}");
                if ADDRESSES.contains(&attribute) {
                    assert!(is_harmless(&attr.value), "{attribute}={} from {page}", attr.value);
                } else if attribute == "srcset" {
                    assert!(attr.value.split(", ").all(is_harmless), "srcset={} from {page}", attr.value);
                } else if attribute == "id" {
                    assert!(attr.value.starts_with("qp-"), "id={} from {page}", attr.value);
                }
            }
        }
        NodeData::Comment { .. } | NodeData::ProcessingInstruction { .. } => panic!("a comment from {page}\nin {html}"),
        _ => {}
    }
}

fn is_harmless(address: &str) -> bool {
    ["https://", "http://", "mailto:", "#qp-"].iter().any(|start| address.starts_with(start))
}

#[test]
fn markdown_read_again_links_nowhere_else_and_holds_no_markup_of_the_page() {
    for page in pages() {
        let Some(article) = article(&page) else { panic!("no article of {page}") };
        for event in Parser::new_ext(&article.markdown, Options::all()) {
            match event {
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    // A footnote's call, or a note's way back.
                    assert!(is_harmless(&dest_url), "{dest_url} from {page}\nin {}", article.markdown);
                }
                Event::Html(tag) | Event::InlineHtml(tag) => {
                    let name = tag.trim().trim_start_matches("</").trim_start_matches('<').trim_end_matches(['>', '/']);
                    assert!(TAGS_IN_MARKDOWN.contains(&name), "{tag} from {page}\nin {}", article.markdown);
                }
                _ => {}
            }
        }
    }
}

#[test]
fn titles_turn_no_text_around() {
    let turning = ['\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}', '\0', '\u{7f}'];
    for sign in turning {
        let page = format!(
            "<!doctype html><title>The fer{sign}ry runs on</title><body><h1>The fer{sign}ry runs on</h1><p>{STORY}"
        );
        let title = article(&page).and_then(|article| article.title).expect("a title");
        assert!(!title.contains(sign), "{title:?}");
    }
}
