//! Body → Markdown: `CommonMark` with GFM's tables, strikethrough, footnotes and alerts, `$…$` for TeX. What it says is escaped, so that
//! reading it back gives the same blocks.

mod line;

use super::{tex::tex, text};
use crate::article::body::{
    Body, CalloutKind, Cell, Definition, Flow, List, Math, Media, Note, Phrasing, Style, Table,
};

/// The body as Markdown. Captions stand as a line in italics below; anchors become plain text but for those of notes.
pub fn markdown(body: &Body) -> String {
    let out = flows(&body.0);
    if out.is_empty() { out } else { out + "\n" }
}

/// Blocks with an empty line between them.
fn flows(content: &[Flow]) -> String {
    let mut blocks: Vec<String> = Vec::new();
    // Lists that follow each other would become one, but for another marker.
    let mut other_marker = false;
    let mut before: Option<&Flow> = None;
    for flow in content {
        if let Flow::List(list) = flow {
            let follows = matches!(before, Some(Flow::List(last)) if last.ordered == list.ordered);
            other_marker = follows && !other_marker;
            blocks.push(self::list(list, other_marker));
        } else {
            blocks.push(block(flow));
        }
        before = Some(flow);
    }
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n")
}

fn block(flow: &Flow) -> String {
    match flow {
        Flow::Heading { level, content, .. } => {
            let mark = "#".repeat(usize::from(*level));
            let heading = line::one(content);
            // Signs at the end would be read as the closing ones.
            let unclosed = heading.strip_suffix('#').map(|start| format!("{start}\\#"));
            format!("{mark} {}", unclosed.unwrap_or(heading))
        }
        Flow::Paragraph { content, .. } => line::paragraph(content),
        Flow::List(list) => self::list(list, false),
        Flow::Definitions(parts) => parts.iter().map(definition).collect::<Vec<_>>().join("\n\n"),
        Flow::Quote { content, .. } => prefixed(&flows(content), "> ", "> "),
        Flow::Callout { kind, title, content } => callout(*kind, title, content),
        Flow::Notes(notes) => notes.iter().map(note).collect::<Vec<_>>().join("\n\n"),
        Flow::Code { text, language } => code(text, language.as_deref()),
        Flow::Table(content) => table(content),
        Flow::Figure { media, caption } => figure(media, caption),
        Flow::Math(math) => display(math),
        // Other rules could be read as the marker of the list they stand in.
        Flow::Rule => "___".to_owned(),
    }
}

