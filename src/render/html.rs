//! Body → HTML: typed values, escaped. No element, attribute or address comes out that the body has no type for.

use std::fmt::Write as _;

use crate::article::{
    SafeUrl,
    body::{
        Body, CalloutKind, Cell, Definition, Direction, Flow, Image, List, Marks, Math, MathNode, Media, Note,
        Phrasing, Style, Table,
    },
};

/// The body as HTML, safe to insert as it is. Anchors have the ids `qp-1`, `qp-2`…; a frame that loads on a click is a
/// `figure` with its page's address in `data-embed`.
pub fn html(body: &Body) -> String {
    let mut out = String::new();
    flows(&body.0, &mut out);
    out
}

fn flows(content: &[Flow], out: &mut String) {
    for flow in content {
        match flow {
            Flow::Heading { level, content, marks } => {
                let level = level.clamp(&2, &6);
                element(&format!("h{level}"), &marked(marks), out, |out| line(content, out));
            }
            Flow::Paragraph { content, marks } => element("p", &marked(marks), out, |out| line(content, out)),
            Flow::List(content) => list(content, out),
            Flow::Definitions(parts) => {
                element("dl", "", out, |out| parts.iter().for_each(|part| definition(part, out)));
            }
            Flow::Quote { content, marks } => element("blockquote", &marked(marks), out, |out| flows(content, out)),
            Flow::Callout { kind, title, content } => callout(*kind, title, content, out),
            Flow::Notes(content) => notes(content, out),
            Flow::Code { text, language } => {
                let class = language.as_ref().map(|name| attribute("class", &format!("language-{name}")));
                element("pre", "", out, |out| {
                    element("code", &class.unwrap_or_default(), out, |out| escape(text, out));
                });
            }
            Flow::Table(content) => table(content, out),
            Flow::Figure { media, caption } => figure(media, caption, out),
            Flow::Math(content) => element("p", "", out, |out| math(content, out)),
            Flow::Rule => out.push_str("<hr>"),
        }
        out.push('\n');
    }
}

/// Writes `<name attributes>…</name>`.
fn element(name: &str, attributes: &str, out: &mut String, content: impl FnOnce(&mut String)) {
    out.extend(["<", name, attributes, ">"]);
    content(out);
    out.extend(["</", name, ">"]);
}

/// An attribute with a space before it.
fn attribute(name: &str, value: &str) -> String {
    let mut out = String::with_capacity(name.len() + value.len() + 4);
    out.extend([" ", name, "=\""]);
    escape(value, &mut out);
    out.push('"');
    out
}

fn escape(text: &str, out: &mut String) {
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escaped = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            0 => "\u{fffd}",
            _ => continue,
        };
        out.extend([&text[copied..at], escaped]);
        copied = at + 1;
    }
    out.push_str(&text[copied..]);
}

fn marked(marks: &Marks) -> String {
    let lang = marks.lang.as_ref().map(|lang| attribute("lang", lang));
    let dir = marks.dir.map(|dir| match dir {
        Direction::Ltr => attribute("dir", "ltr"),
        Direction::Rtl => attribute("dir", "rtl"),
        Direction::Auto => attribute("dir", "auto"),
    });
    lang.unwrap_or_default() + &dir.unwrap_or_default()
}

fn list(list: &List, out: &mut String) {
    let number = |name, number: Option<i32>| {
        let number = number.filter(|_| list.ordered).map(|number| attribute(name, &number.to_string()));
        number.unwrap_or_default()
    };
    let reversed = if list.reversed { attribute("reversed", "") } else { String::new() };
    let order = reversed + &number("start", list.start);
    element(if list.ordered { "ol" } else { "ul" }, &order, out, |out| {
        for item in &list.items {
            element("li", &number("value", item.value), out, |out| inside(&item.content, out));
        }
    });
}

/// HTML has no element for a box beside the story; a quote's is set apart in every style sheet.
fn callout(kind: CalloutKind, title: &[Phrasing], content: &[Flow], out: &mut String) {
    element("blockquote", "", out, |out| {
        element("p", "", out, |out| {
            element("strong", "", out, |out| match title {
                [] => out.push_str(heading(kind)),
                title => line(title, out),
            });
        });
        out.push('\n');
        flows(content, out);
    });
}

