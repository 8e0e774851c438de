//! What sort of page it is: evidence from its address, from what it says of itself and from its shape, each with a
//! weight; the kind with the most wins. Words of an address are common nouns, never a site's name.

use url::Url;

use super::{
    Kind, attr_words,
    claim::{Claims, Field},
    json_ld,
};
use crate::page::{Attr, NodeId, Page, Tag, text};

/// Words of the path or of the host's own labels, and what they speak for.
const ADDRESS_WORDS: &[(&[&str], Kind, f32)] = &[
    (
        &[
            "thread",
            "threads",
            "forum",
            "forums",
            "topic",
            "viewtopic",
            "showthread",
            "showtopic",
            "questions",
            "discussion",
            "discussions",
            "discuss",
            "community",
            "bbs",
            "board",
            "comments",
            "t",
        ],
        Kind::Forum,
        2.5,
    ),
    (
        &[
            "docs",
            "doc",
            "documentation",
            "manual",
            "reference",
            "handbook",
            "api",
            "wiki",
            "developer",
            "developers",
            "man",
        ],
        Kind::Documentation,
        2.5,
    ),
    (&["product", "products", "dp", "prd", "item"], Kind::Product, 1.5),
    (&["collections", "collection", "c", "category", "shop", "browse", "cat"], Kind::Collection, 1.5),
    (
        &[
            "services",
            "service",
            "solutions",
            "programs",
            "departments",
            "consulting",
            "platform",
            "pricing",
            "features",
        ],
        Kind::Service,
        2.0,
    ),
    (
        &[
            "blog",
            "blogs",
            "article",
            "articles",
            "news",
            "story",
            "post",
            "posts",
            "resources",
            "learn",
            "insights",
            "guide",
            "guides",
        ],
        Kind::Article,
        1.5,
    ),
    (
        &[
            "category",
            "categories",
            "tag",
            "tags",
            "topics",
            "archive",
            "search",
            "jobs",
            "list",
            "directory",
            "find",
            "events",
        ],
        Kind::Listing,
        1.5,
    ),
];

/// Types of schema.org and Open Graph, and what they speak for.
const TYPES: &[(&[&str], Kind, f32)] = &[
    (&["discussionforumposting", "qapage", "interactioncounter"], Kind::Forum, 3.0),
    (&["og:product", "og:product.item", "og:og:product"], Kind::Product, 3.5),
    (&["og:product.group"], Kind::Collection, 4.0),
    (&["collectionpage", "searchresultspage"], Kind::Listing, 2.0),
    (&["offercatalog"], Kind::Collection, 1.0),
    (&["techarticle", "apireference"], Kind::Documentation, 2.0),
    (&["service", "professionalservice", "localbusiness", "softwareapplication"], Kind::Service, 1.5),
    (&["og:article", "og:blog"], Kind::Article, 1.5),
];

/// Programs that make pages of one kind, as they name themselves in `meta name=generator`.
const GENERATORS: &[(&[&str], Kind, f32)] = &[
    (&["discourse", "phpbb", "vbulletin", "xenforo", "mybb", "flarum", "nodebb", "lemmy"], Kind::Forum, 4.0),
    (
        &[
            "sphinx",
            "docusaurus",
            "mkdocs",
            "mediawiki",
            "docutils",
            "rustdoc",
            "mdbook",
            "vitepress",
            "gitbook",
            "javadoc",
            "starlight",
        ],
        Kind::Documentation,
        4.0,
    ),
];

/// Decides the kind. `is_signed` and `is_dated`: whether an author and a date of publication were found.
pub fn of(page: &Page, url: Option<&Url>, claims: &Claims, is_signed: bool, is_dated: bool) -> Kind {
    let mut votes = Votes::default();
    votes.address(url);
    let said = |list: &[&str]| list.iter().any(|name| claims.says(Field::Type, name));
    for &(names, kind, weight) in TYPES {
        if said(names) {
            votes.add(kind, weight);
        }
    }
    if claims.about(Field::Type).any(|claim| json_ld::is_article(&claim.value)) {
        votes.add(Kind::Article, 2.5);
    }
    let products = claims.about(Field::Type).filter(|claim| claim.value == "product").count();
    match products {
        0 => {}
        1 => votes.add(Kind::Product, 3.0),
        _ => votes.add(Kind::Collection, 2.0),
    }
    votes.add(Kind::Article, if is_signed { 1.0 } else { -0.5 });
    votes.add(Kind::Article, if is_dated { 1.0 } else { -0.5 });
    votes.generators(page);
    votes.shape(&Shape::of(page));
    votes.winner()
}

