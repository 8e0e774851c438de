//! What the walker writes down, and what it leaves out.

use js_sys::Reflect;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::documents::{find, parse, string_field, walk, walk_around};
use quietpage::wasm::{extract_tape, walk_document};

#[wasm_bindgen_test]
fn control_characters_in_the_page_cannot_write_a_record() {
    let document = parse("<body><p id=victim>text</p><b>after</b></body>");
    let victim = find(&document, "#victim");
    victim.set_text_content(Some("before \u{5}\u{1}script\u{3}src=evil\u{4}inside\u{5} behind"));
    victim.set_attribute("title", "a\u{5}\u{1}iframe\u{2}nf\u{3}src=b").unwrap();
    let walk = walk(&document);
    assert_eq!(walk.names(), ["html", "head", "body", "p", "b"]);
    assert_eq!(walk.attributes(), ["id=victim", "title=a  iframe nf src=b"]);
    assert_eq!(walk.records('\u{5}').len(), 5, "every element is closed once");
    assert_eq!(walk.text(), "before   script src=evil inside  behindafter");
}

#[wasm_bindgen_test]
fn a_page_of_control_characters_is_still_a_page() {
    let document = parse("<body><p>x</p></body>");
    let all: String = ('\u{0}'..' ').collect();
    find(&document, "p").set_text_content(Some(&format!("{all} words that stay readable {all}")));
    let result = extract_tape(&walk_document(&document).unwrap(), "", wasm_bindgen::JsValue::UNDEFINED);
    assert!(result.is_ok());
}

#[wasm_bindgen_test]
fn ordinals_are_the_elements() {
    let document = parse(
        "<head><style>p{}</style><script>1</script></head><body><div><p>a<b>b</b></p><svg><g/></svg></div></body>",
    );
    let walk = walk(&document);
    let elements: Vec<String> = walk.elements.iter().map(web_sys::Element::local_name).collect();
    assert_eq!(walk.names(), elements);
    assert_eq!(elements, ["html", "head", "body", "div", "p", "b", "svg"]);
}

#[wasm_bindgen_test]
fn templates_styles_and_scripts_are_not_text() {
    let document = parse(
        "<body><template><p>in template</p></template><style>.in-style{}</style><script>'in script'</script><p>stays</p></body>",
    );
    assert_eq!(walk(&document).text(), "stays");
}

#[wasm_bindgen_test]
fn structured_data_is_written_down() {
    let document = parse(
        "<head><script type=' Application/LD+JSON'>{\"headline\": \"In the data\"}</script></head><body>x</body>",
    );
    assert!(walk(&document).text().contains("In the data"));
}

#[wasm_bindgen_test]
fn what_the_reader_typed_stays_out() {
    let document = parse(
        "<body><form><input id=name><textarea id=letter>default</textarea>\
         <select id=choice><option>one</option></select></form><p>page</p></body>",
    );
    for id in ["#name", "#letter"] {
        Reflect::set(&find(&document, id), &"value".into(), &"typed secret".into()).unwrap();
    }
    let walk = walk(&document);
    assert_eq!(walk.text(), "page");
    assert!(!walk.tape.contains("secret") && !walk.tape.contains("default"));
}

#[wasm_bindgen_test]
fn attributes_the_core_does_not_read_stay_out() {
    let document = parse("<body><p class=kept onclick=x() style=color:red data-private=1 hidden>x</p></body>");
    assert_eq!(walk(&document).attributes(), ["class=kept", "hidden="]);
}

#[wasm_bindgen_test]
fn where_no_window_shows_the_document_its_markup_says_what_is_hidden() {
    let hints = |element: &str| {
        let document = parse(&format!("<body>{element}</body>"));
        walk(&document).records('\u{2}').concat()
    };
    for hidden in [
        "<p hidden>x</p>",
        "<p hidden=until-nightfall>x</p>",
        "<p style='color: red; DISPLAY : none !important'>x</p>",
        "<p style=visibility:hidden>x</p>",
        "<details><p style=display:none>x</p></details>",
    ] {
        assert_eq!(hints(hidden), "n", "{hidden}");
    }
    for shown in [
        "<p>x</p>",
        "<p hidden=Until-Found>x</p>",
        "<p style='display: none-such'>x</p>",
        "<p style=--display:none>x</p>",
    ] {
        assert_eq!(hints(shown), "", "{shown}");
    }
}

