//! Every bound of `limits.rs` that a page can reach, one below it, at it, and one above it: an article or a clear refusal.
//!
//! `MAX_TOKENIZER_BYTES` is tried in `page/html/tokens.rs`, `MAX_LOOKED_UP_BYTES` in `features/agreement.rs` and
//! `MAX_BRIEF_ENTRIES` in `ledger.rs`, beside the code.

use quietpage::{
    Error,
    article::Article,
    extract::{Keep, Wanted, line},
    ledger::{Detail, Reason},
    limits,
    page::{Attr, Hints, NodeId, Page, PageBuilder, Tag, html, tape},
};
use url::Url;

const STORY: &str =
    "Residents of the harbour town voted on Tuesday to keep the last car ferry across the sound running.";

/// Below, at and above a bound.
const fn around(bound: usize) -> [usize; 3] {
    [bound - 1, bound, bound + 1]
}

fn article(markup: &str) -> Article {
    let url = Url::parse("https://news.example/").unwrap();
    let wanted = Wanted { keep: Keep::Selected, detail: Detail::Full, ..Wanted::default() };
    line(&html::read(markup).unwrap(), Some(&url), &wanted).unwrap().article
}

#[test]
fn nodes() {
    // The document is one.
    let page = |nodes: usize| -> Result<Page, Error> {
        let mut builder = PageBuilder::new();
        for _ in 1..nodes {
            builder.open(Tag::Br, Hints::NONE)?;
            builder.close();
        }
        Ok(builder.finish())
    };
    for nodes in [limits::MAX_NODES - 1, limits::MAX_NODES] {
        assert_eq!(page(nodes).map(|page| page.len()), Ok(nodes));
    }
    let refused = page(limits::MAX_NODES + 1).map(|page| page.len());
    assert_eq!(refused, Err(Error::TooManyNodes { limit: limits::MAX_NODES }));
}

#[test]
fn bytes_of_a_page() {
    for bytes in around(limits::MAX_PAGE_BYTES) {
        let refused = Error::PageTooLarge { found: bytes, limit: limits::MAX_PAGE_BYTES };
        let expected = if bytes > limits::MAX_PAGE_BYTES { Err(refused) } else { Ok(()) };
        let start = "\u{1}html\u{1}body\u{1}p\u{4}";
        let written = format!("{start}{}", "a".repeat(bytes - start.len()));
        assert_eq!(tape::read(&written).map(drop), expected, "a tape of {bytes}");
        let markup = format!("<p>{}", "a".repeat(bytes - "<p>".len()));
        assert_eq!(html::read(&markup).map(drop), expected, "HTML of {bytes}");
    }
}

#[test]
fn depth_of_a_page() {
    for depth in around(limits::MAX_DEPTH) {
        let mut builder = PageBuilder::new();
        for _ in 0..depth {
            builder.open(Tag::Div, Hints::NONE).unwrap();
        }
        builder.text("deep").unwrap();
        let page = builder.finish();
        let elements = page.nodes().filter(|&node| page.tag(node).is_some());
        // The deepest elements are left out, and their text hangs on the one above them.
        let kept = depth.min(limits::MAX_DEPTH);
        assert_eq!((elements.count(), page.text_inside(NodeId::ROOT).as_str()), (kept, "deep"), "{depth}");
    }
}

#[test]
fn bytes_of_an_attribute() {
    for bytes in around(limits::MAX_ATTR_BYTES) {
        let mut builder = PageBuilder::new();
        builder.open(Tag::Img, Hints::NONE).unwrap();
        builder.attr(Attr::Alt, &"a".repeat(bytes));
        // Cut before a letter that the bound parts.
        builder.attr(Attr::Title, &format!("{}é", "a".repeat(bytes - 2)));
        let page = builder.finish();
        let img = NodeId::ROOT.next();
        let length = |attr| page.attr(img, attr).map(str::len);
        assert_eq!(length(Attr::Alt), Some(bytes.min(limits::MAX_ATTR_BYTES)));
        let whole = if bytes > limits::MAX_ATTR_BYTES { bytes - 2 } else { bytes };
        assert_eq!(length(Attr::Title), Some(whole), "{bytes}");
    }
}

