//! The next page of the same story.

use url::Url;

use super::view::{Called, View};
use crate::{
    page::{Attr, NodeId, Tag},
    safe_url::SafeUrl,
};

/// Words by which a list of page numbers is called.
pub(super) const PAGINATION: &[&str] =
    &["pagination", "pager", "paging", "paginator", "pages", "paginate", "pagenav", "multipage"];

/// What a link to the next page says, lower-case; arrows cut.
const NEXT: &[&str] = &[
    "next",
    "next page",
    "weiter",
    "nächste seite",
    "nächste",
    "suivant",
    "page suivante",
    "siguiente",
    "página siguiente",
    "successiva",
    "pagina successiva",
    "avanti",
    "próxima",
    "próxima página",
    "seguinte",
    "volgende",
    "volgende pagina",
    "następna",
    "następna strona",
    "dalej",
    "следующая",
    "следующая страница",
    "далее",
    "nästa",
    "næste",
];

/// Finds it. Only an address of the same host that is this one's with a page number counts: "next" is also what links to
/// the next article say. Blank when not sure.
pub fn find(page: &View<'_>, base: Option<&Url>, url: Option<&Url>) -> Option<SafeUrl> {
    let url = url?;
    let follows = |node: NodeId| {
        let target = SafeUrl::resolve(base, page.attr(node, Attr::Href)?)?;
        is_next(url, target.url()).then_some(target)
    };
    let has_next = |node: NodeId| {
        let rel = page.attr(node, Attr::Rel);
        rel.is_some_and(|rel| rel.split_ascii_whitespace().any(|rel| rel.eq_ignore_ascii_case("next")))
    };
    let related = page.related().filter(|&node| has_next(node)).find_map(follows);
    if related.is_some() || !page.has_called(Called::Pages) {
        return related;
    }
    page.nodes()
        .filter(|&node| page.is(node, Tag::A) && in_pagination(page, node) && says_next(page, node, url))
        .find_map(follows)
}

/// Levels above a link in which the list of page numbers is looked for.
const PAGINATION_DEPTH: usize = 4;

fn in_pagination(page: &View<'_>, link: NodeId) -> bool {
    page.ancestors(link).take(PAGINATION_DEPTH).any(|up| page.is_called(up, Called::Pages))
}

fn says_next(page: &View<'_>, link: NodeId, url: &Url) -> bool {
    let text = page.text_inside(link).to_lowercase();
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    NEXT.contains(&text) || text.parse() == Ok(page_number(url).map_or(2, |number| number + 1))
}

/// Whether `target` is `here` with a page number one higher.
fn is_next(here: &Url, target: &Url) -> bool {
    if here.host_str() != target.host_str() {
        return false;
    }
    let number = page_number(here).unwrap_or(1);
    page_number(target) == Some(number + 1) && without_number(here) == without_number(target)
}

/// Digits of a page number: more are an article's number or a year.
const MAX_NUMBER_DIGITS: usize = 3;

/// Names of a query's page number.
const QUERY_NAMES: &[&str] = &["page", "p", "pg", "paged", "pagenum", "seite", "pagina", "start"];

/// The page number that an address holds: in its query, as `/page/2`, `/2` at the end, `-2.html`, `,2`.
fn page_number(url: &Url) -> Option<u32> {
    let in_query = url
        .query_pairs()
        .find(|(name, _)| QUERY_NAMES.contains(&name.to_ascii_lowercase().as_str()))
        .map(|(_, value)| value.into_owned());
    let number = in_query.or_else(|| split_path(url).map(|(_, number)| number.to_owned()))?;
    (number.len() <= MAX_NUMBER_DIGITS).then(|| number.parse().ok())?
}

/// The path without a slash or a file's ending at its end.
fn plain_path(url: &Url) -> &str {
    let path = url.path().trim_end_matches('/');
    [".html", ".htm", ".php"].iter().find_map(|ending| path.strip_suffix(ending)).unwrap_or(path)
}

/// The path without the page number at its end, and the number.
fn split_path(url: &Url) -> Option<(&str, &str)> {
    let path = plain_path(url);
    let stem = path.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = &path[stem.len()..];
    let marks = ["/page/", "/page-", "/seite-", "/seite/", "-page", "_page", "/p", "-", "_", "/", ","];
    let stem = marks.iter().find_map(|mark| stem.strip_suffix(mark))?;
    (!number.is_empty() && number.len() <= MAX_NUMBER_DIGITS).then_some((stem, number))
}

/// The address without its page number, query's other parts in order.
fn without_number(url: &Url) -> (String, Vec<(String, String)>) {
    let query: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(name, _)| !is_page_or_tracking(name))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    let stem = split_path(url).map_or_else(|| plain_path(url), |(stem, _)| stem);
    (stem.to_owned(), query)
}

fn is_page_or_tracking(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    QUERY_NAMES.contains(&name.as_str())
        || name.starts_with("utm_")
        || matches!(name.as_str(), "srsltid" | "fbclid" | "gclid")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::testing::page;

    fn next(markup: &str, url: &str) -> Option<String> {
        let url = Url::parse(url).unwrap();
        find(&View::of(&page(markup)), Some(&url), Some(&url)).map(|next| next.as_str().to_owned())
    }

    #[test]
    fn a_link_with_rel_next_to_the_following_page_number_counts() {
        let here = "https://a.example/story";
        for (href, found) in
            [("/story?page=2", true), ("/story/2", true), ("/other-story", false), ("//b.example/story/2", false)]
        {
            assert_eq!(next(&format!("<link rel=next href={href}>"), here).is_some(), found, "{href}");
        }
    }

    #[test]
    fn words_count_only_in_a_list_of_page_numbers() {
        let here = "https://a.example/story/2/";
        let link = "<a href=/story/3/>Nächste Seite »</a>";
        assert_eq!(next(link, here), None);
        let list = format!("<div class=pagination>{link}</div>");
        assert_eq!(next(&list, here).as_deref(), Some("https://a.example/story/3/"));
        assert_eq!(
            next("<div class=pagination><a href=/story/3>3</a></div>", here).as_deref(),
            Some("https://a.example/story/3")
        );
    }
}
