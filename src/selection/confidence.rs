//! How sure the result is, from what speaks for a whole article.
//!
//! Two small forests over facts of the whole page, fitted on pages whose blocks were scored by a model that had not seen
//! their site: the probability that nothing of the text was lost (word recall of 0.97 or more), and the probability that
//! the page is one text to read, not a list of others.

use super::{Evidence, Reason};
use crate::{
    article::Verdict,
    blocks::{BlockId, BlockKind},
    features::is_long,
    hash,
    metadata::AddressShape,
    model,
    page::{NodeId, Tag, text},
};

/// Words of an article that is worth a reader view.
const READERABLE_WORDS: f32 = 40.0;
/// From here on nothing of the text is believed lost, on as many pages as not.
const PROBABLY: f32 = 0.5;
/// Words of a part of the page that is left out between kept ones before it is a gap.
const GAP_WORDS: f32 = 10.0;
/// Characters of the description's beginning that are looked for.
const DESCRIPTION_CHARS: usize = 40;
/// Siblings made alike from which they are a row of cards.
const CARDS: u16 = 3;
/// Links from which a heading or a block is a link.
const LINKED: f32 = 0.5;

/// The verdict's numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Confidence {
    /// The probability that the whole text is there, 0 to 1.
    pub value: f32,
    /// Whether the page is worth a reader view.
    pub readerable: bool,
}

impl Confidence {
    /// One of three words.
    pub fn verdict(self) -> Verdict {
        if self.value >= model::WHOLE_FROM {
            Verdict::Whole
        } else if self.value >= PROBABLY {
            Verdict::Probably
        } else {
            Verdict::Unsure
        }
    }
}

/// Names of the facts, in order.
pub const FACTS: [&str; 42] = [
    "certainty",
    "expected_recall",
    "expected_f1",
    "doubt",
    "words",
    "fullness",
    "page_share",
    "long_share",
    "links",
    "blocks",
    "block_words",
    "opening",
    "ends",
    "paywalled",
    "says_article",
    "has_byline",
    "has_date",
    "has_headline",
    "widest_gap",
    "before_first",
    "headings",
    "linked_headings",
    "linked_blocks",
    "own_count",
    "card_share",
    "longest_run",
    "page_links",
    "articles",
    "votes_article",
    "votes_service",
    "votes_listing",
    "votes_documentation",
    "votes_forum",
    "votes_product",
    "votes_collection",
    "title_words",
    "address_depth",
    "address_words",
    "address_in_title",
    "address_of_title",
    "address_digits",
    "address_query",
];

/// A number that changes whenever the facts' names or their order do: the weights of whole pages are good for these alone.
pub fn facts_hash() -> u64 {
    hash::of_names(FACTS.into_iter())
}

/// Where among them the logarithm of the kept words stands.
const KEPT_WORDS: usize = 4;
const _: () = assert!(matches!(FACTS[KEPT_WORDS].as_bytes(), b"words"));

/// What the verdict rests on, in the order of [`FACTS`]; `None` where nothing was found and all was kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Facts(pub Option<[f32; FACTS.len()]>);

impl Facts {
    /// Whether there are words enough for a reader view.
    pub fn is_enough(&self) -> bool {
        self.0.is_some_and(|row| row[KEPT_WORDS].exp_m1() >= READERABLE_WORDS)
    }

    /// The same for a page whose address is not known.
    #[must_use]
    pub fn without_address(self) -> Self {
        Self(self.0.map(|mut row| {
            let unknown = AddressShape::facts(None);
            row[FACTS.len() - unknown.len()..].copy_from_slice(&unknown);
            row
        }))
    }
}

/// Weighs the facts.
pub fn weigh(facts: &Facts) -> Confidence {
    let Some(row) = facts.0 else { return Confidence { value: 0.0, readerable: false } };
    let is_text = model::readerable_log_odds(&row) >= model::READERABLE_FROM;
    Confidence { value: model::whole(&row), readerable: is_text && facts.is_enough() }
}

/// Gathers them.
pub fn gather(evidence: &Evidence<'_>, column: NodeId, reasons: &[Reason]) -> Facts {
    let sums = Sums::of(evidence, column, reasons);
    if sums.kept == 0.0 || reasons.contains(&Reason::NotSure) {
        return Facts(None);
    }
    let yes = |holds: bool| f32::from(u8::from(holds));
    let metadata = evidence.metadata;
    let own_count = metadata.own_words();
    let [article, service, listing, documentation, forum, product, collection] = metadata.kind_votes.0;
    let page = evidence.page;
    let [depth, words, in_title, of_title, digits, query] = AddressShape::facts(metadata.address_shape);
    Facts(Some([
        sums.sure / sums.kept,
        sums.sure / sums.expected.max(1.0),
        2.0 * sums.sure / (sums.kept + sums.expected),
        sums.doubt / sums.expected.max(1.0),
        sums.kept.ln_1p(),
        sums.kept / sums.column.max(sums.kept),
        sums.kept / sums.page.max(1.0),
        sums.long / sums.kept,
        sums.link_chars / sums.chars.max(1.0),
        sums.blocks,
        sums.kept / sums.blocks,
        opening(evidence, reasons),
        yes(sums.last.is_some_and(|id| text::ends_as_sentence(evidence.blocks.text(id)))),
        yes(metadata.paywalled),
        yes(metadata.says_article),
        yes(metadata.byline.is_some()),
        yes(metadata.published.is_some()),
        yes(evidence.features.headline.is_some()),
        sums.widest_gap / sums.kept,
        sums.before_first.unwrap_or(0.0),
        sums.headings,
        sums.linked_headings / sums.headings.max(1.0),
        sums.linked_blocks / sums.blocks,
        own_count.map_or(1.0, |count| sums.kept / count.max(1.0)).min(4.0),
        sums.in_cards / sums.kept,
        sums.longest_run / sums.kept,
        evidence.features.tree.at(NodeId::ROOT).link_density(),
        page.nodes().filter(|&node| page.is(node, Tag::Article)).count() as f32,
        article,
        service,
        listing,
        documentation,
        forum,
        product,
        collection,
        metadata.title.as_deref().map_or(0.0, |title| text::words(title) as f32),
        depth,
        words,
        in_title,
        of_title,
        digits,
        query,
    ]))
}

