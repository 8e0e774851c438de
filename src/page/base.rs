//! What the page's relative addresses are relative to.

use url::Url;

use super::{Attr, Page, Tag};
use crate::web_address;

/// The address that relative ones on the page are resolved against: the first `<base href>`, itself resolved against the
/// page's own `url`, or `url` (HTML standard, "document base URL"). A base that is no web address is ignored.
pub fn base_url(page: &Page, url: Option<&Url>) -> Option<Url> {
    let written = page.nodes().filter(|&node| page.is(node, Tag::Base)).find_map(|node| page.attr(node, Attr::Href));
    written
        .and_then(|written| web_address::parse(url, written))
        .filter(|base| matches!(base.scheme(), "http" | "https"))
        .or_else(|| url.cloned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::tape;

    fn base(href: &str) -> Option<String> {
        let page = tape::read(&format!("\u{1}head\u{1}base\u{3}href={href}")).unwrap();
        let url = Url::parse("https://news.example/a/story").unwrap();
        base_url(&page, Some(&url)).map(Into::into)
    }

    #[test]
    fn a_base_is_resolved_against_the_page_and_must_be_a_web_address() {
        assert_eq!(base("/b/").as_deref(), Some("https://news.example/b/"));
        assert_eq!(base("javascript:x").as_deref(), Some("https://news.example/a/story"));
    }
}
