/** Characters by which two blocks are held for the same text. */
const KEY_CHARS = 40;
/** Below this it must be all of the text. */
const MIN_CHARS = 12;
/** How far on its counterpart is looked for before a block counts as one that has none. */
const MAX_AHEAD = 60;

/**
 * Which of the page's blocks is which of the reader's: by their order and the beginning of their text.
 *
 * @param {string[]} from texts
 * @param {string[]} to the same text, cut into blocks in another way
 * @returns {number[]} for each of the first the index of its counterpart; where it has none, that of the nearest block
 *   before it that has one, or 0
 */
export function counterparts(from, to) {
  const keys = to.map(keyOf);
  /** @type {number[]} */
  const pairs = [];
  let next = 0;
  for (const text of from) {
    const key = keyOf(text);
    const ahead = key ? keys.slice(next, next + MAX_AHEAD).findIndex((other) => isSame(key, other)) : -1;
    pairs.push(ahead < 0 ? (pairs.at(-1) ?? 0) : next + ahead);
    if (ahead >= 0) next += ahead + 1;
  }
  return pairs;
}

/** @param {string} text */
const keyOf = (text) => text.slice(0, KEY_CHARS * 4).replace(/[\s\p{P}]+/gu, '').slice(0, KEY_CHARS);

/**
 * A block may be cut off earlier in one of the two.
 *
 * @param {string} key
 * @param {string} other
 */
function isSame(key, other) {
  const isLong = Math.min(key.length, other.length) >= MIN_CHARS;
  return key === other || (isLong && (key.startsWith(other) || other.startsWith(key)));
}
