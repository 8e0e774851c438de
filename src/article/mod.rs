//! The article: contract fields and the typed body.

mod assemble;
pub mod body;
mod safe_url;

use serde::Serialize;

pub use assemble::assemble;
pub use safe_url::SafeUrl;

pub use crate::metadata::Kind;

/// What the extension honestly says of its own result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Everything speaks for the whole article.
    Whole,
    /// Probably the whole article.
    Probably,
    /// Not sure: less was removed.
    Unsure,
}

/// An article, with the fields and names of the contract; missing = `None`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct Article {
    pub title: Option<String>,
    pub dek: Option<String>,
    pub byline: Option<String>,
    pub site_name: Option<String>,
    /// ISO 8601, as precise as the page says.
    pub published: Option<String>,
    /// ISO 8601, as precise as the page says.
    pub modified: Option<String>,
    pub lang: Option<String>,
    /// `ltr` or `rtl`.
    pub dir: Option<String>,
    pub lead_image: Option<String>,
    pub excerpt: Option<String>,
    /// Safe to insert as it is.
    pub html: String,
    pub markdown: String,
    /// One block of the body a line; no title, dek, byline, dates, captions.
    pub text: String,
    pub word_count: usize,
    pub reading_minutes: usize,
    /// 0 to 1.
    pub confidence: f32,
    pub verdict: Verdict,
    pub readerable: bool,
    pub next_page: Option<String>,
    pub kind: Kind,
}