#[test]
fn depth_of_a_body() {
    let most = limits::MAX_BODY_DEPTH;
    let nested = |open: &str, close: &str, depth: usize| {
        let article = article(&format!("<p>{STORY}</p>{}deep words{}", open.repeat(depth), close.repeat(depth)));
        assert!(article.text.contains("deep words"), "no text is lost: {}", article.html);
        article.html.matches(open).count()
    };
    let quotes: Vec<usize> = around(most).map(|depth| nested("<blockquote>", "</blockquote>", depth)).to_vec();
    assert!(quotes[0] <= quotes[1] && quotes[1] == quotes[2] && quotes[0] + 1 >= quotes[1], "{quotes:?}");
    assert!(quotes[2] <= most && quotes[2] + 2 >= most, "{quotes:?}");
    let far = nested("<blockquote>", "</blockquote>", 10 * most);
    assert_eq!(far, quotes[2]);
    assert!(nested("<q>", "</q>", 10 * most) <= most);
}

#[test]
fn bytes_of_json_ld() {
    for bytes in around(limits::MAX_JSON_LD_BYTES) {
        let start = r#"{"@type":"NewsArticle","author":{"name":"Dana Whitlow"},"x":""#;
        let block = format!("{start}{}\"}}", "a".repeat(bytes - start.len() - 2));
        let markup = format!("<script type=application/ld+json>{block}</script><p>{STORY}</p>");
        let read = bytes <= limits::MAX_JSON_LD_BYTES;
        assert_eq!(article(&markup).byline.as_deref(), read.then_some("Dana Whitlow"), "{bytes}");
    }
}

#[test]
fn characters_of_a_field() {
    for chars in around(limits::MAX_FIELD_CHARS) {
        let description: String = "é".repeat(chars);
        let markup = format!("<meta name=description content='{description}'><p>{STORY}</p>");
        let excerpt = article(&markup).excerpt.unwrap_or_default();
        assert_eq!(excerpt.chars().count(), chars.min(limits::MAX_FIELD_CHARS));
    }
}

#[test]
fn bytes_that_are_searched_for_pull_quotes() {
    // So many quotes can be searched for in a story that has the bound's share of each.
    const QUOTES: usize = 32;
    const PARAGRAPHS: usize = QUOTES + 1;
    let sentence = |at: usize| {
        format!(
            "The keeper of mill number {at:02} wrote that the river had risen again in the night, and that the wheel would \
             have to stand still until the water went down, which nobody in the valley could say when it would be."
        )
    };
    let letters_a_sentence = sentence(0).chars().filter(|c| c.is_alphanumeric()).count();
    for letters in around(limits::MAX_SEARCHED_BYTES / QUOTES) {
        // A quote is searched, too: it is as long as a paragraph.
        let times = letters / PARAGRAPHS / letters_a_sentence - 1;
        let missing = letters - PARAGRAPHS * (times + 1) * letters_a_sentence;
        let mut markup: String = (0..PARAGRAPHS).map(sentence).fold(String::new(), |markup, sentence| {
            let paragraph = format!("{sentence} ").repeat(times);
            markup + "<p>" + &paragraph + "</p><blockquote><p>" + &sentence + "</p></blockquote>"
        });
        markup = markup + "<p>" + &"ashore ".repeat(missing / 6) + &"a".repeat(missing % 6) + ".</p>";
        let head = "<title>The mills of the valley</title><meta property=og:type content=article>";
        let page = html::read(&format!("{head}<article><h1>The mills of the valley</h1>{markup}</article>")).unwrap();
        let entries = line(&page, None, &Wanted::default()).unwrap().ledger.entries;
        let repeated = entries.iter().filter(|entry| entry.because == Reason::Repeated).count();
        assert_eq!(repeated, limits::MAX_SEARCHED_BYTES / letters, "{letters}");
    }
}

#[test]
fn bytes_of_an_address() {
    for bytes in around(limits::MAX_URL_BYTES) {
        let start = "https://news.example/";
        let address = format!("{start}{}", "a".repeat(bytes - start.len()));
        let html = article(&format!("<p>{STORY} <a href='{address}'>words</a></p>")).html;
        assert_eq!(html.contains("<a href="), bytes <= limits::MAX_URL_BYTES, "{bytes}");
        assert!(html.contains("words"));
    }
}
