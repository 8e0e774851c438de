//! Code: its line breaks and its language.

use super::source::Source;
use crate::{
    blocks::BlockId,
    page::{Attr, NodeId, Page, Tag},
};

/// The text of an element with line breaks and indentation as they stand; `br` and block-level elements end a line. Text
/// of blocks that are not kept is left out.
pub(super) fn text(source: &Source, node: NodeId) -> String {
    let page = source.page;
    let end = page.subtree_end(node);
    let mut out = String::new();
    // The elements that are lines and still open: where each ends, and the length of the text before it.
    let mut lines: Vec<(NodeId, usize)> = Vec::new();
    let mut after_line = false;
    let mut next = node.next();
    while next < end {
        let at = next;
        next = at.next();
        while let Some((_, before)) = lines.pop_if(|(line_end, _)| *line_end <= at) {
            close_line(&mut out, before);
            after_line = true;
        }
        if let Some(text) = page.text(at) {
            // White space between the elements that are lines is the markup's own.
            let is_markup =
                text.trim().is_empty() && text.contains('\n') && (after_line || is_before_line(page, next, end));
            if !is_markup && !is_left_out(source, at) {
                out.push_str(text);
                after_line = false;
            }
            continue;
        }
        let Some(tag) = page.tag(at) else { continue };
        if tag == Tag::Br {
            out.push('\n');
            after_line = false;
        } else if tag.is_unread() || is_line_number(source, at) || is_button(source, at) || source.is_hidden(at) {
            next = page.subtree_end(at);
        } else if is_line(tag) {
            if !out.is_empty() && !out.ends_with('\n') {
                out.push('\n');
            }
            lines.push((page.subtree_end(at), out.len()));
            after_line = false;
        }
    }
    while let Some((_, before)) = lines.pop() {
        close_line(&mut out, before);
    }
    let out = out.replace("\r\n", "\n").replace('\r', "\n");
    // The first line break after `pre` is none (HTML standard, 13.1.2.5).
    out.trim_end().trim_start_matches('\n').to_owned()
}

/// Whether an element stands on lines of its own; the cells of a row share one.
fn is_line(tag: Tag) -> bool {
    tag.is_block_level() && !matches!(tag, Tag::Td | Tag::Th | Tag::Table | Tag::Tbody | Tag::Thead)
}

fn is_before_line(page: &Page, next: NodeId, end: NodeId) -> bool {
    next < end && page.tag(next).is_some_and(is_line)
}

/// An element that is a line and has nothing in it is an empty line.
fn close_line(out: &mut String, before: usize) {
    if out.len() == before || !out.ends_with('\n') {
        out.push('\n');
    }
}

/// Whether the text is in a block that is not kept.
fn is_left_out(source: &Source, at: NodeId) -> bool {
    let before = source.blocks.within(NodeId::ROOT, at.next()).end;
    let block = before.checked_sub(1).map(|index| BlockId(index as u32));
    block.is_some_and(|id| at < source.blocks.get(id).end && !source.keeps(id))
}

/// Whether an element holds line numbers, by what highlighters name it.
pub(super) fn is_line_number(source: &Source, node: NodeId) -> bool {
    const NAMES: &[&str] = &[
        "lineno",
        "linenos",
        "linenumber",
        "linenumbers",
        "line-number",
        "line-numbers-rows",
        "linenodiv",
        "gutter",
        "ln",
        "lnt",
        "hljs-ln-numbers",
        "react-syntax-highlighter-line-number",
    ];
    source.has_class(node, NAMES) && {
        let text = source.page.text_inside(node);
        text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ':' | '|'))
    }
}

/// Whether an element is there to be pressed: "Copy" stands inside the code on many pages.
fn is_button(source: &Source, node: NodeId) -> bool {
    source.page.is(node, Tag::Button)
        || source.page.attr(node, Attr::Role).is_some_and(|role| role.trim() == "button")
        || source.has_class_word(node, &["clipboard", "copybtn", "copybutton"])
}

/// The language of a code block, from the classes and attributes of it, of the `code` inside it and of the two elements
/// around it.
pub(super) fn language(source: &Source, node: NodeId) -> Option<String> {
    let page = source.page;
    let inner = page.children(node).find(|&child| page.is(child, Tag::Code));
    let around = page.ancestors(node).take(2);
    // Sphinx names the language around the element that Pygments names `highlight`.
    let by_highlighter = || {
        let outer = page.ancestors(node).take(2).zip(page.ancestors(node).skip(1));
        let (_, outer) = outer.into_iter().find(|&(inner, _)| source.has_class(inner, &["highlight"]))?;
        let class = page.attr(outer, Attr::Class)?;
        let named = class.split_ascii_whitespace().find_map(|name| name.strip_prefix("highlight-"));
        named.filter(|&named| named != "default").and_then(name)
    };
    let by_name = inner.into_iter().chain([node]).chain(around).find_map(|node| {
        let class = page.attr(node, Attr::Class).unwrap_or_default();
        let named = class.split_ascii_whitespace().find_map(|name| {
            ["language-", "lang-", "highlight-source-", "sourceCode-"]
                .iter()
                .find_map(|prefix| name.strip_prefix(prefix))
        });
        // `brush: js`
        let brush =
            class.split_once("brush:").and_then(|(_, after)| after.split([';', ' ']).find(|name| !name.is_empty()));
        let by_attribute = page.attr(node, Attr::DataLang).or_else(|| page.attr(node, Attr::DataLanguage));
        named.or(by_attribute).or(brush).and_then(name)
    });
    by_name.or_else(by_highlighter)
}

/// A language's name in lower case, where it is one.
fn name(written: &str) -> Option<String> {
    const MAX_NAME: usize = 30;
    let name = written.trim().to_ascii_lowercase();
    let is_name = !name.is_empty()
        && name.len() <= MAX_NAME
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '#' | '-' | '.' | '_'))
        && !matches!(name.as_str(), "none" | "plaintext" | "text" | "plain" | "txt");
    is_name.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn a_language_is_a_short_name() {
        assert_eq!(name("C++"), Some("c++".into()));
        assert_eq!(name("x\"><script>"), None);
        assert_eq!(name("plaintext"), None);
    }
}
