//! Body → text: one block a line, no marks but those of quotations, no captions.

use super::formula::formula;
use crate::article::body::{Body, Cell, Definition, Flow, Phrasing, Style};

/// The body as text. A row of a table is a line, its cells apart by tabs; code keeps its lines; captions, pictures and
/// players are left out.
pub fn text(body: &Body) -> String {
    let mut lines = Vec::new();
    flows(&body.0, &mut lines);
    lines.join("\n")
}

fn flows(content: &[Flow], lines: &mut Vec<String>) {
    for flow in content {
        match flow {
            Flow::Heading { content, .. } | Flow::Paragraph { content, .. } => push(line(content), lines),
            Flow::List(list) => list.items.iter().for_each(|item| flows(&item.content, lines)),
            Flow::Definitions(parts) => parts.iter().for_each(|part| match part {
                Definition::Term(content) => push(line(content), lines),
                Definition::Description(content) => flows(content, lines),
            }),
            Flow::Quote { content, .. } => flows(content, lines),
            Flow::Callout { title, content, .. } => {
                push(line(title), lines);
                flows(content, lines);
            }
            Flow::Notes(notes) => notes.iter().for_each(|note| flows(&note.content, lines)),
            Flow::Code { text, .. } => push(text.clone(), lines),
            Flow::Table(table) => table.rows.iter().for_each(|row| push(self::row(row), lines)),
            Flow::Math(math) => push(formula(math), lines),
            Flow::Figure { .. } | Flow::Rule => {}
        }
    }
}

fn push(line: String, lines: &mut Vec<String>) {
    if !line.trim().is_empty() {
        lines.push(line);
    }
}

fn row(cells: &[Cell]) -> String {
    let cells = cells.iter().map(|cell| {
        let mut lines = Vec::new();
        flows(&cell.content, &mut lines);
        lines.join(" ").replace(['\n', '\t'], " ")
    });
    cells.collect::<Vec<_>>().join("\t").trim_end().to_owned()
}

/// A line of text.
pub(super) fn line(content: &[Phrasing]) -> String {
    let mut out = String::new();
    write(content, false, &mut out);
    out.trim().to_owned()
}

/// `is_quoted` inside a quotation, where one more has single marks.
fn write(content: &[Phrasing], is_quoted: bool, out: &mut String) {
    for part in content {
        match part {
            Phrasing::Text(text) | Phrasing::Code(text) => out.push_str(text),
            Phrasing::NoteCall { label, .. } => out.push_str(label),
            Phrasing::Break => out.push(' '),
            Phrasing::Styled { style: Style::Quoted, content } => {
                let mark = if is_quoted { '\'' } else { '"' };
                out.push(mark);
                write(content, true, out);
                out.push(mark);
            }
            Phrasing::Link { content, .. }
            | Phrasing::Anchor { content, .. }
            | Phrasing::Styled { content, .. }
            | Phrasing::Marked { content, .. } => write(content, is_quoted, out),
            Phrasing::Ruby { base, text } => {
                write(base, is_quoted, out);
                out.push_str(text);
            }
            Phrasing::Math(math) => out.push_str(&formula(math)),
            Phrasing::Target(_) | Phrasing::Task(_) | Phrasing::Image(_) => {}
        }
    }
}
