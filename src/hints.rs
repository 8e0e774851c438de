//! Hints for a page's author: what in its markup makes it hard to tell the text from the rest.

use serde::Serialize;

use crate::{
    blocks::{BlockId, BlockKind, Blocks},
    features::{Features, Place, Topic, is_long},
    metadata::{
        Kind, Metadata,
        lexicon::{self, Said},
    },
    page::{Attr, Hints, NodeId, Ordinal, Page, Tag, text},
    selection::{Reason, Selection},
};

/// What is the matter. Its name in `snake_case` is what interfaces in other languages know it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Code {
    NoHeadline,
    SeveralHeadlines,
    HeadlineNotShown,
    BareFirstParagraph,
    SplitOverSiblings,
    LinksLikeMenu,
    NamedAsFurniture,
    HiddenText,
    PictureWithoutAlt,
    DateForPeopleOnly,
    NoAuthorMarkup,
    NoLanguage,
}

impl Code {
    /// The hint as an English sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::NoHeadline => "The page has no h1: its headline is known by its likeness to the title alone.",
            Self::SeveralHeadlines => "The page has several h1 elements with different texts.",
            Self::HeadlineNotShown => "No heading on the page says what its title says.",
            Self::BareFirstParagraph => "The first paragraph has no element of its own.",
            Self::SplitOverSiblings => "The text is split over sibling elements: no one element holds it alone.",
            Self::LinksLikeMenu => "A list of links inside the text looks like a menu.",
            Self::NamedAsFurniture => "Paragraphs stand in an element that is named like furniture.",
            Self::HiddenText => "Paragraphs inside the text are hidden on the page.",
            Self::PictureWithoutAlt => "A picture in the text has no alt attribute.",
            Self::DateForPeopleOnly => {
                "No machine can read the date: there is no time element, meta or JSON-LD for it."
            }
            Self::NoAuthorMarkup => "No markup says that this is the author's name: rel=author, meta or JSON-LD would.",
            Self::NoLanguage => "The page does not say its language.",
        }
    }
}

/// One hint. There is at most one of each code; of several places, the first is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Hint {
    /// What is the matter.
    pub code: Code,
    /// The element in question; the root where it is the whole page.
    pub ordinal: Ordinal,
    /// How many words are concerned, where it is text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<u32>,
}

/// Words of names that furniture has, by topic. What is named for a page's place ("top") says too little.
const FURNITURE: [Topic; 4] = [Topic::Ad, Topic::Comment, Topic::Related, Topic::Prompt];
/// Share of link characters from which a block is only a link.
const ONLY_LINKS: f32 = 0.8;
/// Paragraphs from which an element holds a part of the text.
const PART: usize = 2;

