//! Page + kept blocks → typed body: the wall.
//!
//! The kept blocks are read in page order. On the way from one to the next, the elements that are left and entered close
//! and open frames (a list, an item, a quote), so structure comes from the ancestors of what is kept and from nothing
//! else; the depth of the page costs no stack.

use std::collections::HashSet;

use url::Url;

use super::{
    anchors,
    body::{Body, Cell, Flow, Image, Item, List, Marks, Media, Phrasing, Table},
    callouts, code, figure,
    figure::Figure,
    frames::{Frame, Frames, LineKind, figure_of},
    images::Fallbacks,
    inline, lines, marks, notes, phrasing, same_picture,
    source::Source,
    tables,
};
use crate::{
    blocks::{BlockId, BlockKind, Blocks},
    limits,
    metadata::Metadata,
    page::{self, Attr, NodeId, Page, Tag},
    selection::Selection,
};

/// Builds the body from what the selection kept: these blocks, in page order, in the structure their ancestors give, and
/// nothing else. Relative addresses start from `base`, the page's own address, or its `base` element.
pub fn assemble(page: &Page, blocks: &Blocks, kept: &Selection, metadata: &Metadata, base: Option<&Url>) -> Body {
    let kept: Vec<bool> = blocks.ids().map(|id| kept.keeps(id)).collect();
    body(page, blocks, &kept, metadata, base)
}

/// The same, with a flag a block.
pub(super) fn body(page: &Page, blocks: &Blocks, kept: &[bool], metadata: &Metadata, base: Option<&Url>) -> Body {
    let source = Source {
        page,
        blocks,
        kept,
        base: page::base_url(page, base),
        anchors: anchors::find(page, blocks, kept, base),
        fallbacks: Fallbacks::find(page),
        marks: marks::of_article(metadata),
    };
    let unnamed_figures = figure::unnamed(&source);
    let mut assembler =
        Assembler { source: &source, unnamed_figures, path: Vec::new(), frames: Frames::new(), last_picture: None };
    let mut rules = rules(&source).into_iter().peekable();
    let mut is_first = true;
    for (id, block) in blocks.iter().filter(|(id, _)| source.keeps(*id)) {
        while let Some(rule) = rules.next_if(|&rule| rule < block.first) {
            if !is_first {
                assembler.rule(rule);
            }
        }
        is_first = false;
        assembler.go_to(block.container);
        assembler.block(id);
    }
    assembler.go_to(NodeId::ROOT);
    notes::gather(lines::without_dead_ends(assembler.frames.finish()), source.anchors.answered())
}

/// The `hr` elements that stand beside something kept.
fn rules(source: &Source) -> Vec<NodeId> {
    let page = source.page;
    let is_beside_kept = |node: NodeId| page.parent(node).is_some_and(|parent| source.keeps_inside(parent));
    page.nodes().filter(|&node| page.is(node, Tag::Hr) && is_beside_kept(node)).collect()
}

/// An element on the way to the block that is read.
struct Step {
    node: NodeId,
    /// Whether it opened a frame.
    has_frame: bool,
    is_wrapper: bool,
    /// Language and direction inside.
    marks: Marks,
}

struct Assembler<'s, 'a> {
    source: &'s Source<'a>,
    unnamed_figures: HashSet<NodeId>,
    /// From the document to the container of the block that is read.
    path: Vec<Step>,
    frames: Frames,
    /// The picture read last, while nothing but pictures followed.
    last_picture: Option<String>,
}

impl Assembler<'_, '_> {
    /// Leaves the elements that do not hold `node` and enters those that do, `node` the last.
    fn go_to(&mut self, node: NodeId) {
        let page = self.source.page;
        while self.path.last().is_some_and(|step| !page.contains(step.node, node)) {
            self.leave();
        }
        let top = self.path.last().map(|step| step.node);
        if top == Some(node) {
            return;
        }
        let mut way = vec![node];
        way.extend(page.ancestors(node).take_while(|&up| Some(up) != top));
        for &node in way.iter().rev() {
            self.enter(node);
        }
    }

    fn enter(&mut self, node: NodeId) {
        let page = self.source.page;
        let own = marks::of_element(page, node);
        let around = self.marks();
        let marks = if own.is_empty() { around } else { around.with(&own) };
        let frame = self.frame(node, &marks);
        let has_frame = frame.is_some();
        if let Some(frame) = frame {
            self.last_picture = None;
            self.frames.open(frame);
        }
        let is_wrapper = page.tag(node).is_some_and(inline::is_wrapper);
        self.path.push(Step { node, has_frame, is_wrapper, marks });
    }

    fn leave(&mut self) {
        if self.path.pop().is_some_and(|step| step.has_frame) {
            self.close_frame();
        }
    }

