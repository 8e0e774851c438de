import { browser } from '../shared/browser.js';
import { handOver } from '../shared/handed_over.js';

/**
 * Saves a file by a page of ours beside the tab that asks for it.
 *
 * @param {Quietpage.SavedFile} file
 * @param {chrome.tabs.Tab} tab
 */
export async function saveBeside(file, { windowId, index }) {
  const key = await handOver(file);
  await browser.tabs.create({ url: browser.runtime.getURL(`saving/saving.html#${key}`), windowId, index: index + 1 });
}
