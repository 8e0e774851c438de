/** Settings as a file, there and back. */
import { isHost } from '../shared/granted_sites.js';
import { CORRECTIONS, correctedSites, correctionsEntry, correctionsKey, readCorrections } from '../shared/stored_corrections.js';
import { EVERYWHERE, SITE, entryOf, readEntry, readStored } from '../shared/stored_settings.js';

/** Says of a file that it is one of ours. */
const KIND = 'quietpage-settings';
/** The settings of ten thousand sites, and what was put right on five hundred, take less. In characters. */
const MAX_FILE_LENGTH = 40_000_000;

/**
 * @typedef {Record<string, unknown>} Entries keys of storage.local and what stands there
 */

/**
 * The entries that are settings, or what the person has put right on sites, in today's form.
 *
 * @param {Record<string, unknown>} stored all of storage.local
 * @returns {Entries}
 */
export function settingsEntries(stored) {
  /** @type {Entries} */
  const entries = { [EVERYWHERE]: entryOf(readStored(stored, '').everywhere) };
  for (const key of sitesIn(stored)) entries[key] = entryOf(readEntry(stored[key]).values);
  for (const { host, corrections, at } of correctedSites(stored)) entries[correctionsKey(host)] = correctionsEntry(corrections, at);
  return entries;
}

/**
 * @param {Record<string, unknown>} stored
 * @returns {string[]} the keys of sites with a look of their own
 */
export const sitesIn = (stored) => Object.keys(stored).filter((key) => key.startsWith(SITE)).sort();

/**
 * @param {Entries} entries
 * @returns {string} the file
 */
export function exportFile(entries) {
  return `${JSON.stringify({ kind: KIND, ...entries }, null, 2)}\n`;
}

/**
 * @param {string} text the file
 * @returns {{entries: Entries, ignored: string[]} | null} `null`: no file of ours. `ignored`: what in it was none of
 *   today's settings or held nothing that they can be, by name
 */
export function importFile(text) {
  const { kind, ...read } = parsed(text);
  if (kind !== KIND) return null;
  /** @type {Entries} */
  const entries = {};
  /** @type {string[]} */
  const ignored = [];
  for (const [key, entry] of Object.entries(read)) {
    if (key.startsWith(CORRECTIONS) && isHost(key.slice(CORRECTIONS.length))) {
      const { corrections, at } = readCorrections(entry);
      if (corrections.length > 0) entries[key] = correctionsEntry(corrections, at);
      else ignored.push(key);
      continue;
    }
    const isSite = key.startsWith(SITE) && isHost(key.slice(SITE.length));
    const found = readEntry(entry);
    if ((key !== EVERYWHERE && !isSite) || found.ignored.includes('storage')) {
      ignored.push(key);
      continue;
    }
    entries[key] = entryOf(found.values);
    ignored.push(...found.ignored.map((name) => (isSite ? `${key} ${name}` : name)));
  }
  return { entries: { [EVERYWHERE]: entryOf({}), ...entries }, ignored };
}

/**
 * @param {string} text
 * @returns {Record<string, unknown>} empty where it is no JSON object
 */
function parsed(text) {
  if (text.length > MAX_FILE_LENGTH) return {};
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
