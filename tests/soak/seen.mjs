// @ts-check
/** What a person sees of the extension in a tab, and what must hold of it at any time. */

import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../e2e/reader.mjs';

/** @typedef {import('../e2e/browsers.mjs').Page} Page */

/**
 * @typedef {object} Seen
 * @property {'none' | 'reader' | 'quiet'} view
 * @property {boolean} isBusy it has not yet come to an article or a failure
 * @property {number} views how many stand in the page
 * @property {boolean} hasText there is something of the article, or a sentence, to be read
 * @property {string | undefined} mark what the document was given to be known again, if anything
 */

/** A walk over a page of megabytes on a busy machine. */
export const PATIENCE_MS = 30_000;
/** Nothing more is on its way. */
const STEADY_MS = 1500;
const POLL_MS = 50;
const MARK = 'soakMark';

/** @param {Page} page @returns {Promise<Seen>} */
export function look(page) {
  return page.evaluate((name) => {
    const hosts = [...document.querySelectorAll('quietpage-reader, quietpage-bar')];
    const [host] = hosts;
    const root = host?.shadowRoot;
    /** @type {Seen['view']} */
    const view = !host ? 'none' : host.localName === 'quietpage-bar' ? 'quiet' : 'reader';
    const state = host?.getAttribute('data-state');
    const said = [...(root?.querySelectorAll('article, [role=alert], [role=status]') ?? [])].filter((one) => one.checkVisibility());
    return {
      view,
      isBusy: Boolean(host) && !['reading', 'quiet', 'failed'].includes(state ?? ''),
      views: hosts.length,
      // A bar that is folded says nothing, and is wished so.
      hasText: said.some((one) => one.textContent.trim() !== '') || Boolean(root?.querySelector('[data-action=unfold]')?.checkVisibility()),
      mark: Reflect.get(globalThis, name),
    };
  }, MARK);
}

/** Marks the document, to be known again. @param {Page} page @param {string} mark */
export const markDocument = (page, mark) => page.evaluate((name, value) => void Reflect.set(globalThis, name, value), MARK, mark);

/** A document may go while it is looked at. @param {Page} page */
export const lookSafely = (page) => look(page).catch(() => null);

/**
 * Waits till the view has come to something, and holds what must hold of it.
 *
 * @param {Page} page
 * @returns {Promise<Seen>}
 */
export async function lookOnceSettled(page) {
  const seen = await eventually(async () => {
    const now = await lookSafely(page);
    return now && !now.isBusy && (now.view === 'none' || now.hasText) && now;
  }, 'a view with a text or a sentence, or none', PATIENCE_MS);
  if (seen.views > 1) throw new Error(`${seen.views} views stand in the page`);
  return seen;
}

/** Waits till nothing changes any more. @param {Page} page */
export async function steady(page) {
  let since = Date.now();
  let before = '';
  await eventually(async () => {
    const now = await lookSafely(page);
    const said = JSON.stringify(now);
    if (said !== before) since = Date.now();
    before = said;
    await sleep(POLL_MS);
    return now && !now.isBusy && Date.now() - since > STEADY_MS;
  }, 'rest', PATIENCE_MS);
}

/**
 * Has the tab go to another document, and waits till that has loaded. By what is seen of it: after the way back out of the
 * browser's cache, Firefox's driver does not hear of it.
 *
 * @param {Page} page
 * @param {(page: Page) => Promise<unknown>} go
 */
export async function toAnotherDocument(page, go) {
  await page.evaluate(() => void Reflect.set(globalThis, 'soakIsLeft', true));
  go(page).catch(() => undefined); // what is waited for below is all that counts
  const isThere = () =>
    page
      .evaluate(() => document.readyState === 'complete' && document.URL !== 'about:blank' && !Reflect.has(globalThis, 'soakIsLeft'))
      .catch(() => false); // in between there is none
  await eventually(isThere, 'another document', PATIENCE_MS);
}

/**
 * Where two texts begin to differ, to be read.
 *
 * @param {string} before
 * @param {string} after
 */
export function difference(before, after) {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  const around = (/** @type {string} */ text) => JSON.stringify(text.slice(Math.max(0, at - 120), at + 120));
  return `at ${at} of ${before.length} and ${after.length}:\n  ${around(before)}\n  ${around(after)}`;
}
