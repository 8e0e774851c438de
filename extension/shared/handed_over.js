import { browser } from './browser.js';

/**
 * Hands a file over to a page of ours that is about to open. In memory, which no page can read and which ends with the
 * browser.
 *
 * @param {Quietpage.SavedFile} file
 * @returns {Promise<string>} what to ask for it by
 */
export async function handOver(file) {
  const key = `file:${crypto.randomUUID()}`;
  await browser.storage.session.set({ [key]: file });
  return key;
}

/**
 * @param {string} key
 * @returns {Promise<Quietpage.SavedFile | undefined>} the file, once: a page that is loaded again finds nothing
 */
export async function takeHandedOver(key) {
  const found = await browser.storage.session.get(key);
  await browser.storage.session.remove(key);
  return /** @type {Record<string, Quietpage.SavedFile>} */ (found)[key];
}
