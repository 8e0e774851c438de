//! Reads pages with Quietpage or a Rust peer, one a line: `CONTENDER<tab>PATH` on standard input, `{"ms", "text"}` as an
//! answer, or `{"ms", "error"}`. The pages are UTF-8; reading the file is not counted. Milliseconds are the processor's, of
//! one thread: whatever else the machine does is not in them.

use std::{
    error::Error,
    fs,
    io::{self, BufRead, Write},
    panic::{self, AssertUnwindSafe},
};

use cpu_time::ThreadTime;
use serde_json::json;

/// HTML → the article's text, with all that the contender makes beside it.
type Contender = fn(&str) -> Result<String, Box<dyn Error>>;

/// As the command line does it: HTML, Markdown, text, metadata and the ledger of every block.
fn quietpage(html: &str) -> Result<String, Box<dyn Error>> {
    let page = quietpage::page::html::read(html)?;
    Ok(quietpage::extract::article(&page, None)?.text)
}

fn dom_smoothie(html: &str) -> Result<String, Box<dyn Error>> {
    // "Formatted" keeps apart the words that "raw", the default, glues together.
    let config = dom_smoothie::Config { text_mode: dom_smoothie::TextMode::Formatted, ..Default::default() };
    Ok(dom_smoothie::Readability::new(html, None, Some(config))?.parse()?.text_content.to_string())
}

fn rs_trafilatura(html: &str) -> Result<String, Box<dyn Error>> {
    Ok(rs_trafilatura::extract(html)?.content_text)
}

fn contender(name: &str) -> Option<Contender> {
    match name {
        "quietpage" => Some(quietpage),
        "dom_smoothie" => Some(dom_smoothie),
        "rs-trafilatura" => Some(rs_trafilatura),
        _ => None,
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    // What a peer panics with is told in its answer.
    panic::set_hook(Box::new(|_| {}));
    let mut answers = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let line = line?;
        let (name, path) = line.split_once('\t').ok_or("a line is CONTENDER<tab>PATH")?;
        let extract = contender(name).ok_or_else(|| format!("no contender {name}"))?;
        let html = fs::read_to_string(path)?;
        let start = ThreadTime::now();
        let outcome = panic::catch_unwind(AssertUnwindSafe(|| extract(&html)));
        let ms = start.elapsed().as_secs_f64() * 1e3;
        let answer = match outcome {
            Ok(Ok(text)) => json!({ "ms": ms, "text": text }),
            Ok(Err(error)) => json!({ "ms": ms, "error": error.to_string() }),
            Err(_) => json!({ "ms": ms, "error": "panicked" }),
        };
        writeln!(answers, "{answer}")?;
        answers.flush()?;
    }
    Ok(())
}
