//! Scores → what is kept: the decisions, in order. Each later one may only overrule an earlier one for its own reason.

mod boxes;
mod cards;
mod chapters;
mod column;
mod confidence;
mod corrections;
mod cut_short;
mod edges;
mod furniture;
mod holes;
mod kept;
#[cfg(test)]
mod made_page;
mod media;
mod notes;
mod panels;
mod reason;
mod sections;
mod shape;
mod vetoes;
mod wholes;

use std::{collections::HashMap, ops::Range};

use crate::{
    article::Verdict,
    blocks::{BlockId, Blocks},
    features::{Features, Topic},
    metadata::{Kind, Metadata},
    model::Score,
    page::{NodeId, Page, Tag},
};

pub use confidence::{Confidence, FACTS, Facts, facts_hash};
pub use corrections::{Corrections, Mark, Rule};
pub use furniture::Furniture;
pub use reason::Reason;
pub use shape::Shape;

/// What is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Keep {
    /// The article.
    #[default]
    Article,
    /// All but what is certainly furniture.
    Everything,
    /// All there is: the page holds only what a person has selected in it.
    Selected,
    /// The text that comes second where two are close, without the first.
    Second,
}

/// What was decided of every block, and how sure that is.
#[derive(Debug, Clone)]
pub struct Selection {
    reasons: Vec<Reason>,
    /// Hashes of the page's text, where they are asked for: what is known of other pages has not changed them.
    pub hashes: Vec<u32>,
    /// Of which blocks a person's rule decides, by its shape.
    ruled: HashMap<BlockId, Shape>,
    /// The text column.
    pub column: NodeId,
    /// Whether another text of the page could be the one that was meant.
    pub has_second: bool,
    /// Whether the page shows no more than the beginning of its text.
    pub is_cut: bool,
    /// What the verdict rests on.
    pub facts: Facts,
    /// How sure the result is.
    pub confidence: Confidence,
}

impl Selection {
    /// Whether the block is in the article.
    pub fn keeps(&self, block: BlockId) -> bool {
        self.reasons[block.index()].is_kept()
    }

    /// Why it is, or is not.
    pub fn reason(&self, block: BlockId) -> Reason {
        self.reasons[block.index()]
    }

    /// For each of these blocks, what finds it again on other pages of the site; where a rule did so, that rule's shape.
    pub fn shapes(&self, page: &Page, blocks: &Blocks, features: &Features, ids: &[BlockId]) -> Vec<Shape> {
        let telling = shape::Shapes::new(page, blocks, features, self.column).telling(ids, &self.reasons);
        ids.iter().zip(telling).map(|(id, shape)| self.ruled.get(id).cloned().unwrap_or(shape)).collect()
    }

    /// The verdict in one of three words.
    pub fn verdict(&self) -> Verdict {
        self.confidence.verdict()
    }
}

/// What every decision reads.
struct Evidence<'a> {
    page: &'a Page,
    blocks: &'a Blocks,
    features: &'a Features,
    scores: &'a [Score],
    metadata: &'a Metadata,
}

impl Evidence<'_> {
    fn probability(&self, block: BlockId) -> f32 {
        self.scores[block.index()].probability
    }

    fn words(&self, block: BlockId) -> f32 {
        self.blocks.get(block).words as f32
    }

    fn container(&self, block: BlockId) -> NodeId {
        self.blocks.get(block).container
    }

    /// The heading that the block is, or of which it is the button: what opens a part of an accordion is its heading (ARIA
    /// Authoring Practices, "Accordion").
    fn heading(&self, block: BlockId) -> Option<NodeId> {
        let is_heading = |&node: &NodeId| self.page.tag(node).and_then(Tag::heading_level).is_some();
        let found = self.page.inclusive_ancestors(self.container(block)).take(2).find(is_heading)?;
        // One that was never closed holds what it should head.
        (self.words_inside(found) == self.blocks.get(block).words).then_some(found)
    }

    fn is_heading(&self, block: BlockId) -> bool {
        self.heading(block).is_some()
    }

    /// 1 to 6; `None` where the block is no heading.
    fn heading_level(&self, block: BlockId) -> Option<u8> {
        self.heading(block).and_then(|node| self.page.tag(node)).and_then(Tag::heading_level)
    }

    /// The blocks inside an element, as a range of indices.
    fn within(&self, node: NodeId) -> Range<usize> {
        self.blocks.within(node, self.page.subtree_end(node))
    }

    /// The words inside an element, kept or not.
    fn words_inside(&self, node: NodeId) -> u32 {
        self.within(node).map(|at| self.blocks.get(BlockId::at(at)).words).sum()
    }

    /// Whether the markup of `outer`, `inner`, or an element between them names the topic.
    fn names_between(&self, outer: NodeId, inner: NodeId, topic: Topic) -> bool {
        self.page
            .inclusive_ancestors(inner)
            .take_while(|&node| self.page.contains(outer, node))
            .any(|node| self.features.markup.names(node, topic))
    }
}

