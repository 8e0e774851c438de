/** Entries of storage.local that are many of a kind: their keys begin alike. */

/** @typedef {import('./settings_area.js').SettingsArea} SettingsArea */

/**
 * @param {SettingsArea} area
 * @param {string} beginning
 * @returns {Promise<string[]>} the keys that begin so; the values, which may be megabytes, are not read for that
 */
export const keysOf = async (area, beginning) => (await area.keys()).filter((key) => key.startsWith(beginning));

/**
 * Removes the oldest entries of a kind, so that no more than so many stay: an extension may store ten megabytes in all.
 *
 * @param {SettingsArea} area
 * @param {object} kind
 * @param {string} kind.beginning of their keys
 * @param {number} kind.most
 * @param {(entry: unknown) => number} kind.timeOf when it was stored; 0 for what cannot be read, which goes first
 */
export async function dropOldest(area, { beginning, most, timeOf }) {
  const keys = await keysOf(area, beginning);
  if (keys.length <= most) return;
  const entries = Object.entries(await area.get(keys)).sort(([, one], [, other]) => timeOf(other) - timeOf(one));
  await area.remove(entries.slice(most).map(([key]) => key));
}
