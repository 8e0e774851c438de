//! The flow elements that are open while the body is built: each gathers its content and goes into the one around it
//! when it closes.

use super::{
    body::{Body, CalloutKind, Cell, Definition, Flow, Item, List, Marks, Media, Phrasing, Style, Table},
    callouts,
    figure::Figure,
    phrasing,
};
use crate::page::NodeId;

/// What a line of text is for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum LineKind {
    Heading { level: u8, marks: Marks },
    Summary { marks: Marks },
    CalloutTitle,
    Term,
    TableCaption,
    Figcaption,
}

/// An open flow element.
#[derive(Debug)]
pub(super) enum Frame {
    Root(Vec<Flow>),
    Item(Item),
    Description(Vec<Flow>),
    Quote {
        content: Vec<Flow>,
        marks: Marks,
    },
    Callout {
        kind: CalloutKind,
        title: Vec<Phrasing>,
        content: Vec<Flow>,
    },
    List(List),
    Definitions(Vec<Definition>),
    Table(Table),
    /// The cells of a row with their elements; `head` inside a `thead`.
    Row {
        cells: Vec<(NodeId, Cell)>,
        head: bool,
    },
    Cell {
        node: NodeId,
        cell: Cell,
    },
    Figure(Figure),
    /// Holds text alone; `beside` are the pictures and players met in it.
    Line {
        kind: LineKind,
        content: Vec<Phrasing>,
        beside: Vec<Flow>,
    },
    /// The text is read when the element closes.
    Code {
        node: NodeId,
        beside: Vec<Flow>,
    },
}

impl Frame {
    /// Its content, where that is flows and nothing else.
    fn content(&mut self) -> Option<&mut Vec<Flow>> {
        match self {
            Self::Root(content)
            | Self::Description(content)
            | Self::Quote { content, .. }
            | Self::Callout { content, .. } => Some(content),
            Self::Item(item) => Some(&mut item.content),
            Self::Cell { cell, .. } => Some(&mut cell.content),
            _ => None,
        }
    }

    fn last_media(&mut self) -> Option<&mut Media> {
        let content = match self {
            Self::Figure(figure) => return figure.last_media(),
            Self::Line { beside, .. } => beside,
            frame => frame.content()?,
        };
        match content.last_mut() {
            Some(Flow::Figure { media, .. }) => media.last_mut(),
            _ => None,
        }
    }
}

/// The open frames, the root first.
#[derive(Debug)]
pub(super) struct Frames(Vec<Frame>);

impl Frames {
    pub fn new() -> Self {
        Self(vec![Frame::Root(Vec::new())])
    }

    pub fn depth(&self) -> usize {
        self.0.len()
    }

    pub fn innermost(&self) -> Option<&Frame> {
        self.0.last()
    }

    pub fn innermost_mut(&mut self) -> Option<&mut Frame> {
        self.0.last_mut()
    }

    pub fn open(&mut self, frame: Frame) {
        self.0.push(frame);
    }

    /// The marks that hold where the next text goes: those of the innermost quote that has some.
    pub fn marks(&self) -> Marks {
        self.0.iter().fold(Marks::default(), |around, frame| match frame {
            Frame::Quote { marks, .. } => around.with(marks),
            _ => around,
        })
    }

    /// Puts a flow into the innermost frame.
    pub fn push(&mut self, flow: Flow) {
        if let Some(content) = self.0.last_mut().and_then(Frame::content) {
            content.push(flow);
            return;
        }
        match self.0.last_mut() {
            Some(Frame::Figure(figure)) => figure.push(flow),
            Some(Frame::Line { beside, .. } | Frame::Code { beside, .. }) => beside.push(flow),
            Some(Frame::Definitions(parts)) => match parts.last_mut() {
                Some(Definition::Description(content)) => content.push(flow),
                _ => parts.push(Definition::Description(vec![flow])),
            },
            // A list straight inside a list belongs to the item before it.
            Some(Frame::List(list)) => match list.items.last_mut() {
                Some(item) if matches!(flow, Flow::List(_)) => item.content.push(flow),
                _ => list.items.push(Item::of(vec![flow])),
            },
            Some(Frame::Table(table)) => table.rows.push(vec![Cell::of(vec![flow])]),
            // Text beside the cells keeps its place among them; those that follow are there already, still empty.
            Some(Frame::Row { cells, .. }) => {
                let filled = cells.iter().rposition(|(_, cell)| !cell.content.is_empty());
                cells.insert(filled.map_or(0, |last| last + 1), (NodeId::ROOT, Cell::of(vec![flow])));
            }
            _ => self.0.push(Frame::Root(vec![flow])),
        }
    }

    /// The caption of the picture that stands last in the innermost frame, while it has none.
    pub fn open_caption(&mut self) -> Option<&mut Vec<Phrasing>> {
        match self.0.last_mut()?.content()?.last_mut() {
            Some(Flow::Figure { caption, .. }) if caption.is_empty() => Some(caption),
            _ => None,
        }
    }

