// @ts-check

/**
 * F1 over bags of lower-cased words; 1 where both texts have none.
 *
 * @param {string} one
 * @param {string} other
 */
export function wordF1(one, other) {
  const ofOne = bag(one);
  const ofOther = bag(other);
  const total = sum(ofOne) + sum(ofOther);
  if (total === 0) return 1;
  let common = 0;
  for (const [word, times] of ofOne) common += Math.min(times, ofOther.get(word) ?? 0);
  return (2 * common) / total;
}

/**
 * @param {string} text
 * @returns {Map<string, number>}
 */
function bag(text) {
  const words = new Map();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}_]+/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

/** @param {Map<string, number>} words */
const sum = (words) => [...words.values()].reduce((total, times) => total + times, 0);