/// Decides of every block.
pub fn select(
    page: &Page,
    blocks: &Blocks,
    features: &Features,
    scores: &[Score],
    metadata: &Metadata,
    keep: Keep,
    corrections: &Corrections,
) -> Selection {
    let evidence = Evidence { page, blocks, features, scores, metadata };
    let column = column::find(&evidence);
    let mut reasons = column::by_score(&evidence, column);
    let by_score = matches!(keep, Keep::Article | Keep::Second) && !column::is_empty(&evidence, &reasons);
    // A forum's posts are made like an article's comments, a listing's cards like its related links.
    let is_story = by_score && metadata.kind == Kind::Article;
    if !by_score {
        reasons = match keep {
            Keep::Selected => vec![Reason::AskedFor; reasons.len()],
            Keep::Everything => column::everything(&evidence, Reason::AskedFor),
            Keep::Article | Keep::Second => column::everything(&evidence, Reason::NotSure),
        };
    }
    // Short stories pass for a service's page; their head says what they are.
    let may_be_story =
        is_story || (by_score && metadata.says_article && matches!(metadata.kind, Kind::Service | Kind::Other));
    if by_score {
        column::close_gaps(&evidence, column, &mut reasons);
        column::run_on(&evidence, column, &mut reasons);
        if may_be_story {
            holes::cut(&evidence, column, &mut reasons);
        }
        if is_story {
            cut_to_story(&evidence, column, &mut reasons);
        } else {
            holes::cut_ad_labels(&evidence, &mut reasons);
        }
        if metadata.kind == Kind::Product {
            sections::cut_reviews(&evidence, &mut reasons);
            holes::cut_cards(&evidence, column, &mut reasons);
        }
        // The rows of lists and threads are made of links and counts, whatever element they stand in.
        if !matches!(metadata.kind, Kind::Listing | Kind::Forum) {
            wholes::complete(&evidence, &mut reasons);
        }
    }
    vetoes::apply(&evidence, by_score, &mut reasons);
    let mut hashes = Vec::new();
    if let Some(furniture) = corrections.furniture.as_ref().filter(|_| may_be_story) {
        hashes = furniture.hashes(blocks, &reasons);
        furniture::take_away(&evidence, furniture, &mut reasons);
    }
    if is_story {
        edges::settle_headings(&evidence, edges::Pictures::Any(column), None, &mut reasons);
    }
    let second = column::second(&evidence, &reasons);
    let column = match (keep, second) {
        (Keep::Second, Some(second)) => {
            reasons = column::alone(&evidence, second);
            vetoes::apply(&evidence, by_score, &mut reasons);
            second
        }
        _ => column,
    };
    if keep == Keep::Selected {
        vetoes::veto_unselected(&evidence, &mut reasons);
    } else {
        media::place(&evidence, column, &mut reasons);
    }
    if is_story {
        edges::settle_headings(&evidence, edges::Pictures::Kept, None, &mut reasons);
    } else if by_score && metadata.kind == Kind::Product {
        let gone = [Reason::Pointer, Reason::Reviews, Reason::Repeated];
        edges::settle_headings(&evidence, edges::Pictures::Kept, Some(&gone), &mut reasons);
    }
    // Of the core's own work: what a person changes afterwards says nothing against it.
    let facts = confidence::gather(&evidence, column, &reasons);
    let is_cut = keep == Keep::Article && is_story && cut_short::is_cut_short(&evidence, &reasons);
    let mut ruled = HashMap::new();
    if keep != Keep::Selected {
        ruled = corrections::apply(&evidence, column, corrections, &mut reasons);
    }
    let (confidence, has_second) = (confidence::weigh(&facts), second.is_some());
    Selection { reasons, hashes, ruled, column, has_second, is_cut, facts, confidence }
}

/// What is in a story's column, or at its edges, and not of the story; and what is of it all the same.
fn cut_to_story(evidence: &Evidence<'_>, column: NodeId, reasons: &mut [Reason]) {
    sections::cut(evidence, reasons);
    edges::keep_lead(evidence, column, reasons);
    edges::trim(evidence, column, reasons);
    notes::keep(evidence, column, reasons);
}
