/**
 * Links that open quiet: a view opens on the page that a link leads to, where the browser lets us in without a
 * click. Chromium does so on pages of the same origin, by what a click has granted before; Firefox nowhere. There the
 * button says that a press will do. On sites where articles open by themselves, arrival.js is there already.
 */
import { browser } from '../shared/browser.js';
import { isGranted } from '../shared/granted_sites.js';
import { hostOf } from '../shared/host.js';
import { isSamePage } from '../shared/same_page.js';
import { markButton } from './button_mark.js';
import { reasonFor } from './unavailable.js';

/** The beginning of the keys in storage.session, in memory until the browser ends; the tab's id follows. */
const FOLLOWED = 'followed:';
/** A page that comes later than that is not waited for; with this the background does not fall asleep before. */
const LIFE_MS = 25_000;

/**
 * A link on its way. `reached`: the key of the history entry to which it has led; `at`: milliseconds since 1970.
 *
 * @typedef {Quietpage.Link & {reached?: string, at: number}} Followed
 */

/**
 * Waits for links that are on their way. To be called when the background starts, at once: where it was asleep, it is the
 * page's arrival that has woken it.
 *
 * @returns {Promise<void>} once those are gone that nobody waits for any more
 */
export function waitForFollowed() {
  listen();
  return settle();
}

/** Only while a link is on its way: each page of each tab would wake the background. */
function listen() {
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.tabs.onRemoved.addListener(forget);
}

/**
 * Remembers that a tab is about to follow a link.
 *
 * @param {number} tabId
 * @param {Quietpage.Link} link
 */
export const follow = (tabId, { to, from }) => remember(tabId, { to, from, at: Date.now() });

/**
 * @param {number} tabId
 * @param {Followed} followed
 */
async function remember(tabId, followed) {
  await oneAtATime(async () => {
    await browser.storage.session.set({ [FOLLOWED + tabId]: followed });
    listen();
  });
  setTimeout(settle, LIFE_MS);
}

/**
 * Goes to a page that is to open quiet.
 *
 * @param {number} tabId of which the page has just let us in by a click
 * @param {string} url
 */
export async function openQuietly(tabId, url) {
  const { page } = await pageIn(tabId);
  await follow(tabId, { to: url, from: page?.entry ?? '' });
  await browser.tabs.update(tabId, { url });
}

/**
 * No page opens in this tab any more because of a link.
 *
 * @param {number} tabId
 */
export async function forget(tabId) {
  await browser.storage.session.remove(FOLLOWED + tabId);
  await settle();
}

/** Removes what was not waited for, and ends the waiting where nothing is left. */
function settle() {
  return oneAtATime(async () => {
    /** @type {Record<string, any>} */
    const entries = await browser.storage.session.get(null);
    const keys = Object.keys(entries).filter((key) => key.startsWith(FOLLOWED));
    const old = keys.filter((key) => !isAlive(entries[key]));
    if (old.length > 0) await browser.storage.session.remove(old);
    if (keys.length > old.length) return;
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.tabs.onRemoved.removeListener(forget);
  });
}

/** @param {Followed} followed */
const isAlive = ({ at }) => Date.now() - at < LIFE_MS;

/** @param {() => Promise<void>} act */
const oneAtATime = (act) => navigator.locks.request(FOLLOWED, act);

/**
 * @param {number} tabId
 * @returns {Promise<Followed | undefined>}
 */
async function followedIn(tabId) {
  /** @type {Record<string, any>} */
  const { [FOLLOWED + tabId]: followed } = await browser.storage.session.get(FOLLOWED + tabId);
  return followed && isAlive(followed) ? followed : undefined;
}

/**
 * @param {number} tabId
 * @param {string} entry the key of the history entry that it shows
 * @returns {Promise<boolean>} whether a link that opens quiet has led there just now
 */
export async function wasFollowed(tabId, entry) {
  const followed = await followedIn(tabId);
  return Boolean(entry) && followed?.reached === entry;
}

/**
 * @param {number} tabId
 * @param {{status?: string}} change
 */
async function onUpdated(tabId, { status }) {
  // One at a time in each tab: a page begins and is complete within moments.
  if (status) await navigator.locks.request(FOLLOWED + tabId, () => lookAt(tabId, status === 'complete'));
}

/**
 * Has arrival.js look at the page that the link has led to.
 *
 * @param {number} tabId
 * @param {boolean} isComplete
 */
async function lookAt(tabId, isComplete) {
  const followed = await followedIn(tabId);
  if (!followed) return;
  const { page, problem } = await pageIn(tabId);
  if (!page) {
    // Between two pages neither is there.
    if (!isComplete) return;
    await forget(tabId);
    if (reasonFor('', problem) === 'blocked') await markButton(tabId).catch(() => undefined); // closed meanwhile
    return;
  }
  if (page.entry === followed.from || page.isSeen) return;
  const isReached = page.entry === followed.reached || page.isRedirected || isSamePage(page.address, followed.to);
  if (!isReached || !page.entry || (await isGranted(hostOf(page.address)))) {
    await forget(tabId);
    return;
  }
  await remember(tabId, { ...followed, reached: page.entry, at: Date.now() });
  // Where the tab has gone on meanwhile, it is that page's turn.
  await browser.scripting.executeScript({ target: { tabId }, files: ['arrival.js'], injectImmediately: true }).catch(() => undefined);
}

/**
 * @param {number} tabId
 * @returns {Promise<{page?: Arrived, problem: string}>} `page`: only where the browser lets us in; else what it says
 */
async function pageIn(tabId) {
  try {
    const [shown] = await browser.scripting.executeScript({ target: { tabId }, func: arrivedHere, injectImmediately: true });
    return { page: /** @type {Arrived | undefined} */ (shown?.result), problem: '' };
  } catch (problem) {
    return { problem: String(problem) };
  }
}

/** @typedef {ReturnType<typeof arrivedHere>} Arrived */

/** Runs in the page. `address`: that by which it came, whatever its scripts have made of it. `isSeen`: arrival.js is there. */
function arrivedHere() {
  const [arrival] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
  return {
    entry: navigation.currentEntry?.key ?? '',
    address: arrival?.name ?? document.URL,
    isRedirected: arrival?.redirectCount > 0,
    isSeen: Object.hasOwn(globalThis, 'quietpageVisit'),
  };
}
