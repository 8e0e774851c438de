//! Whether a page looks worth reading, before it is read: from a glance that costs next to nothing.
//!
//! A live document is glanced at by `wasm/glance.js`, a page that was read by [`Glance::of`]; both see the same. What the
//! whole line says of a page ([`crate::article::Article::readerable`]) is what the model has been taught to foresee.

use url::Url;

use crate::{
    hash,
    metadata::{AddressShape, is_article_type},
    model,
    page::{Attr, NodeId, Page, Tag, text},
};

/// Texts looked at; an article shows itself long before.
const MAX_TEXTS: usize = 200;
/// Characters from which a text is long (Mozilla's isProbablyReaderable).
const LONG: f32 = 140.0;
/// Characters under which it is a label.
const SHORT: f32 = 60.0;
/// Share of a text's characters from which it is a link.
const LINKED: f32 = 0.5;

/// Names of the facts, in order.
pub const GLANCE_FACTS: [&str; 25] = [
    "texts",
    "long_texts",
    "long_roots",
    "longest",
    "chars",
    "link_density",
    "short_texts",
    "linked_texts",
    "longest_run",
    "links",
    "chars_a_link",
    "items",
    "articles",
    "headings",
    "linked_headings",
    "times",
    "says_article",
    "says_day",
    "says_author",
    "title_words",
    "address_depth",
    "address_words",
    "address_in_title",
    "address_of_title",
    "address_digits",
];

/// Where among them the number of long texts stands.
const LONG_TEXTS: usize = 1;
const _: () = assert!(matches!(GLANCE_FACTS[LONG_TEXTS].as_bytes(), b"long_texts"));

/// A number that changes whenever the facts' names or their order do: the probe's weights are good for these alone.
pub fn facts_hash() -> u64 {
    hash::of_names(GLANCE_FACTS.into_iter())
}

/// What is seen of a page at a glance.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glance {
    /// How many links there are.
    pub links: u32,
    /// How many items of lists.
    pub items: u32,
    /// How many `article` elements.
    pub articles: u32,
    /// How many headings of the second and third level.
    pub headings: u32,
    /// How many of those hold a link, or stand in one.
    pub linked_headings: u32,
    /// How many `time` elements.
    pub times: u32,
    /// Whether the head says that this is an article.
    pub says_article: bool,
    /// Whether it says when that was published.
    pub says_day: bool,
    /// Whether it says who wrote it.
    pub says_author: bool,
    /// Characters in all and in links of the first texts: paragraphs, preformatted text, boxes with broken lines.
    pub texts: Vec<[u32; 2]>,
}

impl Glance {
    /// As `glance.js` writes it; `None` where that is too short.
    pub fn read(numbers: &[u32]) -> Option<Self> {
        let (counts, texts) = numbers.split_first_chunk()?;
        let [links, items, articles, headings, linked_headings, times, says_article, says_day, says_author] = *counts;
        Some(Self {
            links,
            items,
            articles,
            headings,
            linked_headings,
            times,
            says_article: says_article > 0,
            says_day: says_day > 0,
            says_author: says_author > 0,
            texts: texts.as_chunks().0.iter().take(MAX_TEXTS).copied().collect(),
        })
    }

    /// Of a page that has been read.
    pub fn of(page: &Page) -> Self {
        let mut glance = Self::default();
        for node in page.nodes() {
            let Some(tag) = page.tag(node) else { continue };
            match tag {
                Tag::A => glance.links += 1,
                Tag::Li => glance.items += 1,
                Tag::Article => glance.articles += 1,
                Tag::H2 | Tag::H3 => {
                    glance.headings += 1;
                    glance.linked_headings +=
                        u32::from(links_in(page, node).next().is_some() || is_in_link(page, node));
                }
                Tag::Time => glance.times += 1,
                Tag::Meta => glance.read_meta(page, node),
                Tag::Script if page.attr(node, Attr::Type) == Some("application/ld+json") => {
                    glance.says_article |= page.children(node).filter_map(|child| page.text(child)).any(says_article);
                }
                _ => {}
            }
            let is_text = matches!(tag, Tag::P | Tag::Pre)
                || (tag == Tag::Div && page.children(node).any(|child| page.is(child, Tag::Br)));
            if is_text && glance.texts.len() < MAX_TEXTS {
                glance.texts.push([chars(page, node), links_in(page, node).map(|link| chars(page, link)).sum()]);
            }
        }
        glance
    }

    fn read_meta(&mut self, page: &Page, node: NodeId) {
        match page.attr(node, Attr::Property).or_else(|| page.attr(node, Attr::Name)) {
            Some("og:type") => self.says_article |= page.attr(node, Attr::Content) == Some("article"),
            Some("article:published_time") => self.says_day = true,
            Some("author" | "article:author") => self.says_author = true,
            _ => {}
        }
    }

