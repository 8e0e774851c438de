import { browser } from '../shared/browser.js';

/** Pages where stores forbid every extension. */
const STORES = /^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons)/;

/** Address → reason, first match wins. */
const BY_ADDRESS = /** @type {const} */ ([
  [/^view-source:/, 'page_source'],
  [/^about:reader/, 'native_reader'],
  [/^(chrome-extension|moz-extension|extension):/, 'extension_page'],
  [STORES, 'store_page'],
  [/^(https?|file):[^?#]*\.pdf([?#]|$)/i, 'pdf'],
  [/^file:/, 'local_file'],
  [/^(?!https?:|data:|blob:)[a-z-]+:/, 'browser_page'],
]);

/** What Chromium says → reason: it hides the addresses of pages that it keeps closed. */
const BY_PROBLEM = /** @type {const} */ ([
  [/error page/, 'not_loaded'],
  [/gallery/, 'store_page'],
  [/extension:\/\//, 'extension_page'],
  [/[a-z]:\/\/ URL/, 'browser_page'],
]);

/**
 * Why the browser did not let us into a page.
 *
 * @param {string} url the tab's address; empty where the browser keeps it from us
 * @param {string} problem what the browser said
 * @returns {Quietpage.Unavailable}
 */
export function reasonFor(url, problem) {
  for (const [pattern, reason] of BY_ADDRESS) if (pattern.test(url)) return reason;
  for (const [pattern, reason] of BY_PROBLEM) if (pattern.test(problem)) return reason;
  return 'blocked';
}

/**
 * Says in a small page of ours what a click came to where nothing can be shown in the page itself. Of a tab that was closed
 * after the click it says nothing.
 *
 * @param {chrome.tabs.Tab} tab
 * @param {Quietpage.Unavailable} reason
 */
export async function showNotice(tab, reason) {
  const page = `notice/notice.html?reason=${reason}`;
  if (tab.id === undefined || (await isClosed(tab.id))) return;
  try {
    await browser.action.setPopup({ tabId: tab.id, popup: page });
    await browser.action.openPopup({ windowId: tab.windowId });
  } catch {
    // Some browsers open a popup only within the click itself, which has passed.
    await browser.tabs.create({ url: browser.runtime.getURL(page), index: tab.index + 1 });
  } finally {
    // The next click is a click again: meanwhile the page may have changed.
    await browser.action.setPopup({ tabId: tab.id, popup: '' }).catch(() => undefined); // closed by now, and its popup with it
  }
}

/** @param {number} tabId */
const isClosed = (tabId) => browser.tabs.get(tabId).then(() => false, () => true);
