//! Page → blocks: one pass in document order.

use super::{Block, BlockKind, Blocks, shown};
use crate::page::{NodeId, Page, Tag, text};

/// Words of a body below which its text may all be in `noscript`.
const FEW_WORDS: u32 = 60;

/// Cuts the page's body into blocks. What is in `noscript` is cut too where there is hardly any other text: pages built by
/// scripts keep their plain form there.
pub fn segment(page: &Page) -> Blocks {
    let blocks = Cut { page, noscript: false }.blocks();
    let words: u32 = blocks.iter().map(|(_, block)| block.words).sum();
    if words >= FEW_WORDS || !page.nodes().any(|node| page.is(node, Tag::Noscript)) {
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

    /// Whether nothing inside the element is cut into blocks. Frames and players are content without text, the others
    /// are neither.
    fn skips(&self, node: NodeId) -> bool {
        self.page.tag(node).is_some_and(|tag| tag.is_unread() && !(self.noscript && tag == Tag::Noscript))
            || shown::is_named_player(self.page, node)
    }

    /// Whether the element shows something that is no text, with all that is in it.
    fn is_shown(&self, node: NodeId) -> bool {
        match self.page.tag(node) {
            Some(Tag::Noscript) => !self.noscript && !shown::pictures_standing_alone(self.page, node).is_empty(),
            Some(Tag::Script) => shown::is_tex_script(self.page, node),
            Some(Tag::Other) => shown::is_named_player(self.page, node),
            Some(tag) => tag.is_media(),
            None => false,
        }
    }

    fn is_formula(&self, node: NodeId) -> bool {
        self.page.is(node, Tag::Math) || shown::is_drawn_formula(self.page, node)
    }

    /// For every node, whether it ends a run: a block-level element, or an inline one that holds such an element.
    fn breaking_elements(&self) -> Vec<bool> {
        let page = self.page;
        let is_skipped = |node: NodeId| self.skips(node);
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
        let start = self.buffer.len();
        let mut count = Counts::default();
        let mut link_end = run.first;
        let mut formula_end = run.first;
        let mut next = run.first;
        let mut spaced = false;
        while next < end {
            let node = next;
            next = node.next();
            let Some(tag) = page.tag(node) else {
                let Some(text) = page.text(node) else { continue };
                let before = self.buffer.len();
                text::push_squashed(&mut self.buffer, start, &mut spaced, text);
                let added = &self.buffer[before..];
                count.add(added.chars().count() as u32, node < link_end);
                count.prose |= node >= formula_end && !text::is_blank(added);
                continue;
            };
            if tag == Tag::Br {
                spaced = true;
            }
            if tag == Tag::A {
                if count.links == 0 {
                    count.first_link = Some((self.buffer.len() - start) as u32);
                }
                count.links += 1;
                link_end = page.subtree_end(node);
            }
            if node >= formula_end && cut.is_formula(node) {
                count.media = true;
                formula_end = page.subtree_end(node);
            }
            count.media |= cut.is_shown(node);
            if cut.skips(node) {
                next = page.subtree_end(node);
            }
        }
        let text = start as u32..self.buffer.len() as u32;
        let squashed = &self.buffer[start..];
        let kind = match (count.prose, count.media) {
            (true, _) => BlockKind::Text,
            (false, true) => BlockKind::Media,
            (false, false) => {
                self.buffer.truncate(start);
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
            weight: count.chars + dense_chars(squashed),
            link_chars: count.link_chars,
            links: count.links,
            first_link: count.first_link.unwrap_or(squashed.len() as u32),
            words,
            text,
        });
    }
}

fn dense_chars(text: &str) -> u32 {
    if text.is_ascii() { 0 } else { text.chars().filter(|&c| text::is_dense(c)).count() as u32 }
}

#[derive(Default)]
struct Counts {
    chars: u32,
    link_chars: u32,
    links: u16,
    first_link: Option<u32>,
    media: bool,
    /// Whether there is text outside formulas.
    prose: bool,
}

impl Counts {
    fn add(&mut self, chars: u32, in_link: bool) {
        self.chars += chars;
        self.link_chars += if in_link { chars } else { 0 };
    }
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::*;

    fn kinds(markup: &str) -> Vec<BlockKind> {
        let page = crate::page::html::read(&format!("<!DOCTYPE html><body>{markup}")).unwrap();
        segment(&page).iter().map(|(_, block)| block.kind).collect()
    }

    #[test]
    fn a_formula_with_nothing_beside_it_is_media_and_one_in_a_sentence_is_text() {
        let drawn = "<span class=katex><span class=katex-mathml><math><mi>x</mi></math></span><span>x</span></span>";
        for formula in ["<math><mi>x</mi></math>", "<script type='math/tex; mode=display'>x</script>", drawn] {
            assert_eq!(kinds(&format!("<p>{formula}</p>")), [BlockKind::Media], "{formula}");
            assert_eq!(kinds(&format!("<p>So {formula} holds</p>")), [BlockKind::Text], "{formula}");
        }
    }

    #[test]
    fn signs_of_no_width_beside_a_picture_are_no_text() {
        assert_eq!(kinds("<p>&lrm;<img src=a.jpg>&zwj;</p><p>&zwj;</p>"), [BlockKind::Media]);
    }

    #[test]
    fn a_script_that_is_no_formula_is_no_block() {
        assert_eq!(kinds("<p><script>x</script></p><p><script type='math/asciimath'>x</script></p>"), []);
    }

    #[test]
    fn an_element_that_names_its_video_is_media_whatever_is_in_it() {
        assert_eq!(kinds("<video-card videoid=abc><div>Play</div></video-card>"), [BlockKind::Media]);
        assert_eq!(kinds("<video-card videoid=''><div>Play</div></video-card>"), [BlockKind::Text]);
    }
}