    /// What speaks for an article, in the order of [`GLANCE_FACTS`]. `title`: of the document.
    pub fn facts(&self, url: Option<&Url>, title: &str) -> [f32; GLANCE_FACTS.len()] {
        let texts: Vec<[f32; 2]> = self.texts.iter().map(|text| text.map(|chars| chars as f32)).collect();
        let is_linked = |[chars, linked]: &[f32; 2]| linked / chars.max(1.0) > LINKED;
        let is_long = |text: &[f32; 2]| text[0] >= LONG && !is_linked(text);
        let chars: f32 = texts.iter().map(|[chars, _]| chars).sum();
        let long = || texts.iter().filter(|text| is_long(text));
        let runs = texts.split(|text| !is_long(text)).map(<[_]>::len);
        let links = self.links as f32;
        let yes = |holds: bool| f32::from(u8::from(holds));
        let address = url.and_then(|url| AddressShape::of(url, Some(title)));
        let [depth, words, in_title, of_title, digits, _] = AddressShape::facts(address);
        [
            texts.len() as f32,
            long().count() as f32,
            long().map(|[chars, _]| (chars - LONG).sqrt()).sum(),
            texts.iter().map(|[chars, _]| *chars).fold(0.0, f32::max),
            chars.ln_1p(),
            texts.iter().map(|[_, linked]| linked).sum::<f32>() / chars.max(1.0),
            texts.iter().filter(|[chars, _]| *chars < SHORT).count() as f32,
            texts.iter().filter(|text| is_linked(text)).count() as f32,
            runs.max().unwrap_or(0) as f32,
            links,
            chars / (links + 1.0),
            self.items as f32,
            self.articles as f32,
            self.headings as f32,
            self.linked_headings as f32 / self.headings.max(1) as f32,
            self.times as f32,
            yes(self.says_article),
            yes(self.says_day),
            yes(self.says_author),
            text::words(title) as f32,
            depth,
            words,
            in_title,
            of_title,
            digits,
        ]
    }

    /// The probability, 0 to 1, that the whole line would call the page worth reading. Without a single long text it is
    /// none yet: what has begun to load is looked at again.
    pub fn confidence(&self, url: Option<&Url>, title: &str) -> f32 {
        let facts = self.facts(url, title);
        if facts[LONG_TEXTS] == 0.0 { 0.0 } else { model::probe(&facts) }
    }
}

fn links_in(page: &Page, node: NodeId) -> impl Iterator<Item = NodeId> {
    page.descendants(node).filter(|&inner| page.is(inner, Tag::A))
}

fn is_in_link(page: &Page, node: NodeId) -> bool {
    page.ancestors(node).any(|above| page.is(above, Tag::A))
}

/// As JavaScript counts them.
fn chars(page: &Page, node: NodeId) -> u32 {
    page.text_inside(node).encode_utf16().count() as u32
}

/// Whether JSON-LD names a type of what is written.
fn says_article(json: &str) -> bool {
    json.split("\"@type\"").skip(1).any(|rest| {
        let value = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '['));
        value.strip_prefix('"').and_then(|value| value.split('"').next()).is_some_and(is_article_type)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::html;

    fn confidence(markup: &str, url: &str) -> f32 {
        let page = html::read(&format!(
            "<html><head><title>Rain falls on the valley</title></head><body>{markup}</body></html>"
        ));
        Glance::of(&page.unwrap()).confidence(Url::parse(url).ok().as_ref(), "Rain falls on the valley")
    }

    #[test]
    fn a_story_is_one_to_read_and_a_front_page_of_teasers_is_none() {
        let paragraph =
            format!("<p>{}</p>", "The river rose over its banks in the night, said the keeper of the lock. ".repeat(5));
        let story = format!("<h1>Rain falls on the valley</h1><time>5 March 2024</time>{}", paragraph.repeat(12));
        assert!(confidence(&story, "https://a.example/2024/03/rain-falls-on-the-valley") > 0.8);
        assert!(confidence(&story, "") > 0.5, "where no address is known");
        let teaser = "<article><h3><a href=/a>The council votes on the bridge</a></h3><p><a href=/a>A line of it.</a></p><time>5 March</time></article>";
        assert!(confidence(&teaser.repeat(40), "https://a.example/news") < 0.5);
        assert_eq!(confidence("", "https://a.example/").to_bits(), 0);
        let list = "<h1>All stories</h1><ul><li><a href=/a>The ferry</a></ul><p>A line about the site.</p>";
        assert_eq!(confidence(list, "https://a.example/stories").to_bits(), 0, "no text is long");
    }

    #[test]
    fn the_weights_belong_to_the_facts() {
        assert_eq!(model::GLANCE_HASH, facts_hash(), "the facts changed: run the training");
    }

    #[test]
    fn what_is_too_short_to_be_a_glance_is_none() {
        assert_eq!(Glance::read(&[1, 2, 3]), None);
        let seen = Glance::read(&[1, 2, 3, 4, 5, 6, 1, 0, 1, 400, 20, 30]).unwrap();
        assert_eq!((seen.says_article, seen.says_day, seen.says_author), (true, false, true));
        assert_eq!(seen.texts, [[400, 20]], "half a text is none");
    }

    #[test]
    fn no_more_texts_are_looked_at_than_that() {
        for (texts, seen) in [(MAX_TEXTS - 1, MAX_TEXTS - 1), (MAX_TEXTS, MAX_TEXTS), (MAX_TEXTS + 1, MAX_TEXTS)] {
            let page = html::read(&format!("<body>{}</body>", "<p>A line</p>".repeat(texts))).unwrap();
            assert_eq!(Glance::of(&page).texts.len(), seen);
        }
    }
}
