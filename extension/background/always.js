import { browser } from '../shared/browser.js';
import { giveBackSite, isGranted, requestSite } from '../shared/granted_sites.js';

/**
 * Has articles of a site open by themselves, or no longer.
 *
 * @param {boolean | undefined} on `undefined`: only tells what holds
 * @param {string} host
 * @param {chrome.tabs.Tab} [tab] in which it was chosen
 * @returns {Promise<boolean>} what holds then
 */
export async function setAlways(on, host, tab) {
  try {
    // Before all else: a moment later the click is over.
    if (on) return await requestSite(host);
  } catch {
    // For Firefox a click in a page is none that may ask. One in a page of ours is.
    await askInOptions(host, tab);
  }
  if (on === false) {
    await giveBackSite(host);
    // Granted together with others: the list shows what can be taken back.
    if (await isGranted(host)) await askInOptions(host, tab);
  }
  return isGranted(host);
}

/**
 * @param {string} host
 * @param {chrome.tabs.Tab} [tab] beside which
 */
async function askInOptions(host, tab) {
  await browser.tabs.create({ url: `options/options.html?site=${encodeURIComponent(host)}`, windowId: tab?.windowId, index: tab && tab.index + 1 });
}
