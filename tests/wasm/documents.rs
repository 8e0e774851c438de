//! Documents to walk, and what came of the walk.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Document, DomParser, Element, SupportedType};

#[wasm_bindgen(module = "/src/wasm/walk.js")]
extern "C" {
    #[wasm_bindgen(js_name = walk)]
    fn walk_js(document: &Document) -> JsValue;

    #[wasm_bindgen(js_name = walkInSteps)]
    fn walk_in_steps(document: &Document) -> js_sys::Iterator;
}

/// A document that no window shows: no scripts run, nothing is laid out.
pub fn parse(html: &str) -> Document {
    DomParser::new().unwrap().parse_from_string(html, SupportedType::TextHtml).unwrap()
}

pub fn find(document: &Document, selector: &str) -> Element {
    document.query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector}"))
}

/// A field of a JavaScript object.
pub fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap()
}

pub fn string_field(object: &JsValue, name: &str) -> String {
    field(object, name).as_string().unwrap_or_else(|| panic!("{name} is no string"))
}

/// The tape, and the element behind each ordinal.
pub struct Walk {
    pub tape: String,
    pub elements: Vec<Element>,
}

pub fn walk(document: &Document) -> Walk {
    let walked = walk_js(document);
    let elements = field(&walked, "elements").unchecked_into::<Array>();
    Walk { tape: string_field(&walked, "tape"), elements: elements.iter().map(JsCast::unchecked_into).collect() }
}

/// Walks with one rest, in which `change` is done to the document. `None` where the walk says that the page has changed
/// just where it was.
pub fn walk_around(document: &Document, change: impl FnOnce()) -> Option<String> {
    let steps = walk_in_steps(document);
    let first = steps.next().unwrap();
    assert!(!first.done(), "a document of so many nodes has a rest");
    change();
    loop {
        let step = steps.next().unwrap();
        if step.done() {
            return (!step.value().is_null()).then(|| string_field(&step.value(), "tape"));
        }
    }
}

impl Walk {
    /// What follows each mark of one kind.
    pub fn records(&self, mark: char) -> Vec<&str> {
        let is_mark = |character| ('\u{1}'..='\u{5}').contains(&character);
        let starts = self.tape.match_indices(mark).map(|(at, _)| &self.tape[at + 1..]);
        starts.map(|rest| rest.split(is_mark).next().unwrap_or_default()).collect()
    }

    pub fn names(&self) -> Vec<&str> {
        self.records('\u{1}')
    }

    pub fn attributes(&self) -> Vec<&str> {
        self.records('\u{3}')
    }

    /// All text of the page, in the order of the tape.
    pub fn text(&self) -> String {
        self.records('\u{4}').concat()
    }
}

/// Some sentences, enough of them for an article.
pub fn story() -> String {
    let sentence = "The ferry left the harbour in the grey of the morning, as it had done every day, and the people on \
                    the quay, who had come to see it off, stood there until it was gone.";
    (0..8).fold(String::new(), |paragraphs, n| paragraphs + &format!("<p>{n}. {sentence} {sentence}</p>"))
}
