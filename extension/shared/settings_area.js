/** The one file that writes settings. */
import { browser } from './browser.js';
import { CORRECTIONS } from './stored_corrections.js';
import { EVERYWHERE, SITE, VERSION_1_KEYS, entryOf, readStored } from './stored_settings.js';

/**
 * @typedef {object} SettingsArea
 * @property {(keys: string[] | null) => Promise<Record<string, unknown>>} get `null`: all keys
 * @property {() => Promise<string[]>} keys all there are
 * @property {(entries: Record<string, unknown>) => Promise<void>} set
 * @property {(keys: string[]) => Promise<void>} remove
 * @property {(key: string) => boolean} isOwn whether what other windows store under that key does not hold here
 */

/** @returns {boolean} whether nothing of this window may outlive it */
export const isPrivateWindow = () => Boolean(browser.extension?.inIncognitoContext);

/** @returns {SettingsArea} storage that stays */
export function lastingArea() {
  return {
    get: (keys) => browser.storage.local.get(keys),
    keys: () => browser.storage.local.getKeys(),
    set: (entries) => browser.storage.local.set(entries),
    remove: (keys) => browser.storage.local.remove(keys),
    isOwn: () => false,
  };
}

/**
 * Storage for a private window: it reads what stays, and keeps what is new in memory only.
 *
 * @param {Map<string, unknown>} memory what was kept before; `undefined` for a key: it was removed
 * @returns {SettingsArea}
 */
export function passingArea(memory) {
  return {
    async get(keys) {
      const stored = await browser.storage.local.get(keys);
      for (const [key, value] of memory) {
        if (keys && !keys.includes(key)) continue;
        if (value === undefined) delete stored[key];
        else stored[key] = value;
      }
      return stored;
    },
    async keys() {
      const known = new Set([...(await browser.storage.local.getKeys()), ...memory.keys()]);
      return [...known].filter((key) => !memory.has(key) || memory.get(key) !== undefined);
    },
    async set(entries) {
      for (const [key, value] of Object.entries(entries)) memory.set(key, value);
    },
    async remove(keys) {
      for (const key of keys) memory.set(key, undefined);
    },
    isOwn: (key) => memory.has(key),
  };
}

/**
 * Writes what an older version left as today's version has it. At installation and update only.
 *
 * @param {SettingsArea} area
 */
export async function migrateStored(area) {
  const stored = await area.get(null);
  if (!VERSION_1_KEYS.some((key) => key in stored)) return;
  if (!(EVERYWHERE in stored)) await area.set({ [EVERYWHERE]: entryOf(readStored(stored, '').everywhere) });
  await area.remove(VERSION_1_KEYS);
}

/** What an entry was before it was replaced, and what it has been since; as it is read. @typedef {Map<string, {was: unknown, is: unknown}>} Replaced */

/**
 * Puts one state of all settings, and of what was put right on sites, in place of another: for import and reset.
 *
 * @param {SettingsArea} area
 * @param {Record<string, unknown>} entries what is to stand there
 * @returns {Promise<Replaced>}
 */
export async function replaceStored(area, entries) {
  const there = (await area.keys()).filter((key) => key === EVERYWHERE || key.startsWith(SITE) || key.startsWith(CORRECTIONS));
  return putEntries(area, { ...Object.fromEntries(there.map((key) => [key, undefined])), ...entries });
}

/**
 * @param {SettingsArea} area
 * @param {Record<string, unknown>} entries key → what is to stand there, `undefined`: nothing
 * @returns {Promise<Replaced>}
 */
export async function putEntries(area, entries) {
  const keys = Object.keys(entries);
  const before = await area.get(keys);
  await write(area, entries);
  const after = await area.get(keys);
  return new Map(keys.map((key) => [key, { was: before[key], is: after[key] }]));
}

/**
 * Puts back what was replaced. What has been stored for a site since stays; of what holds everywhere the person sees both.
 *
 * @param {SettingsArea} area
 * @param {Replaced} replaced
 */
export async function takeBack(area, replaced) {
  const now = await area.get([...replaced.keys()]);
  const isStill = (/** @type {string} */ key) => key === EVERYWHERE || JSON.stringify(now[key]) === JSON.stringify(replaced.get(key)?.is);
  await write(area, Object.fromEntries([...replaced].filter(([key]) => isStill(key)).map(([key, { was }]) => [key, was])));
}

/**
 * @param {SettingsArea} area
 * @param {Record<string, unknown>} entries key → what is to stand there, `undefined`: nothing
 */
async function write(area, entries) {
  await area.set(Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)));
  await area.remove(Object.keys(entries).filter((key) => entries[key] === undefined));
}