/// What stands above a callout that has no title of its own.
fn heading(kind: CalloutKind) -> &'static str {
    match kind {
        CalloutKind::Note => "Note",
        CalloutKind::Tip => "Tip",
        CalloutKind::Important => "Important",
        CalloutKind::Warning => "Warning",
        CalloutKind::Caution => "Caution",
    }
}

/// A numbered list where the notes' own numbers run on, else each after its name. A way back stands behind each.
fn notes(notes: &[Note], out: &mut String) {
    let numbers: Option<Vec<u32>> = notes.iter().map(|note| note.name.parse().ok()).collect();
    let first = numbers.filter(|numbers| numbers.windows(2).all(|pair| pair[0].checked_add(1) == Some(pair[1])));
    let first = first.and_then(|numbers| numbers.first().copied());
    let start = first.filter(|&first| first != 1).map(|first| attribute("start", &first.to_string()));
    element(if first.is_some() { "ol" } else { "ul" }, &start.unwrap_or_default(), out, |out| {
        for note in notes {
            element("li", "", out, |out| {
                if first.is_none() {
                    element("sup", "", out, |out| escape(&note.name, out));
                    out.push(' ');
                }
                inside(&with_ways_back(note), out);
            });
        }
    });
}

fn with_ways_back(note: &Note) -> Vec<Flow> {
    let ways = note.calls.iter().flat_map(|&target| {
        [Phrasing::Text(" ".into()), Phrasing::Anchor { target, content: vec![Phrasing::Text("↩".into())] }]
    });
    let mut content = note.content.clone();
    if let Some(Flow::Paragraph { content: last, .. }) = content.last_mut() {
        last.extend(ways);
    } else {
        content.push(Flow::Paragraph { content: ways.skip(1).collect(), marks: Marks::default() });
    }
    content
}

fn definition(part: &Definition, out: &mut String) {
    match part {
        Definition::Term(content) => element("dt", "", out, |out| line(content, out)),
        Definition::Description(content) => element("dd", "", out, |out| inside(content, out)),
    }
}

/// Content of an item, a cell or a description: a paragraph alone, or before a list, needs no element.
fn inside(content: &[Flow], out: &mut String) {
    match content.split_first() {
        Some((Flow::Paragraph { content, marks }, rest))
            if marks.is_empty() && rest.iter().all(|flow| matches!(flow, Flow::List(_))) =>
        {
            line(content, out);
            flows(rest, out);
        }
        _ => flows(content, out),
    }
}

fn table(table: &Table, out: &mut String) {
    element("table", "", out, |out| {
        if !table.caption.is_empty() {
            element("caption", "", out, |out| line(&table.caption, out));
        }
        let (head, body) = table.rows.split_at(table.head_rows.min(table.rows.len()));
        for (name, rows) in [("thead", head), ("tbody", body)] {
            if !rows.is_empty() {
                element(name, "", out, |out| rows.iter().for_each(|row| cells(row, out)));
            }
        }
    });
}

fn cells(row: &[Cell], out: &mut String) {
    element("tr", "", out, |out| {
        for cell in row {
            let span = |name, span: u16| if span > 1 { attribute(name, &span.to_string()) } else { String::new() };
            let spans = span("colspan", cell.colspan) + &span("rowspan", cell.rowspan);
            element(if cell.header { "th" } else { "td" }, &spans, out, |out| inside(&cell.content, out));
        }
    });
}

fn figure(media: &[Media], caption: &[Phrasing], out: &mut String) {
    let embed = media.iter().find_map(|media| match media {
        Media::Embed { page, .. } => Some(attribute("data-embed", page.as_str())),
        _ => None,
    });
    element("figure", &embed.unwrap_or_default(), out, |out| {
        for media in media {
            player(media, out);
        }
        if !caption.is_empty() {
            element("figcaption", "", out, |out| line(caption, out));
        }
    });
}

fn player(media: &Media, out: &mut String) {
    match media {
        Media::Image(content) => image(content, out),
        Media::Video { src, poster } => {
            let poster = poster.as_ref().map(|poster| attribute("poster", poster.as_str())).unwrap_or_default();
            let _ = write!(out, "<video{}{poster} controls preload=\"none\"></video>", attribute("src", src.as_str()));
        }
        Media::Audio { src } => {
            let _ = write!(out, "<audio{} controls preload=\"none\"></audio>", attribute("src", src.as_str()));
        }
        Media::Embed { page, title, thumbnail } => {
            element("a", &attribute("href", page.as_str()), out, |out| {
                if let Some(thumbnail) = thumbnail {
                    let _ = write!(out, "<img{} alt=\"\" loading=\"lazy\">", attribute("src", thumbnail.as_str()));
                }
                escape(title.as_deref().unwrap_or_else(|| page.as_str()), out);
            });
        }
    }
}

