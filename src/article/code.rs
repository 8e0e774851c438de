//! Code: its line breaks and its language.

use std::collections::HashSet;

use super::source::Source;
use crate::{
    blocks::BlockId,
    page::{Attr, NodeId, Page, Tag, text::is_blank},
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
    let numbers = numbers(page, node);
    let around_lines = around_styled_lines(page, node);
    let is_line = |at: NodeId, tag: Tag| is_line(tag) || around_lines.is_some_and(|up| page.parent(at) == Some(up));
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
            let is_markup = text.trim().is_empty()
                && (text.contains('\n')
                    && (after_line || (next < end && page.tag(next).is_some_and(|tag| is_line(next, tag))))
                    || is_between_cells(page, at));
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
        } else if tag.is_unread()
            || is_line_number(source, at)
            || numbers.contains(&at)
            || is_button(source, at)
            || is_toolbar(source, at)
            || source.is_hidden(at)
        {
            next = page.subtree_end(at);
        } else if is_line(at, tag) {
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

/// The text of a run, where all of it is one `code` element with line breaks in it.
pub(super) fn text_of_run(source: &Source, id: BlockId) -> Option<String> {
    let block = source.blocks.get(id);
    let page = source.page;
    let mut children =
        std::iter::successors(Some(block.first), |&node| Some(page.subtree_end(node)).filter(|&next| next < block.end))
            .filter(|&node| !page.text(node).is_some_and(is_blank));
    let only = children.next().filter(|&node| page.is(node, Tag::Code))?;
    if children.next().is_some() {
        return None;
    }
    let code = text(source, only);
    (code.trim().lines().count() > 1).then_some(code)
}

/// Whether an element stands on lines of its own; the cells of a row share one.
fn is_line(tag: Tag) -> bool {
    tag.is_block_level() && !matches!(tag, Tag::Td | Tag::Th | Tag::Table | Tag::Tbody | Tag::Thead)
}

/// The element all of whose children a style sheet alone makes lines: they are named alike, nothing stands between them,
/// each holds elements of its own, as the words of a single line do not, and no line ends anywhere.
fn around_styled_lines(page: &Page, code: NodeId) -> Option<NodeId> {
    let children = |node: NodeId| page.children(node).filter(|&child| !page.text(child).is_some_and(is_blank));
    let only_child = |&node: &NodeId| {
        let mut inside = children(node);
        inside.next().filter(|_| inside.next().is_none())
    };
    let around = std::iter::successors(Some(code), only_child).last()?;
    let name = |node: NodeId| {
        let class = page.attr(node, Attr::Class).unwrap_or_default();
        Some((page.tag(node)?, class.split_ascii_whitespace().next()))
    };
    let first = children(around).next().and_then(name)?;
    let is_made_of_lines = first.0 == Tag::Span
        && children(around)
            .all(|part| name(part) == Some(first) && children(part).all(|inner| page.text(inner).is_none()))
        && !page.descendants(code).any(|inner| page.is(inner, Tag::Br))
        && !page.descendants(code).filter_map(|inner| page.text(inner)).collect::<String>().trim().contains('\n');
    is_made_of_lines.then_some(around)
}

/// White space between the rows and cells of a table is the markup's own.
fn is_between_cells(page: &Page, text: NodeId) -> bool {
    let parent = page.parent(text).and_then(|parent| page.tag(parent));
    matches!(parent, Some(Tag::Table | Tag::Thead | Tag::Tbody | Tag::Tfoot | Tag::Tr))
}

/// Elements that number the lines without a name for it: at the start of lines, each with a number, one after the other.
fn numbers(page: &Page, node: NodeId) -> HashSet<NodeId> {
    let mut found: Vec<(NodeId, u32)> = Vec::new();
    let mut lines = 1;
    let mut is_at_start = true;
    let end = page.subtree_end(node);
    let mut next = node.next();
    while next < end {
        let at = next;
        next = at.next();
        let Some(text) = page.text(at) else {
            let number = Some(at).filter(|_| is_at_start).and_then(|at| number(page, at));
            if let Some(number) = number {
                found.push((at, number));
                is_at_start = false;
                next = page.subtree_end(at);
            }
            continue;
        };
        lines += text.trim_end().matches('\n').count();
        is_at_start = if text.is_empty() { is_at_start } else { text.ends_with('\n') };
    }
    let is_run = found.windows(2).all(|pair| pair[0].1.checked_add(1) == Some(pair[1].1));
    // A listing of numbers is code itself.
    let has_more = page.text_inside(node).chars().any(char::is_alphabetic);
    if found.len() > 1 && is_run && has_more && found.len() * 2 > lines {
        found.into_iter().map(|(node, _)| node).collect()
    } else {
        HashSet::new()
    }
}

/// The number that is all of an element; a line that holds nothing else is no number of its own.
fn number(page: &Page, node: NodeId) -> Option<u32> {
    let mut texts = page.descendants(node).filter_map(|inner| page.text(inner)).filter(|text| !text.is_empty());
    let only = texts.next()?;
    if texts.next().is_some() || only.contains('\n') { None } else { only.trim().parse().ok() }
}

/// Whether an element stands above the code with a button and the language's name.
fn is_toolbar(source: &Source, node: NodeId) -> bool {
    const MAX_NAME_CHARS: usize = 30;
    let page = source.page;
    page.tag(node).is_some_and(Tag::is_block_level)
        && source.first_inside(node, Tag::Button).is_some()
        && page.text_inside(node).trim().chars().count() <= MAX_NAME_CHARS
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
    let block = before.checked_sub(1).map(BlockId::at);
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
        "blob-num",
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
    // Hexo: `<figure class="highlight rust">`; highlight.js: `<code class="hljs rust">`.
    let by_neighbour = || {
        let around = page.ancestors(node).take(2).filter(|&up| page.is(up, Tag::Figure));
        inner.into_iter().chain([node]).chain(around).find_map(|node| {
            let class = page.attr(node, Attr::Class).unwrap_or_default();
            let mut names = class.split_ascii_whitespace();
            names.find(|name| matches!(*name, "hljs" | "highlight"))?;
            names.next().filter(|name| !name.contains('-')).and_then(self::name)
        })
    };
    by_name.or_else(by_highlighter).or_else(by_neighbour)
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