/// Votes by kind, in the order of [`KINDS`].
#[derive(Default)]
struct Votes([f32; KINDS.len()]);

/// Of equal votes the first wins.
const KINDS: [Kind; 7] =
    [Kind::Article, Kind::Service, Kind::Listing, Kind::Documentation, Kind::Forum, Kind::Product, Kind::Collection];

/// Fewer votes than this say nothing.
const MIN_VOTES: f32 = 0.5;

impl Votes {
    fn add(&mut self, kind: Kind, weight: f32) {
        if let Some(index) = KINDS.iter().position(|known| *known == kind) {
            self.0[index] += weight;
        }
    }

    fn winner(&self) -> Kind {
        let best = KINDS.iter().zip(self.0).rev().max_by(|a, b| a.1.total_cmp(&b.1));
        best.filter(|(_, votes)| *votes >= MIN_VOTES).map_or(Kind::Other, |(kind, _)| *kind)
    }

    fn address(&mut self, url: Option<&Url>) {
        let Some(url) = url else { return };
        let host = url.host_str().unwrap_or_default();
        // The last two labels are the registered name.
        let labels: Vec<&str> = host.split('.').collect();
        let own = &labels[..labels.len().saturating_sub(2)];
        let segments: Vec<&str> = url.path().split(['/', '.', '_']).filter(|part| !part.is_empty()).collect();
        // A slug's last words are a title's, not a place in the site.
        let places: Vec<String> =
            own.iter().copied().chain(segments.iter().copied()).map(str::to_ascii_lowercase).collect();
        for &(words, kind, weight) in ADDRESS_WORDS {
            let hit = |place: &String| {
                words.iter().any(|word| {
                    place == word
                        || (word.len() > 4
                            && place.split('-').any(|part| part == *word)
                            && place.split('-').count() <= 3)
                })
            };
            if places.iter().any(hit) {
                self.add(kind, weight);
            }
        }
        if segments.is_empty() {
            self.add(Kind::Service, 3.0);
            self.add(Kind::Listing, 1.5);
            self.add(Kind::Article, -2.0);
        }
    }

    fn generators(&mut self, page: &Page) {
        let metas = page.nodes().filter(|&node| {
            page.is(node, Tag::Meta)
                && page.attr(node, Attr::Name).is_some_and(|name| name.eq_ignore_ascii_case("generator"))
        });
        let made_by: Vec<String> =
            metas.filter_map(|node| page.attr(node, Attr::Content)).map(str::to_ascii_lowercase).collect();
        for &(names, kind, weight) in GENERATORS {
            if made_by.iter().any(|by| names.iter().any(|name| by.contains(name))) {
                self.add(kind, weight);
            }
        }
    }

    fn shape(&mut self, shape: &Shape) {
        let prose = shape.prose_words;
        if prose > 500 {
            self.add(Kind::Article, 1.0);
        } else if prose < 150 {
            self.add(Kind::Article, -1.0);
            self.add(Kind::Collection, 0.5);
            self.add(Kind::Listing, 0.5);
        }
        self.add(Kind::Service, 1.5);
        if shape.posts >= 2 {
            self.add(Kind::Forum, 1.5);
        }
        if shape.codes >= 3 {
            self.add(Kind::Documentation, 1.0);
        }
        if shape.doc_marks > 0 {
            self.add(Kind::Documentation, 1.0);
        }
        if shape.buys > 0 && shape.buys <= 3 {
            self.add(Kind::Product, 1.5);
        }
        if shape.prices >= 8 && prose < 600 {
            self.add(Kind::Collection, 2.0);
        } else if shape.prices >= 1 && prose < 600 {
            self.add(Kind::Product, 0.5);
        }
        if shape.cards >= 12 && prose < 600 {
            self.add(Kind::Listing, 1.5);
            self.add(Kind::Collection, 0.5);
        }
        if shape.times >= 6 && prose < 600 {
            self.add(Kind::Listing, 1.0);
        }
    }
}

