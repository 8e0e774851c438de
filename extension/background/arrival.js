/** Articles that open by themselves, on the sites where the person wants it: what the background has to do with it. */
import { browser } from '../shared/browser.js';
import { hostOf } from '../shared/host.js';
import { grantedPatterns, isGranted } from '../shared/granted_sites.js';
import { forget, wasFollowed } from './followed.js';

/** The registered script's id. */
const ARRIVAL = 'arrival';
/** The beginning of the keys in storage.session, in memory until the browser ends; that of a history entry follows. */
const SHUT = 'shut:';

/** Has the browser run arrival.js on the granted sites, and on no other. @returns {Promise<void>} once it does */
export function registerArrival() {
  // One at a time: of two, the later must not be overtaken by what the earlier has read.
  return navigator.locks.request(ARRIVAL, async () => {
    const matches = await grantedPatterns();
    const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [ARRIVAL] });
    if (matches.length === 0) {
      if (registered) await browser.scripting.unregisterContentScripts({ ids: [ARRIVAL] });
      return;
    }
    // From the beginning, to see what the person does while the page loads.
    const script = { id: ARRIVAL, js: ['arrival.js'], matches, runAt: /** @type {const} */ ('document_start') };
    await (registered ? browser.scripting.updateContentScripts([script]) : browser.scripting.registerContentScripts([script]));
  });
}

/**
 * Opens a view on a page that the person has arrived at, where it looks like an article and was not left before:
 * on a site where articles open by themselves, or by a link that opens quiet.
 *
 * @param {Quietpage.Arrival} arrival
 * @param {chrome.runtime.MessageSender} sender
 * @param {ReturnType<typeof import('./core.js').createCore>} core
 * @returns {Promise<boolean>} whether the page need not be looked at again
 */
export async function openAtArrival({ entry, glance, title }, { tab, url = '' }, core) {
  if (tab?.id === undefined) return true;
  // A page from before the site was given back goes on asking.
  const isWanted = (await isGranted(hostOf(url))) || (await wasFollowed(tab.id, entry));
  if (!isWanted || (await isShut(entry))) return true;
  if (!(await core.probe({ glance, url, title }))) return false;
  await forget(tab.id);
  const target = { tabId: tab.id };
  await browser.scripting.executeScript({ target, files: ['unasked.js', 'asking.js', 'content.js'], injectImmediately: true });
  return true;
}

/**
 * Keeps a page whose view the person has left from opening again when they reload it or come back.
 *
 * @param {{entry: string, isShut: boolean}} shut `entry`: the key of its entry in the tab's history
 */
export async function rememberShut({ entry, isShut: isLeft }) {
  // Some documents, in a sandbox, have none.
  if (!entry) return;
  if (isLeft) await browser.storage.session.set({ [SHUT + entry]: true });
  else await browser.storage.session.remove(SHUT + entry);
}

/** @param {string} entry */
async function isShut(entry) {
  return SHUT + entry in (await browser.storage.session.get(SHUT + entry));
}