#[wasm_bindgen_test]
fn bytes_inside_an_address_are_not_sent() {
    let document = parse("<body><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='></body>");
    assert_eq!(walk(&document).attributes(), ["src=data:"]);
}

#[wasm_bindgen_test]
fn comments_are_not_text() {
    let document = parse("<body><!-- <p>said aside</p> --><p>said</p></body>");
    assert_eq!(walk(&document).text(), "said");
}

#[wasm_bindgen_test]
fn depth_is_no_matter() {
    let depth = 5000;
    let document = parse("<body></body>");
    let mut innermost = find(&document, "body");
    for _ in 0..depth {
        let inner = document.create_element("div").unwrap();
        innermost.append_child(&inner).unwrap();
        innermost = inner;
    }
    innermost.set_text_content(Some("deep down"));
    let walk = walk(&document);
    assert_eq!(walk.names().len(), depth + 3);
    assert_eq!(walk.text(), "deep down");
}

#[wasm_bindgen_test]
fn nothing_is_written_to_the_document() {
    let document = parse(
        "<head><title>T</title></head><body class=a><p hidden>one</p><noscript>two</noscript><input value=3></body>",
    );
    let before = document.document_element().unwrap().outer_html();
    let result = quietpage::wasm::extract_document(&document, wasm_bindgen::JsValue::UNDEFINED).unwrap();
    quietpage::wasm::probe(&document).unwrap();
    assert!(!string_field(&crate::documents::field(&result, "article"), "text").is_empty());
    assert_eq!(document.document_element().unwrap().outer_html(), before);
}

/// A document in whose midst the walk rests, with something before and after.
fn long_page() -> web_sys::Document {
    let lines = "<p>line</p>".repeat(200);
    parse(&format!("<body><i id=before></i><div id=app><main id=root>{lines}</main></div><i id=after></i></body>"))
}

#[wasm_bindgen_test]
fn a_walk_that_rests_writes_what_one_without_a_rest_does() {
    let document = long_page();
    assert_eq!(walk_around(&document, || ()), Some(walk(&document).tape));
}

#[wasm_bindgen_test]
fn a_change_away_from_where_the_walk_rests_does_not_end_it() {
    let document = long_page();
    let tape = walk_around(&document, || find(&document, "#before").set_text_content(Some("new")));
    assert!(tape.is_some_and(|tape| tape.matches("line").count() == 200));
}

#[wasm_bindgen_test]
fn a_walk_ends_where_what_it_is_in_is_taken_out() {
    for selector in ["#root", "#app", "body"] {
        let document = long_page();
        assert_eq!(walk_around(&document, || find(&document, selector).remove()), None, "{selector}");
    }
    let document = long_page();
    assert_eq!(walk_around(&document, || find(&document, "#after").remove()), None, "the next to be visited");
}

#[wasm_bindgen_test]
fn a_form_is_read_past_the_names_of_its_controls() {
    let names = ["nodeType", "nextSibling", "firstChild", "localName", "parentNode", "getAttributeNames", "shadowRoot"];
    let controls = names.map(|name| format!("<input name={name}>")).concat();
    let document = parse(&format!("<body><form class=a>{controls}<p>inside</p></form><p>behind</p></body>"));
    let walk = walk(&document);
    assert_eq!(walk.text(), "insidebehind");
    assert!(walk.attributes().contains(&"class=a"));
}

#[wasm_bindgen_test]
fn a_form_that_leads_back_does_not_lead_in_a_circle() {
    let document = parse("<body><input name=nextSibling form=circle><form id=circle></form><p>behind</p></body>");
    assert_eq!(walk(&document).names(), ["html", "head", "body", "input", "form", "p"]);
}
