//! A file or standard input → a page and, of a report, its address.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use flate2::read::MultiGzDecoder;
use quietpage::{
    Error, limits,
    page::{self, Page},
    report,
};
use url::Url;

use crate::{args::Input, decode::decode, failure::Failure};

/// The page behind an operand. `url`: its address, which goes before one that it tells itself.
pub fn read(input: &Input, url: Option<&Url>) -> Result<(Page, Option<Url>), Failure> {
    let (page, own) = match input {
        Input::Stdin => {
            let bytes = bounded(io::stdin().lock()).map_err(|error| Failure::unreadable(Path::new("-"), error))?;
            parse(&bytes)
        }
        Input::File(path) => read_file(path),
    }?;
    Ok((page, url.cloned().or(own)))
}

/// The page in a file, gzipped if its name says so.
pub fn read_file(path: &Path) -> Result<(Page, Option<Url>), Failure> {
    let unreadable = |error| Failure::unreadable(path, error);
    let file = File::open(path).map_err(unreadable)?;
    let bytes = if path.extension().is_some_and(|extension| extension == "gz") {
        bounded(MultiGzDecoder::new(io::BufReader::new(file)))
            .map_err(|error| Failure::BadGzip { path: path.display().to_string(), error })?
    } else {
        bounded(file).map_err(unreadable)?
    };
    parse(&bytes)
}

/// Reads to the end, or to the first byte over the bound: a small gzip file can unpack to anything.
fn bounded(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(limits::MAX_PAGE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn parse(bytes: &[u8]) -> Result<(Page, Option<Url>), Failure> {
    if bytes.len() > limits::MAX_PAGE_BYTES {
        return Err(Error::PageTooLarge { found: bytes.len(), limit: limits::MAX_PAGE_BYTES }.into());
    }
    if bytes.starts_with(report::MARK.as_bytes()) {
        return Ok(report::read(&decode(bytes))?);
    }
    Ok((page::html::read(&decode(bytes))?, None))
}