    /// The picture or player that stands last in the innermost frame.
    pub fn last_media(&mut self) -> Option<&mut Media> {
        self.0.last_mut()?.last_media()
    }

    /// Closes the innermost frame and puts what it gathered into the one around it. The root stays. `code` is the text
    /// and language of a [`Frame::Code`].
    pub fn close(&mut self, code: impl FnOnce(NodeId) -> (String, Option<String>)) {
        if self.0.len() < 2 {
            return;
        }
        let Some(frame) = self.0.pop() else { return };
        match frame {
            Frame::Root(content) => self.push_all(content),
            Frame::Item(item) => match self.0.last_mut() {
                Some(Frame::List(list)) if !item.content.is_empty() => list.items.push(item),
                _ => self.push_all(item.content),
            },
            Frame::Description(content) => match self.0.last_mut() {
                Some(Frame::Definitions(parts)) if !content.is_empty() => parts.push(Definition::Description(content)),
                _ => self.push_all(content),
            },
            Frame::Quote { content, marks } if !content.is_empty() => self.push(Flow::Quote { content, marks }),
            Frame::Callout { kind, title, content } if !content.is_empty() => {
                self.push(callouts::flow(kind, title, content));
            }
            // A title alone is a line.
            Frame::Callout { title, .. } if !title.is_empty() => {
                self.push(Flow::Paragraph { content: title, marks: Marks::default() });
            }
            // A gallery is no list of things said.
            Frame::List(list) if list.flows().all(|flow| matches!(flow, Flow::Figure { .. })) => {
                self.push_all(list.items.into_iter().flat_map(|item| item.content).collect());
            }
            Frame::List(list) => self.push(Flow::List(list.settled())),
            Frame::Definitions(parts) if !parts.is_empty() => self.push(Flow::Definitions(parts)),
            Frame::Table(table) if !table.rows.is_empty() || !table.caption.is_empty() => self.push(Flow::Table(table)),
            Frame::Row { cells, head } => self.close_row(cells, head),
            Frame::Cell { node, cell } => match self.0.last_mut() {
                Some(Frame::Row { cells, .. }) => match cells.iter_mut().find(|(known, _)| *known == node) {
                    Some((_, place)) => *place = cell,
                    None => cells.push((node, cell)),
                },
                _ => self.push_all(cell.content),
            },
            Frame::Figure(figure) => self.push_all(figure.into_flows()),
            Frame::Line { kind, content, beside } => {
                self.close_line(kind, content);
                self.push_all(beside);
            }
            Frame::Code { node, beside } => {
                let (text, language) = code(node);
                if !text.trim().is_empty() {
                    self.push(Flow::Code { text, language });
                }
                self.push_all(beside);
            }
            Frame::Quote { .. } | Frame::Callout { .. } | Frame::Definitions(_) | Frame::Table(_) => {}
        }
    }

    fn close_row(&mut self, cells: Vec<(NodeId, Cell)>, head: bool) {
        let Some(Frame::Table(table)) = self.0.last_mut() else { return };
        let is_head = head || cells.iter().all(|(_, cell)| cell.header || cell.content.is_empty());
        if is_head && table.head_rows == table.rows.len() {
            table.head_rows += 1;
        }
        table.rows.push(cells.into_iter().map(|(_, cell)| cell).collect());
    }

    fn close_line(&mut self, kind: LineKind, content: Vec<Phrasing>) {
        if !phrasing::is_visible(&content) {
            return;
        }
        match (kind, self.0.last_mut()) {
            (LineKind::Term, Some(Frame::Definitions(parts))) => parts.push(Definition::Term(content)),
            // A caption below its rows stays there.
            (LineKind::TableCaption, Some(Frame::Table(table))) if table.rows.is_empty() => {
                phrasing::append_line(&mut table.caption, content);
            }
            (LineKind::CalloutTitle, Some(Frame::Callout { title, .. })) => phrasing::append_line(title, content),
            (LineKind::Figcaption, Some(Frame::Figure(figure))) => figure.caption(content),
            (LineKind::Heading { level, marks }, _) => self.push(Flow::Heading { level, content, marks }),
            (LineKind::Summary { marks }, _) => {
                let content = vec![Phrasing::Styled { style: Style::Strong, content }];
                self.push(Flow::Paragraph { content, marks });
            }
            (_, _) => self.push(Flow::Paragraph { content, marks: Marks::default() }),
        }
    }

    fn push_all(&mut self, flows: Vec<Flow>) {
        for flow in flows {
            self.push(flow);
        }
    }

    /// The body, once all but the root are closed.
    pub fn finish(mut self) -> Body {
        match self.0.pop() {
            Some(Frame::Root(content)) => Body(content),
            _ => Body::default(),
        }
    }
}

/// Pictures and players as a block of their own.
pub(super) fn figure_of(media: Vec<Media>) -> Flow {
    Flow::Figure { media, caption: Vec::new() }
}
