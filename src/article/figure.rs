//! Figures: pictures with what is said under them, by `figure` or by what the page calls a caption.

use std::collections::{HashMap, HashSet};

use super::{
    body::{Flow, Marks, Media, Phrasing},
    phrasing,
    source::Source,
};
use crate::{
    blocks::{Block, BlockId, BlockKind},
    page::{NodeId, Tag},
};

/// Longer text beside a picture is no caption: some pages put the whole story into a `figure`.
const MAX_CAPTION_CHARS: u32 = 700;

/// What was met inside a figure, in page order.
#[derive(Debug, Default)]
pub(super) struct Figure {
    parts: Vec<Part>,
    /// Whether text that stands beside the picture is its caption.
    pub is_small: bool,
}

#[derive(Debug)]
enum Part {
    Media(Vec<Media>),
    Caption(Vec<Phrasing>),
    /// Text that is not named as a caption.
    Line(Vec<Phrasing>),
    Flow(Flow),
}

impl Figure {
    /// A figure at an element of the page.
    pub fn at(source: &Source, node: NodeId) -> Self {
        Self { parts: Vec::new(), is_small: source.chars_inside(node) <= MAX_CAPTION_CHARS }
    }

    pub fn push(&mut self, flow: Flow) {
        let part = match flow {
            Flow::Figure { media, caption } if caption.is_empty() => Part::Media(media),
            Flow::Paragraph { content, marks } if self.is_small && marks.is_empty() => Part::Line(content),
            flow => Part::Flow(flow),
        };
        self.parts.push(part);
    }

    pub fn last_media(&mut self) -> Option<&mut Media> {
        match self.parts.last_mut() {
            Some(Part::Media(media)) => media.last_mut(),
            _ => None,
        }
    }

    pub fn caption(&mut self, content: Vec<Phrasing>) {
        self.parts.push(Part::Caption(content));
    }

    /// Pictures and captions that follow each other are one figure; a caption without a picture (a table's, a quote's
    /// source) is a paragraph, and so is what is too much for one.
    pub fn into_flows(self) -> Vec<Flow> {
        /// A caption and who took the picture.
        const MAX_LINES: usize = 2;
        let lines = self.parts.iter().filter(|part| matches!(part, Part::Line(_))).count();
        let mut flows = Vec::new();
        let mut media: Vec<Media> = Vec::new();
        let mut captions: Vec<Vec<Phrasing>> = Vec::new();
        for part in self.parts {
            match part {
                Part::Media(more) => {
                    // A picture after a caption begins the next pair.
                    if !media.is_empty() && !captions.is_empty() {
                        close(&mut flows, &mut media, &mut captions);
                    }
                    media.extend(more);
                }
                Part::Line(content) if lines > MAX_LINES => {
                    close(&mut flows, &mut media, &mut captions);
                    flows.push(Flow::Paragraph { content, marks: Marks::default() });
                }
                Part::Line(content) | Part::Caption(content) => captions.push(content),
                Part::Flow(flow) => {
                    close(&mut flows, &mut media, &mut captions);
                    flows.push(flow);
                }
            }
        }
        close(&mut flows, &mut media, &mut captions);
        flows
    }
}

fn close(flows: &mut Vec<Flow>, media: &mut Vec<Media>, captions: &mut Vec<Vec<Phrasing>>) {
    let captions = std::mem::take(captions);
    if media.is_empty() {
        flows.extend(captions.into_iter().map(|content| Flow::Paragraph { content, marks: Marks::default() }));
        return;
    }
    let mut caption = Vec::new();
    for content in captions {
        phrasing::append_line(&mut caption, content);
    }
    flows.push(Flow::Figure { media: std::mem::take(media), caption });
}

