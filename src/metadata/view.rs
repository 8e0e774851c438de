//! The page with what is asked of its elements again and again, gathered once.

use std::ops::Deref;

use super::{credits, date_words, dates, dek, headline, kind::shape, name_line, next_page};
use crate::{
    hash::{ByHash, of_text},
    page::{Attr, NodeId, Page, Tag, text},
};

/// What an element is called, by the words of its `class` and `id`.
#[derive(Debug, Clone, Copy)]
pub enum Called {
    Account,
    AccountDay,
    Box,
    Byline,
    Changed,
    Column,
    Date,
    Dek,
    Documentation,
    Foreign,
    Headline,
    Live,
    Newsletter,
    NoByline,
    Pages,
    PagesOfKind,
    Post,
    SureDate,
}

impl Called {
    /// Each with its words, lower-case.
    pub const ALL: [(Self, &[&str]); 18] = [
        (Self::Account, name_line::ACCOUNT_NAMES),
        (Self::AccountDay, date_words::ACCOUNT_NAMES),
        (Self::Box, credits::BOX_NAMES),
        (Self::Byline, name_line::BYLINE_NAMES),
        (Self::Changed, date_words::CHANGED_NAMES),
        (Self::Column, &["sidebar"]),
        (Self::Date, date_words::NAMES),
        (Self::Dek, dek::NAMES),
        (Self::Documentation, shape::DOC_MARKS),
        (Self::Foreign, credits::FOREIGN_NAMES),
        (Self::Headline, headline::NAMES),
        (Self::Live, shape::LIVE_NAMES),
        (Self::Newsletter, &["newsletter"]),
        (Self::NoByline, name_line::NOT_BYLINE_NAMES),
        (Self::Pages, next_page::PAGINATION),
        (Self::PagesOfKind, shape::PAGINATION_NAMES),
        (Self::Post, shape::POST_NAMES),
        (Self::SureDate, date_words::SURE_NAMES),
    ];

    fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// Bytes of a character.
const MAX_CHAR_BYTES: usize = 4;

/// Bytes of the longest text of a line of credits.
const MAX_LINE_BYTES: usize = credits::MAX_LINE_CHARS * MAX_CHAR_BYTES;

/// A page to be read for what it says of itself.
#[derive(Debug)]
pub struct View<'a> {
    page: &'a Page,
    body: NodeId,
    /// What says something of the page wherever it stands, in order.
    heads: Vec<NodeId>,
    /// Elements with a property or type of microdata, in order.
    items: Vec<NodeId>,
    /// `a` and `link` with a `rel`, in order.
    related: Vec<NodeId>,
    /// What each node is called, a bit each.
    called: Vec<u32>,
    /// What any node is called.
    any_called: u32,
    /// The text of each node, white space around it left out; empty for elements.
    texts: Vec<&'a str>,
    /// Bytes of text, white space around it left out, before each node, and at last in all.
    bytes_before: Vec<u32>,
    /// Texts that may hold a day before each node, and at last in all.
    days_before: Vec<u32>,
}

impl<'a> View<'a> {
    /// Gathers what is asked.
    pub fn of(page: &'a Page) -> Self {
        let mut names = Names::default();
        let mut view = Self {
            page,
            body: page.body(),
            heads: Vec::new(),
            items: Vec::new(),
            related: Vec::new(),
            called: Vec::with_capacity(page.len()),
            any_called: 0,
            texts: Vec::with_capacity(page.len()),
            bytes_before: Vec::with_capacity(page.len() + 1),
            days_before: Vec::with_capacity(page.len() + 1),
        };
        let (mut bytes, mut days) = (0, 0);
        for node in page.nodes() {
            view.bytes_before.push(bytes);
            view.days_before.push(days);
            let text = text::trim(page.text(node).unwrap_or_default());
            bytes += text.len() as u32;
            days += u32::from(text.len() > MAX_LINE_BYTES || dates::has_digit(text));
            view.texts.push(text);
            let called = page.tag(node).map_or(0, |tag| view.note(node, tag, &mut names));
            view.called.push(called);
            view.any_called |= called;
        }
        view.bytes_before.push(bytes);
        view.days_before.push(days);
        view
    }