fn image(image: &Image, out: &mut String) {
    let _ = write!(out, "<img{}", attribute("src", image.src.as_str()));
    if !image.srcset.is_empty() {
        let candidates: Vec<String> = image.srcset.iter().map(|(url, descriptor)| candidate(url, descriptor)).collect();
        out.push_str(&attribute("srcset", &candidates.join(", ")));
    }
    out.push_str(&attribute("alt", &image.alt));
    for (name, size) in [("width", image.width), ("height", image.height)] {
        if let Some(size) = size {
            out.push_str(&attribute(name, &size.to_string()));
        }
    }
    out.push_str(" loading=\"lazy\" decoding=\"async\">");
}

/// A candidate of `srcset`. A comma at either end of its address would be read as the list's own.
fn candidate(url: &SafeUrl, descriptor: &str) -> String {
    let address = url.as_str();
    let inner = address.trim_end_matches(',');
    let commas = "%2C".repeat(address.len() - inner.len());
    format!("{inner}{commas} {descriptor}").trim_end().to_owned()
}

fn line(content: &[Phrasing], out: &mut String) {
    for part in content {
        match part {
            Phrasing::Text(text) => escape(text, out),
            Phrasing::Break => out.push_str("<br>"),
            Phrasing::Link { to, content } => {
                element("a", &attribute("href", to.as_str()), out, |out| line(content, out));
            }
            Phrasing::Anchor { target, content } => {
                element("a", &attribute("href", &format!("#qp-{target}")), out, |out| line(content, out));
            }
            Phrasing::Target(number) => {
                let _ = write!(out, "<span id=\"qp-{number}\"></span>");
            }
            Phrasing::NoteCall { place, note, label, .. } => element("sup", "", out, |out| {
                let _ = write!(out, "<span id=\"qp-{place}\"></span>");
                element("a", &attribute("href", &format!("#qp-{note}")), out, |out| escape(label, out));
            }),
            Phrasing::Styled { style, content } => element(name(*style), "", out, |out| line(content, out)),
            Phrasing::Marked { marks, content } => element("span", &marked(marks), out, |out| line(content, out)),
            Phrasing::Task(done) => out.push_str(if *done { "☑ " } else { "☐ " }),
            Phrasing::Code(text) => element("code", "", out, |out| escape(text, out)),
            Phrasing::Ruby { base, text } => element("ruby", "", out, |out| {
                line(base, out);
                out.push_str("<rp>(</rp>");
                element("rt", "", out, |out| escape(text, out));
                out.push_str("<rp>)</rp>");
            }),
            Phrasing::Image(content) => image(content, out),
            Phrasing::Math(content) => math(content, out),
        }
    }
}

/// HTML's element for a style.
pub(super) fn name(style: Style) -> &'static str {
    match style {
        Style::Emphasis => "em",
        Style::Strong => "strong",
        Style::Deleted => "del",
        Style::Inserted => "ins",
        Style::Marked => "mark",
        Style::Subscript => "sub",
        Style::Superscript => "sup",
        Style::Small => "small",
        Style::Underlined => "u",
        Style::Quoted => "q",
        Style::Cited => "cite",
        Style::Keyboard => "kbd",
        Style::Sample => "samp",
        Style::Variable => "var",
        Style::Abbreviated => "abbr",
    }
}

/// A formula as MathML, or its TeX where the page gives no other form.
fn math(math: &Math, out: &mut String) {
    if math.tree.is_empty() {
        element("code", &attribute("class", "language-tex"), out, |out| {
            escape(math.tex.as_deref().unwrap_or_default(), out);
        });
        return;
    }
    let display = if math.display { attribute("display", "block") } else { String::new() };
    element("math", &display, out, |out| math.tree.iter().for_each(|node| math_node(node, out)));
}

fn math_node(node: &MathNode, out: &mut String) {
    match node {
        MathNode::Text(text) => escape(text, out),
        MathNode::Element { tag, attrs, children } => {
            let attrs: String = attrs.iter().map(|(name, value)| attribute(name.name(), value)).collect();
            element(tag.name(), &attrs, out, |out| children.iter().for_each(|child| math_node(child, out)));
        }
    }
}
