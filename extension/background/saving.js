import { browser } from '../shared/browser.js';

/**
 * Saves a file by a page of ours beside the tab that asks for it.
 *
 * @param {Quietpage.SavedFile} file
 * @param {chrome.tabs.Tab} tab
 * @returns {Promise<void>} once that page has it
 */
export async function saveBeside(file, { windowId, index }) {
  // Nobody else knows it.
  const name = crypto.randomUUID();
  const handedOver = new Promise((resolve) => {
    browser.runtime.onConnect.addListener(function onConnect(port) {
      if (port.name !== name) return;
      browser.runtime.onConnect.removeListener(onConnect);
      port.postMessage(file);
      resolve(undefined);
    });
  });
  await browser.tabs.create({ url: browser.runtime.getURL(`saving/saving.html#${name}`), windowId, index: index + 1 });
  await handedOver;
}
