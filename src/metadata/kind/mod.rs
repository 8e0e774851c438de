//! What sort of page it is: evidence from its address, from what it says of itself and from its shape, each with a
//! weight; the kind with the most wins.

pub(super) mod shape;
pub(super) mod words;

use url::Url;

use self::{
    shape::{Known, SIGNS, Shape},
    words::{ADDRESS_WORDS, ARTICLE_VOTES, FRONT_VOTES, GENERATORS, ONE_PRODUCT_VOTES, PRODUCTS_VOTES, TYPES},
};
use super::{
    Kind,
    claim::{Claims, Field},
    json_ld,
    view::View,
};
use crate::page::{Attr, Tag};

/// Gathers the votes for each kind. `is_signed` and `is_dated`: whether an author and a date of publication were found.
pub fn of(page: &View<'_>, url: Option<&Url>, claims: &Claims, is_signed: bool, is_dated: bool) -> Votes {
    let mut votes = Votes::default();
    votes.address(url);
    let said = |list: &[&str]| list.iter().any(|name| claims.says(Field::Type, name));
    for &(names, kind, weight) in TYPES {
        if said(names) {
            votes.add(kind, weight);
        }
    }
    if claims.about(Field::Type).any(|claim| json_ld::is_article(&claim.value)) {
        votes.add(Kind::Article, ARTICLE_VOTES);
    }
    let products = claims.about(Field::Type).filter(|claim| claim.value == "product").count();
    match products {
        0 => {}
        1 => votes.add(Kind::Product, ONE_PRODUCT_VOTES),
        _ => votes.add(Kind::Collection, PRODUCTS_VOTES),
    }
    votes.generators(page);
    let is_front = url.is_some_and(|url| url.path().trim_matches('/').is_empty());
    let shape = Shape::of(page, Known { is_signed, is_dated, is_front });
    for sign in SIGNS.iter().filter(|sign| (sign.holds)(&shape)) {
        for &(kind, weight) in sign.votes {
            votes.add(kind, weight);
        }
    }
    votes
}

/// Votes by kind, in the order of [`KINDS`].
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Votes(pub [f32; KINDS.len()]);

/// Of equal votes the first wins.
pub const KINDS: [Kind; 7] =
    [Kind::Article, Kind::Service, Kind::Listing, Kind::Documentation, Kind::Forum, Kind::Product, Kind::Collection];

/// Fewer votes than this say nothing.
const MIN_VOTES: f32 = 0.5;

impl Votes {
    fn add(&mut self, kind: Kind, weight: f32) {
        if let Some(index) = KINDS.iter().position(|known| *known == kind) {
            self.0[index] += weight;
        }
    }

    /// The kind with the most votes.
    pub fn winner(&self) -> Kind {
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
            for &(kind, weight) in FRONT_VOTES {
                self.add(kind, weight);
            }
        }
    }

    fn generators(&mut self, page: &View<'_>) {
        let metas = page.heads().filter(|&node| {
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
        of(&View::of(&page(&format!("<body>{markup}</body>"))), Url::parse(url).ok().as_ref(), &claims, false, false)
            .winner()
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
        assert_eq!(kind("<p>A</p>", "https://forum.example/x", &[]), kind("<p>A</p>", "https://a.example/x", &[]));
    }

    #[test]
    fn entries_of_a_live_blog_are_no_posts_of_a_forum() {
        let entries = |name: &str| {
            let text = "The council votes on the bridge, and the mayor speaks. ".repeat(30);
            format!("<div class={name} id=p1><time>19:00</time><p>{text}</p></div>").repeat(8)
        };
        let kind_of = |markup: &str| {
            of(&View::of(&page(&format!("<body>{markup}</body>"))), None, &Claims::default(), true, true).winner()
        };
        assert_eq!(kind_of(&entries("post")), Kind::Forum);
        assert_eq!(kind_of(&entries("live-post")), Kind::Article);
        assert_eq!(kind_of(&format!("<div class=liveblog>{}</div>", entries("post"))), Kind::Article);
    }

    #[test]
    fn a_front_page_of_teasers_is_a_listing() {
        let teaser = "<article><h3><a href=/a>Rain falls on the valley again</a></h3><p>A line.</p></article>";
        assert_eq!(kind(&teaser.repeat(14), "https://a.example/", &[]), Kind::Listing);
    }

    #[test]
    fn prices_in_rows_are_a_collection() {
        let item = "<div><a href=/a>Shoe</a><span>$ 20</span></div>";
        assert_eq!(kind(&item.repeat(12), "https://a.example/x", &[]), Kind::Collection);
    }
}
