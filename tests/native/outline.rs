//! The blocks of a text and what they say, as parsers that are not ours read them.
//!
//! `p(…)`, `h(…)`, `c(…)`: paragraph, heading, code; `q(…)`, `u(…)`, `o(…)`, `i(…)`: quote, lists, item; `t(…)`: the text
//! of a table; `r`: a rule.

use html5ever::{QualName, local_name, ns, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// An outline that is being written.
#[derive(Default)]
struct Outline {
    out: String,
    /// Text of a block that has not ended.
    line: String,
}

impl Outline {
    /// Ends the block whose text has come so far. A tight item's text has no paragraph around it.
    fn close(&mut self, kind: &str) {
        let text = squashed(&self.line);
        if !text.is_empty() {
            self.out.extend([kind, "(", &text, ")"]);
        }
        self.line.clear();
    }

    fn open_container(&mut self, start: &str) {
        self.close("p");
        self.out.push_str(start);
    }

    fn close_container(&mut self) {
        self.close("p");
        self.out.push(')');
    }
}

/// A text's words with a space between them.
pub fn squashed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The outline of a fragment of HTML.
pub fn of_html(html: &str) -> String {
    let mut outline = Outline::default();
    flows(&fragment(html), &mut outline);
    outline.close("p");
    outline.out
}

/// A fragment of HTML inside a `div`: a node whose children are what stands there.
pub fn fragment(html: &str) -> Handle {
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let dom = html5ever::parse_fragment(RcDom::default(), html5ever::ParseOpts::default(), context, vec![], false);
    let document = dom.one(html).document;
    document.children.take().pop().expect("a fragment has a root")
}

fn flows(node: &Handle, outline: &mut Outline) {
    for child in node.children.borrow().iter() {
        let NodeData::Element { name, .. } = &child.data else {
            outline.line.push_str(&text_of(child, false));
            continue;
        };
        let container = match &*name.local {
            "blockquote" => "q(",
            "ul" => "u(",
            "ol" => "o(",
            "li" => "i(",
            "hr" => {
                outline.open_container("r");
                continue;
            }
            tag @ ("p" | "pre" | "table" | "h2" | "h3" | "h4" | "h5" | "h6") => {
                outline.close("p");
                outline.line = text_of(child, false);
                outline.close(match tag {
                    "p" => "p",
                    "pre" => "c",
                    "table" => "t",
                    _ => "h",
                });
                continue;
            }
            _ => {
                outline.line.push_str(&text_of(child, false));
                continue;
            }
        };
        outline.open_container(container);
        flows(child, outline);
        outline.close_container();
    }
}

/// All text in it. What stands apart is parted by a space; a quotation inside one has single marks.
fn text_of(node: &Handle, is_quoted: bool) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        NodeData::Element { name, .. } => {
            let is_quotation = &*name.local == "q";
            let inside = |child: &Handle| text_of(child, is_quoted || is_quotation);
            let inside: String = node.children.borrow().iter().map(inside).collect();
            match &*name.local {
                "q" if is_quoted => format!("'{inside}'"),
                "q" => format!("\"{inside}\""),
                "br" | "td" | "th" | "li" | "p" | "pre" | "blockquote" | "hr" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                    format!(" {inside} ")
                }
                _ => inside,
            }
        }
        _ => String::new(),
    }
}

/// The outline of Markdown.
pub fn of_markdown(markdown: &str) -> String {
    let mut outline = Outline::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(text) | Event::Code(text) => outline.line.push_str(&text),
            Event::SoftBreak | Event::HardBreak => outline.line.push(' '),
            Event::InlineHtml(tag) if &*tag == "<br>" => outline.line.push(' '),
            Event::Rule => outline.open_container("r"),
            Event::Start(tag) => match tag {
                Tag::BlockQuote(_) => outline.open_container("q("),
                Tag::List(start) => outline.open_container(if start.is_some() { "o(" } else { "u(" }),
                Tag::Item => outline.open_container("i("),
                Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::Table(_) => outline.close("p"),
                Tag::TableCell => outline.line.push(' '),
                Tag::HtmlBlock => outline.open_container("!"),
                _ => {}
            },
            Event::End(tag) => match tag {
                TagEnd::Paragraph => outline.close("p"),
                TagEnd::Heading(_) => outline.close("h"),
                TagEnd::CodeBlock => outline.close("c"),
                TagEnd::Table => outline.close("t"),
                TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => outline.close_container(),
                _ => {}
            },
            _ => {}
        }
    }
    outline.close("p");
    outline.out
}
