//! What JavaScript gets from the exports: the contract's fields, and errors with a code.

use js_sys::{Array, Error, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::documents::{field, parse, story, string_field};
use quietpage::wasm::{extract_document, extract_html, extract_tape, probe, report_tape, version, walk_document};
use quietpage::{page, probe::Glance};

const ARTICLE: &[&str] = &[
    "title",
    "dek",
    "byline",
    "siteName",
    "published",
    "modified",
    "lang",
    "dir",
    "leadImage",
    "excerpt",
    "html",
    "markdown",
    "text",
    "wordCount",
    "readingMinutes",
    "confidence",
    "verdict",
    "readerable",
    "nextPage",
    "kind",
];
const BLOCK: &[&str] = &["ordinal", "score", "kept", "chars", "linkDensity", "reasons"];
const ADDRESS: &str = "https://news.example/story";

fn keys(object: &JsValue) -> Vec<String> {
    Object::keys(object.unchecked_ref::<Object>()).iter().filter_map(|key| key.as_string()).collect()
}

fn page() -> String {
    format!(
        "<!doctype html><html lang=en><title>The ferry</title><body><article><h1>The ferry</h1>{}</article></body>",
        story()
    )
}

#[track_caller]
fn assert_contract(result: &JsValue) {
    assert_eq!(keys(result), ["article", "blocks"]);
    let article = field(result, "article");
    assert_eq!(keys(&article), ARTICLE);
    assert!(string_field(&article, "text").contains("The ferry left the harbour"));
    let confidence = field(&article, "confidence").as_f64().unwrap();
    assert!((0.0..=1.0).contains(&confidence));
    assert!(["whole", "probably", "unsure"].contains(&string_field(&article, "verdict").as_str()));
    let blocks: Array = field(result, "blocks").unchecked_into();
    assert!(blocks.length() >= 8);
    for block in blocks.iter() {
        assert_eq!(keys(&block), BLOCK);
        assert!(field(&block, "reasons").is_instance_of::<Array>());
    }
}

/// The code of what was thrown, which is an `Error` with a message.
#[track_caller]
fn code(result: Result<JsValue, JsValue>) -> String {
    let thrown = result.expect_err("no error");
    let error = thrown.dyn_ref::<Error>().expect("an Error");
    assert!(!String::from(error.message()).is_empty());
    string_field(&thrown, "code")
}

#[wasm_bindgen_test]
fn every_door_gives_the_fields_of_the_contract() {
    let document = parse(&page());
    assert_contract(&extract_document(&document, JsValue::UNDEFINED).unwrap());
    assert_contract(&extract_tape(&walk_document(&document).unwrap(), ADDRESS, JsValue::UNDEFINED).unwrap());
    assert_contract(&extract_html(&page(), ADDRESS, JsValue::UNDEFINED).unwrap());
}

#[wasm_bindgen_test]
fn what_is_missing_is_null() {
    let result = extract_html(&format!("<body>{}</body>", story()), "", JsValue::UNDEFINED).unwrap();
    let article = field(&result, "article");
    for name in ["dek", "byline", "published", "modified", "leadImage", "nextPage"] {
        assert!(field(&article, name).is_null(), "{name}");
    }
}

#[wasm_bindgen_test]
fn a_blocks_ordinal_names_its_element() {
    let document = parse(&page());
    let walk = crate::documents::walk(&document);
    let result = extract_tape(&walk.tape, ADDRESS, JsValue::UNDEFINED).unwrap();
    let blocks: Array = field(&result, "blocks").unchecked_into();
    let mut paragraphs = 0;
    for block in blocks.iter() {
        let element = &walk.elements[field(&block, "ordinal").as_f64().unwrap() as usize];
        let chars = element.text_content().unwrap_or_default().trim().chars().count();
        if element.local_name() == "p" {
            assert_eq!(field(&block, "chars").as_f64(), Some(chars as f64));
            paragraphs += 1;
        }
    }
    assert_eq!(paragraphs, 8);
}

#[wasm_bindgen_test]
fn a_string_that_is_no_tape_is_refused() {
    assert_eq!(code(extract_tape("no tape", ADDRESS, JsValue::UNDEFINED)), "bad_tape");
    assert_eq!(code(extract_tape("é\u{1}p", ADDRESS, JsValue::UNDEFINED)), "bad_tape");
}

#[wasm_bindgen_test]
fn an_address_that_is_none_is_refused() {
    assert_eq!(code(extract_html(&page(), "story.html", JsValue::UNDEFINED)), "bad_url");
}

#[wasm_bindgen_test]
fn a_page_without_text_is_refused() {
    assert_eq!(code(extract_html("<body></body>", ADDRESS, JsValue::UNDEFINED)), "no_text");
    assert_eq!(code(extract_document(&parse(""), JsValue::UNDEFINED)), "no_text");
}

#[wasm_bindgen_test]
fn options_of_the_wrong_kind_are_refused() {
    let options = Object::new();
    Reflect::set(&options, &"keep".into(), &"nothing".into()).unwrap();
    assert_eq!(code(extract_html(&page(), ADDRESS, options.into())), "bad_options");
}

#[wasm_bindgen_test]
fn a_brief_ledger_counts_what_it_does_not_name() {
    let rail = "<li><a href=/story>A story</a></li>".repeat(1_000);
    let page = page().replace("</body>", &format!("<aside><ul>{rail}</ul></aside></body>"));
    let option = |ledger: &str| {
        let options = Object::new();
        Reflect::set(&options, &"ledger".into(), &ledger.into()).unwrap();
        options.into()
    };
    let full = extract_html(&page, ADDRESS, option("full")).unwrap();
    let brief = extract_html(&page, ADDRESS, option("brief")).unwrap();
    let blocks = |result: &JsValue| field(result, "blocks").unchecked_into::<Array>();
    let left_out = blocks(&full).iter().filter(|block| field(block, "kept").is_falsy()).count();
    assert!(left_out >= 1_000);
    assert_eq!(field(&brief, "leftOut").as_f64(), Some(left_out as f64));
    assert!(blocks(&brief).length() < 400);
    assert_eq!(
        string_field(&field(&brief, "article"), "html"),
        string_field(&field(&full, "article"), "html"),
        "the article is the same"
    );
    assert_eq!(keys(&full), ["article", "blocks"]);
    assert_eq!(keys(&brief), ["article", "blocks", "leftOut", "hasSecond", "isCut", "kept", "hide", "cuts"]);
    for block in blocks(&brief).iter().filter(|block| field(block, "kept").is_falsy()) {
        assert!(!string_field(&block, "because").is_empty());
    }
    assert_eq!(code(extract_html(&page, ADDRESS, option("short"))), "bad_options");
}

#[wasm_bindgen_test]
fn marks_and_rules_overrule_the_core() {
    let page = page().replace("</article>", "</article><footer><p>Paid for by readers.</p></footer>");
    let read = |corrections: &str| {
        let options = js_sys::JSON::parse(&format!("{{\"ledger\":\"brief\",{corrections}}}")).unwrap();
        extract_html(&page, ADDRESS, options).unwrap()
    };
    let has_note = |result: &JsValue| string_field(&field(result, "article"), "text").contains("Paid for by readers");
    let plain = read("\"marks\":[]");
    assert!(!has_note(&plain));
    let blocks: Array = field(&plain, "blocks").unchecked_into();
    let note = blocks.iter().find(|block| string_field(block, "text").starts_with("Paid for")).unwrap();
    assert_eq!(field(&note, "words").as_f64(), Some(4.0));
    assert_eq!(field(&note, "near").as_bool(), Some(false));
    let (ordinal, shape) = (field(&note, "ordinal").as_f64().unwrap(), string_field(&note, "shape"));
    assert!(has_note(&read(&format!("\"marks\":[{{\"ordinal\":{ordinal},\"keep\":true}}]"))));
    assert!(has_note(&read(&format!("\"rules\":[{{\"shape\":\"{shape}\",\"keep\":true}}]"))));
    assert!(!has_note(&read("\"rules\":[{\"shape\":\"none of ours\",\"keep\":true}]")));
}

#[wasm_bindgen_test]
fn what_quiet_in_place_hides_is_named_by_ordinals() {
    let document = parse(&page().replace("</article>", "</article><footer><p>Paid for by readers.</p></footer>"));
    let walk = crate::documents::walk(&document);
    let options = js_sys::JSON::parse("{\"ledger\":\"brief\"}").unwrap();
    let result = extract_tape(&walk.tape, ADDRESS, options).unwrap();
    let names = |list: &str| -> Vec<String> {
        let ordinals: Array = field(&result, list).unchecked_into();
        ordinals.iter().map(|ordinal| walk.elements[ordinal.as_f64().unwrap() as usize].local_name()).collect()
    };
    assert_eq!(names("hide"), ["footer"]);
    assert_eq!(names("cuts"), [""; 0]);
    assert_eq!(names("kept"), ["h1", "p", "p", "p", "p", "p", "p", "p", "p"]);
}

#[wasm_bindgen_test]
fn everything_keeps_what_the_article_leaves_out() {
    let html = "<body><ul><li><a href=/a>Alpha, a page</a></li><li><a href=/b>Beta, a page</a></li></ul></body>";
    let options = Object::new();
    Reflect::set(&options, &"keep".into(), &"everything".into()).unwrap();
    let result = extract_html(html, ADDRESS, options.into()).unwrap();
    let text = string_field(&field(&result, "article"), "text");
    assert!(text.contains("Alpha") && text.contains("Beta"));
}

#[wasm_bindgen_test]
fn a_probe_tells_a_story_from_a_list_of_links() {
    let story = probe(&parse(&page())).unwrap();
    assert_eq!(keys(&story), ["readerable", "confidence"]);
    assert_eq!(field(&story, "readerable").as_bool(), Some(true));
    let links = probe(&parse("<ul><li><a href=/a>a</a><li><a href=/b>b</a></ul>")).unwrap();
    assert_eq!(field(&links, "readerable").as_bool(), Some(false));
}

#[wasm_bindgen(module = "/src/wasm/glance.js")]
extern "C" {
    fn glance(document: &web_sys::Document) -> Vec<u32>;
}

#[wasm_bindgen_test]
fn a_glance_at_a_document_sees_what_one_at_the_page_read_from_it_sees() {
    let html = "<html><head><title>The ferry leaves</title><meta property=og:type content=article>\
        <meta property=article:published_time content=2024-03-05><meta name=author content='Ann Lee'></head><body>\
        <ul><li><a href=/a>News</a></li><li><a href=/b>Sport and <b>more</b></a></li></ul>\
        <article><h2><a href=/c>Linked</a></h2><h3>Plain</h3><a href=/d><h3>In a link</h3></a><time>5 March</time>\
        <p>  A  paragraph\n with a <a href=/e>link</a> and 😀. </p><pre>two\nlines</pre>\
        <div>Broken <br>lines</div><div>Whole</div></article></body></html>";
    let seen = Glance::read(&glance(&parse(html))).unwrap();
    assert_eq!(seen, Glance::of(&page::html::read(html).unwrap()));
    assert_eq!((seen.links, seen.headings, seen.linked_headings, seen.texts.len()), (5, 3, 2, 3));
    let many = parse(&format!("<body>{}</body>", "<p>A line</p>".repeat(201)));
    assert_eq!(Glance::read(&glance(&many)).unwrap().texts.len(), 200);
    let said = |json: &str| {
        let html = format!("<head><script type=application/ld+json>{json}</script></head><body><p>A</p></body>");
        let [live, read] =
            [Glance::read(&glance(&parse(&html))).unwrap(), Glance::of(&page::html::read(&html).unwrap())];
        assert_eq!(live, read, "{json}");
        live.says_article
    };
    assert!(said(r#"{"@type": "NewsArticle"}"#) && said(r#"{"@type":["BlogPosting"]}"#));
    assert!(!said(r#"{"@type": "WebSite", "name": "Article"}"#));
}

#[wasm_bindgen_test]
fn the_version_is_the_packages() {
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}

#[wasm_bindgen_test]
fn what_a_sites_pages_have_in_common_is_known_by_hashes_that_an_earlier_page_gave() {
    // Paragraphs that differ by their numbers alone have the same hash.
    let paragraphs = ["north", "south", "east", "west", "upper", "lower"].map(|pier| {
        format!("<p>The ferry left the {pier} pier at dawn with forty people, two lorries and a cow, said the keeper, and the wind was fair.</p>")
    });
    let page = page()
        .replace("<title>", "<meta property=og:type content=article><title>")
        .replace(&story(), &paragraphs.concat());
    let read = |seen: JsValue| {
        let furniture = Object::new();
        Reflect::set(&furniture, &"salt".into(), &"s".into()).unwrap();
        Reflect::set(&furniture, &"seen".into(), &seen).unwrap();
        let options = Object::new();
        Reflect::set(&options, &"furniture".into(), &furniture).unwrap();
        extract_html(&page, ADDRESS, options.into()).unwrap()
    };
    let first = read(Array::new().into());
    let hashes: Array = field(&first, "hashes").unchecked_into();
    assert!(hashes.length() > 3);
    let one = Array::of1(&hashes.get(1));
    let blocks: Array = field(&read(one.into()), "blocks").unchecked_into();
    let reasons = blocks.iter().map(|block| Array::from(&field(&block, "reasons")).get(0).as_string().unwrap());
    assert_eq!(reasons.filter(|reason| reason == "repeated on other pages of this site").count(), 1);
}

#[wasm_bindgen_test]
fn hints_for_the_author_are_objects_with_a_sentence() {
    let bare = page().replace("<html lang=en>", "<html><meta property=og:type content=article>");
    let options = Object::new();
    Reflect::set(&options, &"hints".into(), &true.into()).unwrap();
    let hints: Array = field(&extract_html(&bare, ADDRESS, options.into()).unwrap(), "hints").unchecked_into();
    assert_eq!(keys(&hints.get(0)), ["code", "ordinal", "text"]);
    assert_eq!(string_field(&hints.get(0), "code"), "no_language");
}

#[wasm_bindgen_test]
fn a_report_holds_the_pages_structure_and_none_of_its_words() {
    let tape = walk_document(&parse(&page())).unwrap();
    let report = report_tape(&tape, ADDRESS, 7).unwrap();
    assert!(report.starts_with("quietpage-report 1\nurl https://") && report.contains("\n   h1\n"), "{report}");
    assert!(!report.contains("ferry") && !report.contains("news.example"), "{report}");
    assert_eq!(code(report_tape("no tape", "", 7).map(JsValue::from)), "bad_tape");
}
