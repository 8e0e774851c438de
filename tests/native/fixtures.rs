//! Golden pages: each fixture is one page with one difficulty, read through the HTML door.
//!
//! `tests/fixtures/NAME/page.html` is the page; `expect.json` says by hand what is right (its address, the metadata
//! fields asserted, snippets kept and dropped); `expect.md` is the whole body as Markdown, equal to the byte. A missing
//! `expect.md` fails: `UPDATE_EXPECT=1` writes it, for a person to read.

use std::{
    env,
    fmt::Write,
    fs, panic,
    path::{Path, PathBuf},
};

use quietpage::{article::Article, extract::extract, page::html};
use serde::Deserialize;
use serde_json::{Map, Value};
use url::Url;

use crate::walls;

/// Fields of the article that `expect.json` may assert; `null` means that the field must be blank.
const FIELDS: [&str; 14] = [
    "title",
    "dek",
    "byline",
    "site_name",
    "published",
    "modified",
    "lang",
    "dir",
    "lead_image",
    "excerpt",
    "verdict",
    "readerable",
    "next_page",
    "kind",
];

#[derive(Deserialize)]
struct Expect {
    url: String,
    /// Stand in the dek or the text, in this order.
    keeps: Vec<String>,
    /// Stand in the Markdown, in any order: captions, addresses of pictures, marks.
    #[serde(default)]
    keeps_markdown: Vec<String>,
    /// Stand neither in the text nor in the HTML nor in the Markdown.
    drops: Vec<String>,
    #[serde(flatten)]
    fields: Map<String, Value>,
}

#[test]
fn every_fixture_gives_its_article() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut fixtures: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    fixtures.sort();
    let failed: Vec<(String, Vec<String>)> = fixtures
        .iter()
        .map(|fixture| (fixture.file_name().unwrap().to_string_lossy().into_owned(), failures(fixture)))
        .filter(|(_, failures)| !failures.is_empty())
        .collect();
    let mut report = String::new();
    for (name, failures) in &failed {
        writeln!(report, "\n──── {name}\n{}", failures.join("\n")).unwrap();
    }
    let names: Vec<&str> = failed.iter().map(|(name, _)| name.as_str()).collect();
    assert!(failed.is_empty(), "{report}\n{} of {} fixtures fail: {}", failed.len(), fixtures.len(), names.join(", "));
}

/// What is wrong with one fixture's article; empty if nothing is.
fn failures(fixture: &Path) -> Vec<String> {
    let page = fs::read_to_string(fixture.join("page.html")).unwrap();
    let expect = fs::read_to_string(fixture.join("expect.json")).unwrap();
    let expect: Expect = match serde_json::from_str(&expect) {
        Ok(expect) => expect,
        Err(error) => return vec![format!("expect.json: {error}")],
    };
    // One fixture that panics must not hide what the others say.
    let article = match panic::catch_unwind(|| article(&page, &expect.url)) {
        Ok(Ok(article)) => article,
        Ok(Err(error)) => return vec![format!("no article: {error}")],
        Err(_) => return vec!["panicked; the message stands above".to_owned()],
    };
    walls::check_reads_as_written(&article.html, &page);
    walls::check_same_blocks(&article.html, &article.markdown);
    let mut failures = wrong_fields(&article, &expect.fields);
    failures.extend(wrong_snippets(&article, &expect));
    failures.extend(wrong_markdown(&article.markdown, &fixture.join("expect.md")));
    failures
}

fn article(page: &str, url: &str) -> Result<Article, quietpage::Error> {
    let page = html::read(page)?;
    Ok(extract(&page, Some(&Url::parse(url).unwrap()))?.article)
}

fn wrong_fields(article: &Article, expected: &Map<String, Value>) -> Vec<String> {
    let found = serde_json::to_value(article).unwrap();
    expected
        .iter()
        .filter_map(|(field, expected)| {
            if !FIELDS.contains(&field.as_str()) {
                return Some(format!("expect.json asserts an unknown field: {field}"));
            }
            let found = &found[field];
            (found != expected).then(|| format!("{field}\n  expected {expected}\n  found    {found}"))
        })
        .collect()
}

fn wrong_snippets(article: &Article, expect: &Expect) -> Vec<String> {
    let mut failures = Vec::new();
    let text = format!("{}\n{}", article.dek.as_deref().unwrap_or_default(), article.text);
    let mut at = 0;
    for snippet in &expect.keeps {
        match text[at..].find(snippet.as_str()) {
            Some(found) => at += found + snippet.len(),
            None if text.contains(snippet) => failures.push(format!("out of order in the text: {snippet:?}")),
            None => failures.push(format!("missing in the text: {snippet:?}")),
        }
    }
    for snippet in &expect.keeps_markdown {
        if !article.markdown.contains(snippet) {
            failures.push(format!("missing in the Markdown: {snippet:?}"));
        }
    }
    for snippet in &expect.drops {
        let outputs = [("text", &article.text), ("html", &article.html), ("markdown", &article.markdown)];
        let found: Vec<&str> =
            outputs.iter().filter(|(_, output)| output.contains(snippet)).map(|(name, _)| *name).collect();
        if !found.is_empty() {
            failures.push(format!("not dropped from {}: {snippet:?}", found.join(", ")));
        }
    }
    failures
}

fn wrong_markdown(found: &str, path: &Path) -> Option<String> {
    if env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1") {
        fs::write(path, found).unwrap();
        return None;
    }
    match fs::read_to_string(path) {
        Ok(expected) if expected == found => None,
        Ok(expected) => Some(format!("expect.md differs\n<<<< expected\n{expected}\n==== found\n{found}\n>>>>")),
        Err(error) => Some(format!("expect.md: {error}\n==== found\n{found}\n>>>>")),
    }
}
