// @ts-check
/** Where the focus goes when something opens, while it is open, and when it closes. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { inView } from './in_view.mjs';
import { PANELS, isPanelOpen } from './panels.mjs';
import { eventually, openReader, view } from './reader.mjs';
import { storeOnly } from './sheet.mjs';

/** More than any panel but the settings has stops, which settings.mjs goes through. */
const STOPS = 12;

/** @typedef {import('./browsers.mjs').Page} Page */

/** Where the focus is: in an element, elsewhere in the view, or, between the last stop and the first, nowhere in the page. */
const placeOfFocus = (/** @type {Page} */ page, /** @type {string} */ css) =>
  inView(
    page,
    (root, selector) => {
      const { activeElement } = root;
      if (!activeElement) return 'nowhere';
      return activeElement.closest(selector) ? 'in' : activeElement.outerHTML.slice(0, 120);
    },
    css,
  );

/** @param {import('./main.mjs').Bench} bench */
export function focusTests(bench) {
  describe('the focus', () => {
    beforeEach(() => storeOnly(bench.quiet, {}));

    test('goes through the view and never into the page beneath, forwards or back', async () => {
      const page = await bench.quiet.open(bench.served.url('busy'));
      await openReader(bench.quiet, page);
      const focused = new Set();
      for (const key of /** @type {const} */ (['Tab', 'Shift+Tab'])) {
        for (let step = 0; step < STOPS; step++) {
          if (key !== 'Tab') await page.keyboard.down('Shift');
          await page.keyboard.press('Tab');
          if (key !== 'Tab') await page.keyboard.up('Shift');
          focused.add(await page.evaluate(() => document.activeElement?.localName));
        }
      }
      assert.ok(focused.delete('quietpage-reader'));
      focused.delete('body');
      assert.deepEqual([...focused], []);
      await page.close();
    });

    for (const panel of PANELS.filter(({ isOver }) => isOver)) {
      test(`goes into ${panel.name}, never beneath them, and comes back`, async () => {
        const page = await bench.quiet.open(bench.served.url('everything'));
        await openReader(bench.quiet, page);
        const focusOpener = () => inView(page, (root, css) => /** @type {HTMLElement} */ (root.querySelector(css)).focus(), panel.opener);
        for (const isBackwards of [false, true]) {
          await eventually(() => inView(page, (root, css) => root.querySelector(css) !== null, panel.opener), panel.opener);
          await focusOpener();
          await page.keyboard.press('Enter');
          await eventually(() => isPanelOpen(page, panel), panel.name);
          await eventually(async () => (await placeOfFocus(page, panel.panel)) === 'in', 'the focus');
          if (isBackwards) await page.keyboard.down('Shift');
          for (let stop = 0; stop < STOPS && (await isPanelOpen(page, panel)); stop++) {
            await page.keyboard.press('Tab');
            const place = await placeOfFocus(page, `${panel.panel}, .toolbar ${panel.opener}`);
            // While the browser's own controls have it, Firefox's driver leads on through the page, which hears nothing of that.
            const isElsewhere = !(await page.evaluate(() => document.hasFocus()));
            assert.ok(isElsewhere || ['in', 'nowhere'].includes(place) || !(await isPanelOpen(page, panel)), `beneath it, on ${place}`);
          }
          // The browser's own controls have it in between, and would have the Escape key too.
          if ((await placeOfFocus(page, panel.panel)) === 'nowhere') await page.keyboard.press('Tab');
          if (isBackwards) await page.keyboard.up('Shift');
          if ((await placeOfFocus(page, panel.panel)) !== 'in') await focusOpener();
          if (!(await isPanelOpen(page, panel))) {
            await page.keyboard.press('Enter');
            await eventually(async () => (await placeOfFocus(page, panel.panel)) === 'in', 'the focus, again');
          }
          await page.keyboard.press('Escape');
          await eventually(async () => !(await isPanelOpen(page, panel)), 'its end');
          assert.equal(await placeOfFocus(page, panel.opener), 'in', 'the focus is not back');
          assert.equal((await view(page))?.state, 'reading');
        }
        await page.close();
      });
    }
  });
}
