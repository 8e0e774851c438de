//! Panels that a line of the text opens: answers under their questions, the rest of a description under "More". The page
//! shows them only when they are asked for, and whoever reads the line misses what it leads to.

use super::{Evidence, Reason};
use crate::{
    blocks::BlockId,
    features::Place,
    page::{NodeId, text},
};

/// Words of the longest line that opens a panel.
const LINE_WORDS: u32 = 20;
/// Probability from which what is hidden is the text's own.
const SURE: f32 = 0.7;

/// The blocks that the score keeps in panels which a kept line opens. `hidden`: for every node, whether it is inside
/// something that the page does not show.
pub fn opened(evidence: &Evidence<'_>, hidden: &[bool], reasons: &[Reason]) -> Vec<BlockId> {
    let page = evidence.page;
    let is_shown = |node: NodeId| !hidden[node.index()];
    let mut opened = Vec::new();
    for panel in page.nodes().filter(|&node| !is_shown(node)) {
        let Some(parent) = page.parent(panel).filter(|&parent| is_shown(parent)) else { continue };
        let within = evidence.within(panel);
        let line = within.start.checked_sub(1).map(BlockId::at).filter(|line| reasons[line.index()].is_kept());
        let is_beside = |line: BlockId| {
            let container = evidence.container(line);
            is_shown(container) && page.contains(parent, container)
        };
        if line.is_some_and(|line| is_beside(line) && may_open(evidence, line)) {
            let is_kept = |id: &BlockId| reasons[id.index()].is_kept() && evidence.probability(*id) >= SURE;
            opened.extend(within.map(BlockId::at).filter(is_kept));
        }
    }
    opened
}

/// Whether the block is a line as one is pressed to see more: a heading, a button, a question, no statement.
fn may_open(evidence: &Evidence<'_>, id: BlockId) -> bool {
    let block = evidence.blocks.get(id);
    let is_control = || evidence.features.places[block.container.index()].has(Place::CONTROL);
    let line = evidence.blocks.text(id);
    let asks = || line.trim_end().ends_with(['?', '？', '؟']);
    (1..=LINE_WORDS).contains(&block.words)
        && (evidence.is_heading(id) || is_control() || asks() || !text::ends_as_sentence(line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{metadata::Kind, page::Hints, selection::made_page};

    /// What is opened on a page of which all is kept, with this score for every block.
    fn opened_texts(body: &str, probability: f32) -> Vec<String> {
        made_page::picked(body, Kind::Article, probability, |evidence, reasons| {
            let page = evidence.page;
            let is_hidden = |node| page.inclusive_ancestors(node).any(|up| page.hints(up).has(Hints::NOT_RENDERED));
            let hidden: Vec<bool> = page.nodes().map(is_hidden).collect();
            opened(evidence, &hidden, &reasons)
        })
    }

    const ANSWER: &str = "Eleven metres at the north wall.";

    #[test]
    fn a_line_opens_what_follows_it_and_a_statement_does_not() {
        let panel = format!("<div hidden><p>{ANSWER}</p></div>");
        for line in ["<h3>Depth.</h3>", "<button>Depth.</button>", "<p>How deep is it?</p>", "<dt>Depth</dt>"] {
            assert_eq!(opened_texts(&format!("<section>{line}{panel}</section>"), 0.9), [ANSWER], "{line}");
        }
        assert!(opened_texts(&format!("<section><p>It is deep.</p>{panel}</section>"), 0.9).is_empty());
    }

    #[test]
    fn what_the_score_is_not_sure_of_stays_hidden_and_so_does_what_stands_elsewhere() {
        let panel = format!("<div hidden><p>{ANSWER}</p></div>");
        assert!(opened_texts(&format!("<section><h3>Depth</h3>{panel}</section>"), 0.6).is_empty());
        assert!(opened_texts(&format!("<section><h3>Depth</h3></section><section>{panel}</section>"), 0.9).is_empty());
        assert!(opened_texts(&format!("<section>{panel}</section>"), 0.9).is_empty());
        // The panel after a panel: the line between is hidden too.
        let with_line = format!("<div hidden><h3>Depth</h3></div>{panel}");
        assert!(opened_texts(&format!("<section>{with_line}</section>"), 0.9).is_empty());
    }
}
