// @ts-check
/** How far the text has been read, and how long the rest takes. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { inView } from './in_view.mjs';
import { eventually, openReader } from './reader.mjs';
import { storeOnly } from './sheet.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

/** @param {Page} page */
const progress = (page) =>
  inView(page, (root) => {
    const bar = /** @type {HTMLProgressElement | null} */ (root.querySelector('progress.read'));
    const words = /** @type {HTMLElement | null} */ (root.querySelector('.time-left'));
    return {
      share: bar?.checkVisibility() ? bar.value : null,
      name: bar?.getAttribute('aria-label'),
      left: words?.checkVisibility() ? words.innerText.trim() : null,
    };
  });

/**
 * @param {Page} page
 * @param {number} share of all there is to scroll
 */
const scroll = (page, share) =>
  inView(
    page,
    (root, part) => {
      const dialog = /** @type {Element} */ (root.querySelector('dialog'));
      const article = /** @type {Element} */ (root.querySelector('article'));
      dialog.scrollTop = part * (article.getBoundingClientRect().bottom + dialog.scrollTop - dialog.clientHeight);
    },
    share,
  );

/** @param {import('./main.mjs').Bench} bench */
export function progressTests(bench) {
  describe('the progress', () => {
    // The place that another test read to is none of these.
    beforeEach(() => storeOnly(bench.quiet, {}));

    test('grows with reading, and the time left shrinks, down to nothing', async () => {
      const page = await bench.quiet.open(bench.served.url('sections'));
      await openReader(bench.quiet, page);
      const minutes = async () => Number(/^(\d+) min left$/.exec((await progress(page)).left ?? '')?.[1]);
      const all = await eventually(minutes, 'the time');
      assert.equal((await progress(page)).share, 0);
      assert.equal((await progress(page)).name, 'Read so far');
      assert.ok(all >= 4, `${all} minutes`);
      await scroll(page, 0.5);
      await eventually(async () => Number((await progress(page)).share) > 0.3, 'the line');
      const half = await minutes();
      assert.ok(half < all && half > all * 0.3, `${half} of ${all} minutes`);
      await eventually(async () => {
        await scroll(page, 1.02);
        return (await progress(page)).share === 1;
      }, 'the end');
      assert.equal((await progress(page)).left, '');
      await page.close();
    });

    test('is not there before there is a text', async () => {
      const page = await bench.quiet.open(bench.served.url('empty'));
      assert.equal((await openReader(bench.quiet, page)).state, 'failed');
      assert.deepEqual([(await progress(page)).share, (await progress(page)).left], [null, null]);
      await page.close();
    });

    test('leaves a narrow window its room', async () => {
      const page = await bench.quiet.open(bench.served.url('sections'));
      await page.setViewport({ width: 320, height: 568 });
      await openReader(bench.quiet, page);
      const wide = await inView(page, (root) => [...root.querySelectorAll('.toolbar > *')].map((one) => one.getBoundingClientRect()).filter(({ right, left }) => right > 320 || left < 0).length);
      assert.equal(wide, 0);
      await page.close();
    });
  });
}
