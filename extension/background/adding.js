import { browser } from '../shared/browser.js';

/**
 * Puts what few clicks need beside content.js: a page can fetch nothing of the extension.
 *
 * @param {Quietpage.Addition} addition
 * @param {number} tabId
 */
export async function add(addition, tabId) {
  await browser.scripting.executeScript({ target: { tabId }, files: [`${addition}.js`], injectImmediately: true });
}
