// @ts-check
/** A view that is still open when the extension behind it is updated. To be run last: the extension is another afterwards. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clickInView, inView } from './in_view.mjs';
import { eventually, leaveByEscape, openReader } from './reader.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

/** @param {import('./main.mjs').Bench} bench */
export function updated(bench) {
  /** @param {Page} page with the reader open */
  async function update(page) {
    const options = await bench.quiet.openOptions();
    await options.evaluate(() => void setTimeout(() => (Reflect.get(globalThis, 'browser') ?? chrome).runtime.reload()));
    // Its pages go with it.
    await eventually(() => options.evaluate(() => false).catch(() => true), 'the end of the old one');
    // Not while the browser is about to show another tab in its place.
    await eventually(() => page.bringToFront().then(() => true, () => false), 'the page in front');
  }

  describe('a view whose extension is updated', () => {
    if (bench.name === 'firefox') {
      // It ends the scripts of the old one; what is left is the browser's own.
      test('gives the page back by Escape', async () => {
        const page = await bench.quiet.open(bench.served.url('linked'));
        await openReader(bench.quiet, page);
        await update(page);
        const isOpen = () => inView(page, (root) => root.querySelector('dialog')?.open);
        assert.equal(await isOpen(), true);
        await page.keyboard.press('Escape');
        await eventually(async () => !(await isOpen()), 'the page');
        await page.close();
      });
      return;
    }

    test('still says how far it is, takes along, and says why it does not begin to read aloud, without a fault', async () => {
      const page = await bench.quiet.open(bench.served.url('linked'));
      /** @type {string[]} */
      const faults = [];
      page.on('pageerror', (fault) => faults.push(String(fault)));
      assert.equal((await openReader(bench.quiet, page)).state, 'reading');
      await update(page);

      await clickInView(page, '[data-action=take_along]');
      const menu = () => inView(page, (root) => root.querySelector('[popover]:popover-open')?.getAttribute('aria-label') ?? '');
      await eventually(async () => /: .+/.test(await menu()), 'the name of the menu');
      await page.keyboard.press('Escape');

      const left = () => inView(page, (root) => root.querySelector('.time-left')?.textContent ?? '');
      const before = await left();
      assert.match(before, /min/);
      await inView(page, (root) => root.querySelector('dialog')?.scrollTo(0, 4000));
      await eventually(async () => (await left()) !== before, 'another time left');

      await page.keyboard.press('r');
      const bar = () => inView(page, (root) => root.querySelector('.aloud-bar:not([hidden]) [data-action=aloud_play]')?.getAttribute('aria-label') ?? '');
      await eventually(bar, 'the bar for reading aloud');
      const said = () => inView(page, (root) => root.querySelector('.aloud-bar [role=status]')?.textContent ?? '');
      await eventually(async () => /was updated.*Reload/.test(await said()), 'why it does not read');
      await page.keyboard.press('Escape');
      await leaveByEscape(page);
      assert.deepEqual(faults, []);
      await page.close();
    });
  });
}
