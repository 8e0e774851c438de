//! Page → blocks: one pass in document order.

use super::{Block, BlockKind, Blocks};
use crate::page::{NodeId, Page, Tag, text};

/// Cuts the page's body into blocks.
pub fn segment(page: &Page) -> Blocks {
    let breaks = breaking_elements(page);
    let body = page.body();
    let mut blocks = Blocks::default();
    let mut run: Option<Run> = None;
    let mut next = body.next();
    let end = page.subtree_end(body);
    while next < end {
        let node = next;
        let parent = page.parent(node).unwrap_or(NodeId::ROOT);
        if let Some(open) = run.take_if(|run| run.container != parent) {
            blocks.push(page, &open, node);
        }
        let tag = page.tag(node);
        if breaks[node.index()] && !tag.is_some_and(is_skipped) {
            if let Some(open) = run.take() {
                blocks.push(page, &open, node);
            }
            next = node.next();
            continue;
        }
        let open = run.get_or_insert(Run { container: parent, first: node, line_breaks: 0 });
        next = page.subtree_end(node);
        if tag == Some(Tag::Br) {
            open.line_breaks += 1;
            if open.line_breaks == 2
                && let Some(open) = run.take()
            {
                blocks.push(page, &open, next);
            }
        } else if !page.text(node).is_some_and(text::is_blank) {
            open.line_breaks = 0;
        }
    }
    if let Some(open) = run {
        blocks.push(page, &open, end);
    }
    blocks
}

/// Whether nothing inside the element is cut into blocks. A frame is content without text, the others are neither.
fn is_skipped(tag: Tag) -> bool {
    tag.is_unread()
}

/// For every node, whether it ends a run: a block-level element, or an inline one that holds such an element.
fn breaking_elements(page: &Page) -> Vec<bool> {
    let mut breaks = vec![false; page.len()];
    for node in page.nodes() {
        breaks[node.index()] = page.tag(node).is_some_and(|tag| tag.is_block_level() && !tag.is_unread());
    }
    // Preorder backwards: children come before their parent.
    for index in (1..page.len()).rev() {
        let node = NodeId::from_index(index);
        if breaks[index]
            && let Some(parent) = page.parent(node)
            && !page.tag(parent).is_some_and(Tag::is_unread)
        {
            breaks[parent.index()] = true;
        }
    }
    breaks
}

/// A run that may still grow.
struct Run {
    container: NodeId,
    first: NodeId,
    /// `br` elements seen since the last thing that shows.
    line_breaks: u8,
}

impl Blocks {
    /// Adds the run that ends before `end` if there is anything to see in it.
    fn push(&mut self, page: &Page, run: &Run, end: NodeId) {
        let start = self.buffer.len() as u32;
        let mut count = Counts::default();
        let mut link_end = run.first;
        let mut next = run.first;
        let mut pending_space = false;
        while next < end {
            let node = next;
            next = node.next();
            let Some(tag) = page.tag(node) else {
                let Some(text) = page.text(node) else { continue };
                for c in text.chars() {
                    if c.is_whitespace() {
                        pending_space = true;
                    } else {
                        if pending_space && self.buffer.len() as u32 > start {
                            self.buffer.push(' ');
                            count.add(node < link_end);
                        }
                        pending_space = false;
                        self.buffer.push(c);
                        count.add(node < link_end);
                    }
                }
                continue;
            };
            if tag == Tag::Br {
                pending_space = true;
            }
            if tag == Tag::A {
                count.links += 1;
                link_end = page.subtree_end(node);
            }
            count.media |= tag.is_media();
            if is_skipped(tag) {
                next = page.subtree_end(node);
            }
        }
        let text = start..self.buffer.len() as u32;
        let squashed = &self.buffer[start as usize..];
        let kind = match (text::is_blank(squashed), count.media) {
            (false, _) => BlockKind::Text,
            (true, true) => BlockKind::Media,
            (true, false) => {
                self.buffer.truncate(start as usize);
                return;
            }
        };
        let words = text::words(squashed) as u32;
        self.list.push(Block {
            container: run.container,
            first: run.first,
            end,
            kind,
            chars: count.chars,
            link_chars: count.link_chars,
            links: count.links,
            words,
            text,
        });
    }
}

#[derive(Default)]
struct Counts {
    chars: u32,
    link_chars: u32,
    links: u16,
    media: bool,
}

impl Counts {
    fn add(&mut self, in_link: bool) {
        self.chars += 1;
        self.link_chars += u32::from(in_link);
    }
}
