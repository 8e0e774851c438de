//! The page's shape: counts from one pass, and what they are signs of.

use crate::{
    metadata::{
        Kind,
        credits::LINK_DEPTH,
        view::{Called, View},
    },
    page::{Attr, NodeId, Tag, text},
};

/// What other readings found out before.
#[derive(Default)]
pub struct Known {
    pub is_signed: bool,
    pub is_dated: bool,
    /// Whether the page stands at the root of its site.
    pub is_front: bool,
}

/// What a page's shape is told by: how often what stands on it. Menus and footers do not count.
#[derive(Default)]
pub struct Shape {
    known: Known,
    /// Words in paragraphs of more than [`MIN_PROSE_BYTES`].
    prose_words: usize,
    /// Words in links.
    link_words: usize,
    /// Words in all.
    words: usize,
    /// Links with as many words as a headline has.
    headline_links: usize,
    /// Headings that are one link.
    cards: usize,
    /// `article` elements.
    articles: usize,
    /// `time` elements.
    times: usize,
    /// Lists of page numbers.
    paginations: usize,
    /// Elements that are called posts, messages or answers and are numbered.
    posts: usize,
    /// `pre` elements.
    codes: usize,
    /// Elements with the class names that programs for documentation give.
    doc_marks: usize,
    /// "Add to cart".
    buys: usize,
    /// Texts that are a price.
    prices: usize,
    /// Texts that ask to act: to try, to order, to talk to someone.
    calls: usize,
}

/// A trait of the shape, and the kinds it speaks for or against.
pub struct Sign {
    pub holds: fn(&Shape) -> bool,
    pub votes: &'static [(Kind, f32)],
}

/// All signs. Weights from a logistic regression on the pages of WCXB's development split (half of the hosts to fit, half
/// to check), rounded to halves.
pub const SIGNS: &[Sign] = {
    use Kind::{Article, Collection, Documentation, Forum, Listing, Product, Service};
    &[
        Sign {
            holds: |shape| shape.known.is_signed,
            votes: &[(Article, 1.0), (Service, -0.5), (Forum, 0.5), (Collection, -0.5)],
        },
        Sign { holds: |shape| !shape.known.is_signed, votes: &[(Article, -0.5), (Service, 0.5), (Forum, -0.5)] },
        Sign { holds: |shape| shape.known.is_dated, votes: &[(Article, 0.5), (Listing, 0.5), (Forum, 0.5)] },
        Sign { holds: |shape| !shape.known.is_dated, votes: &[(Article, -0.5)] },
        Sign {
            holds: |shape| shape.known.is_front && shape.headline_links >= 8 && shape.link_share() > 0.35,
            votes: &[(Listing, 2.0), (Service, -1.5)],
        },
        Sign { holds: |shape| shape.prose_words < 150, votes: &[(Article, -0.5), (Listing, 0.5)] },
        Sign {
            holds: |shape| shape.prose_words > 500,
            votes: &[(Article, 1.0), (Product, -1.0), (Collection, -0.5), (Listing, -0.5)],
        },
        Sign { holds: |shape| shape.link_share() > 0.5, votes: &[(Listing, 1.0), (Collection, 0.5)] },
        Sign {
            holds: |shape| shape.link_share() < 0.15,
            votes: &[(Article, 0.5), (Service, 0.5), (Listing, -1.0), (Collection, -0.5)],
        },
        Sign { holds: |shape| shape.headline_links >= 15, votes: &[(Listing, 0.5), (Collection, 0.5)] },
        Sign { holds: |shape| shape.cards >= 12, votes: &[(Listing, 0.5), (Collection, 0.5)] },
        Sign { holds: |shape| shape.articles >= 6, votes: &[(Listing, 0.5)] },
        Sign { holds: |shape| shape.times >= 6, votes: &[(Article, -0.5), (Forum, 0.5), (Listing, 0.5)] },
        Sign { holds: |shape| shape.paginations > 0, votes: &[(Article, -0.5), (Collection, 0.5)] },
        Sign { holds: |shape| shape.calls >= 2, votes: &[(Service, 1.0)] },
        Sign { holds: |shape| shape.calls >= 5, votes: &[(Service, 1.0)] },
        Sign { holds: |shape| shape.posts >= 2, votes: &[(Article, -1.0), (Forum, 1.0)] },
        Sign { holds: |shape| shape.codes >= 3, votes: &[(Documentation, 2.5)] },
        Sign { holds: |shape| shape.doc_marks > 0, votes: &[(Documentation, 1.0)] },
        Sign { holds: |shape| (1..=3).contains(&shape.buys), votes: &[(Product, 2.5)] },
        Sign { holds: |shape| shape.buys > 3, votes: &[(Product, 1.0), (Collection, 0.5)] },
        Sign { holds: |shape| shape.prices >= 8, votes: &[(Collection, 1.5)] },
    ]
};

