//! Addresses that can do no harm.

use url::Url;

use crate::web_address;

/// An absolute `http`, `https` or `mailto` address, normalised by the URL standard. There is no other way to make one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SafeUrl(Url);

impl SafeUrl {
    /// The address `written` on a page at `base` leads to; `None` for scripts, data, other schemes and nonsense.
    pub fn resolve(base: Option<&Url>, written: &str) -> Option<Self> {
        if written.trim().is_empty() {
            return None;
        }
        let url = web_address::parse(base, written)?;
        let is_known = matches!(url.scheme(), "http" | "https" | "mailto");
        // The URL standard leaves quotes and brackets in a mailto address as they are.
        let is_plain = !url.as_str().contains(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '`'));
        (is_known && is_plain).then_some(Self(url))
    }

    /// The address as a string: ASCII, percent-encoded, without white space, double quotes, backticks and angle
    /// brackets.
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

#[cfg(test)]
mod tests {
    use super::SafeUrl;

    #[test]
    fn scripts_stay_out_however_they_are_written() {
        let base = url::Url::parse("https://news.example/a").unwrap();
        for written in [
            "javascript:alert(1)",
            " \u{1}java\nscript:alert(1)",
            "JaVaScRiPt\t:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "blob:https://news.example/1",
            "file:///etc/passwd",
            "mailto:a\"onclick=\"b",
            "http://",
            "",
        ] {
            let found = SafeUrl::resolve(Some(&base), written);
            assert!(found.is_none_or(|url| url.as_str().starts_with("https://news.example/")), "{written:?}");
        }
    }

    #[test]
    fn relative_addresses_need_a_page() {
        assert_eq!(SafeUrl::resolve(None, "/b"), None);
        let base = url::Url::parse("https://news.example/a").unwrap();
        assert_eq!(SafeUrl::resolve(Some(&base), "b c").unwrap().as_str(), "https://news.example/b%20c");
    }
}
