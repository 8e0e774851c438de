import { browser } from './browser.js';
import { DEFAULTS, onlyLook, withoutDefaults } from './settings.js';
import { EVERYWHERE, NOTHING_STORED, entryOf, readStored, siteKey } from './stored_settings.js';

/** A slider is dragged through dozens of values; only where it comes to rest need be kept. */
const WRITTEN_AFTER_MS = 200;

/** @typedef {ReturnType<typeof createSettings>} SettingsStore */

/**
 * The settings as they hold here and now: read once, changed here, followed when changed elsewhere, written back.
 *
 * @param {object} options
 * @param {import('./settings_area.js').SettingsArea} options.area
 * @param {string} options.host the site that may have a look of its own; empty: none
 * @param {AbortSignal} options.signal
 * @param {(settings: Quietpage.Settings) => void} options.onChange for the first time when they are known
 * @param {(isStored: boolean) => void} [options.onWritten] called when what was changed has been stored, or could not be
 */
export function createSettings({ area, host, signal, onChange, onWritten }) {
  /** @type {Quietpage.Stored | undefined} */
  let stored;
  /** Entries to write, `undefined`: to remove. @type {Map<string, Partial<Quietpage.Settings> | undefined>} */
  const unwritten = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const known = () => stored ?? NOTHING_STORED;
  const current = () => ({ ...DEFAULTS, ...known().everywhere, ...known().site });

  function write() {
    clearTimeout(timer);
    if (unwritten.size === 0) return;
    const removed = [...unwritten].filter(([, values]) => !values).map(([key]) => key);
    const changed = [...unwritten].flatMap(([key, values]) => (values ? [[key, entryOf(values)]] : []));
    unwritten.clear();
    if (known().isOutOfReach) {
      onWritten?.(false);
      return;
    }
    // Where it cannot be kept (there is no room, or the extension was updated meanwhile), it holds for this reading.
    store(Object.fromEntries(changed), removed).then(
      () => onWritten?.(true),
      () => onWritten?.(false),
    );
  }

  /** @param {Record<string, unknown>} changed @param {string[]} removed */
  async function store(changed, removed) {
    await Promise.all([Object.keys(changed).length > 0 && area.set(changed), removed.length > 0 && area.remove(removed)]);
  }

  /** @param {Quietpage.Stored} next */
  function become(next) {
    // Before it is known what is stored, a change would be all there is.
    if (!stored) return;
    const { everywhere, site } = stored;
    if (next.everywhere !== everywhere) unwritten.set(EVERYWHERE, next.everywhere);
    if (next.site !== site) unwritten.set(siteKey(host), next.site ?? undefined);
    stored = next;
    onChange(current());
    clearTimeout(timer);
    timer = setTimeout(write, WRITTEN_AFTER_MS);
  }

  /**
   * Another view, or the options page, has changed something.
   *
   * @param {Record<string, {newValue?: unknown}>} changes
   * @param {string} areaName
   */
  function follow(changes, areaName) {
    const keys = [EVERYWHERE, siteKey(host)].filter((key) => key in changes && !unwritten.has(key) && !area.isOwn(key));
    if (areaName !== 'local' || !stored || keys.length === 0) return;
    const { everywhere, site } = readStored(Object.fromEntries(keys.map((key) => [key, changes[key].newValue])), host);
    const before = JSON.stringify(current());
    stored = {
      ...stored,
      ...(keys.includes(EVERYWHERE) ? { everywhere } : {}),
      ...(keys.includes(siteKey(host)) ? { site } : {}),
    };
    // What was written here comes back too.
    if (JSON.stringify(current()) !== before) onChange(current());
  }

  browser.storage?.onChanged.addListener(follow);
  signal.addEventListener('abort', () => {
    write();
    browser.storage?.onChanged.removeListener(follow);
  });

  return {
    /** Lets the defaults hold until it is known what is stored. */
    beginUnknown() {
      if (!stored) onChange(current());
    },
    /**
     * Starts from what was stored. Later ones would undo what was chosen here meanwhile.
     *
     * @param {Quietpage.Stored} found
     */
    begin(found) {
      if (stored) return;
      stored = found;
      onChange(current());
    },
    /**
     * Starts anew from what is stored now.
     *
     * @param {Quietpage.Stored} found
     */
    restart(found) {
      unwritten.clear();
      stored = found;
      onChange(current());
    },
    /** Writes at once what is still to be written. */
    flush: write,
    get current() {
      return current();
    },
    /** Whether what is changed now holds for this site only. */
    get siteOnly() {
      return known().site !== null;
    },
    /** @param {Partial<Quietpage.Settings>} changes valid values */
    change(changes) {
      const { everywhere, site } = known();
      if (site) {
        const rest = onlyLook(changes, false);
        const next = Object.keys(rest).length > 0 ? withoutDefaults({ ...everywhere, ...rest }) : everywhere;
        become({ ...known(), everywhere: next, site: { ...site, ...onlyLook(changes) } });
      } else {
        become({ ...known(), everywhere: withoutDefaults({ ...everywhere, ...changes }) });
      }
    },
    /**
     * @param {boolean} on the site begins with the look that holds, and goes back to it
     */
    setSiteOnly(on) {
      become({ ...known(), site: on ? {} : null });
    },
    /** Back to the defaults; for this site only, to what holds everywhere. @returns {() => void} undoes it */
    reset() {
      const before = known();
      if (before.site) become({ ...before, site: {} });
      else become({ ...before, everywhere: onlyLook(before.everywhere, false) });
      return () => become({ ...known(), everywhere: before.everywhere, site: before.site });
    },
  };
}
