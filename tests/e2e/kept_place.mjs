// @ts-check
/** Where the person stopped reading, given back. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { clickInView, inView } from './in_view.mjs';
import { SECTIONS } from './long_story.mjs';
import { eventually, leaveByEscape, openReader } from './reader.mjs';
import { storeOnly, stored } from './sheet.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

/** The line that is read, in pixels from the window's top. */
const EYE_PX = 60;

/** The paragraph at the line that is read, and how much of it is above. @param {Page} page */
const place = (page) =>
  inView(
    page,
    (root, eye) => {
      const blocks = [...(root.querySelector('article')?.children ?? [])];
      const at = blocks.findIndex((one) => one.getBoundingClientRect().bottom > eye);
      const { top, height } = blocks[at].getBoundingClientRect();
      return at + Math.max(0, eye - top) / height;
    },
    EYE_PX,
  );
/** @param {Page} page */
const scrolled = (page) => inView(page, (root) => root.querySelector('dialog')?.scrollTop ?? -1);

/** @param {import('./main.mjs').Bench} bench */
export function keptPlaceTests(bench) {
  const places = async () => Object.entries(await stored(bench.quiet)).filter(([key]) => key.startsWith('place:'));

  /** Reads on to the middle of the article, and in it to the middle of a paragraph. @param {Page} page */
  async function readOn(page) {
    await inView(page, (root, title) => [...root.querySelectorAll('article h2')].find((one) => one.textContent === title)?.scrollIntoView(), SECTIONS[4]);
    await page.mouse.move(400, 400);
    await page.mouse.wheel({ deltaY: 300 });
    await eventually(async () => {
      const before = await scrolled(page);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return (await scrolled(page)) === before && before > 0;
    }, 'rest');
  }

  describe('the place', () => {
    beforeEach(() => storeOnly(bench.quiet, {}));

    test('is given back when the page is read again, in a window of another width too', async () => {
      const page = await bench.quiet.open(bench.served.url('sections'));
      await openReader(bench.quiet, page);
      await readOn(page);
      const before = await place(page);
      await leaveByEscape(page);
      await openReader(bench.quiet, page);
      assert.ok(Math.abs((await place(page)) - before) < 0.1, `from ${before} to ${await place(page)}`);
      await leaveByEscape(page);
      await page.close();
      const narrow = await bench.quiet.open(`${bench.served.url('sections')}#comments`);
      await narrow.setViewport({ width: 400, height: 700 });
      await openReader(bench.quiet, narrow);
      assert.ok(Math.abs((await place(narrow)) - before) < 0.2, `from ${before} to ${await place(narrow)}`);
      assert.match(await inView(narrow, (root) => root.querySelector('.resumed [role=status]')?.textContent ?? ''), /stopped reading/);
      await clickInView(narrow, '[data-action=to-top]');
      assert.equal(await scrolled(narrow), 0);
      await narrow.close();
    });

    test('is none at the beginning and none at the end', async () => {
      const page = await bench.quiet.open(bench.served.url('sections'));
      await openReader(bench.quiet, page);
      await readOn(page);
      await leaveByEscape(page);
      assert.equal((await eventually(async () => ((await places()).length > 0 ? places() : null), 'the place')).length, 1);
      await page.bringToFront();
      await openReader(bench.quiet, page);
      await page.keyboard.press('End');
      await eventually(async () => {
        await inView(page, (root) => (/** @type {Element} */ (root.querySelector('dialog')).scrollTop = 1e6));
        return (await places()).length === 0;
      }, 'its end');
      await leaveByEscape(page);
      await page.close();
    });

    test('does not say which page it is in, and only of the last 200', async () => {
      const old = Object.fromEntries(Array.from({ length: 205 }, (_, n) => [`place:${n}`, { block: 1, share: 0, text: '', at: n + 1 }]));
      await storeOnly(bench.quiet, old);
      const page = await bench.quiet.open(bench.served.url('sections'));
      await openReader(bench.quiet, page);
      await readOn(page);
      await leaveByEscape(page);
      const kept = await eventually(async () => {
        const now = await places();
        return now.length === 200 ? now : null;
      }, 'two hundred places');
      assert.ok(kept.every(([key]) => !['place:0', 'place:5'].includes(key)));
      const [[key, own]] = kept.filter(([one]) => !(one in old));
      assert.match(key, /^place:[\da-f]{16}$/);
      assert.deepEqual(Object.keys(own).sort(), ['at', 'block', 'share', 'text']);
      assert.match(own.text, /^[\da-f]{8}$/);
      await page.close();
    });

    test('is not kept, and no longer kept, where that is switched off', async () => {
      await storeOnly(bench.quiet, { 'place:1': { block: 1, share: 0, text: '', at: 1 } });
      const options = await bench.quiet.openOptions();
      await options.bringToFront();
      await options.click('#keepPlace');
      await eventually(async () => (await places()).length === 0, 'the end of what was kept');
      await options.close();
      const page = await bench.quiet.open(bench.served.url('sections'));
      await openReader(bench.quiet, page);
      await readOn(page);
      await leaveByEscape(page);
      await openReader(bench.quiet, page);
      assert.equal(await scrolled(page), 0);
      assert.deepEqual(await places(), []);
      await page.close();
    });

    if (bench.name === 'firefox') {
      test('of a private window stays in that window', async () => {
        const page = await /** @type {NonNullable<typeof bench.quiet.openPrivate>} */ (bench.quiet.openPrivate)(bench.served.url('sections'));
        await openReader(bench.quiet, page);
        await readOn(page);
        await leaveByEscape(page);
        await openReader(bench.quiet, page);
        assert.ok((await scrolled(page)) > 0, 'forgotten while the page was still open');
        await page.close();
        assert.deepEqual(await stored(bench.quiet), {});
      });
    }
  });
}
