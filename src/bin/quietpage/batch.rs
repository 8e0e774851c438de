//! `batch`: every page of a folder, on all cores, a line of JSON each, in name order.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    io::{self, BufWriter, IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::{
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc,
    },
    thread,
};

use quietpage::{article::Article, extract};
use serde::{Deserialize, Serialize};

use crate::{
    args::{self, Batch},
    failure::{self, Failure},
    page,
};

/// A page to be read.
struct Job {
    id: String,
    path: PathBuf,
}

#[derive(Serialize)]
struct ArticleLine<'a> {
    id: &'a str,
    #[serde(flatten)]
    article: Article,
}

#[derive(Serialize)]
struct ErrorLine<'a> {
    id: &'a str,
    error: Problem,
}

#[derive(Serialize)]
struct Problem {
    code: &'static str,
    message: String,
}

#[derive(Deserialize)]
struct UrlLine {
    id: String,
    url: String,
}

pub fn run(options: &Batch) -> Result<ExitCode, Failure> {
    let jobs = jobs(&options.dir)?;
    let urls = options.urls.as_deref().map(urls).transpose()?.unwrap_or_default();
    let next = AtomicUsize::new(0);
    let stop = AtomicBool::new(false);
    let (sender, lines) = mpsc::channel();
    let outcome = thread::scope(|scope| {
        for _ in 0..options.jobs.get().min(jobs.len()) {
            let sender = sender.clone();
            scope.spawn(|| {
                let sender = sender;
                while !stop.load(Ordering::Relaxed) {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(job) = jobs.get(at) else { break };
                    if sender.send((at, line(job, &urls))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let written = write_in_order(&lines, jobs.len());
        stop.store(true, Ordering::Relaxed);
        written
    });
    Ok(if outcome? == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// The pages of a folder, in name order.
fn jobs(dir: &Path) -> Result<Vec<Job>, Failure> {
    let unreadable = |error| Failure::unreadable(dir, error);
    let mut jobs = Vec::new();
    for entry in fs::read_dir(dir).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(id) = name.strip_suffix(".html").or_else(|| name.strip_suffix(".html.gz")) {
            jobs.push(Job { id: id.to_owned(), path: entry.path() });
        }
    }
    jobs.sort_by(|a, b| a.path.file_name().cmp(&b.path.file_name()));
    Ok(jobs)
}

/// The address of each page, by id.
fn urls(path: &Path) -> Result<HashMap<String, String>, Failure> {
    let text = fs::read_to_string(path).map_err(|error| Failure::unreadable(path, error))?;
    let mut urls = HashMap::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let UrlLine { id, url } = serde_json::from_str(line)
            .map_err(|_| Failure::BadUrls { path: path.display().to_string(), line: at + 1 })?;
        urls.insert(id, url);
    }
    Ok(urls)
}

/// A page's line, and whether it failed.
fn line(job: &Job, urls: &HashMap<String, String>) -> (String, bool) {
    let found = article(job, urls).and_then(|article| failure::json(&ArticleLine { id: &job.id, article }));
    match found {
        Ok(line) => (line, false),
        Err(failure) => {
            let error = Problem { code: failure.code(), message: failure.to_string() };
            (failure::json(&ErrorLine { id: &job.id, error }).unwrap_or_default(), true)
        }
    }
}

fn article(job: &Job, urls: &HashMap<String, String>) -> Result<Article, Failure> {
    // A line may know no address: then the page is read without one.
    let url = urls.get(&job.id).filter(|url| !url.is_empty()).map(|url| args::absolute(url)).transpose()?;
    let (page, own) = page::read_file(&job.path)?;
    Ok(extract::article(&page, url.or(own).as_ref())?)
}

/// Writes each line as soon as all before it are written, and gives the number of pages that failed.
fn write_in_order(lines: &mpsc::Receiver<(usize, (String, bool))>, total: usize) -> Result<usize, Failure> {
    let show_progress = io::stderr().is_terminal();
    let mut out = BufWriter::new(io::stdout().lock());
    let mut waiting = BTreeMap::new();
    let (mut next, mut done, mut failed) = (0, 0, 0);
    for (at, result) in lines {
        waiting.insert(at, result);
        done += 1;
        while let Some((line, has_failed)) = waiting.remove(&next) {
            writeln!(out, "{line}").map_err(Failure::output)?;
            failed += usize::from(has_failed);
            next += 1;
        }
        if waiting.is_empty() {
            out.flush().map_err(Failure::output)?;
        }
        if show_progress {
            let end = if done == total { "\n" } else { "" };
            // Progress that cannot be shown is no failure.
            let _ = write!(io::stderr(), "\r{done}/{total} pages, {failed} failed{end}");
        }
    }
    out.flush().map_err(Failure::output)?;
    Ok(failed)
}
