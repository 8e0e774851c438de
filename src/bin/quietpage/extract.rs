//! `extract`: one page, one article, to stdout or whole into a file.

use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
};

use quietpage::{article::Article, extract};

use crate::{
    args::{Extract, Format},
    failure::Failure,
    page, print,
};

pub fn run(options: &Extract) -> Result<(), Failure> {
    let (page, url) = page::read(&options.input, options.url.as_ref())?;
    let article = extract::article(&page, url.as_ref())?;
    let text = render(&article, options.format)?;
    match &options.output {
        Some(path) => write_whole(path, &text).map_err(|error| Failure::unwritable(path, error)),
        None => print(&text),
    }
}

/// The article in a format, ending with a line end.
fn render(article: &Article, format: Format) -> Result<String, Failure> {
    let mut text = match format {
        Format::Json => crate::failure::json(article)?,
        Format::Html => article.html.clone(),
        Format::Markdown => article.markdown.clone(),
        Format::Text => article.text.clone(),
    };
    if !text.ends_with('\n') {
        text.push('\n');
    }
    Ok(text)
}

/// Writes a file beside the target and puts it in its place, so that the target is never half written.
fn write_whole(path: &Path, text: &str) -> std::io::Result<()> {
    // A device or a pipe is written to; what replaced it would be a file.
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return fs::write(path, text);
    }
    let beside = beside(path);
    let written = File::create_new(&beside)
        .and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // What is left over is of no use; that it may not even exist is no new failure.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// A name no one else uses, in the same folder, so that the rename is one step.
fn beside(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}
