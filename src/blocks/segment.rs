//! Page → blocks: one pass in document order.

use super::{Block, BlockKind, Blocks};
use crate::page::{NodeId, Page, Tag, text};

/// Words of a body below which its text may all be in `noscript`.
const FEW_WORDS: u32 = 60;

/// Cuts the page's body into blocks. What is in `noscript` is cut too where there is hardly any other text: pages built by
/// scripts keep their plain form there.
pub fn segment(page: &Page) -> Blocks {
    let blocks = Cut { page, noscript: false }.blocks();
    let words: u32 = blocks.iter().map(|(_, block)| block.words).sum();
    if words >= FEW_WORDS {
        return blocks;
    }
    Cut { page, noscript: true }.blocks()
}

/// How the page is cut.
struct Cut<'a> {
    page: &'a Page,
    /// Whether `noscript` is read.
    noscript: bool,
}

impl Cut<'_> {
    fn blocks(&self) -> Blocks {
        let page = self.page;
        let breaks = self.breaking_elements();
        let body = page.body();
        let mut blocks = Blocks::default();
        let mut run: Option<Run> = None;
        let mut next = body.next();
        let end = page.subtree_end(body);
        while next < end {
            let node = next;
            let parent = page.parent(node).unwrap_or(NodeId::ROOT);
            if let Some(open) = run.take_if(|run| run.container != parent) {
                blocks.push(self, &open, node);
            }
            if breaks[node.index()] {
                if let Some(open) = run.take() {
                    blocks.push(self, &open, node);
                }
                next = node.next();
                continue;
            }
            let open = run.get_or_insert(Run { container: parent, first: node, line_breaks: 0 });
            next = page.subtree_end(node);
            if page.is(node, Tag::Br) {
                open.line_breaks += 1;
                if open.line_breaks == 2
                    && let Some(open) = run.take()
                {
                    blocks.push(self, &open, next);
                }
            } else if !page.text(node).is_some_and(text::is_blank) {
                open.line_breaks = 0;
            }
        }
        if let Some(open) = run {
            blocks.push(self, &open, end);
        }
        blocks
    }

    /// Whether nothing inside the element is cut into blocks. A frame is content without text, the others are neither.
    fn skips(&self, tag: Tag) -> bool {
        tag.is_unread() && !(self.noscript && tag == Tag::Noscript)
    }

    /// For every node, whether it ends a run: a block-level element, or an inline one that holds such an element.
    fn breaking_elements(&self) -> Vec<bool> {
        let page = self.page;
        let is_skipped = |node: NodeId| page.tag(node).is_some_and(|tag| self.skips(tag));
        let mut breaks = vec![false; page.len()];
        for node in page.nodes() {
            let ends = page.tag(node).is_some_and(|tag| tag.is_block_level() || tag == Tag::Noscript);
            breaks[node.index()] = ends && !is_skipped(node);
        }
        // Preorder backwards: children come before their parent.
        for index in (1..page.len()).rev() {
            if breaks[index]
                && let Some(parent) = page.parent(NodeId::from_index(index))
                && !is_skipped(parent)
            {
                breaks[parent.index()] = true;
            }
        }
        breaks
    }
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
    fn push(&mut self, cut: &Cut<'_>, run: &Run, end: NodeId) {
        let page = cut.page;
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
                if count.links == 0 {
                    count.first_link = Some(self.buffer.len() as u32 - start);
                }
                count.links += 1;
                link_end = page.subtree_end(node);
            }
            count.media |= tag.is_media();
            if cut.skips(tag) {
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
            first_link: count.first_link.unwrap_or(squashed.len() as u32),
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
    first_link: Option<u32>,
    media: bool,
}

impl Counts {
    fn add(&mut self, in_link: bool) {
        self.chars += 1;
        self.link_chars += u32::from(in_link);
    }
}
