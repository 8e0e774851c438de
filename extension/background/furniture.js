import { DEFAULTS } from '../shared/settings.js';
import { digest } from '../shared/places.js';
import { addPage, readFurniture } from '../shared/stored_furniture.js';

/** @typedef {import('../shared/settings_area.js').SettingsArea} SettingsArea */

/**
 * What other pages of a page's site have in common, where the person has switched on that it is learned.
 *
 * @param {SettingsArea} area
 * @param {string} host
 * @param {Quietpage.Reading} page
 * @param {Quietpage.Stored} settings
 * @returns {Promise<Quietpage.Furniture | undefined>} `undefined`: nothing is to be learned
 */
export async function furnitureFor(area, host, { url, keep }, { everywhere }) {
  const isOn = everywhere.learnFurniture ?? DEFAULTS.learnFurniture;
  if (!isOn || keep !== 'article' || !host) return undefined;
  try {
    const { salt, pages } = await readFurniture(area, host);
    const others = pages.filter((one) => one.page !== pageOf(salt, url));
    return { salt, seen: [...new Set(others.flatMap((one) => one.hashes))] };
  } catch {
    return undefined; // storage out of reach: the article can be read all the same
  }
}

/**
 * Remembers what a page has, for the other pages of its site.
 *
 * @param {SettingsArea} area
 * @param {string} host
 * @param {string} url
 * @param {string} salt
 * @param {number[]} hashes
 */
export async function learnFrom(area, host, url, salt, hashes) {
  await addPage(area, host, salt, { page: pageOf(salt, url), hashes });
}

/**
 * @param {string} salt
 * @param {string} url
 * @returns {string} in which the page's address cannot be read
 */
const pageOf = (salt, url) => digest(salt + url.split('#')[0]);
