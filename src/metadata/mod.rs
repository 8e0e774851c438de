//! What the page says of itself.

use serde::Serialize;
use url::Url;

use crate::{
    article::SafeUrl,
    page::{NodeId, Page},
};

/// What sort of page it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Kind {
    Article,
    Listing,
    Forum,
    Product,
    Documentation,
    Service,
    Collection,
    Other,
}

/// The page's metadata; missing = `None`.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct Metadata {
    /// Without the site's name.
    pub title: Option<String>,
    /// The element of the visible headline.
    pub headline: Option<NodeId>,
    /// The line under the headline, where the page has one of its own.
    pub dek: Option<String>,
    /// The element that holds the dek.
    pub dek_node: Option<NodeId>,
    /// Without "By".
    pub byline: Option<String>,
    /// The element that holds the byline.
    pub byline_node: Option<NodeId>,
    /// ISO 8601, as precise as the page says.
    pub published: Option<String>,
    pub modified: Option<String>,
    /// The element that shows the date.
    pub date_node: Option<NodeId>,
    pub site_name: Option<String>,
    pub lang: Option<String>,
    /// `ltr` or `rtl`.
    pub dir: Option<String>,
    pub lead_image: Option<SafeUrl>,
    /// The page's description, as it stands in its head.
    pub description: Option<String>,
    pub next_page: Option<SafeUrl>,
    pub kind: Kind,
    /// JSON-LD `articleBody`, white space squashed.
    pub article_body: Option<String>,
    /// JSON-LD `wordCount`.
    pub word_count: Option<u32>,
    /// Whether JSON-LD says that a part is not free (`isAccessibleForFree: false`).
    pub paywalled: bool,
    /// Whether the head or JSON-LD says that this is an article (og:type, `@type`).
    pub says_article: bool,
}

/// Reads the metadata of a page at `url`.
pub fn read(_page: &Page, _url: Option<&Url>) -> Metadata {
    Metadata {
        title: None,
        headline: None,
        dek: None,
        dek_node: None,
        byline: None,
        byline_node: None,
        published: None,
        modified: None,
        date_node: None,
        site_name: None,
        lang: None,
        dir: None,
        lead_image: None,
        description: None,
        next_page: None,
        kind: Kind::Other,
        article_body: None,
        word_count: None,
        paywalled: false,
        says_article: false,
    }
}
