//! Labels by alignment: which blocks of a page make up its true text.
//!
//! Every block proposes the places in the truth where its words stand (three words in a row at the same offset); the best
//! proposals that keep the page's order are taken, by dynamic programming over the truth's words. What is then left of the
//! truth goes to blocks in any order: the truths of forums are not always in the page's.

use std::collections::HashMap;

use quietpage::blocks::{BlockKind, Blocks};

/// Places a block may propose.
const PROPOSALS: usize = 24;
/// Words a block must have to be placed out of order.
const OUT_OF_ORDER_WORDS: usize = 6;
/// Share of its words that must match, and of the place that must still be free.
const SURE: f32 = 0.8;
/// Words that are looked up in a row.
const GRAM: usize = 3;

/// Words as the metric counts them: runs of letters, digits and `_`, lower case.
pub fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

struct Proposal {
    start: usize,
    end: usize,
    matched: usize,
}

/// For every block, the share of its words that stand in the truth, in order: 0 to 1.
pub fn label(blocks: &Blocks, truth: &str) -> Vec<f32> {
    let truth = words(truth);
    let mut grams: HashMap<&[String], Vec<usize>> = HashMap::new();
    for length in 1..=GRAM {
        for start in 0..truth.len().saturating_sub(length - 1) {
            grams.entry(&truth[start..start + length]).or_default().push(start);
        }
    }
    // best[t]: the most matched words with everything placed before word t, and the last placement.
    let mut best = vec![(0_usize, None::<usize>); truth.len() + 1];
    let mut placed: Vec<Placement> = Vec::new();
    let mut shares = vec![0.0; blocks.len()];
    let mut used = vec![false; truth.len()];
    for (id, block) in blocks.iter() {
        if block.kind == BlockKind::Media {
            continue;
        }
        let own = words(blocks.text(id));
        let mut updates: Vec<(usize, usize, usize)> = Vec::new();
        for proposal in proposals(&own, &truth, &grams) {
            let (score, before) = best[proposal.start];
            updates.push((proposal.end, score + proposal.matched, placed.len()));
            placed.push(Placement { block: id.index(), length: own.len(), proposal, before });
        }
        for (end, score, last) in updates {
            for slot in &mut best[end..] {
                if slot.0 >= score {
                    break;
                }
                *slot = (score, Some(last));
            }
        }
    }
    let mut at = best[truth.len()].1;
    while let Some(index) = at {
        let placement = &placed[index];
        shares[placement.block] = placement.share();
        used[placement.proposal.start..placement.proposal.end].fill(true);
        at = placement.before;
    }
    for placement in &placed {
        let span = placement.proposal.start..placement.proposal.end;
        let free = used[span.clone()].iter().filter(|used| !**used).count();
        if shares[placement.block] == 0.0
            && placement.length >= OUT_OF_ORDER_WORDS
            && placement.share() >= SURE
            && free as f32 >= SURE * span.len() as f32
        {
            shares[placement.block] = placement.share();
            used[span].fill(true);
        }
    }
    shares
}

/// A block put at a place in the truth.
struct Placement {
    block: usize,
    /// Words of the block.
    length: usize,
    proposal: Proposal,
    /// The placement before it.
    before: Option<usize>,
}

impl Placement {
    fn share(&self) -> f32 {
        self.proposal.matched as f32 / self.length.max(1) as f32
    }
}

/// Where in the truth a block's words stand.
fn proposals(own: &[String], truth: &[String], grams: &HashMap<&[String], Vec<usize>>) -> Vec<Proposal> {
    let length = own.len().min(GRAM);
    if length == 0 {
        return Vec::new();
    }
    // Matched words by offset of the block against the truth.
    let mut offsets: HashMap<isize, usize> = HashMap::new();
    for (at, gram) in own.windows(length).enumerate() {
        for &place in grams.get(gram).into_iter().flatten().take(PROPOSALS * 4) {
            *offsets.entry(place as isize - at as isize).or_default() += 1;
        }
    }
    let mut ranked: Vec<(isize, usize)> = offsets.into_iter().collect();
    ranked.sort_by_key(|&(offset, count)| (std::cmp::Reverse(count), offset));
    ranked.truncate(PROPOSALS);
    ranked
        .into_iter()
        .map(|(offset, count)| {
            let start = offset.max(0) as usize;
            let end = ((offset + own.len() as isize).max(0) as usize).min(truth.len());
            Proposal { start: start.min(end), end, matched: (count + length - 1).min(own.len()) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use quietpage::{blocks::segment, page::html};

    #[test]
    fn blocks_of_the_truth_are_found_in_order_and_others_are_not() {
        let page = html::read(
            "<h2>The port opens again</h2><p>The port opens again today, after nine long years.</p>\
             <p>Buy our newsletter.</p><p>Ships came in at dawn.</p><p>The port opens again</p>",
        )
        .unwrap();
        let shares =
            label(&segment(&page), "The port opens again today, after nine long years. Ships came in at dawn.");
        assert_eq!(shares, [0.0, 1.0, 0.0, 1.0, 0.0]);
    }
}
