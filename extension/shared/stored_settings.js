/** How settings lie in storage, in every version there was. Nothing here writes. */
import { validate, withoutDefaults } from './settings.js';

const VERSION = 2;
/** storage.local's key of what holds everywhere. */
export const EVERYWHERE = 'settings';
/** And the beginning of those of single sites; the host's name follows. */
export const SITE = 'look:';
/** Keys of version 1, which had no entry of its own. */
export const VERSION_1_KEYS = ['theme', 'textSize'];

/** @type {Quietpage.Stored} */
export const NOTHING_STORED = { everywhere: {}, site: null, unreadable: [] };

/** Version → what makes its values those of the next. @type {Record<number, (values: Record<string, unknown>) => Record<string, unknown>>} */
const MIGRATIONS = {
  // The text size was counted in steps of a tenth.
  1: ({ textSize, ...rest }) => (typeof textSize === 'number' ? { ...rest, size: 100 * 1.1 ** textSize } : rest),
};

/**
 * @param {string} host
 * @returns {string} storage.local's key for that site
 */
export const siteKey = (host) => SITE + host;

/**
 * The values in an entry of any version, as they are to be stored today.
 *
 * @param {unknown} entry `{version, values}`
 * @returns {{values: Partial<Quietpage.Settings>, ignored: string[]}}
 */
export function readEntry(entry) {
  const { version, values } = /** @type {{version?: unknown, values?: unknown}} */ (Object(entry));
  const isVersion = Number.isInteger(version) && Number(version) >= 1;
  if (!isVersion || typeof values !== 'object' || values === null || Array.isArray(values)) return { values: {}, ignored: ['storage'] };
  let migrated = /** @type {Record<string, unknown>} */ (values);
  // What a newer version wrote is read as far as it is known.
  for (let at = Number(version); at < VERSION; at++) migrated = MIGRATIONS[at]?.(migrated) ?? migrated;
  return validate(migrated);
}

/**
 * @param {Partial<Quietpage.Settings>} values
 * @returns {{version: number, values: Partial<Quietpage.Settings>}}
 */
export const entryOf = (values) => ({ version: VERSION, values });

/**
 * What storage.local holds, read as today's settings.
 *
 * @param {Record<string, unknown>} stored keys and values of storage.local
 * @param {string} host the site in question; empty: none
 * @returns {Quietpage.Stored}
 */
export function readStored(stored, host) {
  const old = Object.fromEntries(VERSION_1_KEYS.filter((key) => key in stored).map((key) => [key, stored[key]]));
  const entry = stored[EVERYWHERE] ?? (Object.keys(old).length > 0 ? { version: 1, values: old } : entryOf({}));
  const everywhere = readEntry(entry);
  const own = host ? stored[siteKey(host)] : undefined;
  const site = own === undefined ? null : readEntry(own);
  return {
    everywhere: withoutDefaults(everywhere.values),
    site: site && site.values,
    unreadable: [...new Set([...everywhere.ignored, ...(site?.ignored ?? [])])],
  };
}

/**
 * @param {import('./settings_area.js').SettingsArea} area
 * @param {string} host
 * @returns {Promise<Quietpage.Stored>} the defaults where storage is out of reach: an article can be shown all the same
 */
export async function loadStored(area, host) {
  try {
    return readStored(await area.get([EVERYWHERE, ...VERSION_1_KEYS, ...(host ? [siteKey(host)] : [])]), host);
  } catch {
    return { ...NOTHING_STORED, unreadable: ['storage'], isOutOfReach: true };
  }
}
