//! `explain`: every block of a page, kept or not, and why.

use std::fmt::Write;

use quietpage::{extract::extract, ledger::Entry};

use crate::{
    args::Explain,
    failure::{self, Failure},
    page, print,
};

/// Characters of a block's text that a line shows.
const FIRST_CHARS: usize = 60;

pub fn run(options: &Explain) -> Result<(), Failure> {
    let (page, url) = page::read(&options.input, options.url.as_ref())?;
    let ledger = extract(&page, url.as_ref())?.ledger;
    if options.json {
        return print(&(failure::json(&ledger.entries)? + "\n"));
    }
    let mut lines = String::new();
    for entry in &ledger.entries {
        // Writing to a string cannot fail.
        let _ = writeln!(lines, "{}", line(entry));
    }
    print(&lines)
}

fn line(entry: &Entry) -> String {
    let mark = if entry.kept { '+' } else { '-' };
    let mut text: String = entry.text.chars().take(FIRST_CHARS).collect();
    if text.len() < entry.text.len() {
        text.push('…');
    }
    format!("{mark} {:.2} {text} [{}]", entry.score, entry.reasons.join("; "))
}
