//! What the renderers may write, held against what parsers that are not ours read of it.

use html5ever::{ParseOpts, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::outline;

/// What the HTML renderer may write: elements, each with its attributes.
const ELEMENTS: &[(&str, &[&str])] = &[
    ("a", &["href"]),
    ("audio", &["src", "controls", "preload"]),
    ("code", &["class"]),
    ("figure", &["data-embed"]),
    ("img", &["src", "srcset", "alt", "width", "height", "loading", "decoding"]),
    ("math", &["display"]),
    ("li", &["value"]),
    ("ol", &["reversed", "start"]),
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
/// Elements that end where they begin.
const VOID: &[&str] = &["br", "hr", "img"];
const EVERYWHERE: &[&str] = &["lang", "dir"];
const MATH_ATTRIBUTES: &[&str] =
    &["mathvariant", "accent", "stretchy", "linethickness", "columnalign", "width", "height"];
const ADDRESSES: &[&str] = &["href", "src", "poster"];
/// What the Markdown renderer writes as HTML, for want of a mark.
const TAGS_IN_MARKDOWN: &[&str] =
    &["br", "code", "sub", "sup", "em", "strong", "del", "mark", "ins", "kbd", "u", "span"];

/// Panics where the HTML that was made of a page holds what the renderer does not write.
#[track_caller]
pub fn check_html(html: &str, page: &str) {
    let dom = html5ever::parse_document(RcDom::default(), ParseOpts::default()).one(html);
    // A node that is dropped takes the inside of those below it along: the document stays.
    let mut pending = vec![dom.document.clone()];
    while let Some(node) = pending.pop() {
        check_node(&node, page, html);
        pending.extend(node.children.borrow().iter().cloned());
    }
}

#[track_caller]
fn check_node(node: &Handle, page: &str, html: &str) {
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

/// Panics where a parser makes other elements or another text of the HTML than were written: its tree, written down as the
/// renderer writes, must be the same string.
#[track_caller]
pub fn check_reads_as_written(html: &str, page: &str) {
    let mut out = String::new();
    write_inside(&outline::fragment(html), &mut out);
    assert_eq!(out, html, "from {page}");
}

fn write_inside(node: &Handle, out: &mut String) {
    for child in node.children.borrow().iter() {
        match &child.data {
            NodeData::Text { contents } => escape(&contents.borrow(), out),
            NodeData::Element { name, attrs, .. } => {
                out.extend(["<", &*name.local]);
                for attr in attrs.borrow().iter() {
                    out.extend([" ", &*attr.name.local]);
                    if &*attr.name.local != "controls" {
                        out.push_str("=\"");
                        escape(&attr.value, out);
                        out.push('"');
                    }
                }
                out.push('>');
                if !VOID.contains(&&*name.local) {
                    write_inside(child, out);
                    out.extend(["</", &*name.local, ">"]);
                }
            }
            _ => out.push_str("<!-- neither text nor element -->"),
        }
    }
}

fn escape(text: &str, out: &mut String) {
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            sign => out.push(sign),
        }
    }
}

/// Panics where the Markdown that was made of a page leads elsewhere than a page may, or holds markup.
#[track_caller]
pub fn check_markdown(markdown: &str, page: &str) {
    for event in Parser::new_ext(markdown, Options::all()) {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                assert!(is_harmless(&dest_url), "{dest_url} from {page}\nin {markdown}");
            }
            Event::Html(tag) | Event::InlineHtml(tag) => {
                let name = tag.trim().trim_start_matches("</").trim_start_matches('<').trim_end_matches(['>', '/']);
                assert!(TAGS_IN_MARKDOWN.contains(&name), "{tag} from {page}\nin {markdown}");
            }
            _ => {}
        }
    }
}

fn is_harmless(address: &str) -> bool {
    ["https://", "http://", "mailto:", "#qp-"].iter().any(|start| address.starts_with(start))
}

/// What becomes something else in Markdown than a block of the same text.
const OTHERWISE_IN_MARKDOWN: &[&str] =
    &["<img", "<math", "<dl", "<figure", "<ruby", "<caption", "<span id=", "\"language-tex\"", "☑", "☐"];

/// Panics where the two forms of one article, of text alone, have other blocks.
#[track_caller]
pub fn check_same_blocks(html: &str, markdown: &str) {
    // In whichever quotes and lists: text of the page has its bracket escaped.
    let is_callout = |line: &str| line.contains("> [!");
    if OTHERWISE_IN_MARKDOWN.iter().any(|mark| html.contains(mark)) || markdown.lines().any(is_callout) {
        return;
    }
    assert_eq!(outline::of_markdown(markdown), outline::of_html(html), "{html}\n{markdown}");
}
