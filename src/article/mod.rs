//! The article: contract fields and the typed body.

mod anchors;
mod assemble;
pub mod body;
mod callouts;
mod code;
mod edit_link;
mod embeds;
mod figure;
mod frames;
mod images;
mod inline;
mod labels;
mod lines;
mod marks;
mod math;
mod notes;
mod phrasing;
mod raw_tex;
mod reading_time;
mod same_picture;
mod source;
mod srcset;
mod tables;
#[cfg(all(test, feature = "html", not(target_arch = "wasm32")))]
mod tests;
mod unlinked_notes;

use serde::Serialize;

pub use crate::safe_url::SafeUrl;
pub use assemble::assemble;
pub use same_picture::has_image;
pub(crate) use tables::is_data;

pub use crate::metadata::Kind;
use crate::{metadata::Metadata, page::text::words, selection::Selection};

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
    /// ISO 8601, as precise as the page says; where it says only when it was changed, that.
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

/// Characters of an excerpt made from the text.
const EXCERPT_CHARS: usize = 200;

impl Article {
    /// Puts the fields together. `html`, `markdown` and `text` are the body, rendered.
    pub fn new(metadata: Metadata, selection: &Selection, html: String, markdown: String, text: String) -> Self {
        let word_count = words(&text);
        let reading_minutes = reading_time::minutes(word_count, metadata.lang.as_deref());
        Self {
            excerpt: metadata.description.or_else(|| excerpt(&text)),
            title: metadata.title,
            dek: metadata.dek,
            byline: metadata.byline,
            site_name: metadata.site_name,
            published: metadata.published,
            modified: metadata.modified,
            lang: metadata.lang,
            dir: metadata.dir,
            lead_image: metadata.lead_image.map(|url| url.as_str().to_owned()),
            html,
            markdown,
            text,
            word_count,
            reading_minutes,
            confidence: selection.confidence.value,
            verdict: selection.verdict(),
            readerable: selection.confidence.readerable,
            next_page: metadata.next_page.map(|url| url.as_str().to_owned()),
            kind: metadata.kind,
        }
    }
}

/// The beginning of the text, cut at a word.
fn excerpt(text: &str) -> Option<String> {
    let line = text.lines().find(|line| !line.trim().is_empty())?;
    if line.chars().count() <= EXCERPT_CHARS {
        return Some(line.to_owned());
    }
    let cut: String = line.chars().take(EXCERPT_CHARS).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    Some(format!("{}…", &cut[..end]))
}