/// The page's shape, counted in one pass.
#[derive(Default)]
struct Shape {
    /// Words in paragraphs of more than [`MIN_PROSE_CHARS`] outside links.
    prose_words: usize,
    /// Elements that are called posts, messages or answers and hold a name or a time.
    posts: usize,
    codes: usize,
    /// Elements with the class names that programs for documentation give.
    doc_marks: usize,
    /// "Add to cart".
    buys: usize,
    /// Texts that are a price.
    prices: usize,
    /// Headings or list items that are one link.
    cards: usize,
    times: usize,
}

const MIN_PROSE_CHARS: usize = 80;
const BUY: &[&str] = &[
    "add to cart",
    "add to bag",
    "add to basket",
    "buy now",
    "in den warenkorb",
    "ajouter au panier",
    "añadir al carrito",
    "aggiungi al carrello",
    "adicionar ao carrinho",
    "do koszyka",
    "in winkelwagen",
];
const DOC_MARKS: &[&str] =
    &["toctree", "docusaurus", "docsearch", "rustdoc", "mdbook", "sphinxsidebar", "rst", "headerlink"];
const POST_NAMES: &[&str] = &["post", "message", "answer", "reply"];

impl Shape {
    fn of(page: &Page) -> Self {
        let mut shape = Self::default();
        let mut next = page.body().next();
        let end = page.subtree_end(page.body());
        while next < end {
            let node = next;
            next = node.next();
            let Some(tag) = page.tag(node) else {
                shape.read_text(page.text(node).unwrap_or_default());
                continue;
            };
            if tag.is_unread() {
                next = page.subtree_end(node);
                continue;
            }
            match tag {
                Tag::P => {
                    let text = page.text_inside(node);
                    if text.len() > MIN_PROSE_CHARS {
                        shape.prose_words += text::words(&text);
                    }
                }
                Tag::Pre => shape.codes += 1,
                Tag::Time => shape.times += 1,
                Tag::H2 | Tag::H3 | Tag::H4 => shape.cards += usize::from(is_link(page, node)),
                Tag::Div | Tag::Article | Tag::Li | Tag::Section | Tag::Tr | Tag::Td => {
                    let is_post = attr_words::any(page, node, POST_NAMES);
                    shape.posts += usize::from(
                        is_post
                            && page.attr(node, Attr::Id).is_some_and(|id| id.ends_with(|c: char| c.is_ascii_digit())),
                    );
                }
                _ => {}
            }
            if shape.doc_marks == 0 {
                shape.doc_marks += usize::from(attr_words::any(page, node, DOC_MARKS));
            }
        }
        shape
    }

    fn read_text(&mut self, text: &str) {
        let text = text.trim();
        if text.is_empty() || text.len() > 40 {
            return;
        }
        let is_price = text.starts_with(['$', '€', '£', '¥']) || text.ends_with(['€', '£']) || text.starts_with("US$");
        self.prices += usize::from(is_price && text.chars().any(|c| c.is_ascii_digit()));
        let small = text.to_lowercase();
        self.buys += usize::from(BUY.contains(&small.as_str()));
    }
}

/// Whether a heading is one link, or stands in one.
fn is_link(page: &Page, heading: NodeId) -> bool {
    page.children(heading).any(|child| page.is(child, Tag::A))
        || page.ancestors(heading).take(3).any(|up| page.is(up, Tag::A))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::testing::page;

    fn kind(markup: &str, url: &str, types: &[&str]) -> Kind {
        let mut claims = Claims::default();
        for name in types {
            claims.add(Field::Type, crate::metadata::claim::Source::JsonLd, *name);
        }
        of(&page(&format!("<body>{markup}</body>")), Url::parse(url).ok().as_ref(), &claims, false, false)
    }

    #[test]
    fn what_the_page_says_it_is_counts() {
        assert_eq!(kind("", "https://a.example/x", &["newsarticle", "og:article"]), Kind::Article);
        assert_eq!(kind("", "https://a.example/x", &["product"]), Kind::Product);
        assert_eq!(kind("", "https://a.example/x", &["qapage"]), Kind::Forum);
    }

    #[test]
    fn common_words_of_the_address_count_but_not_the_registered_name() {
        assert_eq!(kind("<pre>a</pre><pre>b</pre><pre>c</pre>", "https://docs.a.example/x", &[]), Kind::Documentation);
        assert_eq!(kind("", "https://forum.example/x", &[]), Kind::Service);
    }
}
