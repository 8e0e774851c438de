// @ts-check
/** A stand-in for the extension API, for tests outside a browser. Import it before what uses it. */

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
  async getKeys() {
    if (storage.isBroken) throw new Error('the disk is full of holes');
    return Object.keys(storage.entries);
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

/** What the browser has granted, and what the person says when it asks. @type {{origins: string[], answer: boolean | Error}} */
export const permissions = { origins: [], answer: true };

/**
 * `page`: what a function that is run in a tab gives back, or what the browser says instead of running it; `ran`: all that was
 * run, files and functions' arguments, in order.
 *
 * @type {{registered: {id: string, matches: string[]}[], executed: {tabId: number, files: string[]}[], page: object | Error, ran: unknown[]}}
 */
export const scripting = { registered: [], executed: [], page: new Error('no page'), ran: [] };

/** @type {{entries: Entries}} */
export const session = { entries: {} };

/** @type {{closed: number[], created: object[], updated: object[], listeners: Record<'onUpdated' | 'onRemoved', Set<(tabId: number, change: object) => unknown>>}} */
export const tabs = { closed: [], created: [], updated: [], listeners: { onUpdated: new Set(), onRemoved: new Set() } };

/** What the button shows in a tab, and what it has opened. @type {{text: string, title: string, popup: string, opened: string[]}} */
export const action = { text: '', title: '', popup: '', opened: [] };

/** @param {string} granted @param {string} wanted patterns of the form `scheme://host/*` */
function covers(granted, wanted) {
  const [scheme, host] = granted.split('://');
  const [wantedScheme, wantedHost] = wanted.split('://');
  const isHost = host === wantedHost || (host.startsWith('*.') && wantedHost.endsWith(host.slice(1)));
  return isHost && (scheme === '*' || scheme === wantedScheme);
}

/** Node has them later than browsers. @type {Map<string, Promise<unknown>>} */
const locks = new Map();
/** @param {string} name @param {() => Promise<void>} act */
function request(name, act) {
  const done = (locks.get(name) ?? Promise.resolve()).then(act);
  locks.set(name, done.catch(() => undefined));
  return done;
}
Object.defineProperty(globalThis, 'navigator', {
  value: { locks: { request } },
  configurable: true,
});

/** @typedef {Record<string, (...given: any[]) => Promise<unknown>>} Calls */

/** @type {Calls} */
const permissionsCalls = {
  getAll: async () => ({ origins: [...permissions.origins] }),
  contains: async ({ origins: [wanted] }) => permissions.origins.some((one) => covers(one, wanted)),
  async request({ origins: [wanted] }) {
    if (permissions.answer instanceof Error) throw permissions.answer;
    if (permissions.answer) permissions.origins = [...permissions.origins, wanted];
    return permissions.answer;
  },
  async remove({ origins }) {
    permissions.origins = permissions.origins.filter((one) => !origins.includes(one));
  },
};

/** @type {Calls} */
const scriptingCalls = {
  getRegisteredContentScripts: async () => scripting.registered,
  registerContentScripts: async (scripts) => (scripting.registered = scripts),
  updateContentScripts: async (scripts) => (scripting.registered = scripts),
  unregisterContentScripts: async () => (scripting.registered = []),
  async executeScript({ target, files, func, args }) {
    if (func && scripting.page instanceof Error) throw scripting.page;
    if (!func) scripting.executed.push({ tabId: target.tabId, files });
    scripting.ran.push(files ?? args);
    return [{ result: scripting.page }];
  },
};

/** @type {Calls} */
const sessionCalls = {
  get: async (key) => (key === null ? { ...session.entries } : key in session.entries ? { [key]: session.entries[key] } : {}),
  set: async (entries) => Object.assign(session.entries, entries),
  remove: async (keys) => [keys].flat().forEach((key) => Reflect.deleteProperty(session.entries, key)),
};

/** @param {'onUpdated' | 'onRemoved'} name */
const eventOf = (name) => ({
  addListener: (/** @type {any} */ listener) => tabs.listeners[name].add(listener),
  removeListener: (/** @type {any} */ listener) => tabs.listeners[name].delete(listener),
});

/** @param {number} [id] */
async function assertOpen(id) {
  if (id !== undefined && tabs.closed.includes(id)) throw new Error(`No tab with id: ${id}.`);
}

const tabsCalls = {
  get: assertOpen,
  create: async (/** @type {object} */ tab) => tabs.created.push(tab),
  update: async (/** @type {number} */ id, /** @type {object} */ change) => tabs.updated.push({ id, ...change }),
  onUpdated: eventOf('onUpdated'),
  onRemoved: eventOf('onRemoved'),
};

/** @type {Calls} */
const actionCalls = {
  setBadgeBackgroundColor: async () => undefined,
  setBadgeText: async ({ text }) => (action.text = text),
  getBadgeText: async () => action.text,
  setTitle: async ({ title }) => (action.title = title),
  async setPopup({ tabId, popup }) {
    await assertOpen(tabId);
    action.popup = popup;
  },
  openPopup: async () => action.opened.push(action.popup),
};

/** The languages: the browser's, and that of our sentences. */
export const i18n = { browsers: 'en', ours: 'en' };

Reflect.set(globalThis, 'browser', {
  action: actionCalls,
  permissions: permissionsCalls,
  scripting: scriptingCalls,
  tabs: tabsCalls,
  i18n: {
    getMessage: (/** @type {string} */ key) => (key === 'language' ? i18n.ours : ''),
    getUILanguage: () => i18n.browsers,
  },
  storage: {
    local,
    session: sessionCalls,
    onChanged: {
      addListener: (/** @type {any} */ listener) => storage.listeners.add(listener),
      removeListener: (/** @type {any} */ listener) => storage.listeners.delete(listener),
    },
  },
});
