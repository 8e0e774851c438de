import { browser } from '../shared/browser.js';

/** Pages where stores forbid every extension. */
const STORES = /^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons)/;

/** Address → reason, first match wins. */
const REASONS = /** @type {const} */ ([
  [/^view-source:/, 'page_source'],
  [/^about:reader/, 'native_reader'],
  [/^(chrome-extension|moz-extension|extension):/, 'extension_page'],
  [STORES, 'store_page'],
  [/^(https?|file):[^?#]*\.pdf([?#]|$)/i, 'pdf'],
  [/^file:/, 'local_file'],
  [/^(?!https?:|ftp:|data:|blob:)[a-z-]+:/, 'browser_page'],
]);

/**
 * Why the browser did not let us into a page.
 *
 * @param {string} url the tab's address; empty where the browser keeps it from us
 * @param {string} problem what the browser said
 * @returns {Quietpage.Unavailable}
 */
export function reasonFor(url, problem) {
  for (const [pattern, reason] of REASONS) if (pattern.test(url)) return reason;
  return /error page/i.test(problem) ? 'not_loaded' : 'blocked';
}

/**
 * Says in a small page of ours what a click came to where nothing can be shown in the page itself.
 *
 * @param {chrome.tabs.Tab} tab
 * @param {Quietpage.Unavailable} reason
 */
export async function showNotice(tab, reason) {
  const page = `notice/notice.html?reason=${reason}`;
  try {
    await browser.action.setPopup({ tabId: tab.id, popup: page });
    await browser.action.openPopup({ windowId: tab.windowId });
  } catch {
    // Some browsers open a popup only within the click itself, which has passed.
    await browser.tabs.create({ url: browser.runtime.getURL(page), index: tab.index + 1 });
  } finally {
    // The next click is a click again: meanwhile the page may have changed.
    await browser.action.setPopup({ tabId: tab.id, popup: '' });
  }
}