/// Puts `first` before the first line and `rest` before the others; a line without text gets no space at its end.
fn prefixed(text: &str, first: &str, rest: &str) -> String {
    let lines = text.split('\n').enumerate().map(|(index, line)| {
        let prefix = if index == 0 { first } else { rest };
        if line.is_empty() { prefix.trim_end().to_owned() } else { format!("{prefix}{line}") }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A GitHub alert. Its first line holds the kind and nothing else.
fn callout(kind: CalloutKind, title: &[Phrasing], content: &[Flow]) -> String {
    let kind = match kind {
        CalloutKind::Note => "NOTE",
        CalloutKind::Tip => "TIP",
        CalloutKind::Important => "IMPORTANT",
        CalloutKind::Warning => "WARNING",
        CalloutKind::Caution => "CAUTION",
    };
    let says_more = !text::line(title).trim_end_matches(':').eq_ignore_ascii_case(kind);
    let title = match title {
        title @ [_, ..] if says_more => {
            line::paragraph(&[Phrasing::Styled { style: Style::Strong, content: title.to_vec() }])
        }
        _ => String::new(),
    };
    let parts = [title, flows(content)];
    let inside = parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join("\n\n");
    prefixed(&format!("[!{kind}]\n{inside}"), "> ", "> ")
}

/// A GFM footnote; what belongs to it is indented.
fn note(note: &Note) -> String {
    prefixed(&flows(&note.content), &format!("[^{}]: ", note.name), "    ")
}

fn list(list: &List, other_marker: bool) -> String {
    /// `CommonMark` reads nine digits at most.
    const MAX_NUMBER: i64 = 999_999_999;
    let mut numbers = list.numbers();
    if !numbers.iter().all(|number| (0..=MAX_NUMBER).contains(number)) {
        numbers = (1..).take(list.items.len()).collect();
    }
    let is_tight = list.items.iter().all(|item| is_tight(&item.content));
    let items = list.items.iter().zip(numbers).map(|(item, number)| {
        let marker = match (list.ordered, other_marker) {
            (true, false) => format!("{number}. "),
            (true, true) => format!("{number}) "),
            (false, false) => "- ".to_owned(),
            (false, true) => "* ".to_owned(),
        };
        let content = if is_tight { tight(&item.content) } else { flows(&item.content) };
        prefixed(&content, &marker, &" ".repeat(marker.len()))
    });
    items.collect::<Vec<_>>().join(if is_tight { "\n" } else { "\n\n" })
}

/// Whether an item is a line, with a list below it perhaps: right below a line, numbers begin with 1.
fn is_tight(item: &[Flow]) -> bool {
    match item {
        [Flow::Paragraph { .. }] => true,
        [Flow::Paragraph { .. }, Flow::List(below)] => {
            (!below.ordered || below.start.is_none()) && below.items.iter().all(|item| is_tight(&item.content))
        }
        _ => false,
    }
}

fn tight(item: &[Flow]) -> String {
    item.iter().map(block).collect::<Vec<_>>().join("\n")
}

fn definition(part: &Definition) -> String {
    match part {
        Definition::Term(content) => {
            line::paragraph(&[Phrasing::Styled { style: Style::Strong, content: content.clone() }])
        }
        Definition::Description(content) => flows(content),
    }
}

/// A fence longer than any inside.
fn code(text: &str, language: Option<&str>) -> String {
    let fence = "`".repeat(line::longest_run(text, '`').max(2) + 1);
    format!("{fence}{}\n{text}\n{fence}", language.unwrap_or_default())
}

fn display(math: &Math) -> String {
    let tex = tex(math);
    if tex.contains('$') { code(&tex, Some("tex")) } else { format!("$$\n{tex}\n$$") }
}

fn figure(media: &[Media], caption: &[Phrasing]) -> String {
    let mut lines: Vec<String> = media
        .iter()
        .map(|media| match media {
            Media::Image(image) => line::image(image),
            Media::Video { src, .. } | Media::Audio { src } => line::link(&line::escape(src.as_str()), src),
            Media::Embed { page, title, .. } => {
                line::link(&line::escape(title.as_deref().unwrap_or(page.as_str())), page)
            }
        })
        .collect();
    lines.extend(in_italics(caption));
    lines.join("\n\n")
}

fn in_italics(caption: &[Phrasing]) -> Option<String> {
    let content = || vec![Phrasing::Styled { style: Style::Emphasis, content: caption.to_vec() }];
    (!caption.is_empty()).then(|| line::one(&content()))
}

/// A GFM table. It has no spans: beside and below a cell that has some stand empty ones.
fn table(table: &Table) -> String {
    let caption = in_italics(&table.caption).map(|caption| format!("{caption}\n\n")).unwrap_or_default();
    let mut rows = grid(&table.rows);
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    if columns == 0 {
        return caption.trim_end().to_owned();
    }
    if table.head_rows == 0 {
        rows.insert(0, Vec::new());
    }
    rows[0].resize(columns, String::new());
    rows.insert(1, vec!["---".to_owned(); columns]);
    let lines: Vec<String> = rows.iter().map(|row| format!("| {} |", row.join(" | "))).collect();
    caption + &lines.join("\n")
}

/// The cells of every row at their columns.
fn grid(rows: &[Vec<Cell>]) -> Vec<Vec<String>> {
    /// A bound for hostile spans: in a table with more places, the cells stand side by side.
    const MAX_PLACES: usize = 100_000;
    let columns = columns(rows);
    let has_spans = columns.saturating_mul(rows.len()) <= MAX_PLACES;
    // For every column, in how many further rows a cell from above stands there.
    let mut from_above: Vec<u16> = vec![0; columns];
    let mut grid = Vec::new();
    for row in rows {
        let mut out: Vec<String> = Vec::new();
        let mut left = row.len();
        let mut cells = row.iter();
        while out.len() < columns || left > 0 {
            let column = out.len();
            if let Some(rows_left) = from_above.get_mut(column).filter(|rows_left| **rows_left > 0) {
                *rows_left -= 1;
                out.push(String::new());
                continue;
            }
            let Some(cell) = cells.next() else { break };
            left -= 1;
            out.push(cell_line(&cell.content).replace('|', "\\|"));
            if has_spans {
                let room = columns.saturating_sub(column + left).max(1);
                out.resize(column + usize::from(cell.colspan).min(room), String::new());
                let end = out.len().min(columns);
                from_above.get_mut(column..end).unwrap_or_default().fill(cell.rowspan.saturating_sub(1));
            }
        }
        grid.push(out);
    }
    grid
}

/// How many columns the cells need: those of a row, and those from above that stand in it.
fn columns(rows: &[Vec<Cell>]) -> usize {
    // How many cells from above end before a row.
    let mut ends = vec![0_usize; rows.len() + 1];
    let mut from_above = 0;
    let mut columns = 0;
    for (index, row) in rows.iter().enumerate() {
        from_above -= ends[index];
        columns = columns.max(row.len() + from_above);
        for cell in row.iter().filter(|cell| cell.rowspan > 1) {
            from_above += 1;
            ends[(index + usize::from(cell.rowspan)).min(rows.len())] += 1;
        }
    }
    columns
}

/// A cell's content as one line.
fn cell_line(content: &[Flow]) -> String {
    let mut parts = Vec::new();
    let mut pending: Vec<&Flow> = content.iter().rev().collect();
    while let Some(flow) = pending.pop() {
        match flow {
            Flow::Heading { content, .. } | Flow::Paragraph { content, .. } => parts.push(line::in_cell(content)),
            Flow::List(list) => pending.extend(list.flows().rev()),
            Flow::Quote { content, .. } => pending.extend(content.iter().rev()),
            Flow::Callout { title, content, .. } => {
                parts.extend((!title.is_empty()).then(|| line::in_cell(title)));
                pending.extend(content.iter().rev());
            }
            Flow::Code { text, .. } => parts.push(line::code_span(&text.replace('\n', " "))),
            Flow::Figure { media, caption } => parts.push(figure(media, caption).replace("\n\n", " ")),
            Flow::Math(math) => parts.push(line::one(&[Phrasing::Math(math.clone())])),
            Flow::Definitions(_) | Flow::Table(_) | Flow::Notes(_) | Flow::Rule => {
                parts.push(line::escape(&text::text(&Body(vec![flow.clone()])).replace(['\n', '\t'], " ")));
            }
        }
    }
    parts.join("<br>")
}
