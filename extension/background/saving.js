import { browser } from '../shared/browser.js';

/** Longer than a page of ours takes on a slow machine; the tab may be closed before. */
const PAGE_WAITED_FOR_MS = 15_000;

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
  /** @type {PromiseWithResolvers<void>} */
  const { promise: handedOver, resolve, reject } = Promise.withResolvers();
  /** @param {chrome.runtime.Port} port */
  const onConnect = (port) => {
    if (port.name !== name) return;
    port.postMessage(file);
    resolve();
  };
  browser.runtime.onConnect.addListener(onConnect);
  const timer = setTimeout(() => reject(new Error('the page that saves did not come')), PAGE_WAITED_FOR_MS);
  try {
    await browser.tabs.create({ url: browser.runtime.getURL(`saving/saving.html#${name}`), windowId, index: index + 1 });
    await handedOver;
  } finally {
    clearTimeout(timer);
    browser.runtime.onConnect.removeListener(onConnect);
  }
}
