//! Microdata of the page's own item.

use super::{
    claim::{Claims, Field, Source},
    view::View,
};
use crate::page::{Attr, NodeId, Page, Tag};

/// Items whose properties are not the page's own.
pub(super) const FOREIGN: &[&str] =
    &["comment", "review", "usercomments", "person", "organization", "product", "offer", "listitem"];

/// Reads them into `claims`.
pub fn read(page: &View<'_>, claims: &mut Claims) {
    let mut headlines: Vec<String> = Vec::new();
    for node in page.items() {
        if let Some(kind) = page.attr(node, Attr::Itemtype) {
            let name = kind.trim().trim_end_matches('/').rsplit(['/', '#']).next().unwrap_or(kind);
            claims.add(Field::Type, Source::Microdata, name.to_ascii_lowercase());
        }
        let Some(props) = page.attr(node, Attr::Itemprop) else { continue };
        for prop in props.split_ascii_whitespace() {
            let field = match prop {
                "headline" => Field::Title,
                "author" | "creator" => Field::Byline,
                "datePublished" | "dateCreated" => Field::Published,
                "dateModified" => Field::Modified,
                "publisher" => Field::SiteName,
                "image" => Field::LeadImage,
                "articleBody" => {
                    claims.add(Field::Type, Source::Microdata, "articlebody");
                    continue;
                }
                _ => continue,
            };
            if is_foreign(page, node) {
                continue;
            }
            let value = match field {
                Field::Byline | Field::SiteName => names(page, node),
                _ => value(page, node),
            };
            if field != Field::Title {
                claims.add(field, Source::Microdata, value);
            } else if !headlines.contains(&value) {
                headlines.push(value);
            }
        }
    }
    // Several headlines are those of teasers.
    if let [headline] = headlines.as_slice() {
        claims.add(Field::Title, Source::Microdata, headline.as_str());
    }
}

/// The property's value by the rules of microdata (HTML standard, 5.2.4).
fn value(page: &Page, node: NodeId) -> String {
    let attr = match page.tag(node) {
        Some(Tag::Meta) => Some(Attr::Content),
        Some(Tag::Time) => Some(Attr::Datetime),
        Some(Tag::Img) => Some(Attr::Src),
        Some(Tag::Link) => Some(Attr::Href),
        _ => None,
    };
    let written = attr.and_then(|attr| page.attr(node, attr)).or_else(|| page.attr(node, Attr::Content));
    written.map_or_else(|| page.text_inside(node), str::to_owned)
}

/// The names inside an author's or publisher's item, one a line; its own value where it is no item.
fn names(page: &Page, node: NodeId) -> String {
    let names: Vec<String> = page
        .descendants(node)
        .filter(|&inner| {
            page.attr(inner, Attr::Itemprop).is_some_and(|props| props.split_whitespace().any(|p| p == "name"))
        })
        .map(|inner| value(page, inner))
        .collect();
    if names.is_empty() { value(page, node) } else { names.join("\n") }
}

/// Whether the property belongs to an item that is not the page's: a comment, a product's review.
fn is_foreign(page: &Page, node: NodeId) -> bool {
    let Some(item) = page.ancestors(node).find(|&up| page.attr(up, Attr::Itemtype).is_some()) else { return false };
    let kind = page.attr(item, Attr::Itemtype).unwrap_or_default().to_ascii_lowercase();
    FOREIGN.iter().any(|foreign| kind.ends_with(foreign))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::testing::page;

    #[test]
    fn properties_of_the_article_are_read_those_of_comments_are_not() {
        let page = page(
            "<div itemtype=https://schema.org/Article><span itemprop=author><b itemprop=name>Ann</b> writes</span>\
             <div itemtype=https://schema.org/Comment><span itemprop=author>Troll</span></div></div>",
        );
        let mut claims = Claims::default();
        read(&View::of(&page), &mut claims);
        let names: Vec<_> = claims.about(Field::Byline).map(|claim| claim.value.as_str()).collect();
        assert_eq!(names, ["Ann"]);
        assert!(claims.says(Field::Type, "article"));
    }

    #[test]
    fn one_headline_is_a_title_and_several_are_teasers() {
        let title = |markup: &str| {
            let mut claims = Claims::default();
            read(&View::of(&page(markup)), &mut claims);
            claims.first(Field::Title, |claim| Some(claim.value.clone()))
        };
        let one = "<b itemprop=articleSection>Farming</b><h2 itemprop=headline>Eels are back</h2>";
        assert_eq!(title(one).as_deref(), Some("Eels are back"));
        assert_eq!(title(&format!("{one}<h2 itemprop=headline>Rain</h2>")), None);
    }

    #[test]
    fn the_publishers_name_is_the_sites() {
        let page = page(
            "<div itemprop=publisher itemtype=https://schema.org/Organization><meta itemprop=name content=Argus></div>",
        );
        let mut claims = Claims::default();
        read(&View::of(&page), &mut claims);
        assert_eq!(claims.first(Field::SiteName, |claim| Some(claim.value.clone())).as_deref(), Some("Argus"));
    }
}