/// Sums over the kept text, in words unless another unit is named.
#[derive(Default)]
struct Sums {
    kept: f32,
    /// Kept, weighed by probability.
    sure: f32,
    /// All of the page, weighed by probability.
    expected: f32,
    /// Words that are the article's by a narrow chance, or not.
    doubt: f32,
    page: f32,
    column: f32,
    long: f32,
    /// Characters.
    chars: f32,
    link_chars: f32,
    /// Numbers.
    blocks: f32,
    headings: f32,
    linked_headings: f32,
    linked_blocks: f32,
    /// In rows of elements made alike.
    in_cards: f32,
    /// The most words of long blocks in a row inside one element.
    longest_run: f32,
    run: f32,
    run_in: Option<NodeId>,
    /// The longest part inside the column left out between kept blocks.
    widest_gap: f32,
    /// Left out between the headline and the first kept block.
    before_first: Option<f32>,
    last: Option<BlockId>,
}

impl Sums {
    fn of(evidence: &Evidence<'_>, column: NodeId, reasons: &[Reason]) -> Self {
        let mut sums = Self::default();
        let headline = evidence.features.headline;
        // Words left out since the last kept block.
        let mut gap = 0.0;
        for (id, block) in evidence.blocks.iter().filter(|(_, block)| block.kind == BlockKind::Text) {
            let (words, probability) = (evidence.words(id), evidence.probability(id));
            let in_column = evidence.page.contains(column, block.container);
            sums.page += words;
            sums.expected += words * probability;
            sums.doubt += words * probability.min(1.0 - probability);
            if in_column {
                sums.column += words;
            }
            if reasons[id.index()].is_kept() {
                sums.keep(evidence, id);
                if sums.before_first.is_none() {
                    sums.before_first = Some(if headline.is_some() { gap } else { 0.0 });
                } else if gap >= GAP_WORDS {
                    sums.widest_gap = sums.widest_gap.max(gap);
                }
                gap = 0.0;
            } else if Some(id) == headline {
                gap = 0.0;
            } else if in_column && reasons[id.index()] != Reason::ShownAbove {
                gap += words;
            }
        }
        sums
    }

    fn keep(&mut self, evidence: &Evidence<'_>, id: BlockId) {
        let block = evidence.blocks.get(id);
        let words = evidence.words(id);
        self.kept += words;
        self.sure += words * evidence.probability(id);
        self.blocks += 1.0;
        self.chars += block.chars as f32;
        self.link_chars += block.link_chars as f32;
        self.last = Some(id);
        if is_long(evidence.blocks, id) {
            self.long += words;
            let parent = evidence.page.parent(block.container);
            self.run = if parent == self.run_in { self.run + words } else { words };
            self.run_in = parent;
            self.longest_run = self.longest_run.max(self.run);
        }
        if evidence.features.cards[block.container.index()] >= CARDS {
            self.in_cards += words;
        }
        self.linked_blocks += f32::from(u8::from(evidence.blocks.link_density(id) > LINKED));
        if evidence.is_heading(id) {
            self.headings += 1.0;
            self.linked_headings += f32::from(u8::from(evidence.blocks.link_density(id) > LINKED));
        }
    }
}

/// 1 where the page's description begins a kept text, 0 where it begins one that was left out, a half where it begins none.
fn opening(evidence: &Evidence<'_>, reasons: &[Reason]) -> f32 {
    let Some(description) = &evidence.metadata.description else { return 0.5 };
    let start: String = description.chars().take(DESCRIPTION_CHARS).collect();
    if start.chars().count() < DESCRIPTION_CHARS {
        return 0.5;
    }
    // Most blocks are shorter, and to make a search ready costs more than to compare lengths.
    let holds = |id: &BlockId| {
        let text = evidence.blocks.text(*id);
        text.len() >= start.len() && text.contains(&start)
    };
    let mut with_it = evidence.blocks.ids().filter(holds).peekable();
    if with_it.peek().is_none() {
        return 0.5;
    }
    let shown = |id: BlockId| reasons[id.index()].is_kept() || reasons[id.index()] == Reason::ShownAbove;
    if with_it.any(shown) { 1.0 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_belong_to_the_facts() {
        assert_eq!(model::FACTS_HASH, facts_hash(), "the facts changed: run the training");
    }
}
