// @ts-check

/**
 * Chance that can be repeated.
 *
 * @typedef {object} Chance
 * @property {(count: number) => number} below a whole number from 0 to one less
 * @property {(share: number) => boolean} isLikely true in that share of the cases
 * @property {<T>(of: readonly T[]) => T} oneOf
 * @property {<T extends {weight: number}>(of: readonly T[]) => T} weighted one of them, in the ratio of their weights
 */

/**
 * The same numbers for the same seed and visit: a visit can be made again without those before it.
 *
 * @param {number} seed
 * @param {number} visit
 * @returns {Chance}
 */
export function chanceOf(seed, visit) {
  // Mulberry32, begun at a place of its own for each visit.
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(visit + 1, 0x85ebca6b)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (/** @type {number} */ count) => Math.floor(next() * count);
  return {
    below,
    isLikely: (share) => next() < share,
    oneOf: (of) => of[below(of.length)],
    weighted(of) {
      let left = next() * of.reduce((sum, { weight }) => sum + weight, 0);
      return of.find(({ weight }) => (left -= weight) < 0) ?? of[of.length - 1];
    },
  };
}
