//! Formulas: `MathML` as the page has it or as `KaTeX` and `MathJax` leave it for screen readers, and TeX.

use super::{
    body::{Math, MathNode},
    source::Source,
};
use crate::{
    blocks::shown,
    limits,
    page::{Attr, NodeId, Tag, text},
};

/// Whether the element is a formula, with all that is in it.
pub(super) fn is_formula(source: &Source, node: NodeId) -> bool {
    let page = source.page;
    match page.tag(node) {
        Some(Tag::Math) => true,
        Some(Tag::Script) => shown::is_tex_script(page, node),
        Some(Tag::Span | Tag::Div | Tag::Other) => {
            let is_drawn = shown::is_drawn_formula(page, node) || source.is_hidden(node);
            let is_drawn_alone =
                || source.has_class(node, &["MathJax", "MathJax_Preview"]) && follows_tex(source, node);
            is_drawn && source.first_inside(node, Tag::Math).is_some() || is_drawn_alone()
        }
        _ => false,
    }
}

/// Whether behind what `MathJax` 2 drew stands the script with its TeX: then the glyphs say nothing more.
fn follows_tex(source: &Source, node: NodeId) -> bool {
    /// The preview, the drawing, the script, and white space between them.
    const MAX_SIBLINGS: usize = 5;
    let page = source.page;
    let Some(end) = page.parent(node).map(|parent| page.subtree_end(parent)) else { return false };
    let next = |&at: &NodeId| Some(page.subtree_end(at)).filter(|&next| next < end);
    std::iter::successors(next(&node), next).take(MAX_SIBLINGS).any(|sibling| shown::is_tex_script(page, sibling))
}

/// The formula of an element; `None` where it has neither `MathML` nor TeX.
pub(super) fn read(source: &Source, node: NodeId) -> Option<Math> {
    let page = source.page;
    if shown::is_tex_script(page, node) {
        let tex = page.children(node).find_map(|child| page.text(child)).map(text::squash)?;
        let display = page.attr(node, Attr::Type).is_some_and(|kind| kind.contains("mode=display"));
        return (!tex.is_empty()).then_some(Math { display, tree: Vec::new(), tex: Some(tex) });
    }
    let math = if page.is(node, Tag::Math) { node } else { source.first_inside(node, Tag::Math)? };
    let tree = tree(source, math);
    let tex = tex(source, math);
    (!tree.is_empty() || tex.is_some()).then_some(Math { display: is_display(source, node, math), tree, tex })
}

/// The formula that a picture's description gives in TeX (Wikipedia, `WordPress`), or its address, by which services draw
/// it.
pub(super) fn of_picture(source: &Source, node: NodeId) -> Option<Math> {
    let is_tex = source.has_class_word(node, &["tex", "latex", "math"]);
    let by_alt = || source.page.attr(node, Attr::Alt).map(text::squash).filter(|alt| !alt.is_empty() && is_tex);
    let tex = by_alt().or_else(|| tex_of_address(source.address(node, Attr::Src)?.url()))?;
    Some(Math { display: false, tree: Vec::new(), tex: Some(tex) })
}

/// The TeX in an address: the query, or the value in it, that has a command (`\frac`) in it.
fn tex_of_address(url: &url::Url) -> Option<String> {
    // Most addresses have no backslash in their query; they need no decoding.
    let query = url.query().filter(|query| query.contains("%5C") || query.contains("%5c") || query.contains('\\'))?;
    // A path of Windows has backslashes too.
    let is_path = |text: &str| {
        text.contains(":\\")
            || text.rsplit('.').next().is_some_and(|end| matches!(end, "jpg" | "jpeg" | "png" | "gif" | "webp"))
    };
    let is_tex = |text: &str| {
        !is_path(text)
            && text.split('\\').skip(1).any(|command| command.starts_with(|c: char| c.is_ascii_alphabetic()))
            && text.matches('{').count() == text.matches('}').count()
    };
    url::form_urlencoded::parse(query.as_bytes())
        .map(|(name, value)| if value.is_empty() { name } else { value })
        .find(|text| is_tex(text))
        .map(|tex| text::squash(&tex))
}

fn is_display(source: &Source, node: NodeId, math: NodeId) -> bool {
    let page = source.page;
    let is =
        |node, value: &str| page.attr(node, Attr::Display).is_some_and(|display| display.eq_ignore_ascii_case(value));
    let around = page.inclusive_ancestors(node).take(3);
    is(math, "block")
        || is(node, "true")
        || around
            .into_iter()
            .any(|up| source.has_class(up, &["katex-display", "MathJax_Display", "MathJax_SVG_Display"]))
}

