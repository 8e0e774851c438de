//! Addresses that can do no harm.

use url::Url;

use crate::limits;

/// An absolute `http`, `https` or `mailto` address, normalised by the URL standard. There is no other way to make one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SafeUrl(Url);

impl SafeUrl {
    /// The address `written` on a page at `base` leads to; `None` for scripts, data, other schemes and nonsense.
    pub fn resolve(base: Option<&Url>, written: &str) -> Option<Self> {
        if written.len() > limits::MAX_URL_BYTES || written.trim().is_empty() {
            return None;
        }
        let url = Url::options().base_url(base).parse(written.trim()).ok()?;
        matches!(url.scheme(), "http" | "https" | "mailto").then_some(Self(url))
    }

    /// The address as a string: ASCII, percent-encoded, no quotes and no angle brackets.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The parsed address.
    pub fn url(&self) -> &Url {
        &self.0
    }

    /// Whether a picture, a player or a frame may load from it.
    pub fn is_web(&self) -> bool {
        self.0.scheme() != "mailto"
    }
}
