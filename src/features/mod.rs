//! Blocks → features: one ordered table that scoring, the ledger and training read.
//!
//! The families follow what the field found to tell an article from its furniture: text and link density (CETD, Sun et
//! al. 2011; boilerpipe, Kohlschütter et al. 2010), the candidate score of Readability (Arc90, 2009; Mozilla), the
//! repetition of sibling structure, position, agreement with what the page says of itself, and the words of its markup.

mod agreement;
mod around;
mod candidate;
mod density;
mod expected;
mod inside;
mod markup;
mod name_weights;
pub mod names;
mod phrase_list;
pub mod phrases;
mod position;
mod prose;
mod repetition;
mod table;
mod tree;
mod words;

use crate::{
    blocks::{BlockId, Blocks},
    hash,
    metadata::Metadata,
    page::{NodeId, Page, Tag},
};

use candidate::Steps;

pub use around::{AROUND, Around, AroundFeature, around};
pub use candidate::Candidates;
pub use expected::best_expected_f1;
pub use inside::Place;
pub use markup::Markup;
pub use table::FEATURES;
pub use tree::{Subtree, Tree};
pub use words::Topic;

/// Ancestors of a block's container that features look at, the container being 0.
const LEVELS: usize = 5;

/// A block is long from this weight on, if fewer than 40 % of them are links.
const LONG_WEIGHT: u32 = 80;
const LONG_LINK_DENSITY: f32 = 0.4;

/// One feature: its name, what it means to a person, and how it is measured.
#[derive(Debug, Clone, Copy)]
pub struct Feature {
    /// Unique, `snake_case`.
    pub name: &'static str,
    /// A phrase that finishes "the block has …" or "the block is …".
    pub meaning: &'static str,
    /// The raw value, in its own unit.
    pub measure: fn(&Context<'_>, BlockId) -> f32,
}

/// What measuring needs of a page, gathered once.
#[derive(Debug)]
pub struct Context<'a> {
    page: &'a Page,
    blocks: &'a Blocks,
    tree: Tree,
    places: Vec<Place>,
    markup: markup::Markup,
    names: Vec<names::Weighed>,
    prose: Vec<prose::Prose>,
    candidates: Candidates,
    /// From every node to the best candidate, to the long text, and to the headline.
    to_best: Steps,
    to_mass: Steps,
    to_headline: Option<Steps>,
    sequence: position::Sequence,
    repetition: repetition::Repetition,
    agreement: agreement::Agreement,
    phrases: Vec<phrases::Found>,
}

impl<'a> Context<'a> {
    fn new(page: &'a Page, blocks: &'a Blocks, metadata: &Metadata) -> Self {
        let tree = Tree::grow(page, blocks);
        let candidates = Candidates::rate(page, blocks, &tree);
        let prose = prose::count(blocks);
        let agreement = agreement::Agreement::find(page, blocks, metadata);
        let headline = agreement.headline.map(|id| blocks.get(id).container);
        Self {
            page,
            blocks,
            places: inside::places(page),
            markup: markup::Markup::read(page),
            names: names::weigh(page, names::learned),
            to_best: Steps::to(page, candidates.best),
            to_mass: Steps::to(page, candidates.mass),
            to_headline: headline.map(|headline| Steps::to(page, headline)),
            candidates,
            sequence: position::Sequence::read(page, blocks),
            repetition: repetition::Repetition::count(page, blocks, &prose),
            prose,
            agreement,
            phrases: phrases::find(blocks),
            tree,
        }
    }

    fn container(&self, block: BlockId) -> NodeId {
        self.blocks.get(block).container
    }

    /// The ancestor `level` steps above the block's container; the outermost where there are fewer.
    fn up(&self, block: BlockId, level: usize) -> NodeId {
        (0..level).fold(self.container(block), |node, _| self.page.parent(node).unwrap_or(NodeId::ROOT))
    }

