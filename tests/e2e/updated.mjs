// @ts-check
/** A view that is still open when the extension behind it is updated, each in a browser of its own: the extension is another afterwards. */

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { launch } from './browsers.mjs';
import { clickInView, inView } from './in_view.mjs';
import { bar, inPlaceGone, openInPlace, seenOf } from './in_place.mjs';
import { stateOf } from './page_state.mjs';
import { eventually, leaveByClick, leaveByEscape, openReader, view } from './reader.mjs';
import { storeOnly } from './sheet.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

/** @param {import('./main.mjs').Bench} bench */
export function updated(bench) {
  /** @type {import('./browsers.mjs').Quiet} */
  let quiet;

  /** @param {Page} page with a view open */
  async function update(page) {
    await quiet.update();
    await page.bringToFront();
  }

  /** @param {Page} page @param {Awaited<ReturnType<typeof stateOf>>} before */
  async function assertGivenBack(page, before) {
    const isBack = async () => JSON.stringify(await stateOf(page)) === JSON.stringify(before);
    await eventually(isBack, 'the page as it was').catch(() => undefined);
    assert.deepEqual(await stateOf(page), before);
  }

  describe('a view whose extension is updated', () => {
    beforeEach(async () => {
      quiet = await launch(bench.name);
    });
    afterEach(() => quiet.close());

    test('gives way to another at a click, and then to the page as it was', async () => {
      const page = await quiet.open(bench.served.url('quiet-grid'));
      const before = await stateOf(page);
      await openReader(quiet, page);
      await update(page);
      await page.evaluate(() => document.querySelector('quietpage-reader')?.setAttribute('data-state', 'old'));
      await quiet.click(page);
      await eventually(async () => (await view(page))?.state === 'reading', 'another');
      assert.equal(await page.evaluate(() => document.querySelectorAll('quietpage-reader').length), 1);
      await leaveByClick(quiet, page);
      await assertGivenBack(page, before);
      await page.close();
    });

    test('in place gives way to another at a click, and then to the page as it was, in shadow trees, too', async () => {
      for (const name of ['quiet-grid', 'quiet-shadows']) {
        await storeOnly(quiet, { settings: { version: 2, values: { view: 'quiet' } } });
        const page = await quiet.open(bench.served.url(name));
        const sheets = () => page.evaluate(() => [...document.querySelectorAll('*')].map((one) => one.shadowRoot?.adoptedStyleSheets.length));
        const before = await stateOf(page);
        const sheetsBefore = await sheets();
        assert.equal((await openInPlace(quiet, page)).state, 'quiet');
        await update(page);
        await page.evaluate(() => document.querySelector('quietpage-bar')?.setAttribute('data-state', 'old'));
        await quiet.click(page);
        await eventually(async () => (await bar(page))?.state === 'quiet', 'another');
        assert.equal(await page.evaluate(() => document.querySelectorAll('quietpage-bar').length), 1);
        assert.equal(await seenOf(page, '.rail'), 0);
        await quiet.click(page);
        await inPlaceGone(page);
        await assertGivenBack(page, before);
        assert.deepEqual(await sheets(), sheetsBefore);
        await page.close();
      }
    });

    if (bench.name === 'firefox') {
      // It ends the scripts of the old one; what is left is the browser's own.
      test('gives the page back by Escape', async () => {
        const page = await quiet.open(bench.served.url('linked'));
        await openReader(quiet, page);
        await update(page);
        const isOpen = () => inView(page, (root) => root.querySelector('dialog')?.open);
        assert.equal(await isOpen(), true);
        await page.keyboard.press('Escape');
        await eventually(async () => !(await isOpen()), 'the page');
        await page.close();
      });
      return;
    }

    test('still says how far it is, takes along, and says why it does not begin to read aloud nor the page becomes quiet, without a fault', async () => {
      const page = await quiet.open(bench.served.url('linked'));
      /** @type {string[]} */
      const faults = [];
      page.on('pageerror', (fault) => faults.push(String(fault)));
      assert.equal((await openReader(quiet, page)).state, 'reading');
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

      await page.keyboard.press('l');
      const reasons = () => inView(page, (root) => [...root.querySelectorAll('.left-out[open] li small')].map(({ textContent }) => textContent));
      await eventually(async () => (await reasons())?.length, 'the list of what was left out');
      for (const reason of (await reasons()) ?? []) assert.match(reason ?? '', /[a-z]/);
      await page.keyboard.press('Escape');

      await page.keyboard.press('r');
      const bar = () => inView(page, (root) => root.querySelector('.aloud-bar:not([hidden]) [data-action=aloud_play]')?.getAttribute('aria-label') ?? '');
      await eventually(bar, 'the bar for reading aloud');
      const said = () => inView(page, (root) => root.querySelector('.aloud-bar [role=status]')?.textContent ?? '');
      await eventually(async () => /was updated.*Reload/.test(await said()), 'why it does not read');
      await page.keyboard.press('Escape');

      // The file for it would have to come from an extension that is no more.
      await page.keyboard.press('q');
      const notice = () => inView(page, (root) => root.querySelector('.notice')?.textContent ?? '');
      await eventually(async () => /was updated.*Reload/.test(await notice()), 'why the page does not become quiet in place');
      await leaveByEscape(page);
      assert.deepEqual(faults, []);
      await page.close();
    });
  });
}