/// Hints for a page that is a story; others are made of what would be a fault in one.
pub fn find(
    page: &Page,
    blocks: &Blocks,
    features: &Features,
    metadata: &Metadata,
    selection: &Selection,
) -> Vec<Hint> {
    if metadata.kind != Kind::Article && !metadata.says_article {
        return Vec::new();
    }
    let view = View { page, blocks, features, selection };
    [
        view.headlines(),
        view.headline_not_shown(),
        view.bare_first_paragraph(),
        view.split_over_siblings(),
        view.links_like_menu(),
        view.named_as_furniture(),
        view.in_column(Code::HiddenText, |id| selection.reason(id) == Reason::NotRendered && is_long(blocks, id)),
        view.picture_without_alt(),
        view.date_for_people_only(metadata),
        metadata.byline_node.filter(|_| !says_author(page)).map(|node| view.hint(Code::NoAuthorMarkup, node, None)),
        metadata.lang.is_none().then(|| view.hint(Code::NoLanguage, page.html().unwrap_or(page.body()), None)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What every hint is found in.
struct View<'a> {
    page: &'a Page,
    blocks: &'a Blocks,
    features: &'a Features,
    selection: &'a Selection,
}

impl View<'_> {
    fn hint(&self, code: Code, node: NodeId, words: Option<u32>) -> Hint {
        Hint { code, ordinal: self.page.ordinal(node).unwrap_or(Ordinal(0)), words }
    }

    /// A hint about these blocks, at the first one's container; `None` where there are none.
    fn about(&self, code: Code, ids: &[BlockId]) -> Option<Hint> {
        let words = ids.iter().map(|&id| self.blocks.get(id).words).sum();
        ids.first().map(|&id| self.hint(code, self.blocks.get(id).container, Some(words)))
    }

    fn in_column(&self, code: Code, concerns: impl Fn(BlockId) -> bool) -> Option<Hint> {
        let column = self.selection.column;
        let is_inside = |id: &BlockId| self.page.contains(column, self.blocks.get(*id).container);
        let ids: Vec<BlockId> = self.blocks.ids().filter(is_inside).filter(|&id| concerns(id)).collect();
        self.about(code, &ids)
    }

    /// A list of links between paragraphs of the text, or one that was taken out of it as such.
    fn links_like_menu(&self) -> Option<Hint> {
        let (first, last) = (self.paragraphs().next()?, self.paragraphs().last()?);
        self.in_column(Code::LinksLikeMenu, |id| {
            let is_listed = self.features.places[self.blocks.get(id).container.index()].has(Place::LIST);
            let is_between = first < id && id < last && !self.selection.keeps(id);
            self.selection.reason(id) == Reason::LinkList
                || (is_between && is_listed && self.blocks.link_density(id) >= ONLY_LINKS)
        })
    }

    /// The paragraphs of the text.
    fn paragraphs(&self) -> impl Iterator<Item = BlockId> + '_ {
        self.blocks.ids().filter(|&id| self.selection.keeps(id) && is_long(self.blocks, id))
    }

    fn headlines(&self) -> Option<Hint> {
        let is_shown = |&node: &NodeId| {
            !self.page.inclusive_ancestors(node).any(|up| self.page.hints(up).has(Hints::NOT_RENDERED))
        };
        let all = self.page.nodes().filter(|&node| self.page.is(node, Tag::H1)).filter(is_shown);
        let mut texts = all.map(|node| (node, self.page.text_inside(node))).filter(|(_, text)| !text.is_empty());
        let Some((_, first)) = texts.next() else {
            return Some(self.hint(Code::NoHeadline, self.page.body(), None));
        };
        texts.find(|(_, other)| *other != first).map(|(node, _)| self.hint(Code::SeveralHeadlines, node, None))
    }

    /// The headline and the `title` element have no word in common; in scripts without spaces nothing is known of words.
    fn headline_not_shown(&self) -> Option<Hint> {
        let title = self.page.nodes().find(|&node| self.page.is(node, Tag::Title))?;
        let title = self.page.text_inside(title).to_lowercase();
        let Some(headline) = self.features.headline else {
            return Some(self.hint(Code::HeadlineNotShown, self.page.body(), None));
        };
        let shown = self.blocks.text(headline).to_lowercase();
        let words = |text: &str| -> Vec<String> {
            text.split(|c: char| !text::is_of_word(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
        };
        let said = words(&title);
        let agrees = title.contains(text::is_unspaced) || words(&shown).iter().any(|word| said.contains(word));
        let container = self.blocks.get(headline).container;
        (!agrees).then(|| self.hint(Code::HeadlineNotShown, container, None))
    }

    /// Text between `br` elements, or right in the element that holds the other paragraphs.
    fn bare_first_paragraph(&self) -> Option<Hint> {
        let first = self.paragraphs().next()?;
        let container = self.blocks.get(first).container;
        let within = self.blocks.within(container, self.page.subtree_end(container));
        let texts = within.filter(|&at| self.blocks.get(BlockId::at(at)).kind == BlockKind::Text).count();
        (texts > 1).then(|| self.hint(Code::BareFirstParagraph, container, Some(self.blocks.get(first).words)))
    }

    /// Parts of the text in `div` elements beside one another, none of them under a heading of its own.
    fn split_over_siblings(&self) -> Option<Hint> {
        let column = self.selection.column;
        let paragraphs: Vec<NodeId> = self.paragraphs().map(|id| self.blocks.get(id).container).collect();
        let is_part = |&child: &NodeId| {
            self.page.is(child, Tag::Div)
                && paragraphs.iter().filter(|&&paragraph| self.page.contains(child, paragraph)).count() >= PART
                && !self.page.descendants(child).any(|node| self.page.tag(node).and_then(Tag::heading_level).is_some())
        };
        let parts: Vec<NodeId> = self.page.children(column).filter(is_part).collect();
        (parts.len() > 1).then(|| self.hint(Code::SplitOverSiblings, parts[0], None))
    }

    fn named_as_furniture(&self) -> Option<Hint> {
        let is_named = |node: NodeId| {
            FURNITURE.iter().any(|&topic| self.features.markup.names(node, topic))
                && !self.features.markup.names(node, Topic::Content)
        };
        let around =
            |id: &BlockId| self.page.inclusive_ancestors(self.blocks.get(*id).container).find(|&up| is_named(up));
        let ids: Vec<BlockId> = self.paragraphs().filter(|id| around(id).is_some()).collect();
        let node = ids.first().and_then(around)?;
        let words = ids.iter().map(|&id| self.blocks.get(id).words).sum();
        Some(self.hint(Code::NamedAsFurniture, node, Some(words)))
    }

    fn picture_without_alt(&self) -> Option<Hint> {
        let kept = self.blocks.iter().filter(|(id, _)| self.selection.keeps(*id));
        let mut pictures = kept.flat_map(|(_, block)| block.nodes()).filter(|&node| self.page.is(node, Tag::Img));
        let silent = pictures.find(|&picture| self.page.attr(picture, Attr::Alt).is_none())?;
        Some(self.hint(Code::PictureWithoutAlt, silent, None))
    }

    fn date_for_people_only(&self, metadata: &Metadata) -> Option<Hint> {
        let is_written = |node: NodeId| {
            let name = [Attr::Property, Attr::Name].into_iter().find_map(|attr| self.page.attr(node, attr));
            let is_meta = self.page.is(node, Tag::Meta)
                && name.is_some_and(|name| lexicon::said_by(&name.trim().to_ascii_lowercase()) == Some(Said::Date));
            is_meta
                || self.page.attr(node, Attr::Datetime).is_some()
                || has_itemprop(self.page, node, "datePublished")
                || json_ld_says(self.page, node, "\"datePublished\"")
        };
        let shown = metadata.date_node.or(metadata.published.as_ref().map(|_| self.page.body()))?;
        (!self.page.nodes().any(is_written)).then(|| self.hint(Code::DateForPeopleOnly, shown, None))
    }
}

fn says_author(page: &Page) -> bool {
    page.nodes().any(|node| {
        let is_meta = page.is(node, Tag::Meta)
            && page
                .attr(node, Attr::Name)
                .or(page.attr(node, Attr::Property))
                .is_some_and(|name| lexicon::names_author(&name.trim().to_ascii_lowercase()));
        let is_link = page.attr(node, Attr::Rel).is_some_and(|rel| rel.split_whitespace().any(|rel| rel == "author"));
        is_meta || is_link || has_itemprop(page, node, "author") || json_ld_says(page, node, "\"author\"")
    })
}

fn has_itemprop(page: &Page, node: NodeId, wanted: &str) -> bool {
    page.attr(node, Attr::Itemprop).is_some_and(|props| props.split_whitespace().any(|prop| prop == wanted))
}

fn json_ld_says(page: &Page, node: NodeId, key: &str) -> bool {
    let is_json_ld = || {
        let script = page.parent(node).filter(|&up| page.is(up, Tag::Script));
        script.and_then(|script| page.attr(script, Attr::Type)).is_some_and(|kind| kind.contains("ld+json"))
    };
    page.text(node).is_some_and(|text| is_json_ld() && text.contains(key))
}
