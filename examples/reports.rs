//! Whether the core decides of reports as of the pages they stand for: over a folder of pages, the share of pages and of
//! blocks on which it does, the words that the reports tell, and the pages that are decided otherwise, worst first.
//!
//! `cargo run --release --features cli --example reports -- DIR [TRUTH.jsonl.gz]`, where TRUTH tells each page's address.

use std::{
    collections::{HashMap, HashSet},
    env, fs,
    io::Read,
    path::Path,
    process::ExitCode,
};

use flate2::read::MultiGzDecoder;
use quietpage::{
    extract::{self, Extraction},
    page::{Page, Tag, html, text::is_of_word},
    report,
};
use serde::Deserialize;
use url::Url;

#[allow(dead_code, missing_docs)]
#[path = "../src/bin/quietpage/decode.rs"]
mod decode;

/// How one page and its report compare.
struct Compared {
    name: String,
    blocks: usize,
    alike: usize,
    /// Words of its texts that stand in the report and in no public list.
    told: Vec<String>,
    /// Whether verdict and kind are the same.
    is_whole_alike: bool,
    /// The first blocks that differ: the decision of the page, that of the report, and how the text begins.
    differing: Vec<String>,
}

#[derive(Deserialize)]
struct Address {
    id: String,
    url: String,
}

fn main() -> ExitCode {
    let mut args = env::args().skip(1);
    let Some(folder) = args.next() else {
        eprintln!("usage: reports DIR [TRUTH.jsonl.gz]");
        return ExitCode::from(2);
    };
    let addresses = args.next().map(|path| addresses(&path)).unwrap_or_default();
    let mut paths: Vec<_> = fs::read_dir(&folder).expect("the folder").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut all: Vec<Compared> = paths.iter().filter_map(|path| compare(path, &addresses)).collect();
    let pages = all.len();
    let is_alike = |one: &&Compared| one.alike == one.blocks;
    let alike = all.iter().filter(is_alike).count();
    let whole = all.iter().filter(is_alike).filter(|one| one.is_whole_alike).count();
    let blocks: usize = all.iter().map(|one| one.blocks).sum();
    let blocks_alike: usize = all.iter().map(|one| one.alike).sum();
    let share = |part: usize, of: usize| 100.0 * part as f64 / of.max(1) as f64;
    println!("{pages} pages: decided alike in every block {alike} ({:.1} %)", share(alike, pages));
    println!("  and in verdict and kind {whole} ({:.1} %)", share(whole, pages));
    println!("{blocks} blocks: alike {blocks_alike} ({:.2} %)", share(blocks_alike, blocks));
    let told: Vec<&String> = all.iter().flat_map(|one| &one.told).collect();
    println!("words told: {} {:?}", told.len(), &told[..told.len().min(200)]);
    all.sort_by_key(|one| one.blocks - one.alike);
    for one in all.iter().rev().filter(|one| one.alike < one.blocks || !one.is_whole_alike).take(60) {
        println!("{} {} of {} differ", one.name, one.blocks - one.alike, one.blocks);
        one.differing.iter().for_each(|line| println!("    {line}"));
    }
    ExitCode::SUCCESS
}

fn addresses(path: &str) -> HashMap<String, String> {
    let mut text = String::new();
    MultiGzDecoder::new(fs::File::open(path).expect("the truth")).read_to_string(&mut text).expect("text");
    let lines = text.lines().filter_map(|line| serde_json::from_str::<Address>(line).ok());
    lines.map(|line| (line.id, line.url)).collect()
}

fn compare(path: &Path, addresses: &HashMap<String, String>) -> Option<Compared> {
    let name = path.file_name()?.to_str()?.split('.').next()?.to_owned();
    let mut bytes = Vec::new();
    MultiGzDecoder::new(fs::File::open(path).ok()?).read_to_end(&mut bytes).ok()?;
    let page = html::read(&decode::decode(&bytes)).ok()?;
    let url = addresses.get(&name).and_then(|url| Url::parse(url).ok());
    let original = extract::extract(&page, url.as_ref()).ok()?;
    let written = report::write(&page, url.as_ref(), 1);
    let (other, other_url) = report::read(&written).expect("a report that can be read");
    let reported = extract::extract(&other, other_url.as_ref()).ok()?;
    let mut differing = Vec::new();
    let head = |extraction: &Extraction| {
        let article = &extraction.article;
        format!(
            "{:?} {:?} title {:?} byline {:?} dek {:?} published {:?}",
            article.kind, article.verdict, article.title, article.byline, article.dek, article.published
        )
    };
    let (entries, others) = (&original.ledger.entries, &reported.ledger.entries);
    let mut alike = 0;
    for (one, two) in entries.iter().zip(others) {
        if one.because == two.because && one.ordinal == two.ordinal {
            alike += 1;
        } else if differing.len() < 6 {
            let text: String = one.text.chars().take(60).collect();
            let filler: String = two.text.chars().take(60).collect();
            differing.push(format!(
                "{:?} {:.2} → {:?} {:.2}: {text} → {filler}",
                one.because, one.score, two.because, two.score
            ));
        }
    }
    let is_whole_alike = original.article.verdict == reported.article.verdict
        && original.article.kind == reported.article.kind
        && original.article.readerable == reported.article.readerable;
    if alike < entries.len() || !is_whole_alike {
        differing.push(head(&original));
        differing.push(head(&reported));
    }
    let told = told(&page, &written);
    Some(Compared { name, blocks: entries.len().max(others.len()), alike, told, is_whole_alike, differing })
}

/// The words of the page's texts, from four letters on, that the report holds without need.
fn told(page: &Page, report: &str) -> Vec<String> {
    let words = |text: &str| -> HashSet<String> {
        text.split(|c: char| !is_of_word(c)).filter(|word| word.chars().count() >= 4).map(str::to_lowercase).collect()
    };
    let in_report = words(report);
    // What JSON-LD calls its things is of schema.org's words.
    let is_script = |node| page.parent(node).is_some_and(|up| page.is(up, Tag::Script));
    let texts = page.nodes().filter(|&node| !is_script(node)).filter_map(|node| page.text(node));
    let texts: HashSet<String> = texts.flat_map(words).collect();
    let tells = |word: &String| word.chars().all(char::is_alphabetic) && !report::is_public(word);
    texts.intersection(&in_report).filter(|word| tells(word)).cloned().collect()
}
