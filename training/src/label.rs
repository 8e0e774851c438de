//! Labels by alignment: which blocks of a page make up its true text.
//!
//! Every block proposes the places in the truth where its words stand (three words in a row at the same offset); the best
//! proposals that keep the page's order are taken, by dynamic programming over the truth's words.

use std::collections::HashMap;

use quietpage::blocks::{BlockKind, Blocks};

/// Places a block may propose.
const PROPOSALS: usize = 24;
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
    let mut placed: Vec<(usize, usize, Option<usize>)> = Vec::new();
    let mut shares = vec![0.0; blocks.len()];
    let mut lengths = vec![0; blocks.len()];
    for (id, block) in blocks.iter() {
        if block.kind == BlockKind::Media {
            continue;
        }
        let own = words(blocks.text(id));
        lengths[id.index()] = own.len();
        let mut updates: Vec<(usize, usize, usize)> = Vec::new();
        for proposal in proposals(&own, &truth, &grams) {
            let (score, before) = best[proposal.start];
            // A block placed at its very beginning is preferred to one in the middle of a paragraph that says the same.
            placed.push((id.index(), proposal.matched, before));
            updates.push((proposal.end, score + proposal.matched, placed.len() - 1));
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
        let (block, matched, before) = placed[index];
        shares[block] = matched as f32 / lengths[block].max(1) as f32;
        at = before;
    }
    shares
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