    fn close_frame(&mut self) {
        self.frames.close(|node| (code::text(self.source, node), code::language(self.source, node)));
    }

    /// Language and direction of text here.
    fn marks(&self) -> Marks {
        self.path.last().map(|step| step.marks.clone()).unwrap_or_default()
    }

    /// What must be said of text here, for the article and the quotes around it say the rest.
    fn own_marks(&self, marks: &Marks) -> Marks {
        marks.within(&self.source.marks.with(&self.frames.marks()))
    }

    /// What an element means, where the innermost frame has a place for it.
    fn frame(&self, node: NodeId, marks: &Marks) -> Option<Frame> {
        let page = self.source.page;
        let tag = page.tag(node)?;
        let innermost = self.frames.innermost()?;
        if let Some(part) = part(self.source, innermost, node, tag) {
            return Some(part);
        }
        if matches!(innermost, Frame::Line { .. } | Frame::Code { .. }) || self.frames.depth() > limits::MAX_BODY_DEPTH
        {
            return None;
        }
        if !matches!(innermost, Frame::Callout { .. })
            && let Some(kind) = callouts::kind(self.source, node)
        {
            return Some(Frame::Callout { kind, title: Vec::new(), content: Vec::new() });
        }
        let line = |kind| Frame::Line { kind, content: Vec::new(), beside: Vec::new() };
        let heading = |level: u8| line(LineKind::Heading { level: level.clamp(2, 6), marks: self.own_marks(marks) });
        match tag {
            Tag::Ul | Tag::Menu | Tag::Dir => Some(Frame::List(List::default())),
            Tag::Ol => Some(Frame::List(ordered_list(page, node))),
            Tag::Blockquote => Some(Frame::Quote { content: Vec::new(), marks: self.own_marks(marks) }),
            Tag::Pre | Tag::Listing | Tag::Xmp | Tag::Plaintext => Some(Frame::Code { node, beside: Vec::new() }),
            Tag::Dl => Some(Frame::Definitions(Vec::new())),
            Tag::Summary => Some(line(LineKind::Summary { marks: self.own_marks(marks) })),
            Tag::Table if tables::is_code(self.source, node) => Some(Frame::Code { node, beside: Vec::new() }),
            Tag::Table if tables::is_data(self.source.page, self.source.blocks, node) => {
                Some(Frame::Table(Table::default()))
            }
            _ if page.is(node, Tag::Figure) || self.unnamed_figures.contains(&node) => {
                Some(Frame::Figure(Figure::at(self.source, node)))
            }
            _ if self.is_heading(node) => {
                let by_role = page.attr(node, Attr::AriaLevel).and_then(|level| level.trim().parse().ok());
                Some(heading(tag.heading_level().or(by_role).unwrap_or(2)))
            }
            _ => None,
        }
    }

    fn is_heading(&self, node: NodeId) -> bool {
        /// What is longer is a standfirst set large, or an end tag is missing and the heading holds the text that follows.
        const MAX_HEADING_CHARS: u32 = 160;
        let page = self.source.page;
        let is_named = page.tag(node).is_some_and(|tag| tag.heading_level().is_some())
            || page.attr(node, Attr::Role).is_some_and(|role| role.trim().eq_ignore_ascii_case("heading"));
        is_named && self.source.chars_inside(node) <= MAX_HEADING_CHARS
    }

    fn block(&mut self, id: BlockId) {
        let block = self.source.blocks.get(id);
        let is_second_form =
            block.kind == BlockKind::Media && self.source.fallbacks.is_second_form(self.source, block.first);
        if is_second_form || matches!(self.frames.innermost(), Some(Frame::Code { .. })) {
            return;
        }
        // In a line (a heading, a caption) what would be a block stays in its place.
        let in_line = matches!(self.frames.innermost(), Some(Frame::Line { .. }));
        if let Some(text) = code::text_of_run(self.source, id).filter(|_| !in_line) {
            let language = code::language(self.source, block.first);
            self.frames.push(Flow::Code { text, language });
            return;
        }
        let marks = self.marks();
        let wrappers: Vec<NodeId> = self.path.iter().filter(|step| step.is_wrapper).map(|step| step.node).collect();
        let around = self.source.marks.with(&marks);
        let inline::Run { mut content, players } = inline::read(self.source, id, &wrappers, &around);
        let (before, after) = phrasing::take_outer_pictures(&mut content);
        phrasing::trim(&mut content);
        self.pictures(before);
        self.text(content, &marks);
        self.pictures(after);
        if !players.is_empty() {
            self.frames.push(figure_of(players));
        }
    }

