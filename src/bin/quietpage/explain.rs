//! `explain`: every block of a page, kept or not, and why; and, where asked, hints for its author.

use std::fmt::Write;

use quietpage::{
    extract::{Wanted, line},
    hints::Hint,
    ledger::Entry,
};
use serde::Serialize;

use crate::{
    args::Explain,
    failure::{self, Failure},
    page, print,
};

/// Characters of a block's text that a line shows.
const FIRST_CHARS: usize = 60;

#[derive(Serialize)]
struct Explained<'a> {
    blocks: &'a [Entry],
    hints: &'a [Hint],
}

pub fn run(options: &Explain) -> Result<(), Failure> {
    let (page, url) = page::read(&options.input, options.url.as_ref())?;
    let extraction = line(&page, url.as_ref(), &Wanted { hints: options.hints, ..Wanted::default() })?;
    let (blocks, hints) = (&extraction.ledger.entries, &extraction.hints);
    if options.json {
        let written = if options.hints { failure::json(&Explained { blocks, hints }) } else { failure::json(blocks) };
        return print(&(written? + "\n"));
    }
    let mut lines = String::new();
    for entry in blocks {
        // Writing to a string cannot fail.
        let _ = writeln!(lines, "{}", line_of(entry));
    }
    for hint in hints {
        let _ = writeln!(lines, "! {}", hint.code.sentence());
    }
    print(&lines)
}

fn line_of(entry: &Entry) -> String {
    let mark = if entry.kept { '+' } else { '-' };
    let mut text: String = entry.text.chars().take(FIRST_CHARS).collect();
    if text.len() < entry.text.len() {
        text.push('…');
    }
    format!("{mark} {:.2} {text} [{}]", entry.score, entry.reasons.join("; "))
}
