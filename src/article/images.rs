//! Pictures: which of a page's many ways to name one gives its address.

use super::{SafeUrl, body::Image, source::Source, srcset};
use crate::{
    blocks::shown::{self, has_picture_beside, is_beside, is_pixel, size},
    page::{Attr, NodeId, Page, Tag, text},
};

/// Where scripts that load pictures late keep the address, the likeliest first.
const LAZY: &[Attr] = &[
    Attr::DataSrc,
    Attr::DataLazySrc,
    Attr::DataOriginal,
    Attr::DataOriginalSrc,
    Attr::DataFullSrc,
    Attr::DataHiResSrc,
    Attr::DataFallbackSrc,
];

/// The same, under names that pages also use for other addresses: these must look like a picture's.
const LAZY_IF_PICTURE: &[Attr] = &[Attr::DataImage, Attr::DataUrl, Attr::DataHref];

/// Where a list of candidates stands.
const SETS: &[Attr] = &[Attr::Srcset, Attr::DataSrcset, Attr::DataLazySrcset];

/// The picture of an `img`, `amp-img` or `picture`; `None` for tracking pixels and where no address is safe.
pub(super) fn read(source: &Source, node: NodeId) -> Option<Image> {
    let page = source.page;
    let width = size(page, node, Attr::Width);
    let height = size(page, node, Attr::Height);
    if is_pixel(page, node) {
        return None;
    }
    let candidates = candidates(source, node);
    let own = [Attr::CurrentSrc, Attr::Src].into_iter().find_map(|attr| plain(source, node, attr));
    let best = || srcset::best(&candidates).cloned();
    let fallback = || source.fallbacks.beside(source, node);
    // A photograph may be named like a stand-in; stand-ins are drawn.
    let is_drawn = |url: &SafeUrl| [".gif", ".svg"].iter().any(|end| url.url().path().ends_with(end));
    let last = || source.address(node, Attr::Src).filter(|url| url.is_web() && !is_drawn(url));
    // Beside candidates `src` is for browsers that know none, but not where the live page tells what it has loaded.
    let is_shown = page.attr(node, Attr::CurrentSrc).is_some() || candidates.is_empty();
    let named = if is_shown { own.or_else(best) } else { best().or(own) };
    let src = named.or_else(|| lazy(source, node)).or_else(fallback).or_else(last)?;
    let alt = text::squash(page.attr(node, Attr::Alt).unwrap_or_default());
    let srcset = if candidates.len() > 1 { candidates } else { Vec::new() };
    Some(Image {
        src,
        srcset,
        alt,
        width: width.filter(|&size| is_sane(size)),
        height: height.filter(|&size| is_sane(size)),
    })
}

/// The candidates of the first list that has any: the element's own, then those of the `picture` around it.
fn candidates(source: &Source, node: NodeId) -> Vec<(SafeUrl, String)> {
    let page = source.page;
    let own = if page.is(node, Tag::Picture) { None } else { Some(node) };
    let picture = own.map_or(Some(node), |node| page.parent(node).filter(|&up| page.is(up, Tag::Picture)));
    let sources = picture.into_iter().flat_map(|picture| page.children(picture));
    let sources = sources.filter(|&child| page.is(child, Tag::Source));
    own.into_iter()
        .chain(sources)
        .flat_map(|node| SETS.iter().map(move |&attr| (node, attr)))
        .map(|(node, attr)| srcset::parse(source.base.as_ref(), page.attr(node, attr).unwrap_or_default()))
        .find(|found| found.iter().any(|(url, _)| !is_placeholder(url)))
        .unwrap_or_default()
}

/// An address that is no stand-in.
fn plain(source: &Source, node: NodeId, attr: Attr) -> Option<SafeUrl> {
    source.address(node, attr).filter(|url| url.is_web() && !is_placeholder(url))
}

fn lazy(source: &Source, node: NodeId) -> Option<SafeUrl> {
    let written = |attr: Attr| source.page.attr(node, attr).filter(|value| !value.contains('{'));
    let address = |attr: Attr| written(attr).and_then(|_| plain(source, node, attr));
    let of_picture = LAZY_IF_PICTURE.iter().find_map(|&attr| address(attr).filter(is_picture_file));
    LAZY.iter().find_map(|&attr| address(attr)).or(of_picture)
}

fn is_picture_file(url: &SafeUrl) -> bool {
    let path = url.url().path().to_ascii_lowercase();
    ["jpg", "jpeg", "png", "webp", "gif", "avif"].iter().any(|end| path.ends_with(end))
}

/// Whether the address is one of the small files that pages show until the picture is loaded.
fn is_placeholder(url: &SafeUrl) -> bool {
    const WORDS: &[&str] = &[
        "spacer",
        "blank",
        "pixel",
        "1x1",
        "transparent",
        "placeholder",
        "loading",
        "loader",
        "lazy",
        "lazyload",
        "clear",
        "fallback",
        "grey",
        "empty",
    ];
    let path = url.url().path();
    let file = path.rsplit('/').next().unwrap_or_default();
    let stem = file.split('.').next().unwrap_or_default();
    let mut words = stem.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    // A name of many words is a picture's own ("loading-dock-at-night").
    words.clone().count() <= 2 && words.any(|word| WORDS.iter().any(|known| known.eq_ignore_ascii_case(word)))
}

/// Whether a size is one of a picture that is shown: no pixel that counts visitors, no number written by mistake.
fn is_sane(size: u32) -> bool {
    const PIXELS: std::ops::RangeInclusive<u32> = 3..=20_000;
    PIXELS.contains(&size)
}

/// The `noscript` elements that hold pictures: the plain forms of lazy ones.
#[derive(Debug, Default)]
pub(super) struct Fallbacks(Vec<NodeId>);

impl Fallbacks {
    pub fn find(page: &Page) -> Self {
        let holds = |node: &NodeId| page.descendants(*node).any(|inner| page.is(inner, Tag::Img));
        Self(page.nodes().filter(|&node| page.is(node, Tag::Noscript)).filter(holds).collect())
    }

    /// The address of the plain form that stands beside a picture or in it.
    fn beside(&self, source: &Source, picture: NodeId) -> Option<SafeUrl> {
        let page = source.page;
        let after = self.0.partition_point(|&noscript| noscript < picture);
        let following = self.0.get(after).filter(|&&noscript| {
            page.contains(picture, noscript) || is_beside(page, page.subtree_end(picture), noscript)
        });
        let before = || {
            let noscript = self.0[..after].last()?;
            is_beside(page, page.subtree_end(*noscript), picture).then_some(noscript)
        };
        let img = source.first_inside(*following.or_else(before)?, Tag::Img)?;
        plain(source, img, Attr::Src)
    }

    /// Whether a node is inside a `noscript` that is the second form of a picture beside it. Pages with hardly any other
    /// text have blocks in `noscript`.
    pub fn is_second_form(&self, source: &Source, node: NodeId) -> bool {
        let page = source.page;
        let around = self.0.partition_point(|&noscript| noscript <= node).checked_sub(1).and_then(|at| self.0.get(at));
        around.is_some_and(|&noscript| page.contains(noscript, node) && has_picture_beside(page, noscript))
    }

    /// The pictures of a `noscript` that is no second form of a picture beside it.
    pub fn standing_alone(&self, source: &Source, noscript: NodeId) -> Vec<Image> {
        if self.0.binary_search(&noscript).is_err() {
            return Vec::new();
        }
        shown::pictures_standing_alone(source.page, noscript).into_iter().filter_map(|img| read(source, img)).collect()
    }
}