    fn text(&mut self, content: Vec<Phrasing>, marks: &Marks) {
        if !phrasing::is_visible(&content) {
            return;
        }
        self.last_picture = None;
        if matches!(self.frames.innermost(), Some(Frame::Line { .. } | Frame::Cell { .. } | Frame::Row { .. })) {
            return self.line(content, marks);
        }
        let is_caption = |step: &Step| figure::is_named_caption(self.source, step.node);
        if self.path.last().is_some_and(is_caption)
            && let Some(caption) = self.frames.open_caption()
        {
            *caption = content;
            return;
        }
        for line in phrasing::split(content) {
            self.line(line, marks);
        }
    }

    fn line(&mut self, content: Vec<Phrasing>, marks: &Marks) {
        if let [Phrasing::Math(formula)] = content.as_slice()
            && formula.display
            && !matches!(self.frames.innermost(), Some(Frame::Line { .. }))
        {
            self.frames.push(Flow::Math(formula.clone()));
            return;
        }
        let marks = self.own_marks(marks);
        match self.frames.innermost_mut() {
            Some(Frame::Line {
                content: line,
                kind: LineKind::CalloutTitle | LineKind::Term | LineKind::TableCaption | LineKind::Figcaption,
                ..
            }) if !marks.is_empty() => {
                phrasing::append_line(line, vec![Phrasing::Marked { marks, content }]);
            }
            Some(Frame::Line { content: line, .. }) => phrasing::append_line(line, content),
            _ => self.frames.push(Flow::Paragraph { content, marks }),
        }
    }

    /// Puts pictures beside the text. One that follows itself in another size comes once, in the larger.
    fn pictures(&mut self, pictures: Vec<Image>) {
        let mut media = Vec::new();
        for picture in pictures {
            let key = same_picture::key(&picture.src);
            if self.last_picture.as_ref() != Some(&key) {
                self.last_picture = Some(key);
                media.push(Media::Image(picture));
                continue;
            }
            let last = media.last_mut().or_else(|| self.frames.last_media());
            if let Some(Media::Image(last)) = last
                && same_picture::width(&picture.src) > same_picture::width(&last.src)
            {
                *last = picture;
            }
        }
        if !media.is_empty() {
            self.frames.push(figure_of(media));
        }
    }

    fn rule(&mut self, node: NodeId) {
        let Some(parent) = self.source.page.parent(node) else { return };
        self.go_to(parent);
        if let Some(
            Frame::Root(content)
            | Frame::Item(Item { content, .. })
            | Frame::Quote { content, .. }
            | Frame::Callout { content, .. },
        ) = self.frames.innermost_mut()
            && !matches!(content.last(), None | Some(Flow::Rule))
        {
            content.push(Flow::Rule);
        }
    }
}

/// An ordered list without its items. One that counts down does so to 1 where it has no start.
fn ordered_list(page: &Page, node: NodeId) -> List {
    let reversed = page.attr(node, Attr::Reversed).is_some();
    let items = || page.children(node).filter(|&item| page.is(item, Tag::Li)).count();
    let start = number(page, node, Attr::Start).or_else(|| reversed.then(|| i32::try_from(items()).ok())?);
    List {
        ordered: true,
        reversed: reversed && start.is_some(),
        start: start.filter(|&start| reversed || start != 1),
        items: Vec::new(),
    }
}

fn number(page: &Page, node: NodeId, attr: Attr) -> Option<i32> {
    page.attr(node, attr)?.trim().parse().ok()
}

/// The frame of an element that is a part of the frame it stands in: an item of a list, a row, a caption.
fn part(source: &Source, innermost: &Frame, node: NodeId, tag: Tag) -> Option<Frame> {
    let line = |kind| Some(Frame::Line { kind, content: Vec::new(), beside: Vec::new() });
    match (innermost, tag) {
        (Frame::List(_), Tag::Li) => {
            Some(Frame::Item(Item { value: number(source.page, node, Attr::Value), content: Vec::new() }))
        }
        (Frame::Callout { content, .. }, _) if content.is_empty() && callouts::is_title(source, node) => {
            line(LineKind::CalloutTitle)
        }
        (Frame::Definitions(_), Tag::Dt) => line(LineKind::Term),
        (Frame::Definitions(_), Tag::Dd) => Some(Frame::Description(Vec::new())),
        (Frame::Figure(_), Tag::Figcaption) => line(LineKind::Figcaption),
        (Frame::Table(_), Tag::Caption) => line(LineKind::TableCaption),
        (Frame::Table(_), Tag::Tr) => Some(tables::row(source, node)),
        (Frame::Row { .. }, Tag::Td | Tag::Th) => Some(Frame::Cell { node, cell: Cell::at(source.page, node) }),
        _ => None,
    }
}
