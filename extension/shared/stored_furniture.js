/** What pages of a site have in common, as it lies in storage: hashes of their texts, from which no text can be read. */
import { dropOldest, keysOf } from './stored_entries.js';

/** storage.local's key of the salt, and the beginning of those of single sites; the host's name follows. */
const SALT = 'furniture';
const SITE = 'furniture:';
/** As many pages as repeat what repeats. */
const MAX_PAGES = 8;
const MAX_HASHES = 200;
/** Two megabytes of them at the most: an extension may store ten in all. */
const MAX_SITES = 100;

/** @typedef {import('./settings_area.js').SettingsArea} SettingsArea */
/** @typedef {{page: string, hashes: number[]}} SeenPage */

/**
 * Two tabs at once would overwrite each other's page, each make a salt, and one page come back that was to be forgotten.
 *
 * @template T
 * @param {() => Promise<T>} act
 * @returns {Promise<T>}
 */
const inTurn = (act) => navigator.locks.request(SALT, act);

/**
 * @param {unknown} stored
 * @returns {SeenPage[]} without what cannot be read
 */
function readPages(stored) {
  const { pages } = /** @type {{pages?: unknown}} */ (Object(stored));
  const isHash = (/** @type {unknown} */ hash) => Number.isInteger(hash) && Number(hash) >= 0 && Number(hash) < 2 ** 32;
  return (Array.isArray(pages) ? pages : []).filter(
    (one) => typeof one?.page === 'string' && Array.isArray(one.hashes) && one.hashes.every(isHash),
  );
}

/**
 * The salt and the pages of a site, the newest last. The first time, the salt is made.
 *
 * @param {SettingsArea} area
 * @param {string} host
 * @returns {Promise<{salt: string, pages: SeenPage[]}>}
 */
export const readFurniture = (area, host) => inTurn(() => read(area, host));

/** @param {SettingsArea} area @param {string} host */
async function read(area, host) {
  const stored = await area.get([SALT, SITE + host]);
  const known = stored[SALT];
  const salt = typeof known === 'string' && known ? known : newSalt();
  if (salt !== known) await area.set({ [SALT]: salt });
  // With another salt, hashes say nothing.
  return { salt, pages: salt === known ? readPages(stored[SITE + host]) : [] };
}

/**
 * Adds a page to its site's, or puts it in place of what it was before.
 *
 * @param {SettingsArea} area
 * @param {string} host
 * @param {string} salt with which it was hashed
 * @param {SeenPage} seen
 */
export async function addPage(area, host, salt, { page, hashes }) {
  await inTurn(async () => {
    const { salt: current, pages } = await read(area, host);
    // All has been forgotten meanwhile.
    if (current !== salt) return;
    const others = pages.filter((one) => one.page !== page);
    const kept = [...others, { page, hashes: hashes.slice(0, MAX_HASHES) }].slice(-MAX_PAGES);
    await area.set({ [SITE + host]: { pages: kept, at: Date.now() } });
    await dropOldest(area, { beginning: SITE, most: MAX_SITES, timeOf: (stored) => Number(Object(stored).at) || 0 });
  });
}

/**
 * Forgets all sites, and the salt with them.
 *
 * @param {SettingsArea} area
 */
export async function forgetFurniture(area) {
  await inTurn(async () => {
    await area.remove([SALT, ...(await keysOf(area, SITE))]);
  });
}

const newSalt = () => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(16)).join('');
