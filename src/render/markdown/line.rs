//! A line of Markdown.

use super::tex;
use crate::article::{
    SafeUrl,
    body::{Image, Math, Phrasing, Style},
};

/// A paragraph. A line break is a backslash at the end of a line; a line that would start a block is escaped.
pub(super) fn paragraph(content: &[Phrasing]) -> String {
    let mut out = String::new();
    Writer { line_break: "\\\n", inside: Vec::new(), before: None }.write(content, None, &mut out);
    let lines: Vec<String> = out.trim().lines().map(escape_start).collect();
    lines.join("\n")
}

/// The same on one line, where nothing can start a block: in a heading or a caption.
pub(super) fn one(content: &[Phrasing]) -> String {
    on_one_line(content, " ")
}

/// The same in a cell, whose lines are parted as its paragraphs are.
pub(super) fn in_cell(content: &[Phrasing]) -> String {
    on_one_line(content, "<br>")
}

fn on_one_line(content: &[Phrasing], line_break: &'static str) -> String {
    let mut out = String::new();
    Writer { line_break, inside: Vec::new(), before: None }.write(content, None, &mut out);
    out.trim().to_owned()
}

struct Writer {
    line_break: &'static str,
    /// Styles that are open: one inside itself says nothing more, and its marks would close the outer.
    inside: Vec<Style>,
    /// The character before what is written, where that is a tag's.
    before: Option<char>,
}

impl Writer {
    /// Writes content; `after` is the character that follows it.
    fn write(&mut self, content: &[Phrasing], after: Option<char>, out: &mut String) {
        for (index, part) in content.iter().enumerate() {
            let after = content.get(index + 1).map_or(after, |next| self.first_char(next));
            match part {
                Phrasing::Text(text) => out.push_str(&escape(text)),
                Phrasing::Break => out.push_str(self.line_break),
                Phrasing::Link { to, content } => {
                    let mut inner = String::new();
                    let before = self.before.take();
                    self.write(content, Some(']'), &mut inner);
                    self.before = before;
                    push_bracketed(&link(&inner, to), out);
                }
                Phrasing::Anchor { content, .. } | Phrasing::Marked { content, .. } => self.write(content, after, out),
                Phrasing::Styled { style, content } => self.styled(*style, content, after, out),
                // Right behind another span the fences would run together.
                Phrasing::Code(text) if out.ends_with('`') => out.extend(["<code>", &escape(text), "</code>"]),
                Phrasing::Code(text) => out.push_str(&code_span(text)),
                Phrasing::Ruby { base, text } => {
                    self.write(base, Some('('), out);
                    out.push_str(&escape(&format!("({text})")));
                }
                Phrasing::Image(content) => out.push_str(&image(content)),
                Phrasing::Math(math) => out.push_str(&formula(math)),
                Phrasing::NoteCall { name, .. } => push_bracketed(&format!("[^{name}]"), out),
                Phrasing::Task(done) => out.push_str(if *done { "[x] " } else { "[ ] " }),
                Phrasing::Target(_) => {}
            }
        }
    }

    fn styled(&mut self, style: Style, content: &[Phrasing], after: Option<char>, out: &mut String) {
        if style == Style::Quoted {
            return self.quoted(content, out);
        }
        if self.inside.contains(&style) {
            return self.write(content, after, out);
        }
        let (mark, tag) = match style {
            Style::Emphasis => ("*", "em"),
            Style::Strong => ("**", "strong"),
            Style::Deleted => ("~~", "del"),
            Style::Inserted => ("", "ins"),
            Style::Marked => ("", "mark"),
            Style::Subscript => ("", "sub"),
            Style::Superscript => ("", "sup"),
            Style::Keyboard => ("", "kbd"),
            Style::Underlined => ("", "u"),
            // Markdown has no way to say these; a quotation is written as text.
            Style::Quoted | Style::Small | Style::Cited | Style::Sample | Style::Variable | Style::Abbreviated => {
                ("", "")
            }
        };
        let is_nested = !self.inside.is_empty();
        self.inside.push(style);
        let inner = self.inner(content, mark.is_empty() && !tag.is_empty());
        self.inside.pop();
        let core = inner.trim();
        let start = &inner[..inner.len() - inner.trim_start().len()];
        let end = &inner[inner.trim_end().len()..];
        if core.is_empty() || mark.is_empty() && tag.is_empty() {
            push_bracketed(&inner, out);
            return;
        }
        let before = if start.is_empty() { out.chars().last().or(self.before) } else { Some(' ') };
        let after = if end.is_empty() { after } else { Some(' ') };
        out.push_str(start);
        if tag.is_empty() || !mark.is_empty() && is_flanking(before, core, after, is_nested) {
            out.extend([mark, core, mark]);
        } else {
            out.extend(["<", tag, ">", core, "</", tag, ">"]);
        }
        out.push_str(end);
    }

