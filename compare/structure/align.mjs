// @ts-check

/** @import { Block } from './blocks.mjs' */

/**
 * @typedef {object} Step
 * @property {'both' | 'theirs' | 'ours'} side
 * @property {Block} block
 */

/**
 * The longest common subsequence of two lists of blocks, with what only one has in its place.
 *
 * @param {Block[]} theirs
 * @param {Block[]} ours
 * @returns {Step[]}
 */
export function align(theirs, ours) {
  const same = (/** @type {Block} */ one, /** @type {Block} */ other) => one.kind === other.kind && one.text === other.text;
  const lengths = Array.from({ length: theirs.length + 1 }, () => new Uint32Array(ours.length + 1));
  for (let t = theirs.length - 1; t >= 0; t--) {
    for (let o = ours.length - 1; o >= 0; o--) {
      lengths[t][o] = same(theirs[t], ours[o]) ? lengths[t + 1][o + 1] + 1 : Math.max(lengths[t + 1][o], lengths[t][o + 1]);
    }
  }
  /** @type {Step[]} */
  const steps = [];
  let [t, o] = [0, 0];
  while (t < theirs.length || o < ours.length) {
    if (t < theirs.length && o < ours.length && same(theirs[t], ours[o])) {
      steps.push({ side: 'both', block: theirs[t] });
      t++;
      o++;
    } else if (o >= ours.length || (t < theirs.length && lengths[t + 1][o] >= lengths[t][o + 1])) {
      steps.push({ side: 'theirs', block: theirs[t++] });
    } else steps.push({ side: 'ours', block: ours[o++] });
  }
  return steps;
}
