// @ts-check
/** What is left of a view once it is closed: nothing. */

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { inView } from './in_view.mjs';
import { eventually, leaveByEscape, openReader } from './reader.mjs';
import { storeOnly } from './sheet.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */
/** @typedef {import('./browsers.mjs').Quiet} Quiet */

/** A page with all that a view adds something to, and settings that have it do all it can. */
export const FULL_PAGE = 'aids';
const SETTINGS = { settings: { version: 2, values: { face: 'literata', guide: 'line' } } };
/** Key → what is there once it has opened something. @type {[import('puppeteer-core').KeyInput, string][]} */
const OPENED = [['s', '.sheet[data-open]'], ['c', '#contents:popover-open'], ['t', '#take_along:popover-open'], ['r', '.aloud-bar:not([hidden])']];
/** The first openings fill what is then kept for all: compiled code, faces, strings. */
const WARM_UP = 5;
/** The focus, and what was painted last, may hold the last view for a while. */
const STILL_HELD = 1;
const IN_TESTS = 30;

/**
 * @typedef {object} Left
 * @property {number} views that have been closed and are held by something
 * @property {number} styleSheets adopted by the page's document
 * @property {number} faces in it
 * @property {import('./browsers.mjs').Held} [process]
 */

/**
 * Opens the view, something of all that opens in it, and closes it.
 *
 * @param {Quiet} quiet
 * @param {Page} page
 */
async function openAndClose(quiet, page) {
  assert.equal((await openReader(quiet, page)).state, 'reading');
  await page.evaluate(() => {
    const views = Reflect.get(globalThis, 'views') ?? [];
    Reflect.set(globalThis, 'views', [...views, new WeakRef(/** @type {Element} */ (document.querySelector('quietpage-reader')))]);
  });
  for (const [key, open] of OPENED) {
    await page.keyboard.press(key);
    const isOpen = () => inView(page, (root, css) => root.querySelector(css) !== null, open);
    await eventually(isOpen, open);
    await page.keyboard.press('Escape');
    await eventually(async () => !(await isOpen()), `the end of ${open}`);
  }
  await leaveByEscape(page);
}

/**
 * @param {Quiet} quiet
 * @param {Page} page
 * @returns {Promise<Left>}
 */
async function left(quiet, page) {
  const process = await quiet.collectGarbage(page);
  const inPage = await page.evaluate(() => ({
    views: Reflect.get(globalThis, 'views').filter((/** @type {WeakRef<Element>} */ one) => one.deref()).length,
    styleSheets: document.adoptedStyleSheets.length,
    faces: document.fonts.size,
  }));
  return { ...inPage, ...(process ? { process } : {}) };
}

/**
 * Opens and closes the view, `count` times after a few to warm up.
 *
 * @param {Quiet} quiet
 * @param {Page} page
 * @param {number} count
 * @returns {Promise<{before: Left, after: Left}>} what is left after the few, and at the end
 */
export async function openOften(quiet, page, count) {
  for (let n = 0; n < WARM_UP; n++) await openAndClose(quiet, page);
  const before = await left(quiet, page);
  for (let n = 0; n < count; n++) await openAndClose(quiet, page);
  // What was taken from the document is let go of in rounds.
  const after = await eventually(async () => {
    const now = await left(quiet, page);
    return now.views <= STILL_HELD && now;
  }, 'the closed views to be let go of').catch(() => left(quiet, page));
  return { before, after };
}

/** Has all settings hold that add something to a page. @param {Quiet} quiet */
export const storeFullSettings = (quiet) => storeOnly(quiet, SETTINGS);

/** @param {import('./main.mjs').Bench} bench */
export function openings(bench) {
  describe('opened and closed', () => {
    beforeEach(() => storeFullSettings(bench.quiet));
    afterEach(() => storeOnly(bench.quiet, {}));

    test(`${IN_TESTS} times, the view leaves no node, listener, style sheet or face behind`, async () => {
      const page = await bench.quiet.open(bench.served.url(FULL_PAGE));
      const { before, after } = await openOften(bench.quiet, page, IN_TESTS);
      assert.ok(after.views <= STILL_HELD, `${after.views} of ${IN_TESTS + WARM_UP} views are still there`);
      assert.deepEqual([after.styleSheets, after.faces], [0, 0]);
      if (after.process && before.process) {
        for (const what of /** @type {const} */ (['nodes', 'listeners', 'documents'])) {
          const more = after.process[what] - before.process[what];
          assert.ok(more < IN_TESTS, `${more} more ${what} after ${IN_TESTS} openings`);
        }
      }
      await page.close();
    });
  });
}
