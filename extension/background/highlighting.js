import { browser } from '../shared/browser.js';

/**
 * Puts what tells the parts of a code apart beside content.js: a page can fetch nothing of the extension.
 *
 * @param {number} tabId
 */
export async function addHighlighting(tabId) {
  await browser.scripting.executeScript({ target: { tabId }, files: ['highlighting.js'], injectImmediately: true });
}
