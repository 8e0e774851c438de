import { counterparts } from '../content/counterparts.js';

/** Letters by which a text is known again. */
const KNOWN_BY = 30;
/** Why a block was left out that was not seen on the page, or is seen in the reader. */
const UNSEEN = ['not_rendered', 'shown_above'];

/**
 * Which elements of the page each block of the reader stands for: a list for all its items, two paragraphs of one element
 * both for that. By order and text, as the core gives no more.
 *
 * @param {string[]} texts of the reader's blocks
 * @param {string[]} kept of the page's elements
 * @returns {number[][]} for each block indexes into `kept`; empty where nothing is known
 */
export function pageBlocks(texts, kept) {
  const letters = texts.map(lettersOf);
  const keptLetters = kept.map(lettersOf);
  const pairs = counterparts(texts, kept);
  const isSame = (/** @type {number} */ at) => {
    const [one, other] = [letters[at], keptLetters[pairs[at]] ?? ''];
    return one !== '' && other !== '' && (one.startsWith(other.slice(0, KNOWN_BY)) || other.startsWith(one.slice(0, KNOWN_BY)));
  };
  /** Blocks whose beginning is that of an element, and behind the last the end. */
  const known = [...texts.keys()].filter((at) => isSame(at) && (at === 0 || pairs[at] !== pairs[at - 1] || !isSame(at - 1)));
  return texts.map((_, at) => {
    const next = known.find((other) => other > at);
    const end = next === undefined ? kept.length : pairs[next];
    const isIn = (/** @type {number} */ index) => letters[at].includes(keptLetters[index]);
    if (known.includes(at)) return [pairs[at], ...range(pairs[at] + 1, end).filter((index) => keptLetters[index] !== '' && isIn(index))];
    const before = known.findLast((other) => other < at);
    if (before === undefined) return [];
    if (letters[at]) return keptLetters[pairs[before]].includes(letters[at]) ? [pairs[before]] : range(pairs[before] + 1, end).filter(isIn);
    // A picture is what stands between the texts around it, if it is alone there.
    return next === at + 1 && before === at - 1 ? range(pairs[before] + 1, end) : [];
  });
}

/** @param {string} text */
const lettersOf = (text) => text.replace(/[\s\p{P}]+/gu, '');

/** @param {number} start @param {number} end */
const range = (start, end) => Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);

/**
 * Where between the reader's blocks something was left out that anyone would have seen on the page.
 *
 * @param {Quietpage.Block[]} blocks the brief ledger, in page order
 * @param {number[]} starts for each of the reader's blocks the ordinal of the element where it begins; `-1`: not known
 * @returns {{after: number, blocks: Quietpage.Block[]}[]} `after`: index of the reader's block above, in order
 */
export function cutsBetween(blocks, starts) {
  /** @type {Map<number, Quietpage.Block[]>} */
  const cuts = new Map();
  const lastStart = starts.findLast((start) => start >= 0) ?? -1;
  for (const block of blocks) {
    if (block.kept || !block.near || UNSEEN.includes(block.because) || block.ordinal > lastStart) continue;
    const after = starts.findLastIndex((start) => start >= 0 && start < block.ordinal);
    if (after >= 0) cuts.set(after, [...(cuts.get(after) ?? []), block]);
  }
  return [...cuts].sort(([one], [other]) => one - other).map(([after, those]) => ({ after, blocks: those }));
}