fn tex(source: &Source, math: NodeId) -> Option<String> {
    let page = source.page;
    let annotation = page.descendants(math).find(|&node| {
        page.is(node, Tag::Annotation)
            && page.attr(node, Attr::Encoding).is_some_and(|encoding| encoding.contains("tex"))
    });
    let annotation = annotation.map(|node| page.text_inside(node));
    let alternative = || page.attr(math, Attr::Alttext).map(text::squash);
    annotation.or_else(alternative).filter(|tex| !tex.is_empty())
}

/// An element of the tree that is being read.
struct Open {
    end: NodeId,
    tag: Tag,
    attrs: Vec<(Attr, String)>,
    children: Vec<MathNode>,
}

/// The tree inside a `math` element: `MathML` Core's elements; of others their content; of annotations nothing.
fn tree(source: &Source, math: NodeId) -> Vec<MathNode> {
    let page = source.page;
    let end = page.subtree_end(math);
    let mut open = vec![Open { end, tag: Tag::Math, attrs: Vec::new(), children: Vec::new() }];
    let mut next = math.next();
    while next < end {
        let node = next;
        next = node.next();
        while open.len() > 1 && open.last().is_some_and(|open| open.end <= node) {
            close(&mut open);
        }
        let Some(tag) = page.tag(node) else {
            let text = text::squash(page.text(node).unwrap_or_default());
            if let Some(open) = open.last_mut()
                && !text.is_empty()
            {
                open.children.push(MathNode::Text(text));
            }
            continue;
        };
        if tag.is_unread() || matches!(tag, Tag::Annotation | Tag::AnnotationXml) {
            next = page.subtree_end(node);
        } else if is_core(tag) && open.len() < limits::MAX_BODY_DEPTH {
            let attrs = attrs(source, node);
            open.push(Open { end: page.subtree_end(node), tag, attrs, children: Vec::new() });
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    open.pop().map(|math| math.children).unwrap_or_default()
}

fn close(open: &mut Vec<Open>) {
    let Some(Open { tag, attrs, mut children, .. }) = open.pop() else { return };
    if tag == Tag::Mtable {
        put_cells_into_rows(&mut children);
    }
    if let Some(outer) = open.last_mut() {
        outer.children.push(MathNode::Element { tag, attrs, children });
    }
}

/// A labelled row (`mlabeledtr`, not in `MathML` Core) leaves its cells in the table, the label first: they are a row
/// with the label behind.
fn put_cells_into_rows(children: &mut Vec<MathNode>) {
    let is_cell = |node: &MathNode| matches!(node, MathNode::Element { tag: Tag::Mtd, .. });
    if children.len() > 1 && children.iter().all(is_cell) {
        let mut cells = std::mem::take(children);
        cells.rotate_left(1);
        children.push(MathNode::Element { tag: Tag::Mtr, attrs: Vec::new(), children: cells });
    }
}

/// `MathML` Core, without what runs, links or annotates. `semantics` and `mfenced` give their content.
fn is_core(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Merror
            | Tag::Mfrac
            | Tag::Mi
            | Tag::Mmultiscripts
            | Tag::Mn
            | Tag::Mo
            | Tag::Mover
            | Tag::Mpadded
            | Tag::Mphantom
            | Tag::Mprescripts
            | Tag::Mroot
            | Tag::Mrow
            | Tag::Ms
            | Tag::Mspace
            | Tag::Msqrt
            | Tag::Mstyle
            | Tag::Msub
            | Tag::Msubsup
            | Tag::Msup
            | Tag::Mtable
            | Tag::Mtd
            | Tag::Mtext
            | Tag::Mtr
            | Tag::Munder
            | Tag::Munderover
            | Tag::NoneTag
    )
}

fn attrs(source: &Source, node: NodeId) -> Vec<(Attr, String)> {
    const MAX_VALUE: usize = 40;
    const ALLOWED: &[Attr] =
        &[Attr::Mathvariant, Attr::Accent, Attr::Stretchy, Attr::Linethickness, Attr::Columnalign, Attr::Width];
    let is_plain = |value: &str| {
        value.len() <= MAX_VALUE
            && value.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '.' | '-' | '%'))
    };
    let value = |&attr: &Attr| {
        source.page.attr(node, attr).filter(|value| is_plain(value)).map(|value| (attr, value.to_owned()))
    };
    ALLOWED.iter().filter_map(value).collect()
}
