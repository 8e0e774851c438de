// @ts-check
/** Tables and code that are larger than their room. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { inView } from './in_view.mjs';
import { eventually, openReader } from './reader.mjs';
import { storeOnly } from './sheet.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

/** @param {Page} page */
const table = (page) =>
  inView(page, (root) => {
    const box = /** @type {Element} */ (root.querySelector('.scroller'));
    const { top, bottom, right } = box.getBoundingClientRect();
    return {
      height: bottom - top,
      right,
      headBelowTop: /** @type {Element} */ (box.querySelector('thead th')).getBoundingClientRect().top - top,
      scrolledX: box.scrollLeft,
      scrolledY: box.scrollTop,
      isStop: box.getAttribute('tabindex') === '0' && box.getAttribute('role') === 'region' && box.getAttribute('aria-label'),
    };
  });

/** @param {Page} page */
const toTable = (page) => inView(page, (root) => root.querySelector('.scroller')?.scrollIntoView({ block: 'start' }));

/** @param {import('./main.mjs').Bench} bench */
export function scrollingBoxTests(bench) {
  /** @param {{width: number, height: number}} size */
  async function reading(size) {
    const page = await bench.quiet.open(bench.served.url('aids'));
    await page.setViewport(size);
    assert.equal((await openReader(bench.quiet, page)).state, 'reading');
    return page;
  }

  describe('a large table', () => {
    // The place that another test read to is none of these.
    beforeEach(() => storeOnly(bench.quiet, {}));

    test('scrolls in its own box, by keys too, and its head stays', async () => {
      const page = await reading({ width: 1280, height: 800 });
      await toTable(page);
      await eventually(async () => (await table(page)).isStop, 'the box as a stop');
      assert.ok((await table(page)).height < 800);
      await inView(page, (root) => /** @type {HTMLElement} */ (root.querySelector('.scroller')).focus());
      await page.keyboard.press('PageDown');
      await eventually(async () => (await table(page)).scrolledY > 200, 'the scrolling');
      assert.ok(Math.abs((await table(page)).headBelowTop) < 2, `the head is ${(await table(page)).headBelowTop} px off`);
      await page.close();
    });

    test('is moved sideways in a narrow window, and the window is not', async () => {
      const page = await reading({ width: 320, height: 568 });
      await toTable(page);
      await eventually(async () => (await table(page)).isStop, 'the box as a stop');
      await inView(page, (root) => /** @type {HTMLElement} */ (root.querySelector('.scroller')).focus());
      for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
      await eventually(async () => (await table(page)).scrolledX > 50, 'the scrolling');
      assert.ok((await table(page)).right <= 320);
      assert.equal(await inView(page, (root) => root.querySelector('dialog')?.scrollLeft), 0);
      await page.close();
    });

    test('or code is a stop of the Tab key only where it is larger than its room', async () => {
      const page = await reading({ width: 1280, height: 800 });
      const isStop = () => inView(page, (root) => root.querySelector('article pre')?.getAttribute('tabindex') === '0');
      await inView(page, (root) => root.querySelector('article pre')?.scrollIntoView({ block: 'center' }));
      assert.equal(await isStop(), false);
      await page.setViewport({ width: 200, height: 600 });
      await inView(page, (root) => root.querySelector('article pre')?.scrollIntoView({ block: 'center' }));
      await eventually(isStop, 'the code as a stop');
      await page.close();
    });
  });
}
