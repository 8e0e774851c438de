// @ts-check
/** A stand-in for the extension API's storage and languages, for tests outside a browser. Import it before what uses it. */

/** @typedef {Record<string, unknown>} Entries */

/** @type {{entries: Entries, writes: string[], listeners: Set<(changes: Entries, area: string) => void>, isBroken: boolean}} */
export const storage = { entries: {}, writes: [], listeners: new Set(), isBroken: false };

/** @param {Entries} entries what is stored from here on */
export function store(entries) {
  storage.entries = structuredClone(entries);
  storage.writes = [];
  storage.isBroken = false;
}

/** @param {Entries} changes keys and what they hold now; `undefined`: nothing any more */
function changed(changes) {
  const told = Object.fromEntries(Object.entries(changes).map(([key, newValue]) => [key, newValue === undefined ? {} : { newValue }]));
  for (const listener of storage.listeners) listener(told, 'local');
}

const local = {
  /** @param {string[] | null} keys */
  async get(keys) {
    if (storage.isBroken) throw new Error('the disk is full of holes');
    const wanted = keys ?? Object.keys(storage.entries);
    return structuredClone(Object.fromEntries(wanted.filter((key) => key in storage.entries).map((key) => [key, storage.entries[key]])));
  },
  /** @param {Entries} entries */
  async set(entries) {
    storage.writes.push(...Object.keys(entries));
    Object.assign(storage.entries, structuredClone(entries));
    changed(entries);
  },
  /** @param {string[]} keys */
  async remove(keys) {
    storage.writes.push(...keys);
    for (const key of keys) delete storage.entries[key];
    changed(Object.fromEntries(keys.map((key) => [key, undefined])));
  },
};

/** The languages: the browser's, and that of our sentences. */
export const i18n = { browsers: 'en', ours: 'en' };

Reflect.set(globalThis, 'browser', {
  i18n: {
    getMessage: (/** @type {string} */ key) => (key === 'language' ? i18n.ours : ''),
    getUILanguage: () => i18n.browsers,
  },
  storage: {
    local,
    onChanged: {
      addListener: (/** @type {any} */ listener) => storage.listeners.add(listener),
      removeListener: (/** @type {any} */ listener) => storage.listeners.delete(listener),
    },
  },
});