/// Bytes of a paragraph's text from which it is prose.
const MIN_PROSE_BYTES: usize = 80;

/// Words of the shortest headline.
const MIN_HEADLINE_WORDS: usize = 5;

/// Bytes of the longest price or button.
const MAX_SHORT_BYTES: usize = 40;

/// Elements around a post of which one may be called a live blog.
const LIVE_DEPTH: usize = 3;

/// What buttons of shops say, lower-case.
pub const BUY: &[&str] = &[
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

/// What asks to act begins with, lower-case.
pub const CALLS: &[&str] = &[
    "get started",
    "contact us",
    "contact sales",
    "book a",
    "book now",
    "schedule a",
    "request a",
    "get a quote",
    "get a free",
    "free quote",
    "free trial",
    "start free",
    "start your free",
    "try it free",
    "try for free",
    "sign up",
    "talk to",
    "call us",
    "call now",
    "learn more",
    "get in touch",
    "see pricing",
    "view pricing",
    "watch demo",
    "apply now",
    "enroll",
    "join now",
    "jetzt anfragen",
    "termin vereinbaren",
    "kostenlos testen",
    "nous contacter",
    "demander un devis",
    "contáctanos",
    "solicitar",
    "contattaci",
];

/// What programs for documentation call their elements.
pub const DOC_MARKS: &[&str] =
    &["toctree", "docusaurus", "docsearch", "rustdoc", "mdbook", "sphinxsidebar", "rst", "headerlink"];

/// What a post of a forum is called.
pub const POST_NAMES: &[&str] = &["post", "message", "answer", "reply"];

/// What a live blog and its entries are called.
pub const LIVE_NAMES: &[&str] = &["live", "liveblog"];

/// What a list of page numbers is called.
pub const PAGINATION_NAMES: &[&str] = &["pagination", "pager", "paginate"];

impl Shape {
    /// Counts what is on the page.
    pub fn of(page: &View<'_>, known: Known) -> Self {
        let mut shape = Self { known, ..Self::default() };
        let mut next = page.body().next();
        let end = page.subtree_end(page.body());
        // Where the last link ends, and its words so far.
        let (mut link_end, mut words_of_link) = (next, 0);
        while next < end {
            let node = next;
            next = node.next();
            let Some(tag) = page.tag(node) else {
                let written = page.trimmed(node);
                if written.is_empty() {
                    continue;
                }
                let words = text::words(written);
                shape.words += words;
                let paragraph = page.parent(node).filter(|&parent| page.is(parent, Tag::P));
                if paragraph.is_some_and(|paragraph| sole_text(page, paragraph) == Some(node)) && is_prose(written) {
                    shape.prose_words += words;
                }
                if node < link_end {
                    shape.link_words += words;
                    let before = words_of_link;
                    words_of_link += words;
                    let becomes_headline = before < MIN_HEADLINE_WORDS && words_of_link >= MIN_HEADLINE_WORDS;
                    shape.headline_links += usize::from(becomes_headline);
                }
                shape.read_short(written);
                continue;
            };
            let is_pagination = page.is_called(node, Called::PagesOfKind);
            shape.paginations += usize::from(is_pagination);
            if is_pagination || tag.is_unread() || matches!(tag, Tag::Nav | Tag::Footer) {
                next = page.subtree_end(node);
                continue;
            }
            if tag == Tag::A {
                (link_end, words_of_link) = (page.subtree_end(node), 0);
            }
            shape.read_element(page, node, tag);
        }
        shape
    }

    /// The share of the words that stand in links.
    fn link_share(&self) -> f32 {
        self.link_words as f32 / self.words.max(1) as f32
    }

    fn read_element(&mut self, page: &View<'_>, node: NodeId, tag: Tag) {
        match tag {
            // The words of one that is all one text are counted with it.
            Tag::P if sole_text(page, node).is_none() => {
                let text = page.text_inside(node);
                if text.len() > MIN_PROSE_BYTES {
                    self.prose_words += text::words(&text);
                }
            }
            Tag::Pre => self.codes += 1,
            Tag::Time => self.times += 1,
            Tag::H2 | Tag::H3 | Tag::H4 => self.cards += usize::from(is_link(page, node)),
            _ => {}
        }
        self.articles += usize::from(tag == Tag::Article);
        if page.attr(node, Attr::Id).is_some_and(|id| id.ends_with(|c: char| c.is_ascii_digit()))
            && matches!(tag, Tag::Div | Tag::Article | Tag::Li | Tag::Section | Tag::Tr | Tag::Td)
        {
            self.posts += usize::from(page.is_called(node, Called::Post) && !is_live(page, node));
        }
        if self.doc_marks == 0 {
            self.doc_marks += usize::from(page.is_called(node, Called::Documentation));
        }
    }

    fn read_short(&mut self, text: &str) {
        if text.len() > MAX_SHORT_BYTES {
            return;
        }
        let is_price = text.starts_with(['$', '€', '£', '¥']) || text.ends_with(['€', '£']) || text.starts_with("US$");
        self.prices += usize::from(is_price && text.chars().any(|c| c.is_ascii_digit()));
        // Few texts begin with the same letter as any of these.
        let first = text.chars().flat_map(char::to_lowercase).next();
        if !BUY.iter().chain(CALLS).any(|phrase| phrase.chars().next() == first) {
            return;
        }
        let small = text.to_lowercase();
        self.buys += usize::from(BUY.contains(&small.as_str()));
        self.calls += usize::from(CALLS.iter().any(|call| small.starts_with(call)));
    }
}

/// The text that is all there is in an element.
fn sole_text(page: &View<'_>, node: NodeId) -> Option<NodeId> {
    let text = node.next();
    (text.next() == page.subtree_end(node) && page.text(text).is_some()).then_some(text)
}

/// Whether a paragraph's text, its white space squashed, is longer than [`MIN_PROSE_BYTES`].
fn is_prose(text: &str) -> bool {
    // Most are squashed as they stand, and told by how they begin.
    let beginning = text::head(text, 2 * MIN_PROSE_BYTES);
    text::squashed_length(beginning) > MIN_PROSE_BYTES || text::squash(text).len() > MIN_PROSE_BYTES
}

/// Whether it is an entry of a live blog, whose entries are called posts, too.
fn is_live(page: &View<'_>, post: NodeId) -> bool {
    page.inclusive_ancestors(post).take(LIVE_DEPTH).any(|up| page.is_called(up, Called::Live))
}

/// Whether a heading is one link, or stands in one.
fn is_link(page: &View<'_>, heading: NodeId) -> bool {
    page.children(heading).any(|child| page.is(child, Tag::A))
        || page.ancestors(heading).take(LINK_DEPTH).any(|up| page.is(up, Tag::A))
}