    /// The first character that a part will write.
    fn first_char(&self, part: &Phrasing) -> Option<char> {
        match part {
            Phrasing::Text(text) => text.chars().next(),
            Phrasing::Break => self.line_break.chars().next(),
            Phrasing::Styled { style: Style::Emphasis | Style::Strong, .. } => Some('*'),
            Phrasing::Styled { style: Style::Deleted, .. } => Some('~'),
            Phrasing::Anchor { content, .. }
            | Phrasing::Marked { content, .. }
            | Phrasing::Styled {
                style: Style::Small | Style::Cited | Style::Sample | Style::Variable | Style::Abbreviated,
                content,
            } => content.first().and_then(|part| self.first_char(part)),
            Phrasing::Ruby { base, .. } => base.first().and_then(|part| self.first_char(part)),
            Phrasing::NoteCall { .. } | Phrasing::Task(_) => Some('['),
            // It writes nothing; what follows is not looked for, so the careful answer is a letter.
            Phrasing::Target(_) => Some('a'),
            _ => Some('<'),
        }
    }

    /// A quotation's marks are text; one inside another has single ones.
    fn quoted(&mut self, content: &[Phrasing], out: &mut String) {
        let mark = if self.inside.contains(&Style::Quoted) { '\'' } else { '"' };
        out.push(mark);
        self.inside.push(Style::Quoted);
        self.write(content, Some(mark), out);
        self.inside.pop();
        out.push(mark);
    }

    /// The content of a style. Between tags, marks have punctuation beside them.
    fn inner(&mut self, content: &[Phrasing], in_tags: bool) -> String {
        let before = std::mem::replace(&mut self.before, in_tags.then_some('>'));
        let mut inner = String::new();
        self.write(content, in_tags.then_some('<'), &mut inner);
        self.before = before;
        inner
    }
}

/// Appends what may begin with a bracket: behind an exclamation mark it would be read as a picture.
fn push_bracketed(part: &str, out: &mut String) {
    if part.starts_with('[') && out.ends_with('!') {
        out.insert(out.len() - 1, '\\');
    }
    out.push_str(part);
}

/// Whether marks right around `core` are read as emphasis (`CommonMark` 6.2): punctuation at its edge needs space or
/// punctuation outside. Inside other emphasis, no mark may be readable as both a start and an end.
fn is_flanking(before: Option<char>, core: &str, after: Option<char>, is_nested: bool) -> bool {
    let is_mark = |c: Option<char>| c.is_some_and(|c| matches!(c, '*' | '~' | '_'));
    let is_read = |outside: Option<char>, edge: Option<char>| {
        let is_letter = edge.is_some_and(|c| !is_punctuation(c));
        match outside {
            None => true,
            Some(c) if c.is_whitespace() => true,
            Some(c) if is_punctuation(c) => is_letter || !is_nested,
            Some(_) => is_letter && !is_nested,
        }
    };
    !is_mark(before) && !is_mark(after) && is_read(before, core.chars().next()) && is_read(after, core.chars().last())
}

fn is_punctuation(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace()
}

/// A link around a line that is Markdown already.
pub(super) fn link(content: &str, to: &SafeUrl) -> String {
    format!("[{content}]({})", destination(to))
}

pub(super) fn image(image: &Image) -> String {
    format!("![{}]({})", escape(&image.alt), destination(&image.src))
}

fn destination(url: &SafeUrl) -> String {
    let address = url.as_str().replace('\\', "%5C");
    if address.contains(['(', ')', ';', '*', '_', '~']) && address.contains(['(', ')']) {
        format!("<{address}>")
    } else {
        address
    }
}

pub(super) fn code_span(text: &str) -> String {
    let fence = "`".repeat(longest_run(text, '`') + 1);
    let needs_space = text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
    let space = if needs_space && !text.trim().is_empty() { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// What holds the sign that would end it is code.
fn formula(math: &Math) -> String {
    let tex = tex(math);
    if tex.contains('$') { code_span(&tex) } else { format!("${tex}$") }
}

/// The length of the longest run of a character.
pub(super) fn longest_run(text: &str, of: char) -> usize {
    text.split(|c| c != of).map(str::len).max().unwrap_or_default()
}

/// Escapes what would be read as a mark within a line.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let last_semicolon = text.rfind(';');
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate() {
        let after = || text[at + 1..].chars().next();
        let is_inner = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_mark = match byte {
            b'\\' | b'`' | b'*' | b'[' | b']' | b'~' => true,
            b'_' => !(is_inner(text[..at].chars().next_back()) && is_inner(after())),
            b'<' => after().is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
            b'&' => {
                after().is_some_and(|c| c.is_ascii_alphabetic() || c == '#')
                    && last_semicolon.is_some_and(|last| at < last)
            }
            _ => false,
        };
        if is_mark {
            out.extend([&text[copied..at], "\\"]);
            copied = at;
        }
    }
    out.push_str(&text[copied..]);
    out
}

/// Escapes the start of a line that would begin a heading, a quote, a list, a rule or a table.
fn escape_start(line: &str) -> String {
    let line = line.trim_start();
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after_digits = line.get(digits..).unwrap_or_default();
    if (1..=9).contains(&digits) && after_digits.starts_with(['.', ')']) {
        return format!("{}\\{after_digits}", line.get(..digits).unwrap_or_default());
    }
    if line.starts_with(['#', '>', '+', '-', '=', '|', ':']) { format!("\\{line}") } else { line.to_owned() }
}