/// The smallest elements around a picture and what the page calls its caption, where no `figure` says so.
pub(super) fn unnamed(source: &Source) -> HashSet<NodeId> {
    let kept: Vec<&Block> = source.blocks.iter().filter(|(id, _)| source.keeps(*id)).map(|(_, block)| block).collect();
    let mut figures = HashSet::new();
    let mut texts = HashMap::new();
    for pair in kept.windows(2) {
        let (picture, caption) = match (pair[0].kind, pair[1].kind) {
            (BlockKind::Media, BlockKind::Text) => (pair[0], pair[1]),
            (BlockKind::Text, BlockKind::Media) => (pair[1], pair[0]),
            _ => continue,
        };
        if caption.chars <= MAX_CAPTION_CHARS
            && let Some(around) = around(source, &mut texts, picture, caption)
        {
            figures.insert(around);
        }
    }
    figures.extend(kept.iter().filter_map(|caption| table_around(source, caption)));
    figures
}

/// The table that holds nothing but a picture and this text: how pages set a picture with its caption before there were
/// figures.
fn table_around(source: &Source, caption: &Block) -> Option<NodeId> {
    /// Beside a picture in a table may also stand a whole story.
    const MAX_TABLE_CAPTION_CHARS: u32 = 250;
    if caption.kind != BlockKind::Text || caption.chars > MAX_TABLE_CAPTION_CHARS {
        return None;
    }
    let page = source.page;
    let table = page.ancestors(caption.container).find(|&up| page.is(up, Tag::Table))?;
    let inside = source.blocks.within(table, page.subtree_end(table));
    let mut others =
        inside.clone().map(|index| source.blocks.get(BlockId::at(index))).filter(|block| block.first != caption.first);
    let is_picture = |node: usize| page.is(NodeId::from_index(node), Tag::Img);
    match (inside.len(), others.next()) {
        (1, _) => (caption.first.index()..caption.end.index()).any(is_picture).then_some(table),
        (2, Some(other)) => (other.kind == BlockKind::Media).then_some(table),
        _ => None,
    }
}

/// The smallest element around both, where the text is named as a caption and there is no other text in it. `texts` is what
/// was found in such elements before: a gallery may be one of thousands of pairs.
fn around(
    source: &Source,
    texts: &mut HashMap<NodeId, Vec<NodeId>>,
    picture: &Block,
    caption: &Block,
) -> Option<NodeId> {
    let page = source.page;
    let both = |node: &NodeId| page.contains(*node, picture.first) && page.contains(*node, caption.first);
    let ups = || page.inclusive_ancestors(caption.container);
    let around = ups().find(both)?;
    let is_named = ups().take_while(|&node| node != around).any(|node| is_named_caption(source, node));
    let is_figure = || page.inclusive_ancestors(around).any(|up| page.is(up, Tag::Figure));
    if !is_named || page.is(around, Tag::Body) || is_figure() {
        return None;
    }
    // Other text in there is the story's.
    let texts = texts.entry(around).or_insert_with(|| texts_beside_captions(source, around));
    texts.iter().all(|&first| first == caption.first).then_some(around)
}

/// Where the first two texts in an element begin that the page does not call captions.
fn texts_beside_captions(source: &Source, node: NodeId) -> Vec<NodeId> {
    let inside = source.blocks.within(node, source.page.subtree_end(node));
    let texts = inside.map(|at| source.blocks.get(BlockId::at(at))).filter(|block| block.kind == BlockKind::Text);
    texts.filter(|block| !is_in_caption(source, block)).map(|block| block.first).take(2).collect()
}

/// Whether a block is text that the page calls a caption, within the elements close around it.
fn is_in_caption(source: &Source, block: &Block) -> bool {
    /// The caption, a paragraph in it, an element of style in that.
    const NEAR: usize = 3;
    source.page.inclusive_ancestors(block.container).take(NEAR).any(|node| is_named_caption(source, node))
}

/// Whether the page calls an element a caption.
pub(super) fn is_named_caption(source: &Source, node: NodeId) -> bool {
    source.has_class_word(node, &["caption", "wpcaption", "legend", "imagecaption"])
}
