//! The article as typed values: the wall between hostile input and every output. What has no type here cannot come out.

use super::SafeUrl;

/// The article's content in page order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Body(pub Vec<Flow>);

/// Content that stands as a block of its own (HTML's flow content).
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum Flow {
    /// `level` 2 to 6: level 1 is the article's title.
    Heading {
        level: u8,
        content: Vec<Phrasing>,
        marks: Marks,
    },
    Paragraph {
        content: Vec<Phrasing>,
        marks: Marks,
    },
    List(List),
    /// Terms and what is said of them, in order.
    Definitions(Vec<Definition>),
    Quote {
        content: Vec<Flow>,
        marks: Marks,
    },
    /// A box beside the story: a hint, a warning. The title is empty where it would only name the kind.
    Callout {
        kind: CalloutKind,
        title: Vec<Phrasing>,
        content: Vec<Flow>,
    },
    /// Notes that follow each other, where the page has them.
    Notes(Vec<Note>),
    /// Line breaks and indentation as they stood. `language`: letters, digits, `+#-._` only.
    Code {
        text: String,
        language: Option<String>,
    },
    Table(Table),
    Figure {
        media: Vec<Media>,
        caption: Vec<Phrasing>,
    },
    Math(Math),
    Rule,
}

/// Language and direction where they differ from the article's own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    /// BCP 47: letters, digits and `-` only.
    pub lang: Option<String>,
    /// Where the page says so.
    pub dir: Option<Direction>,
}

/// Direction of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Direction {
    Ltr,
    Rtl,
    /// By the text's own first letter.
    Auto,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct List {
    pub ordered: bool,
    /// Whether an ordered list counts down. It has a start then.
    pub reversed: bool,
    /// First number of an ordered list, where it is not 1.
    pub start: Option<i32>,
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct Item {
    /// Its number, where that does not follow on the one before.
    pub value: Option<i32>,
    pub content: Vec<Flow>,
}

impl Item {
    pub(super) fn of(content: Vec<Flow>) -> Self {
        Self { value: None, content }
    }
}

impl List {
    /// The list with no more said of its items' numbers than is needed.
    pub(super) fn settled(mut self) -> Self {
        if let Some(first) = self.items.first_mut().filter(|_| self.ordered)
            && let Some(value) = first.value.take()
        {
            self.start = (self.reversed || value != 1).then_some(value);
        }
        let numbers = self.numbers();
        let step = self.step();
        for (at, item) in self.items.iter_mut().enumerate() {
            let follows = at > 0 && numbers[at] == numbers[at - 1] + step;
            if follows || !self.ordered {
                item.value = None;
            }
        }
        self
    }

    /// What its items hold, in order.
    pub(crate) fn flows(&self) -> impl DoubleEndedIterator<Item = &Flow> {
        self.items.iter().flat_map(|item| &item.content)
    }

    /// The same, to be changed.
    pub(super) fn flows_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut Flow> {
        self.items.iter_mut().flat_map(|item| &mut item.content)
    }

    /// The number of every item.
    pub fn numbers(&self) -> Vec<i64> {
        let mut next = i64::from(self.start.unwrap_or(1));
        let number = |item: &Item| {
            let number = item.value.map_or(next, i64::from);
            next = number + self.step();
            number
        };
        self.items.iter().map(number).collect()
    }

    fn step(&self) -> i64 {
        if self.reversed { -1 } else { 1 }
    }
}

/// What a callout is for: the five kinds of GitHub's alerts, which Markdown readers know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum CalloutKind {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

/// A footnote or an endnote.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct Note {
    /// Letters and digits only, another for each note of the article.
    pub name: String,
    /// The anchors of the places that call it.
    pub calls: Vec<u32>,
    /// Without its number. Its own anchor is a [`Phrasing::Target`] in its first line.
    pub content: Vec<Flow>,
}

/// A part of a definition list.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum Definition {
    Term(Vec<Phrasing>),
    Description(Vec<Flow>),
}

/// A table of data. Layout tables are flattened into their content.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct Table {
    pub caption: Vec<Phrasing>,
    pub rows: Vec<Vec<Cell>>,
    /// How many of the first rows are the head.
    pub head_rows: usize,
}

/// A table's cell. `colspan` and `rowspan` are 1 to 1000.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct Cell {
    pub header: bool,
    pub colspan: u16,
    pub rowspan: u16,
    pub content: Vec<Flow>,
}

/// A picture, a player, or a frame that is loaded on a click.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum Media {
    Image(Image),
    Video {
        src: SafeUrl,
        poster: Option<SafeUrl>,
    },
    Audio {
        src: SafeUrl,
    },
    /// A video of a known host: shown as a link with its name, loaded on a click.
    Embed {
        page: SafeUrl,
        title: Option<String>,
        thumbnail: Option<SafeUrl>,
    },
}

/// A picture with the address the page would have loaded.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct Image {
    pub src: SafeUrl,
    /// Addresses for sharper screens with their descriptor (`2x`, `800w`).
    pub srcset: Vec<(SafeUrl, String)>,
    pub alt: String,
    pub width: Option<u32>,
    pub height: Option<u32>,
}

/// A formula: its MathML, and its TeX where the page has it.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct Math {
    pub display: bool,
    pub tree: Vec<MathNode>,
    pub tex: Option<String>,
}

/// A node of MathML Core. `tag` is one of its elements, of those that neither run, link nor annotate.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum MathNode {
    Element { tag: crate::page::Tag, attrs: Vec<(crate::page::Attr, String)>, children: Vec<MathNode> },
    Text(String),
}

/// Content inside a line (HTML's phrasing content).
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum Phrasing {
    /// White space is squashed, but for one space at the ends where the page has some.
    Text(String),
    Break,
    Link {
        to: SafeUrl,
        content: Vec<Phrasing>,
    },
    /// A link inside the article: to a footnote or a section that was kept. `target` is an anchor's number.
    Anchor {
        target: u32,
        content: Vec<Phrasing>,
    },
    /// The place that an [`Phrasing::Anchor`] leads to.
    Target(u32),
    /// The number in the text that calls a note. `place` is its own anchor, `note` the note's; `name` is the note's.
    NoteCall {
        place: u32,
        note: u32,
        name: String,
        label: String,
    },
    Styled {
        style: Style,
        content: Vec<Phrasing>,
    },
    /// Text in another language or direction.
    Marked {
        marks: Marks,
        content: Vec<Phrasing>,
    },
    Code(String),
    /// What a list's item begins with where it is a task: whether it is done.
    Task(bool),
    Ruby {
        base: Vec<Phrasing>,
        text: String,
    },
    Image(Image),
    Math(Math),
}

/// What a style of text means, by HTML's element of that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Style {
    Emphasis,
    Strong,
    Deleted,
    Inserted,
    Marked,
    Subscript,
    Superscript,
    Small,
    Underlined,
    Quoted,
    Cited,
    Keyboard,
    Sample,
    Variable,
    Abbreviated,
}