    /// Notes an element where readings look for its like, and gives what it is called.
    fn note(&mut self, node: NodeId, tag: Tag, names: &mut Names) -> u32 {
        if matches!(tag, Tag::Html | Tag::Body | Tag::Meta | Tag::Link | Tag::Title | Tag::Script) {
            self.heads.push(node);
        }
        let mut called = 0;
        let mut is_item = false;
        for (name, value) in self.page.attrs(node) {
            match name {
                Attr::Class | Attr::Id => called |= names.called(value),
                Attr::Itemprop | Attr::Itemtype => is_item = true,
                Attr::Rel if matches!(tag, Tag::A | Tag::Link) => self.related.push(node),
                _ => {}
            }
        }
        if is_item {
            self.items.push(node);
        }
        called
    }

    /// The body, or the document where there is none.
    pub fn body(&self) -> NodeId {
        self.body
    }

    /// The elements that say something of the page wherever they stand: root, body, `meta`, `link`, `title`, `script`.
    pub fn heads(&self) -> impl Iterator<Item = NodeId> {
        self.heads.iter().copied()
    }

    /// The elements with a property or type of microdata.
    pub fn items(&self) -> impl Iterator<Item = NodeId> {
        self.items.iter().copied()
    }

    /// The links, in the head and on the page, that say how they are related.
    pub fn related(&self) -> impl Iterator<Item = NodeId> {
        self.related.iter().copied()
    }

    /// The text of a node, white space around it left out; empty for elements.
    pub fn trimmed(&self, node: NodeId) -> &'a str {
        self.texts[node.index()]
    }

    /// Whether any element is called so.
    pub fn has_called(&self, called: Called) -> bool {
        self.any_called & called.bit() != 0
    }

    /// Whether the element is called so.
    pub fn is_called(&self, node: NodeId, called: Called) -> bool {
        self.called[node.index()] & called.bit() != 0
    }

    /// The text inside an element if it is a line: something, and at most `chars` characters.
    pub fn line(&self, node: NodeId, chars: usize) -> Option<String> {
        if !self.may_be_line(node, chars) {
            return None;
        }
        let text = self.page.text_inside(node);
        (!text.is_empty() && text.chars().count() <= chars).then_some(text)
    }

    /// Whether [`Self::line`] is worth while, by the length of the text alone.
    pub fn may_be_line(&self, node: NodeId, chars: usize) -> bool {
        let bytes = |node: NodeId| self.bytes_before[node.index()] as usize;
        let inside = bytes(self.page.subtree_end(node)) - bytes(node);
        // White space between elements is squashed.
        (1..=chars * MAX_CHAR_BYTES).contains(&inside)
    }

    /// Whether a text inside an element may hold a day: it has a digit, as every day has, or is too long for a line of credits
    /// and was not searched.
    pub fn may_hold_day(&self, node: NodeId) -> bool {
        self.days_before[node.index()] < self.days_before[self.page.subtree_end(node).index()]
    }

    /// The pieces of text that are read inside an element, white space around them left out; none is empty.
    pub fn pieces(&self, node: NodeId) -> impl Iterator<Item = &'a str> + '_ {
        let page = self.page;
        let mut unread_end = node;
        let mut is_read = move |inner: &NodeId| {
            if *inner >= unread_end && page.tag(*inner).is_some_and(Tag::is_unread) {
                unread_end = page.subtree_end(*inner);
            }
            *inner >= unread_end
        };
        let read = page.descendants(node).filter(move |inner| is_read(inner));
        read.map(|inner| self.trimmed(inner)).filter(|text| !text.is_empty())
    }
}

/// What the words of `class` and `id` say.
struct Names {
    /// Each word's, by its hash.
    known: ByHash<u32>,
    /// Each value's that was read before: elements of a row share their class.
    seen: ByHash<u32>,
    /// Room for a word in lower case.
    lower: String,
}

impl Default for Names {
    fn default() -> Self {
        let mut known: ByHash<u32> = ByHash::default();
        for (called, words) in Called::ALL {
            for word in words {
                *known.entry(of_text(word)).or_default() |= called.bit();
            }
        }
        Self { known, seen: ByHash::default(), lower: String::new() }
    }
}

