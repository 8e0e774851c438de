// @ts-check
/** What a test does with the reader view: open it, look at it, leave it. */

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

/** @typedef {import('./browsers.mjs').Quiet} Quiet */
/** @typedef {import('./browsers.mjs').Page} Page */

/**
 * @typedef {object} View what the reader view shows
 * @property {string} state
 * @property {number} ms
 * @property {string | null} title
 * @property {string | null} titleDirection the direction in which the headline is set
 * @property {string[]} paragraphs
 * @property {string} text
 * @property {string[]} images the addresses of the images shown
 * @property {string | null} alert
 */

/** How long a click may take to show anything before it counts as lost and is made again. */
const LOST_CLICK_MS = 8000;
const PATIENCE_MS = 20_000;
const POLL_MS = 20;

/**
 * Asks until the answer is there.
 *
 * @template T
 * @param {() => Promise<T | null | undefined | false>} ask
 * @param {string} what for the message
 * @param {number} [patience]
 * @returns {Promise<T>}
 */
export async function eventually(ask, what, patience = PATIENCE_MS) {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`${what}: not within ${patience} ms`);
    await sleep(POLL_MS);
  }
}

/**
 * @param {Page} page
 * @returns {Promise<View | null>} null where no reader is open
 */
export function view(page) {
  return page.evaluate(() => {
    const host = document.querySelector('quietpage-reader');
    if (!(host instanceof HTMLElement)) return null;
    const root = host.shadowRoot;
    const title = root?.querySelector('h1') ?? null;
    const content = root?.querySelector('article') ?? null;
    return {
      state: host.dataset.state ?? '',
      ms: Number(host.dataset.ms),
      title: title?.textContent?.trim() ?? null,
      titleDirection: title && getComputedStyle(title).direction,
      paragraphs: [...(content?.querySelectorAll('p') ?? [])].map((one) => one.textContent.trim()),
      text: content?.textContent ?? '',
      images: [...(root?.querySelectorAll('img') ?? [])].map((one) => one.src),
      alert: root?.querySelector('[role=alert]')?.textContent?.trim() ?? null,
    };
  });
}

/**
 * Clicks the button and waits till the reader reads, or has failed.
 *
 * @param {Quiet} quiet
 * @param {Page} page
 * @returns {Promise<View>}
 */
export async function openReader(quiet, page) {
  await quiet.click(page);
  await eventually(() => view(page), 'the reader view', LOST_CLICK_MS).catch(() => quiet.click(page));
  return eventually(async () => {
    const shown = await view(page);
    return shown && shown.state !== 'loading' ? shown : null;
  }, 'the article');
}

/** @param {Page} page */
export const readerGone = (page) => eventually(async () => !(await view(page)), 'the end of the reader view');

/** @param {Page} page */
export async function leaveByEscape(page) {
  await page.keyboard.press('Escape');
  await readerGone(page);
}

/**
 * @param {Quiet} quiet
 * @param {Page} page
 */
export async function leaveByClick(quiet, page) {
  await quiet.click(page);
  await readerGone(page);
}

/**
 * The view holds every paragraph of the story, once and in order.
 *
 * @param {View} shown
 * @param {string[]} story
 */
export function assertReads(shown, story) {
  const places = shown.paragraphs.map((text) => story.indexOf(text)).filter((place) => place >= 0);
  assert.deepEqual(places, [...story.keys()], `paragraphs of the story as they stand in “${shown.text.slice(0, 300)}…”`);
}
