//! Quiet in place: which elements of the page are hidden where they stand, so that what is left is the article.
//!
//! An element goes as a whole or stays. Where text that was left out has no element of its own, it stays: less is removed.

use crate::{
    blocks::{BlockId, BlockKind, Blocks},
    features::{Features, Place, Topic},
    metadata::Metadata,
    page::{NodeId, Ordinal, Page, Tag, text::is_blank},
    selection::{Reason, Selection},
};

/// What an element that holds no text is for, to go from among the text.
const FURNITURE: [Topic; 4] = [Topic::Ad, Topic::Social, Topic::Related, Topic::Prompt];

/// Elements by what quiet in place does with them; each list in page order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quiet {
    /// Those that hold a kept block, or what stands above the text: headline, byline, date. An element once a block.
    pub kept: Vec<Ordinal>,
    /// The outermost elements with nothing of the article in them.
    pub hide: Vec<Ordinal>,
    /// Of those, the ones between kept text: something was cut there.
    pub cuts: Vec<Ordinal>,
    /// The outermost elements of readers' comments, which stay where that is asked.
    pub comments: Vec<Ordinal>,
}

/// Decides of every element of the page's body.
pub fn quiet(
    page: &Page,
    blocks: &Blocks,
    features: &Features,
    metadata: &Metadata,
    selection: &Selection,
    keeps_comments: bool,
) -> Quiet {
    let above = [metadata.headline, metadata.dek_node, metadata.byline_node, metadata.date_node];
    let in_article = |id: BlockId| {
        let block = blocks.get(id);
        let holds = |node: NodeId| (block.first <= node && node < block.end) || page.contains(node, block.container);
        selection.keeps(id) || selection.reason(id) == Reason::ShownAbove || above.into_iter().flatten().any(holds)
    };
    // A caption goes with what it is of.
    let is_seen = |id: BlockId| {
        let place = features.places[blocks.get(id).container.index()];
        selection.reason(id) != Reason::NotRendered && !place.has(Place::CAPTION)
    };
    let runs = Runs::read(page, blocks, in_article, is_seen);
    if runs.ends.is_none() {
        return Quiet::default();
    }
    let mut quiet = Quiet {
        kept: blocks
            .iter()
            .filter(|&(id, _)| in_article(id))
            .filter_map(|(_, block)| page.ordinal(block.container))
            .collect(),
        ..Quiet::default()
    };
    let comments = Comments::read(page, blocks, features, selection, keeps_comments.then_some(&runs));
    let body = page.body();
    let mut next = body.next();
    while next < page.subtree_end(body) {
        let node = next;
        let is_whole = |_: &Ordinal| !runs.has_article(page, node) && !comments.are_below(page, node);
        let Some(ordinal) = page.ordinal(node).filter(is_whole) else {
            next = node.next();
            continue;
        };
        next = page.subtree_end(node);
        if comments.is_part(node) {
            quiet.comments.push(ordinal);
        } else if goes(page, features, selection.column, &runs, node) {
            quiet.hide.push(ordinal);
            if runs.is_cut(page, node) && page.contains(selection.column, node) {
                quiet.cuts.push(ordinal);
            }
        }
    }
    quiet
}

/// Whether an element goes that holds nothing of the article.
fn goes(page: &Page, features: &Features, column: NodeId, runs: &Runs, node: NodeId) -> bool {
    let Some(tag) = page.tag(node).filter(|&tag| !is_never_drawn(tag)) else { return false };
    // Without a text nothing says what it is: a player, a chart, a formula drawn by a script.
    let stays = if runs.is_between(node) && page.contains(column, node) {
        !runs.is_cut(page, node) && !FURNITURE.iter().any(|&topic| features.markup.names(node, topic))
    } else {
        runs.is_between(node) && tag.is_media()
    };
    !(stays || runs.is_part_of_bare_text(node) || is_cell_beside_text(page, runs, node))
}

/// What blocks lie where, so that any part of the page can be asked.
struct Runs {
    /// For every node and for the end, how many nodes of kept runs are before it.
    kept_before: Vec<u32>,
    /// The same for rendered text that was left out.
    left_out_before: Vec<u32>,
    /// Whether the node belongs to a left-out run that has text of its own beside its elements.
    bare: Vec<bool>,
    /// The first nodes of the article's first run and of its last.
    ends: Option<(NodeId, NodeId)>,
}

