//! JSON-LD of schema.org: which thing the page is about, and what is said of it.

mod lenient;

use std::collections::HashMap;

use serde_json::{Map, Value};
use url::Url;

use super::{
    claim::{Claims, Field, Source},
    names::MAX_NAMES,
    plain,
    view::View,
};
use crate::{
    page::{Attr, Tag},
    web_address,
};

pub use lenient::parse;

type Thing = Map<String, Value>;

/// Reads all blocks into `claims`. `url`: the page's own address, by which it is found among others.
pub fn read(page: &View<'_>, url: Option<&Url>, claims: &mut Claims) {
    let roots: Vec<Value> = page
        .heads()
        .filter(|&node| {
            page.is(node, Tag::Script)
                && page.attr(node, Attr::Type).is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json"))
        })
        .filter_map(|node| page.children(node).find_map(|child| page.text(child)))
        .flat_map(lenient::parse)
        .collect();
    if roots.is_empty() {
        return;
    }
    let graph = Graph::of(&roots);
    for thing in &graph.things {
        for name in types(thing) {
            claims.add(Field::Type, Source::JsonLd, name.to_ascii_lowercase());
        }
    }
    if let Some(thing) = graph.subject(url).filter(|thing| is_of_the_page(thing, claims)) {
        graph.claim(thing, true, claims);
    }
    let pages = graph.things.iter().filter(|thing| types(thing).any(is_page)).take(1);
    for thing in pages {
        graph.claim(thing, false, claims);
    }
    let sites = graph.things.iter().filter(|thing| types(thing).any(|name| name == "WebSite")).take(1);
    for thing in sites {
        graph.names(thing.get("name"), Field::SiteName, claims);
    }
}

/// Whether a thing is no video, or one whose name and a title of the page share a word or, in scripts without spaces, hold
/// one another: a page about something else may have a video in it.
fn is_of_the_page(thing: &Thing, claims: &Claims) -> bool {
    let Some(Value::String(name)) = thing.get("name").filter(|_| types(thing).all(|name| name == "VideoObject")) else {
        return true;
    };
    let name = plain::key(name);
    let agrees = |title: &str| {
        title.contains(&name)
            || name.contains(title)
            || title.split(' ').any(|word| name.split(' ').any(|of| of == word))
    };
    let mut titles = claims.about(Field::Title).filter_map(|claim| plain::field(&claim.value)).peekable();
    titles.peek().is_none() || titles.any(|title| agrees(&plain::key(&title)))
}

/// The things a page says it is or holds, without those they only mention.
struct Graph<'a> {
    things: Vec<&'a Thing>,
    by_id: HashMap<&'a str, &'a Thing>,
}

impl<'a> Graph<'a> {
    fn of(roots: &'a [Value]) -> Self {
        let mut graph = Self { things: Vec::new(), by_id: HashMap::new() };
        let mut pending: Vec<(&Value, bool)> = roots.iter().rev().map(|root| (root, true)).collect();
        // Values leave the list once each, and there are no more than the text has bytes.
        while let Some((value, is_subject)) = pending.pop() {
            match value {
                Value::Array(items) => pending.extend(items.iter().rev().map(|item| (item, is_subject))),
                Value::Object(thing) => {
                    if is_subject && thing.contains_key("@type") {
                        graph.things.push(thing);
                    }
                    if let Some(Value::String(id)) = thing.get("@id")
                        && thing.len() > 1
                    {
                        graph.by_id.entry(id).or_insert(thing);
                    }
                    pending.extend(thing.iter().rev().map(|(key, value)| {
                        (
                            value,
                            is_subject
                                && matches!(key.as_str(), "@graph" | "mainEntity" | "mainEntityOfPage" | "blogPost"),
                        )
                    }));
                }
                _ => {}
            }
        }
        graph
    }

