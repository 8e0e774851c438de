//! Compares the HTML door with html5ever over a folder of pages.
//!
//! `cargo run --release --features cli --example oracle -- DIR` prints on how many pages both give the same blocks, the
//! mean word F1 of all blocks' text and of the extracted text, and the worst pages.

use std::{collections::HashMap, env, fs, io::Read, path::Path};

use quietpage::{extract::extract, page::Page};

#[allow(dead_code, missing_docs)]
#[path = "../src/bin/quietpage/decode.rs"]
mod decode;
#[path = "../tests/native/html5ever_door.rs"]
mod html5ever_door;

struct Outcome {
    name: String,
    equal: bool,
    page_f1: f64,
    text_f1: f64,
    first_difference: String,
}

fn main() {
    let Some(dir) = env::args().nth(1) else {
        eprintln!("usage: oracle DIR");
        std::process::exit(2);
    };
    let mut paths: Vec<_> =
        fs::read_dir(&dir).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let only = env::args().nth(2);
    paths.retain(|path| only.as_ref().is_none_or(|only| path.to_string_lossy().contains(only.as_str())));
    let mut outcomes: Vec<_> = paths.iter().filter_map(|path| compare(path)).collect();
    let pages = outcomes.len() as f64;
    let equal = outcomes.iter().filter(|outcome| outcome.equal).count();
    println!("{} pages, same blocks on {equal} ({:.2} %)", outcomes.len(), 100.0 * equal as f64 / pages);
    println!("mean word F1: all blocks {:.5}", outcomes.iter().map(|o| o.page_f1).sum::<f64>() / pages);
    println!("mean word F1: extracted text {:.5}", outcomes.iter().map(|o| o.text_f1).sum::<f64>() / pages);
    outcomes.retain(|outcome| !outcome.equal || outcome.text_f1 < 1.0);
    outcomes.sort_by(|a, b| (a.text_f1 + a.page_f1).total_cmp(&(b.text_f1 + b.page_f1)));
    for outcome in outcomes.iter().take(40) {
        println!("{:.4} {:.4} {} {}", outcome.page_f1, outcome.text_f1, outcome.name, outcome.first_difference);
    }
}

fn compare(path: &Path) -> Option<Outcome> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    let bytes = fs::read(path).ok()?;
    let bytes = if path.extension().is_some_and(|extension| extension == "gz") {
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(bytes.as_slice()).read_to_end(&mut plain).ok()?;
        plain
    } else {
        bytes
    };
    let html = decode::decode(&bytes);
    let ours = quietpage::page::html::read(&html).ok()?;
    let theirs = html5ever_door::read(&html).ok()?;
    if env::args().nth(3).is_some() {
        println!("{}\n=====\n{}", html5ever_door::outline(&ours), html5ever_door::outline(&theirs));
    }
    let (a, b) = (html5ever_door::blocks(&ours), html5ever_door::blocks(&theirs));
    let first_difference = a.iter().zip(&b).enumerate().find(|(_, (a, b))| a != b).map_or_else(
        || format!("{} / {} blocks", a.len(), b.len()),
        |(at, (a, b))| format!("block {at}: {a:.80?} / {b:.80?}"),
    );
    let extracted = |page: &Page| extract(page, None).map(|found| found.article.text).unwrap_or_default();
    Some(Outcome {
        name,
        equal: a == b,
        page_f1: word_f1(&a.join(" "), &b.join(" ")),
        text_f1: word_f1(&extracted(&ours), &extracted(&theirs)),
        first_difference,
    })
}

/// F1 over bags of lower-cased words.
fn word_f1(a: &str, b: &str) -> f64 {
    let bag = |text: &str| {
        let mut bag: HashMap<String, usize> = HashMap::new();
        for word in text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()) {
            *bag.entry(word.to_lowercase()).or_default() += 1;
        }
        bag
    };
    let (a, b) = (bag(a), bag(b));
    let count = |bag: &HashMap<String, usize>| bag.values().sum::<usize>() as f64;
    if a.is_empty() && b.is_empty() {
        return 1.0;
    }
    let shared: usize = a.iter().map(|(word, count)| (*count).min(b.get(word).copied().unwrap_or(0))).sum();
    2.0 * shared as f64 / (count(&a) + count(&b))
}