impl Runs {
    fn read(
        page: &Page,
        blocks: &Blocks,
        in_article: impl Fn(BlockId) -> bool,
        is_seen: impl Fn(BlockId) -> bool,
    ) -> Self {
        let mut kept = vec![false; page.len()];
        let mut left_out = vec![false; page.len()];
        let mut bare = vec![false; page.len()];
        let mut ends = None;
        for (id, block) in blocks.iter() {
            let nodes = block.first.index()..block.end.index();
            if in_article(id) {
                kept[nodes].fill(true);
                let (first, last) = ends.unwrap_or((block.first, block.first));
                ends = Some((first, last.max(block.first)));
            } else if block.kind == BlockKind::Text && is_seen(id) {
                let is_text = |index: usize| {
                    let node = NodeId::from_index(index);
                    page.parent(node) == Some(block.container) && page.text(node).is_some_and(|text| !is_blank(text))
                };
                bare[nodes.clone()].fill(nodes.clone().any(is_text));
                left_out[nodes].fill(true);
            }
        }
        Self { kept_before: counted(&kept), left_out_before: counted(&left_out), bare, ends }
    }

    /// Whether a node stands between the article's first run and its last.
    fn is_between(&self, node: NodeId) -> bool {
        self.ends.is_some_and(|(first, last)| first < node && node < last)
    }

    /// Whether a node stands after the first of the article's last run.
    fn is_past(&self, node: NodeId) -> bool {
        self.ends.is_none_or(|(_, last)| node > last)
    }

    /// Whether text was cut out of the article here.
    fn is_cut(&self, page: &Page, node: NodeId) -> bool {
        self.is_between(node) && self.has_left_out(page, node)
    }

    fn has_article(&self, page: &Page, node: NodeId) -> bool {
        within(&self.kept_before, page, node)
    }

    fn has_left_out(&self, page: &Page, node: NodeId) -> bool {
        within(&self.left_out_before, page, node)
    }

    fn is_part_of_bare_text(&self, node: NodeId) -> bool {
        self.bare[node.index()]
    }
}

/// How many are marked before each, and at last in all.
fn counted(marked: &[bool]) -> Vec<u32> {
    let mut count = 0;
    let mut before = vec![0];
    before.extend(marked.iter().map(|&is_marked| {
        count += u32::from(is_marked);
        count
    }));
    before
}

/// Whether any node is marked in a subtree, by what [`counted`] gives.
fn within(before: &[u32], page: &Page, node: NodeId) -> bool {
    before[page.subtree_end(node).index()] > before[node.index()]
}

/// Where readers' comments are.
struct Comments {
    /// Whether the node is a part of the page that is theirs.
    parts: Vec<bool>,
    /// For every node and for the end, how many of these are before it.
    parts_before: Vec<u32>,
}

impl Comments {
    /// What after the article is named for them, and the part around what was cut from it as such. None without `runs`.
    fn read(page: &Page, blocks: &Blocks, features: &Features, selection: &Selection, runs: Option<&Runs>) -> Self {
        let mut parts = vec![false; page.len()];
        if let Some(runs) = runs {
            for node in page.nodes().filter(|&node| runs.is_past(node) && !page.is(node, Tag::A)) {
                parts[node.index()] = features.markup.names(node, Topic::Comment) && !runs.has_article(page, node);
            }
            let cut: Vec<NodeId> = blocks
                .iter()
                .filter(|&(id, _)| selection.reason(id) == Reason::Comments)
                .map(|(_, block)| block.container)
                .collect();
            if let (Some(&first), Some(&last)) = (cut.first(), cut.last()) {
                let around = page.inclusive_ancestors(first).find(|&up| page.contains(up, last));
                let whole = around.filter(|&node| !runs.has_article(page, node));
                for node in whole.map_or(cut, |node| vec![node]) {
                    parts[node.index()] = true;
                }
            }
        }
        Self { parts_before: counted(&parts), parts }
    }

    fn is_part(&self, node: NodeId) -> bool {
        self.parts[node.index()]
    }

    /// Whether any stand in the node, which is more than theirs.
    fn are_below(&self, page: &Page, node: NodeId) -> bool {
        !self.is_part(node) && within(&self.parts_before, page, node)
    }
}

/// A row without its cell would be another table.
fn is_cell_beside_text(page: &Page, runs: &Runs, node: NodeId) -> bool {
    matches!(page.tag(node), Some(Tag::Td | Tag::Th | Tag::Caption))
        && page.ancestors(node).find(|&up| page.is(up, Tag::Table)).is_some_and(|table| runs.has_article(page, table))
}

/// Elements without a box: hiding them would do nothing, or, for a style sheet, too much.
fn is_never_drawn(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Script
            | Tag::Style
            | Tag::Link
            | Tag::Meta
            | Tag::Template
            | Tag::Noscript
            | Tag::Br
            | Tag::Wbr
            | Tag::Source
            | Tag::Track
            | Tag::Col
            | Tag::Colgroup
            | Tag::Rp
    )
}
