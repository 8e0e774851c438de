//! In which elements a node stands, by their name and role.

use crate::page::{Attr, NodeId, Page, Tag};

/// The elements around a node, itself counted, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place(u16);

impl Place {
    /// `nav`, `menu`, or the role of one.
    pub const NAVIGATION: Self = Self(1);
    /// `header` or `banner`, outside `article` and `main`.
    pub const HEADER: Self = Self(2);
    /// `footer` or `contentinfo`.
    pub const FOOTER: Self = Self(4);
    /// `aside` or `complementary`.
    pub const ASIDE: Self = Self(8);
    /// `figure`'s caption.
    pub const CAPTION: Self = Self(16);
    /// `pre`.
    pub const PRE: Self = Self(32);
    /// `ol`.
    pub const ORDERED_LIST: Self = Self(64);
    /// `ul`.
    pub const LIST: Self = Self(128);
    /// `table`.
    pub const TABLE: Self = Self(256);
    /// `form` or `fieldset`.
    pub const FORM: Self = Self(512);
    /// `dialog`, `alertdialog`, or what says it is modal.
    pub const DIALOG: Self = Self(1024);
    /// `main`.
    pub const MAIN: Self = Self(2048);
    /// `article`.
    pub const ARTICLE: Self = Self(4096);
    /// Another `article` around that `article`.
    pub const NESTED_ARTICLE: Self = Self(8192);
    /// `blockquote`.
    pub const QUOTE: Self = Self(16384);
    /// `button`, `label`.
    pub const CONTROL: Self = Self(32768);

    /// What stands beside a text and is no part of it, wherever it stands.
    pub const APART: Self = Self::NAVIGATION.with(Self::FOOTER).with(Self::FORM).with(Self::ASIDE);

    /// Whether all of `other` holds.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any of `other` holds.
    pub fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The place of every node.
pub fn places(page: &Page) -> Vec<Place> {
    let mut places = vec![Place::default(); page.len()];
    for node in page.nodes() {
        let around = page.parent(node).map_or(Place::default(), |parent| places[parent.index()]);
        places[node.index()] = around.with(own(page, node, around));
    }
    places
}

fn own(page: &Page, node: NodeId, around: Place) -> Place {
    let Some(tag) = page.tag(node) else { return Place::default() };
    let by_tag = match tag {
        Tag::Nav | Tag::Menu => Place::NAVIGATION,
        Tag::Header if !around.has_any(Place::ARTICLE.with(Place::MAIN)) => Place::HEADER,
        Tag::Footer => Place::FOOTER,
        Tag::Aside => Place::ASIDE,
        Tag::Figcaption => Place::CAPTION,
        Tag::Pre => Place::PRE,
        Tag::Ol => Place::ORDERED_LIST,
        Tag::Ul => Place::LIST,
        Tag::Table => Place::TABLE,
        Tag::Form | Tag::Fieldset => Place::FORM,
        Tag::Dialog => Place::DIALOG,
        Tag::Main => Place::MAIN,
        Tag::Article if around.has(Place::ARTICLE) => Place::NESTED_ARTICLE,
        Tag::Article => Place::ARTICLE,
        Tag::Blockquote => Place::QUOTE,
        Tag::Button | Tag::Label => Place::CONTROL,
        _ => Place::default(),
    };
    let by_role = match page.attr(node, Attr::Role).map(str::trim) {
        Some("navigation" | "menu" | "menubar" | "tablist" | "toolbar") => Place::NAVIGATION,
        Some("banner") => Place::HEADER,
        Some("contentinfo") => Place::FOOTER,
        Some("complementary") => Place::ASIDE,
        Some("search" | "form") => Place::FORM,
        Some("dialog" | "alertdialog") => Place::DIALOG,
        // In the main part an alert is a box of the text ("Warning: …"), elsewhere a banner.
        Some("alert") if !around.has_any(Place::ARTICLE.with(Place::MAIN)) => Place::DIALOG,
        Some("main") => Place::MAIN,
        Some("article") => Place::ARTICLE,
        Some("button" | "tab") => Place::CONTROL,
        _ => Place::default(),
    };
    let modal = page.attr(node, Attr::AriaModal) == Some("true");
    by_tag.with(by_role).with(if modal { Place::DIALOG } else { Place::default() })
}
