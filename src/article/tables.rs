//! Tables: those of data stay tables, those that lay out a page are flattened into their content.

use super::{
    body::{Cell, Flow},
    code,
    frames::Frame,
    source::Source,
};
use crate::{
    blocks::{BlockId, Blocks},
    page::{Attr, NodeId, Page, Tag},
};

/// HTML's own bound of `colspan` (standard, 4.9.11); the one of `rowspan` is higher, no table needs it.
const MAX_SPAN: u16 = 1000;

impl Cell {
    pub(super) fn of(content: Vec<Flow>) -> Self {
        Self { header: false, colspan: 1, rowspan: 1, content }
    }

    /// An empty cell for a `td` or `th`.
    pub(super) fn at(page: &Page, node: NodeId) -> Self {
        let span = |attr| {
            let span = page.attr(node, attr).and_then(|span| span.trim().parse::<u16>().ok());
            span.unwrap_or(1).clamp(1, MAX_SPAN)
        };
        let header = page.is(node, Tag::Th);
        Self { header, colspan: span(Attr::Colspan), rowspan: span(Attr::Rowspan), content: Vec::new() }
    }
}

/// A row with all its cells, still empty: what is not kept leaves its place in the row.
pub(super) fn row(source: &Source, node: NodeId) -> Frame {
    let page = source.page;
    let is_cell = |&child: &NodeId| page.is(child, Tag::Td) || page.is(child, Tag::Th);
    let cells = page.children(node).filter(is_cell).map(|child| (child, Cell::at(page, child))).collect();
    let head = page.parent(node).is_some_and(|parent| page.is(parent, Tag::Thead));
    Frame::Row { cells, head }
}

/// Whether a table holds data. Tables in tables and presentation by role lay out; heads, captions and scopes mark data;
/// else it takes more than a row and a column of short cells.
pub fn is_data(page: &Page, blocks: &Blocks, table: NodeId) -> bool {
    if page.attr(table, Attr::Role).is_some_and(|role| matches!(role.trim(), "presentation" | "none")) {
        return false;
    }
    let (mut rows, mut cells, mut widest, mut in_row, mut is_marked) = (0, 0, 0, 0, false);
    for node in page.descendants(table) {
        match page.tag(node) {
            Some(Tag::Table) => return false,
            Some(Tag::Tr) => {
                rows += 1;
                in_row = 0;
            }
            Some(tag @ (Tag::Td | Tag::Th)) => {
                cells += 1;
                in_row += 1;
                widest = widest.max(in_row);
                is_marked |= tag == Tag::Th || page.attr(node, Attr::Scope).is_some();
            }
            Some(Tag::Caption | Tag::Thead) => is_marked = true,
            _ => {}
        }
    }
    if is_marked {
        return cells > 1;
    }
    rows > 1 && widest > 1 && has_short_cells(page, blocks, table, cells)
}

/// Whether no cell's text is that of a story.
fn has_short_cells(page: &Page, blocks: &Blocks, table: NodeId, cells: usize) -> bool {
    const MAX_CELL_CHARS: u32 = 400;
    const MAX_BLOCKS_PER_CELL: usize = 2;
    let inside = blocks.within(table, page.subtree_end(table));
    inside.len() <= cells * MAX_BLOCKS_PER_CELL
        && inside.map(|index| blocks.get(BlockId::at(index))).all(|block| block.chars <= MAX_CELL_CHARS)
}

/// Whether a table holds code with a column of line numbers.
pub(super) fn is_code(source: &Source, table: NodeId) -> bool {
    let page = source.page;
    let mut cells = page.descendants(table).filter(|&node| page.is(node, Tag::Td));
    let Some(first) = cells.next() else { return false };
    let Some(second) = cells.next() else { return false };
    let is_number = code::is_line_number(source, first)
        || page.children(first).next().is_some_and(|inner| code::is_line_number(source, inner));
    is_number && (source.has_class_word(second, &["code", "blob"]) || source.first_inside(second, Tag::Pre).is_some())
}
