//! The oracle: a page from html5ever's tree, by the rules of the HTML door.

use html5ever::{ParseOpts, tendril::TendrilSink, tree_builder::TreeBuilderOpts};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use quietpage::{
    Error,
    blocks::segment,
    page::{Attr, Hints, Page, PageBuilder, Tag},
};

/// What is left to do for a node.
enum Work {
    Visit(Handle),
    Close,
}

/// The page of a document, scripts off.
pub fn read(html: &str) -> Result<Page, Error> {
    let opts = ParseOpts {
        tree_builder: TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() },
        ..ParseOpts::default()
    };
    let dom = html5ever::parse_document(RcDom::default(), opts).one(html);
    let mut builder = PageBuilder::new();
    let mut work = vec![Work::Visit(dom.document.clone())];
    while let Some(next) = work.pop() {
        let Work::Visit(node) = next else {
            builder.close();
            continue;
        };
        match &node.data {
            NodeData::Document => push_children(&node, &mut work),
            NodeData::Text { contents } => builder.text(&contents.borrow())?,
            NodeData::Element { name, attrs, .. } => {
                let attrs = attrs.borrow();
                let name = name.local.to_ascii_lowercase();
                let tag = Tag::from_name(&name);
                let value =
                    |wanted: &str| attrs.iter().find(|attr| &*attr.name.local == wanted).map(|attr| &*attr.value);
                let kind = value("type").unwrap_or_default().trim().to_ascii_lowercase();
                let is_data = kind == "application/ld+json" || kind.starts_with("math/tex");
                if tag == Tag::Style || (tag == Tag::Script && !is_data) {
                    continue;
                }
                let hidden = value("hidden").is_some_and(|value| !value.eq_ignore_ascii_case("until-found"))
                    || value("style").is_some_and(hides);
                builder.open(tag, if hidden { Hints::NOT_RENDERED } else { Hints::NONE })?;
                for attr in attrs.iter() {
                    if let Some(known) = Attr::from_name(&attr.name.local.to_ascii_lowercase()) {
                        builder.attr(known, if attr.value.starts_with("data:") { "data:" } else { &attr.value });
                    }
                }
                work.push(Work::Close);
                if !tag.is_written_empty() {
                    push_children(&node, &mut work);
                }
            }
            _ => {}
        }
    }
    Ok(builder.finish())
}

fn push_children(node: &Handle, work: &mut Vec<Work>) {
    work.extend(node.children.borrow().iter().rev().cloned().map(Work::Visit));
}

fn hides(style: &str) -> bool {
    let style: String = style.to_ascii_lowercase().split_whitespace().collect();
    style.split(';').any(|declaration| {
        ["display:none", "visibility:hidden"].contains(&declaration.split('!').next().unwrap_or_default())
    })
}

/// The page's blocks, a line each: the container's name and the text.
pub fn blocks(page: &Page) -> Vec<String> {
    let blocks = segment(page);
    let line = |(id, block): (_, &quietpage::blocks::Block)| {
        format!("{} {}", page.tag(block.container).map_or("document", Tag::name), blocks.text(id))
    };
    blocks.iter().map(line).collect()
}

/// The page's elements and texts, a line each, indented by depth.
pub fn outline(page: &Page) -> String {
    let mut out = String::new();
    for node in page.nodes().skip(1) {
        let indent = "  ".repeat(page.depth(node) - 1);
        let line = page
            .tag(node)
            .map_or_else(|| format!("{:?}", page.text(node).unwrap_or_default()), |tag| tag.name().to_owned());
        out.extend([indent.as_str(), &line, "\n"]);
    }
    out
}
