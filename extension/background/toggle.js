import { browser } from '../shared/browser.js';
import { unmarkButton } from './button_mark.js';
import { reasonFor, showNotice } from './unavailable.js';

/** A click just after a page has loaded can come before the browser lets us in; a moment later it does. */
const RETRY_MS = 150;

/**
 * Opens a view in a tab, or closes it: the script in the page knows which.
 *
 * @param {chrome.tabs.Tab} tab
 * @param {Quietpage.Wish} [wish] missing: the person's usual view, or away from whichever is open
 */
export async function toggle(tab, wish) {
  // Not performance.now(): its zero is another in each process, and drifts apart when the machine sleeps.
  const clickedAt = Date.now();
  if (tab.id === undefined) return;
  try {
    await inject(tab.id, clickedAt, wish);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    // What has come in its place was not meant, and may be clicked by now: a second view would close the first.
    if (!(await isStillAt(tab.id, tab.url))) return;
    try {
      await inject(tab.id, clickedAt, wish);
    } catch (problem) {
      await showNotice(tab, reasonFor(tab.url ?? '', String(problem)));
    }
  }
  // Where the tab was closed meanwhile, so was what its button said.
  await unmarkButton(tab.id).catch(() => undefined);
}

/**
 * @param {number} tabId
 * @param {string | undefined} url of the page that was clicked, where the browser tells it
 * @returns {Promise<boolean>} false also of a tab that was closed
 */
async function isStillAt(tabId, url) {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab !== undefined && tab.url === url;
}

/**
 * @param {number} tabId
 * @param {number} clickedAt milliseconds since 1970
 * @param {Quietpage.Wish} [wish]
 */
async function inject(tabId, clickedAt, wish) {
  const target = { tabId };
  // Before the script that reads it.
  if (wish) await browser.scripting.executeScript({ target, func: noteWish, args: [wish], injectImmediately: true });
  // Both at once: waiting for the first would add a round trip to every click. Chromium, which has to read the file,
  // may well run the second first.
  const [shown] = await Promise.allSettled([
    browser.scripting.executeScript({ target, files: ['asking.js', 'content.js'], injectImmediately: true }),
    browser.scripting.executeScript({ target, func: noteClick, args: [clickedAt], injectImmediately: true }),
  ]);
  if (shown.status === 'rejected') throw shown.reason;
  // On its own pages Firefox refuses without saying so: there is no result.
  if (!shown.value[0]) throw new Error('the script did not run');
}

/**
 * Runs in the page.
 *
 * @param {number} clickedAt
 */
function noteClick(clickedAt) {
  Reflect.set(globalThis, 'quietpageClickedAt', clickedAt);
}

/**
 * Runs in the page.
 *
 * @param {Quietpage.Wish} wish
 */
function noteWish(wish) {
  Reflect.set(globalThis, 'quietpageWish', wish);
}
