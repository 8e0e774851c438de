// @ts-check
/** The options page: all settings, out as a file and back, and what is said of what went wrong. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, openReader } from './reader.mjs';
import { clickInSheet, look, openSheet, storeOnly, stored } from './sheet.mjs';

const WRITTEN_MS = 400;

/** @typedef {import('./browsers.mjs').Page} Page */

/**
 * @param {Page} page
 * @returns {Promise<string>} what the page says of what was just done
 */
const said = (page) => page.evaluate(() => document.querySelector('.said')?.textContent ?? '');

/**
 * @param {Page} page
 * @param {string} action
 */
const press = (page, action) => page.click(`[data-action=${action}]`);

/**
 * Exports, and takes the file where the browser would keep it.
 *
 * @param {Page} page
 * @returns {Promise<string>}
 */
function exported(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener(
          'click',
          async (event) => {
            const link = /** @type {Element} */ (event.target).closest('a');
            if (!link) return;
            event.preventDefault();
            resolve(await (await fetch(link.href)).text());
          },
          { capture: true },
        );
        // A link that is in no document tells only itself of its click.
        const click = HTMLAnchorElement.prototype.click;
        HTMLAnchorElement.prototype.click = function () {
          document.body.append(this);
          click.call(this);
          this.remove();
        };
        /** @type {HTMLElement} */ (document.querySelector('[data-action=export]')).click();
      }),
  );
}

/**
 * Has a file chosen.
 *
 * @param {Page} page
 * @param {string} text
 */
const importing = (page, text) =>
  page.evaluate((content) => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector('input[type=file]'));
    const files = new DataTransfer();
    files.items.add(new File([content], 'quietpage-settings.json', { type: 'application/json' }));
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
  }, text);

/** @param {import('./main.mjs').Bench} bench */
export function options(bench) {
  const FULL = {
    settings: { version: 2, values: { theme: 'sepia', size: 130, faceName: 'Gill Sans', letterKeys: false } },
    'look:news.example': { version: 2, values: { measure: 50 } },
  };

  describe('the options page', () => {
    beforeEach(() => storeOnly(bench.quiet, {}));

    test('opens from the reader’s sheet', async () => {
      const { quiet, served } = bench;
      const page = await quiet.open(served.url('csp-nothing'));
      await openReader(quiet, page);
      await openSheet(quiet, page);
      const before = await countOptions();
      await clickInSheet(page, '[data-action=options]');
      await eventually(async () => (await countOptions()) > before, 'the options page');
      await page.close();

      async function countOptions() {
        const pages = await quiet.browser.pages();
        const titles = await Promise.all(pages.map((one) => one.evaluate(() => document.querySelector('h1')?.textContent).catch(() => null)));
        return titles.filter((title) => title === 'Quietpage settings').length;
      }
    });

    test('changes an open view', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-nothing'));
      await openReader(bench.quiet, page);
      const before = await look(page);
      const settings = await bench.quiet.openOptions();
      await settings.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('[data-preset=low_vision]')).click());
      await eventually(async () => (await look(page)).size > before.size, 'the change');
      await settings.close();
      await page.close();
    });

    test('gives back by import what was exported, after all was reset', async () => {
      await storeOnly(bench.quiet, FULL);
      const page = await bench.quiet.openOptions();
      const file = await exported(page);
      await press(page, 'reset');
      await eventually(async () => (await said(page)) !== '', 'the end of the reset');
      assert.deepEqual(await stored(bench.quiet), {});
      await importing(page, file);
      await eventually(async () => /imported/.test(await said(page)), 'the end of the import');
      assert.deepEqual(await stored(bench.quiet), FULL);
      await page.close();
    });

    test('takes a reset back', async () => {
      await storeOnly(bench.quiet, FULL);
      const page = await bench.quiet.openOptions();
      await press(page, 'reset');
      await page.waitForSelector('[data-action=undo]');
      await press(page, 'undo');
      await eventually(async () => /Undone/.test(await said(page)), 'the undoing');
      assert.deepEqual(await stored(bench.quiet), FULL);
      await page.close();
    });

    test('says what of a file it ignored, and of a wrong one that nothing was changed', async () => {
      await storeOnly(bench.quiet, FULL);
      const page = await bench.quiet.openOptions();
      await importing(page, '{"kind":"other"}');
      await eventually(async () => /not a settings file/.test(await said(page)), 'the refusal');
      assert.deepEqual(await stored(bench.quiet), FULL);
      await importing(page, JSON.stringify({ kind: 'quietpage-settings', settings: { version: 2, values: { size: 'huge', theme: 'dark' } } }));
      await eventually(async () => /Ignored: Text size/.test(await said(page)), 'what was ignored');
      assert.deepEqual(await stored(bench.quiet), { settings: { version: 2, values: { theme: 'dark' } } });
      await page.close();
    });

    test('says that stored settings could not be read, and the view opens all the same', async () => {
      await storeOnly(bench.quiet, { settings: { version: 2, values: { theme: 'purple', size: 120 } } });
      const page = await bench.quiet.openOptions();
      const warning = await page.evaluate(() => {
        const line = document.querySelector('.warning');
        return line?.checkVisibility() ? line.textContent : null;
      });
      assert.match(warning ?? '', /Theme$/);
      await page.close();
      await storeOnly(bench.quiet, { settings: 'garbage', theme: 7 });
      const reader = await bench.quiet.open(bench.served.url('csp-nothing'));
      assert.equal((await openReader(bench.quiet, reader)).state, 'reading');
      await reader.close();
    });

    test('lists sites with a look of their own, and takes them off', async () => {
      await storeOnly(bench.quiet, FULL);
      const page = await bench.quiet.openOptions();
      assert.equal(await page.evaluate(() => document.querySelector('li bdi')?.textContent), 'news.example');
      await press(page, 'remove-site');
      await page.waitForSelector('[data-action=undo]');
      assert.deepEqual(Object.keys(await stored(bench.quiet)), ['settings']);
      await page.close();
    });

    test('keeps what is changed on it', async () => {
      const page = await bench.quiet.openOptions();
      await page.click('#letterKeys');
      await sleep(WRITTEN_MS);
      assert.deepEqual(await stored(bench.quiet), { settings: { version: 2, values: { letterKeys: false } } });
      await page.close();
    });

    test('lists the shortcut, and how to change it', async () => {
      const page = await bench.quiet.openOptions();
      const keys = await page.evaluate(() => document.querySelector('.shortcuts')?.textContent);
      assert.match(keys ?? '', /Quiet this page.*Q/);
      assert.ok(await page.$('[data-action=shortcuts]'));
      await page.close();
    });

    test('does not scroll sideways at 320 px, and has a heading for each part', async () => {
      const correction = { keep: true, shape: 'in p 0 one ', words: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(2), on: true };
      await storeOnly(bench.quiet, { ...FULL, 'corrections:news.example': { version: 1, at: 1, corrections: [correction] } });
      const page = await bench.quiet.openOptions();
      await page.setViewport({ width: 320, height: 640 });
      const found = await page.evaluate(() => ({
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        headings: [...document.querySelectorAll('h1, h2, h3')].map(({ localName }) => localName),
        language: document.documentElement.lang,
      }));
      assert.equal(found.overflow, 0);
      const count = (/** @type {string} */ level) => found.headings.filter((one) => one === level).length;
      assert.deepEqual([found.headings[0], count('h1'), count('h2'), count('h3')], ['h1', 1, 11, 1]);
      assert.equal(found.language, 'en');
      await page.close();
    });
  });
}