impl Names {
    /// What an element with this value is called, a bit each.
    fn called(&mut self, value: &str) -> u32 {
        let Self { known, seen, lower } = self;
        *seen.entry(of_text(value)).or_insert_with(|| {
            words(value).fold(0, |called, word| {
                lower.clear();
                lower.push_str(word);
                lower.make_ascii_lowercase();
                called | known.get(&of_text(lower)).copied().unwrap_or_default()
            })
        })
    }
}

impl Deref for View<'_> {
    type Target = Page;

    fn deref(&self) -> &Page {
        self.page
    }
}

/// The words of a `class` or `id`, parted at what is no letter, and where a small letter meets a capital. By bytes, as all
/// but a few are ASCII.
fn words(value: &str) -> impl Iterator<Item = &str> {
    // Bytes over 127 are parts of letters: where one is none (a dash), it makes a word that stands in no list.
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || !byte.is_ascii();
    let bytes = value.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() && !is_letter(bytes[at]) {
            at += 1;
        }
        let start = at;
        while at < bytes.len()
            && is_letter(bytes[at])
            && !(at > start && bytes[at].is_ascii_uppercase() && bytes[at - 1].is_ascii_lowercase())
        {
            at += 1;
        }
        // Cuts are made at ASCII bytes only, so none splits a character.
        value.get(start..at).filter(|word| !word.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::testing::page;

    #[test]
    fn what_an_element_is_called_is_told_by_a_word_of_its_class_or_id_in_any_case() {
        let page = page("<p class='postAuthor bio-1' id=DateLine></p><p class=postauthor></p>");
        let view = View::of(&page);
        let p = NodeId::ROOT.next();
        assert!(view.is_called(p, Called::Byline) && view.is_called(p, Called::NoByline));
        assert!(view.is_called(p, Called::Date) && !view.is_called(p, Called::Foreign));
        assert!(!view.is_called(p.next(), Called::Byline));
    }

    #[test]
    fn a_line_is_something_and_no_longer_than_asked() {
        let page = page("<div><p> One <b>two</b></p><p> </p></div>");
        let view = View::of(&page);
        let div = NodeId::ROOT.next();
        assert_eq!(view.line(div, 7).as_deref(), Some("One two"));
        assert_eq!(view.line(div, 6), None);
        assert_eq!(view.line(page.children(div).last().unwrap(), 7), None);
    }

    #[test]
    fn pieces_are_what_is_read() {
        let page = page("<p><svg><title>Pen</title></svg> Written by <b>Ann</b> <i> </i></p>");
        assert_eq!(View::of(&page).pieces(NodeId::ROOT.next()).collect::<Vec<_>>(), ["Written by", "Ann"]);
    }

    #[test]
    fn what_readings_look_for_is_found_in_order() {
        let page = page(
            "<html><head><meta name=a content=b><link rel=next href=/2></head><body><p itemprop=author>Ann</p>\
             <a href=/1>1</a><a rel=author href=/ann> Ann </a></body></html>",
        );
        let view = View::of(&page);
        let tags = |nodes: Vec<NodeId>| nodes.into_iter().filter_map(|node| page.tag(node)).collect::<Vec<_>>();
        assert_eq!(tags(view.heads().collect()), [Tag::Html, Tag::Meta, Tag::Link, Tag::Body]);
        assert_eq!(tags(view.items().collect()), [Tag::P]);
        assert_eq!(tags(view.related().collect()), [Tag::Link, Tag::A]);
        assert_eq!(view.related().last().map(|link| view.trimmed(link.next())), Some("Ann"));
    }

    #[test]
    fn names_are_cut_into_words() {
        let written = "articleByline post__author-2 X";
        assert_eq!(words(written).collect::<Vec<_>>(), ["article", "Byline", "post", "author", "X"]);
    }

    #[test]
    fn the_words_are_lower_case() {
        let words = Called::ALL.into_iter().flat_map(|(_, words)| words);
        assert!(words.into_iter().all(|word| word.chars().all(|c| c.is_ascii_lowercase())));
    }
}
