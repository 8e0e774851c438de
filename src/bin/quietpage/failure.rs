//! What can go wrong around the core, with a code for machines and a sentence for people.

use std::{fmt, io, path::Path};

/// Why the command, or one page of a batch, has no result.
#[derive(Debug)]
pub enum Failure {
    /// The arguments make no sense together; the sentence says how.
    Usage(String),
    /// The arguments cannot be parsed.
    Arguments(lexopt::Error),
    /// A file or folder cannot be read.
    Unreadable { path: String, error: io::Error },
    /// A `.gz` file is none, or ends too early.
    BadGzip { path: String, error: io::Error },
    /// A line of the `--urls` file is no `{"id","url"}`.
    BadUrls { path: String, line: usize },
    /// The output cannot be written.
    Unwritable { path: String, error: io::Error },
    /// The reader of stdout has gone.
    OutputClosed,
    /// The core has no article, and says why.
    Page(quietpage::Error),
}

impl Failure {
    /// A stable name for a batch's error line.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Usage(_) | Self::Arguments(_) => "usage",
            Self::Unreadable { .. } => "unreadable",
            Self::BadGzip { .. } => "bad_gzip",
            Self::BadUrls { .. } => "bad_urls",
            Self::Unwritable { .. } => "unwritable",
            Self::OutputClosed => "output_closed",
            Self::Page(error) => error.code(),
        }
    }

    pub fn unreadable(path: &Path, error: io::Error) -> Self {
        Self::Unreadable { path: path.display().to_string(), error }
    }

    pub fn unwritable(path: &Path, error: io::Error) -> Self {
        Self::Unwritable { path: path.display().to_string(), error }
    }

    /// A failure of stdout.
    pub fn output(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::OutputClosed
        } else {
            Self::Unwritable { path: "standard output".to_owned(), error }
        }
    }
}

impl From<quietpage::Error> for Failure {
    fn from(error: quietpage::Error) -> Self {
        Self::Page(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(what) => write!(f, "{what}; try --help"),
            Self::Arguments(error) => write!(f, "{error}; try --help"),
            Self::Unreadable { path, error } => write!(f, "cannot read {path}: {error}"),
            Self::BadGzip { path, error } => write!(f, "cannot unpack {path}: {error}"),
            Self::BadUrls { path, line } => write!(f, "{path}, line {line}: not {{\"id\": …, \"url\": …}}"),
            Self::Unwritable { path, error } => write!(f, "cannot write {path}: {error}"),
            Self::OutputClosed => f.write_str("the output was closed"),
            Self::Page(error) => write!(f, "{error}"),
        }
    }
}

/// A value as one line of JSON.
pub fn json(value: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string(value)
        .map_err(|error| Failure::Unwritable { path: "JSON".to_owned(), error: io::Error::other(error) })
}
