// @ts-check
/** All but what is being read is dimmed. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { inView } from './in_view.mjs';
import { eventually, openReader } from './reader.mjs';
import { clickInSheet, isSheetOpen, openSheet, storeOnly, stored } from './sheet.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

/** Which blocks of the article are bright. @param {Page} page */
const bright = (page) =>
  inView(page, (root) => {
    const blocks = [...(root.querySelector('article')?.children ?? [])];
    return blocks.flatMap((one, at) => (getComputedStyle(one).opacity === '1' ? [at] : []));
  });

/** The lines that are bright, in pixels from the window's top. @param {Page} page */
const band = (page) =>
  inView(page, (root) => {
    const style = getComputedStyle(/** @type {Element} */ (root.querySelector('dialog')), '::after');
    if (style.boxShadow === 'none') return null;
    return { top: Number.parseFloat(style.top), height: Number.parseFloat(style.height), lets: style.pointerEvents };
  });

/** @param {import('./main.mjs').Bench} bench */
export function guideTests(bench) {
  async function reading() {
    const page = await bench.quiet.open(bench.served.url('sections'));
    assert.equal((await openReader(bench.quiet, page)).state, 'reading');
    return page;
  }

  describe('the guide', () => {
    beforeEach(() => storeOnly(bench.quiet, {}));

    test('leaves one paragraph bright, the next as the text is scrolled, the last at its end', async () => {
      const page = await reading();
      const all = (await bright(page)).length;
      await page.keyboard.press('f');
      const [first] = await eventually(async () => ((await bright(page)).length === 1 ? bright(page) : null), 'one paragraph');
      assert.ok(first <= 1, `number ${first}`);
      await page.mouse.move(400, 400);
      await page.mouse.wheel({ deltaY: 900 });
      await eventually(async () => (await bright(page))[0] > first, 'the next');
      assert.equal((await bright(page)).length, 1);
      await eventually(async () => {
        await inView(page, (root) => {
          const dialog = /** @type {Element} */ (root.querySelector('dialog'));
          const article = /** @type {Element} */ (root.querySelector('article'));
          dialog.scrollTop += article.getBoundingClientRect().bottom - dialog.clientHeight + 5;
        });
        return (await bright(page))[0] === all - 1;
      }, 'the last');
      await page.close();
    });

    test('leaves a few lines bright, where the mouse is, and links can be clicked', async () => {
      const page = await reading();
      await page.keyboard.press('f');
      await page.keyboard.press('f');
      const { top, height, lets } = await eventually(() => band(page), 'the lines');
      assert.ok(top > 100 && height > 50 && height < 150, `${height} px at ${top} px`);
      assert.equal(lets, 'none');
      await page.mouse.move(400, 700);
      await eventually(async () => Math.abs(((await band(page))?.top ?? 0) + height / 2 - 700) < 3, 'the lines at the mouse');
      await page.keyboard.press('f');
      await eventually(async () => (await band(page)) === null, 'their end');
      assert.ok((await bright(page)).length > 10);
      await page.close();
    });

    test('is chosen in the sheet, kept, and nothing in the tree tells of it', async () => {
      const page = await reading();
      const tree = () => inView(page, (root) => [...root.querySelectorAll('*')].map((one) => `${one.localName} ${[...one.attributes].map(({ name, value }) => `${name}=${value}`)}`).join('\n'));
      // From here on the settings' button is the toolbar's stop.
      await openSheet(bench.quiet, page);
      await page.keyboard.press('Escape');
      await eventually(async () => !(await isSheetOpen(page)), 'the end of the sheet');
      const before = (await tree()).replaceAll(/^(progress|div) .*\n/gm, '');
      await openSheet(bench.quiet, page);
      await clickInSheet(page, '[data-setting=guide] label:nth-child(2)');
      await page.keyboard.press('Escape');
      await eventually(async () => (await bright(page)).length === 1, 'one paragraph');
      assert.equal((await tree()).replaceAll(/^(progress|div) .*\n/gm, ''), before);
      await eventually(async () => (await stored(bench.quiet)).settings?.values.guide === 'paragraph', 'the setting');
      await page.close();
    });
  });
}