    fn subtree(&self, block: BlockId, level: usize) -> &Subtree {
        self.tree.at(self.up(block, level))
    }

    fn whole(&self) -> &Subtree {
        self.tree.at(NodeId::ROOT)
    }

    fn is_in(&self, block: BlockId, place: Place) -> f32 {
        f32::from(u8::from(self.places[self.container(block).index()].has(place)))
    }

    fn tag(&self, block: BlockId) -> Tag {
        self.page.tag(self.container(block)).unwrap_or(Tag::Body)
    }
}

/// Every feature of every block, with what selection needs of the page.
#[derive(Debug)]
pub struct Features {
    values: Vec<f32>,
    /// What is summed up over subtrees.
    pub tree: Tree,
    /// Where every node stands.
    pub places: Vec<Place>,
    /// What furniture says, in every block.
    pub phrases: Vec<phrases::Found>,
    /// What the markup of every element names.
    pub markup: Markup,
    /// The block of the visible headline.
    pub headline: Option<BlockId>,
    /// For every node, the most siblings made alike that it or an ancestor has.
    pub cards: Vec<u16>,
    /// Blocks with the same markup have the same number.
    pub alike: Vec<u64>,
}

impl Features {
    /// How many blocks were measured.
    pub fn count(&self) -> usize {
        self.values.len() / FEATURES.len()
    }

    /// A block's raw values, in the order of [`FEATURES`].
    pub fn row(&self, block: BlockId) -> &[f32] {
        let start = block.index() * FEATURES.len();
        &self.values[start..start + FEATURES.len()]
    }
}

/// Measures every block.
pub fn measure(page: &Page, blocks: &Blocks, metadata: &Metadata) -> Features {
    let context = Context::new(page, blocks, metadata);
    let mut values = Vec::with_capacity(blocks.len() * FEATURES.len());
    for block in blocks.ids() {
        values.extend(FEATURES.iter().map(|feature| (feature.measure)(&context, block)));
    }
    Features {
        values,
        headline: context.agreement.headline,
        cards: context.repetition.cards,
        alike: context.repetition.keys,
        tree: context.tree,
        places: context.places,
        phrases: context.phrases,
        markup: context.markup,
    }
}

/// Whether the feature rests on what class, id and role are named: the first thing that a site's tools may scramble.
pub fn is_markup_name(feature: &Feature) -> bool {
    feature.name.starts_with("names_") || feature.name.starts_with("named_") || feature.name.starts_with("around_")
}

/// A number that changes whenever the tables' names or their order do: weights are good for these alone.
pub fn table_hash() -> u64 {
    hash::of_names(FEATURES.iter().map(|feature| feature.name).chain(AROUND.iter().map(|feature| feature.name)))
}

/// Where the field knows the direction: 1 where more of the feature never makes a block less article, -1 where it never
/// makes it more, 0 where both can be. Of [`FEATURES`] or [`AROUND`], by name. The trees keep to it.
pub fn direction(name: &str) -> i8 {
    match name {
        "link_density" | "all_links" | "links_0" | "links_1" | "links_2" | "links_3" | "phrases" | "phrases_cover"
        | "points_away" | "in_nav" | "in_dialog" | "in_form" | "is_control" | "named_ad" | "named_social"
        | "named_related" | "named_chrome" | "named_prompt" => -1,
        "names_least" | "names_most" | "names_own" | "names_near" | "names_sum" | "named_content"
        | "in_article_body" | "score" | "score_0" | "score_1" | "score_alike" => 1,
        _ => 0,
    }
}

fn phrases_in(context: &Context<'_>, block: BlockId) -> f32 {
    f32::from(context.phrases[block.index()].count)
}

/// Whether the block is a paragraph's length of text that is not mostly links.
pub fn is_long(blocks: &Blocks, block: BlockId) -> bool {
    blocks.get(block).weight >= LONG_WEIGHT && blocks.link_density(block) < LONG_LINK_DENSITY
}

fn share(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