    /// The written thing the page is about: the one whose address is the page's, else the only one of the best sort.
    fn subject(&self, url: Option<&Url>) -> Option<&'a Thing> {
        let best = self.things.iter().map(|thing| rank(thing)).max().filter(|&rank| rank > 0)?;
        let mut candidates = self.things.iter().copied().filter(|thing| rank(thing) == best);
        let here = url.and_then(|url| {
            candidates
                .clone()
                .find(|thing| ["url", "@id", "mainEntityOfPage"].iter().any(|key| addresses(thing.get(*key), url)))
        });
        // Several of them without one of this address are a list of teasers, unless the first is said again.
        here.or_else(|| {
            let first = candidates.next()?;
            let title = first.get("headline").or_else(|| first.get("name"));
            candidates.all(|other| other.get("headline").or_else(|| other.get("name")) == title).then_some(first)
        })
    }

    fn claim(&self, thing: &Thing, is_subject: bool, claims: &mut Claims) {
        let source = Source::JsonLd;
        let mut text = |field, key: &str| match thing.get(key) {
            Some(Value::String(value)) => claims.add(field, source, value.as_str()),
            Some(Value::Number(value)) => claims.add(field, source, value.to_string()),
            Some(Value::Bool(value)) => claims.add(field, source, value.to_string()),
            _ => {}
        };
        if is_subject {
            text(Field::Title, "headline");
            text(Field::Title, "name");
            text(Field::ArticleBody, "articleBody");
            text(Field::WordCount, "wordCount");
        }
        text(Field::Free, "isAccessibleForFree");
        text(Field::Published, "datePublished");
        text(Field::Published, "dateCreated");
        text(Field::Published, "uploadDate");
        text(Field::Modified, "dateModified");
        text(Field::Description, "description");
        text(Field::Lang, "inLanguage");
        let parts = match thing.get("hasPart") {
            Some(Value::Array(parts)) => parts.as_slice(),
            Some(part) => std::slice::from_ref(part),
            None => &[],
        };
        if parts.iter().any(|part| is_false(part.get("isAccessibleForFree"))) {
            claims.add(Field::Free, source, "false");
        }
        self.names(thing.get("author").or_else(|| thing.get("creator")), Field::Byline, claims);
        self.names(thing.get("publisher"), Field::SiteName, claims);
        for key in ["image", "thumbnailUrl", "primaryImageOfPage"] {
            if let Some(address) = self.image(thing.get(key)) {
                claims.add(Field::LeadImage, source, address);
            }
        }
    }

    /// The names of persons and organisations, each resolved by its id where only that is given.
    fn names(&self, value: Option<&Value>, field: Field, claims: &mut Claims) {
        let mut names: Vec<&str> = Vec::new();
        let mut pending: Vec<&Value> = value.into_iter().collect();
        while let Some(value) = pending.pop()
            && names.len() < MAX_NAMES
        {
            match value {
                Value::String(name) => names.push(name),
                Value::Array(items) => pending.extend(items.iter().rev()),
                Value::Object(thing) => {
                    let known = match (thing.get("name"), thing.get("@id")) {
                        (None, Some(Value::String(id))) => self.by_id.get(id.as_str()).copied().unwrap_or(thing),
                        _ => thing,
                    };
                    // Only strings and lists of them: a name is no thing with a name.
                    match known.get("name") {
                        Some(Value::String(name)) => names.push(name),
                        Some(Value::Array(items)) => names.extend(items.iter().filter_map(Value::as_str)),
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        if !names.is_empty() {
            // One name a line: commas stand inside names, too.
            claims.add(field, Source::JsonLd, names.join("\n"));
        }
    }

    /// The first address of an image given as string, object, reference or list of these.
    fn image(&self, value: Option<&'a Value>) -> Option<&'a str> {
        match value? {
            Value::Array(items) if !items.first()?.is_array() => self.image(items.first()),
            Value::String(address) => Some(address),
            Value::Object(thing) => {
                let known = match thing.get("@id") {
                    Some(Value::String(id)) if !thing.contains_key("url") => self.by_id.get(id.as_str()).copied(),
                    _ => None,
                };
                let thing = known.unwrap_or(thing);
                thing.get("url").or_else(|| thing.get("contentUrl"))?.as_str()
            }
            _ => None,
        }
    }
}

/// Whether a thing's address, written or by reference, is `url`.
fn addresses(value: Option<&Value>, url: &Url) -> bool {
    let written = match value {
        Some(Value::String(written)) => written,
        Some(Value::Object(thing)) => {
            let Some(Value::String(id)) = thing.get("@id").or_else(|| thing.get("url")) else { return false };
            id
        }
        _ => return false,
    };
    web_address::parse(Some(url), written).is_some_and(|other| {
        other.path().trim_end_matches('/') == url.path().trim_end_matches('/') && other.path() != "/"
    })
}

fn is_false(value: Option<&Value>) -> bool {
    match value {
        Some(Value::Bool(free)) => !free,
        Some(Value::String(free)) => free.eq_ignore_ascii_case("false"),
        _ => false,
    }
}

fn types(thing: &Thing) -> impl Iterator<Item = &str> {
    let (one, many) = match thing.get("@type") {
        Some(Value::String(name)) => (Some(name.as_str()), &[][..]),
        Some(Value::Array(names)) => (None, names.as_slice()),
        _ => (None, &[][..]),
    };
    let names = one.into_iter().chain(many.iter().filter_map(Value::as_str));
    // `http://schema.org/Article` and `schema:Article` are `Article`.
    names.map(|name| name.rsplit(['/', ':', '#']).next().unwrap_or(name))
}

/// Whether it is the page itself that is described, not what stands on it.
fn is_page(name: &str) -> bool {
    matches!(
        name,
        "WebPage" | "CollectionPage" | "ItemPage" | "AboutPage" | "FAQPage" | "ProfilePage" | "SearchResultsPage"
    )
}

/// Whether the type names something written, of schema.org's `Article` and its kin.
pub fn is_article(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with("article")
        || matches!(
            name.as_str(),
            "blogposting" | "liveblogposting" | "report" | "reviewnewsarticle" | "recipe" | "howto" | "review"
        )
}

/// How much a thing is what a page is about: 2 for something written, 1 for another thing with a page of its own.
fn rank(thing: &Thing) -> u8 {
    let of = |name: &str| {
        if is_article(name) || matches!(name, "DiscussionForumPosting" | "SocialMediaPosting") {
            2
        } else {
            u8::from(matches!(
                name,
                "Product" | "ProductGroup" | "Question" | "Event" | "Course" | "VideoObject" | "Book"
            ))
        }
    };
    types(thing).map(of).max().unwrap_or(0)
}

/// An article's body as one run of plain text.
pub fn body_text(written: &str) -> Option<String> {
    let text = plain::long(written);
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::testing::page;

    fn first(json: &str, field: Field) -> Option<String> {
        let page = page(&format!("<script type=application/ld+json>{json}</script>"));
        let mut claims = Claims::default();
        let url = Url::parse("https://a.example/story").unwrap();
        read(&View::of(&page), Some(&url), &mut claims);
        claims.first(field, |claim| Some(claim.value.clone()))
    }

    #[test]
    fn a_script_without_text_says_nothing_also_as_the_last_of_the_page() {
        let empty = "<script type=application/ld+json></script>";
        for markup in [empty.to_owned(), format!("{empty}{{\"@type\":\"Article\",\"headline\":\"Text\"}}")] {
            let mut claims = Claims::default();
            read(&View::of(&page(&markup)), None, &mut claims);
            assert!(claims.about(Field::Title).next().is_none(), "{markup}");
        }
    }

    #[test]
    fn authors_are_found_in_graphs_by_reference_and_in_lists() {
        let graph =
            r##"{"@graph":[{"@type":["NewsArticle"],"author":[{"@id":"#a"},"Bo"]},{"@id":"#a","name":"Ann"}]}"##;
        assert_eq!(first(graph, Field::Byline).as_deref(), Some("Ann\nBo"));
    }

    #[test]
    fn of_several_articles_the_one_at_this_address_counts() {
        let two = r#"[{"@type":"Article","headline":"Other","url":"https://a.example/other"},
            {"@type":"http://schema.org/Article","headline":"This","mainEntityOfPage":{"@id":"/story/"}}]"#;
        assert_eq!(first(two, Field::Title).as_deref(), Some("This"));
        let teasers = r#"[{"@type":"Article","headline":"One"},{"@type":"Article","headline":"Two"}]"#;
        assert_eq!(first(teasers, Field::Title), None);
    }

    #[test]
    fn a_video_whose_name_shares_no_word_with_the_title_is_but_a_part_of_the_page() {
        let page = page(
            r#"<script type=application/ld+json>{"@type":"VideoObject","name":"Floods","uploadDate":"2024-05-06"}</script>"#,
        );
        for (title, count) in [("It rains", 0), ("Floods after rain", 2)] {
            let mut claims = Claims::default();
            claims.add(Field::Title, Source::OpenGraph, title);
            read(&View::of(&page), None, &mut claims);
            let said = claims.about(Field::Title).chain(claims.about(Field::Published));
            assert_eq!(said.filter(|claim| claim.source == Source::JsonLd).count(), count, "{title}");
        }
    }

    #[test]
    fn a_part_that_is_not_free_is_reported() {
        let json = r#"{"@type":"Article","hasPart":{"isAccessibleForFree":"False"}}"#;
        assert_eq!(first(json, Field::Free).as_deref(), Some("false"));
    }

    #[test]
    fn an_image_may_be_a_string_an_object_or_a_list() {
        for image in [r#""/i.jpg""#, r#"{"url":"/i.jpg"}"#, r#"["/i.jpg","/j.jpg"]"#] {
            let json = format!(r#"{{"@type":"Article","image":{image}}}"#);
            assert_eq!(first(&json, Field::LeadImage).as_deref(), Some("/i.jpg"));
        }
    }
}
