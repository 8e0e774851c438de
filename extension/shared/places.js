/** Where in a page the person stopped reading, as it lies in storage: an entry a page, so that two views never overwrite each other. */
import { dropOldest, keysOf } from './stored_entries.js';

/** The beginning of storage.local's keys; the page's digest follows. */
const PLACE = 'place:';
/** Some weeks of reading, in about 20 KB. The oldest go first. */
const MAX_PLACES = 200;

/**
 * @typedef {object} Place
 * @property {number} block index among the article's blocks
 * @property {number} share how much of that block is above the line that was being read, 0 to 1
 * @property {string} text digest of the block's text: the page may have changed meanwhile
 * @property {number} at when, in milliseconds since 1970
 */

/** @typedef {import('./settings_area.js').SettingsArea} SettingsArea */

/**
 * @param {string} url
 * @returns {string} the key of that page's place, in which its address cannot be read
 */
export function placeKey(url) {
  const [page] = url.split('#');
  return PLACE + digest(page) + digest(`${page}#`);
}

/**
 * FNV-1a, 32 bits. Not from the browser: on a page without https it gives no digests, and this one keeps no secret that
 * a better one would, as addresses can be guessed.
 *
 * @param {string} text
 * @returns {string} in hexadecimal digits
 */
export function digest(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/**
 * @param {unknown} stored
 * @returns {Place | undefined} `undefined` where it is none
 */
export function readPlace(stored) {
  const { block, share, text, at } = /** @type {Record<string, unknown>} */ (Object(stored));
  const isPlace = Number.isInteger(block) && Number(block) >= 0 && typeof share === 'number' && share >= 0 && share <= 1;
  return isPlace && typeof text === 'string' && typeof at === 'number' ? { block: Number(block), share, text, at } : undefined;
}

/**
 * Keeps the newest places. What cannot be read goes, too.
 *
 * @param {SettingsArea} area
 */
export const dropOldPlaces = (area) => dropOldest(area, { beginning: PLACE, most: MAX_PLACES, timeOf: (stored) => readPlace(stored)?.at ?? 0 });

/** @param {SettingsArea} area */
export async function forgetPlaces(area) {
  const keys = await keysOf(area, PLACE);
  if (keys.length > 0) await area.remove(keys);
}
