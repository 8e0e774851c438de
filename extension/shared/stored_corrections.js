/** What the person has put right on each site, as it lies in storage: an entry a site, so that views of two sites never overwrite each other. */
import { dropOldest } from './stored_entries.js';

const VERSION = 1;
/** The beginning of storage.local's keys; the host's name follows. */
export const CORRECTIONS = 'corrections:';
/** More than anyone puts right; in three megabytes at the most: an extension may store ten in all. The oldest go first. */
const MAX_OF_SITE = 100;
const MAX_SITES = 100;
/** Enough to know a block by. In UTF-16 units, as the next: of a shape that no block of the core's has. */
const MAX_WORDS = 80;
const MAX_SHAPE = 1000;

/** @typedef {import('./settings_area.js').SettingsArea} SettingsArea */
/** @typedef {Quietpage.Correction} Correction */
/** @typedef {Quietpage.CorrectionChange} Change */

/**
 * @param {string} host
 * @returns {string} storage.local's key for that site
 */
export const correctionsKey = (host) => CORRECTIONS + host;

/**
 * @param {Correction[]} corrections the oldest first
 * @param {number} [at] when the last was made, in milliseconds since 1970
 */
export const correctionsEntry = (corrections, at = Date.now()) => ({ version: VERSION, at, corrections });

/**
 * @param {unknown} entry of any version
 * @returns {{corrections: Correction[], at: number}} what of it can be read
 */
export function readCorrections(entry) {
  const { at, corrections } = /** @type {Record<string, unknown>} */ (Object(entry));
  const read = Array.isArray(corrections) ? corrections.flatMap(readCorrection) : [];
  // Of a shape the last holds.
  const last = new Map(read.map((one) => [one.shape, one]));
  return { corrections: read.filter((one) => last.get(one.shape) === one).slice(-MAX_OF_SITE), at: typeof at === 'number' ? at : 0 };
}

/**
 * @param {unknown} stored
 * @returns {Correction[]} one, or none
 */
function readCorrection(stored) {
  const { keep, shape, words, on } = /** @type {Record<string, unknown>} */ (Object(stored));
  if (typeof keep !== 'boolean' || typeof shape !== 'string' || !shape || shape.length > MAX_SHAPE || typeof words !== 'string') return [];
  return [{ keep, shape, words: words.slice(0, MAX_WORDS), on: on !== false }];
}

/**
 * @param {Correction[]} corrections
 * @returns {Quietpage.Rule[]} those that hold, for the core
 */
export const rulesOf = (corrections) => corrections.filter(({ on }) => on).map(({ keep, shape }) => ({ keep, shape }));

/**
 * @param {Record<string, unknown>} stored keys and values of storage.local
 * @returns {{host: string, corrections: Correction[], at: number}[]} the sites that have any, by name
 */
export function correctedSites(stored) {
  const sites = Object.keys(stored).filter((key) => key.startsWith(CORRECTIONS)).sort();
  return sites
    .map((key) => ({ host: key.slice(CORRECTIONS.length), ...readCorrections(stored[key]) }))
    .filter(({ corrections }) => corrections.length > 0);
}

/**
 * @param {SettingsArea} area
 * @param {string} host empty: a page without one has no rules
 * @returns {Promise<Correction[]>} none where storage is out of reach
 */
export async function loadCorrections(area, host) {
  if (!host) return [];
  const key = correctionsKey(host);
  const stored = await area.get([key]).catch(() => /** @type {Record<string, unknown>} */ ({}));
  return readCorrections(stored[key]).corrections;
}

/**
 * @param {SettingsArea} area
 * @param {string} host
 * @param {Change[]} changes
 * @returns {Promise<Change[]>} what takes them back
 */
export async function changeCorrections(area, host, changes) {
  if (!host || changes.length === 0) return [];
  const before = await loadCorrections(area, host);
  const shapes = new Set(changes.map(({ shape }) => shape));
  let after = before.filter(({ shape }) => !shapes.has(shape));
  const byPlace = [...changes].sort((one, other) => (one.at ?? Infinity) - (other.at ?? Infinity) || 0);
  for (const { to, at = Infinity } of byPlace) {
    // Of what a page's script sends, what will be read.
    after.splice(Math.min(at, after.length), 0, ...(to ? readCorrection(to) : []));
  }
  after = after.slice(-MAX_OF_SITE);
  if (after.length > 0) await area.set({ [correctionsKey(host)]: correctionsEntry(after) });
  else await area.remove([correctionsKey(host)]);
  if (before.length === 0) await dropOldest(area, { beginning: CORRECTIONS, most: MAX_SITES, timeOf: (entry) => readCorrections(entry).at });
  const placeOf = (/** @type {string} */ shape) => before.findIndex((one) => one.shape === shape);
  return [...shapes].map((shape) => ({ shape, to: before[placeOf(shape)], at: placeOf(shape) < 0 ? undefined : placeOf(shape) }));
}

/**
 * One change after the other, as two tabs at once would overwrite each other's. Only where the extension itself is at home:
 * in a page these locks are the page's, which may hold them for ever.
 *
 * @template T
 * @param {() => Promise<T>} change
 * @returns {Promise<T>}
 */
export const inTurn = (change) => navigator.locks.request(CORRECTIONS, change);

/** The same as changeCorrections, in turn. @type {typeof changeCorrections} */
export const changeInTurn = (...change) => inTurn(() => changeCorrections(...change));
