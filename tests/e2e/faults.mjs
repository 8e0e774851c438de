// @ts-check
/** What goes wrong around a reader: each fault ends in something that is seen, and nothing valid that was stored is lost. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { listed as listedSites } from './always.mjs';
import { launch } from './browsers.mjs';
import { becomes, clickEntry, said } from './corrections.mjs';
import { bar, inPlaceGone, openInPlace, pressInBar } from './in_place.mjs';
import { clickInView } from './in_view.mjs';
import { drawerOpen } from './left_out.mjs';
import { drawer, press } from './quiet_drawer.mjs';
import { assertReads, eventually, leaveByEscape, openReader, view } from './reader.mjs';
import { serve } from './server.mjs';
import { clickInSheet, look, openSheet, storeOnly, stored } from './sheet.mjs';
import { noteOf } from './shuffled_story.mjs';
import { PARAGRAPHS } from './story.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

/** Several times what a click that did not get into a page waits before it is tried again. */
const WOULD_HAVE_OPENED_MS = 1000;
const OURS = { version: 2, values: { size: 140 } };
const RULE = { keep: false, shape: 'in p 0 one', words: 'Ours', on: true };
/** Entries of which nothing can be read, under each kind of key there is. */
const RUBBISH = {
  settings: ['garbage', 7, [], { version: 'two', values: {} }, { version: 2, values: 'x'.repeat(100_000) }, '{"version":2,"values":{"size":1'],
  'look:127.0.0.1': [null, { version: 2, values: [] }, { version: -1, values: { size: 140 } }],
  'corrections:127.0.0.1': ['x', { corrections: 'none' }, { version: 1, at: 'now', corrections: [null, { keep: 'yes', shape: 1 }] }],
  furniture: [{ salt: 1 }],
  'furniture:127.0.0.1': [[], { pages: { length: 1e9 } }],
  voices: ['x', { en: 1 }],
};

/**
 * As each version stored them, and what they are today. The first had no entry of its own; the second was without what was
 * added to it later; a third, of which nothing is known yet, is read as far as it is.
 *
 * @type {Record<string, {entries: {[key: string]: unknown}, theme: string, size: number, paper: RegExp}>}
 */
const OF_EACH_VERSION = {
  'of the first version': { entries: { theme: 'dark', textSize: 3 }, theme: 'dark', size: 135, paper: /^rgb\(2\d, 2\d, 2\d\)$/ },
  'of the first version, smaller': { entries: { theme: 'light', textSize: -6 }, theme: 'light', size: 55, paper: /^rgb\(25\d, 25\d, 2\d\d\)$/ },
  'of the first version, by site': {
    entries: { settings: { version: 1, values: { theme: 'light', textSize: 0 } }, 'look:127.0.0.1': { version: 1, values: { theme: 'dark', textSize: 3 } } },
    theme: 'light', size: 100, paper: /^rgb\(2\d, 2\d, 2\d\)$/,
  },
  'of the second version': { entries: { settings: { version: 2, values: { theme: 'dark', size: 140, face: 'sans' } } }, theme: 'dark', size: 140, paper: /^rgb\(2\d, 2\d, 2\d\)$/ },
  'of a version to come': { entries: { settings: { version: 3, values: { theme: 'dark', size: 140, unheardOf: [1] } } }, theme: 'dark', size: 140, paper: /^rgb\(2\d, 2\d, 2\d\)$/ },
};

/** Room for some settings, and for no correction: Chromium gives an extension ten megabytes. */
const FILLING = 'x'.repeat(10 * 1024 * 1024 - 60);

/** @param {import('./main.mjs').Bench} bench */
export function faults(bench) {
  /** A click that must end in an article, or in a sentence. @param {Page} page */
  async function ends(page) {
    const shown = await openReader(bench.quiet, page);
    assert.ok(shown.state === 'reading' || /\w+ \w+/.test(shown.alert ?? ''), `shows ${shown.state}`);
    return shown;
  }

  describe('a fault:', () => {
    test('the background is ended before, in and after a click', async () => {
      await storeOnly(bench.quiet, {});
      const page = await bench.quiet.open(bench.served.url('huge'));
      await bench.quiet.stopBackground();
      await page.bringToFront();
      assertReads(await openReader(bench.quiet, page), PARAGRAPHS);
      await leaveByEscape(page);
      // While the page is walked and what it holds is on its way.
      await bench.quiet.click(page);
      await bench.quiet.stopBackground();
      await page.bringToFront();
      const shown = (await view(page)) ?? (await ends(page));
      if (shown.state !== 'reading') {
        await eventually(async () => /^(reading|failed)$/.test((await view(page))?.state ?? ''), 'an article or a sentence');
      }
      await leaveByEscape(page);
      assertReads(await openReader(bench.quiet, page), PARAGRAPHS);
      await bench.quiet.stopBackground();
      await page.bringToFront();
      await openSheet(bench.quiet, page);
      await clickInSheet(page, '[data-setting=size] .step:last-child');
      await eventually(async () => (await stored(bench.quiet)).settings?.values.size > 100, 'what was chosen');
      await page.close();
    });

    test('the tab goes on, or is closed, just after a click', async () => {
      const closed = await bench.quiet.open(bench.served.url('huge'));
      await bench.quiet.click(closed);
      await closed.close();
      const page = await bench.quiet.open(bench.served.url('huge'));
      await bench.quiet.click(page);
      await page.goto(bench.served.url('csp-none'), { waitUntil: 'load' });
      await sleep(WOULD_HAVE_OPENED_MS);
      assert.equal(await view(page), null);
      assertReads(await openReader(bench.quiet, page), PARAGRAPHS);
      await leaveByEscape(page);
      await page.close();
    });

    test('the site is out of reach by the time of the click', async () => {
      const served = await serve();
      const page = await bench.quiet.open(served.url('csp-none'));
      await served.close();
      assertReads(await openReader(bench.quiet, page), PARAGRAPHS);
      await leaveByEscape(page);
      await page.close();
    });

    for (const at of [0, 1, 2]) {
      test(`what is stored is rubbish (${at + 1}): the article is read, and what can be read stays`, async () => {
        const rubbish = Object.fromEntries(Object.entries(RUBBISH).map(([key, values]) => [key, values[at % values.length]]));
        const valid = { 'look:news.example': OURS, 'corrections:news.example': { version: 1, at: 1, corrections: [RULE] } };
        await storeOnly(bench.quiet, { ...rubbish, ...valid });
        const page = await bench.quiet.open(bench.served.url('csp-none'));
        assertReads(await openReader(bench.quiet, page), PARAGRAPHS);
        await leaveByEscape(page);
        await page.close();
        const options = await bench.quiet.openOptions();
        assert.ok(await options.evaluate(() => document.querySelector('.warning')?.checkVisibility()), 'does not say so');
        await options.close();
        const { 'look:news.example': look, 'corrections:news.example': corrections } = await stored(bench.quiet);
        assert.deepEqual({ 'look:news.example': look, 'corrections:news.example': corrections }, valid);
      });
    }

    for (const [which, { entries, theme, size, paper }] of Object.entries(OF_EACH_VERSION)) {
      test(`settings ${which} hold in the reader and in the options`, async () => {
        await storeOnly(bench.quiet, entries);
        const page = await bench.quiet.open(bench.served.url('csp-none'));
        assertReads(await openReader(bench.quiet, page), PARAGRAPHS);
        const shown = await look(page);
        assert.match(shown.paper, paper);
        await leaveByEscape(page);
        await page.close();
        const options = await bench.quiet.openOptions();
        assert.deepEqual(
          await options.evaluate(() => [
            /** @type {HTMLInputElement | null} */ (document.querySelector('[data-setting=theme] :checked'))?.value,
            document.querySelector('[data-setting=size]')?.textContent?.match(/\d+/)?.[0],
          ]),
          [theme, String(size)],
        );
        await options.close();
        assert.deepEqual(await stored(bench.quiet), entries);
        await storeOnly(bench.quiet, {});
      });
    }

    test('the site is taken away while a reader and the options are open: the one stays, the other shows it, no console has an error', async () => {
      // In a browser of its own: what watches the background would keep it from starting again.
      const quiet = await launch(bench.name);
      try {
        await quiet.letIn('127.0.0.1');
        const options = await quiet.openOptions('?site=127.0.0.1');
        await options.click('[data-action=always]');
        await eventually(async () => (await listedSites(options)).includes('127.0.0.1'), 'the site in the list');
        const faultsSince = await quiet.watchFaults();
        const page = await quiet.open(bench.served.url('shuffled-1'));
        await eventually(async () => (await view(page))?.state === 'reading', 'the view that opens by itself');
        await openSheet(quiet, page);
        const isSwitchedOn = () => page.evaluate(() => {
          const box = document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('.sheet')?.shadowRoot?.querySelector('#always');
          return box instanceof HTMLInputElement && box.checked;
        });
        await eventually(isSwitchedOn, 'the switch on');
        const before = (await view(page))?.text;
        await options.bringToFront();
        await quiet.shutOut('127.0.0.1');
        await eventually(async () => (await listedSites(options)).length === 0, 'the empty list');
        await page.bringToFront();
        await eventually(async () => !(await isSwitchedOn()), 'the switch off');
        assert.equal((await view(page))?.text, before);
        await page.keyboard.press('Escape');
        await clickInView(page, '[data-action=left_out]');
        await drawerOpen(page);
        await clickEntry(page, noteOf(1), 'bring-back');
        await becomes(page, noteOf(1));
        await page.keyboard.press('Escape');
        await leaveByEscape(page);
        assert.equal((await openReader(quiet, page)).state, 'reading');
        assert.deepEqual(await faultsSince(), []);
      } finally {
        await quiet.close();
      }
    });

    /**
     * From here on nothing more can be stored.
     *
     * @param {{[key: string]: unknown}} entries what is
     * @returns {Promise<() => Promise<void>>} ends it
     */
    async function withoutRoom(entries) {
      if (bench.name === 'chrome') {
        await storeOnly(bench.quiet, { ...entries, filling: FILLING });
        return () => storeOnly(bench.quiet, {});
      }
      // Firefox sets no bound that a test could reach: there its background is refused, as on a disk that is full.
      await storeOnly(bench.quiet, entries);
      const options = await bench.quiet.openOptions();
      await options.evaluate(async () => {
        const background = /** @type {any} */ (await Reflect.get(globalThis, 'browser').runtime.getBackgroundPage());
        background.browser.storage.local.set = () => Promise.reject(new Error('QuotaExceededError'));
      });
      await options.close();
      return async () => {
        await bench.quiet.stopBackground();
        await storeOnly(bench.quiet, {});
      };
    }

    test('there is no room left for a correction: it holds on the page, that is said beside it, and nothing is lost', async () => {
      const end = await withoutRoom({});
      const before = await stored(bench.quiet);
      const page = await bench.quiet.open(bench.served.url('shuffled-1'));
      await openReader(bench.quiet, page);
      await clickInView(page, '[data-action=left_out]');
      await drawerOpen(page);
      await clickEntry(page, noteOf(1), 'bring-back');
      await becomes(page, noteOf(1));
      assert.match(await said(page), /^Brought back: .*no room/);
      await clickInView(page, '.left-out [data-action=undo]');
      await becomes(page, noteOf(1), false);
      assert.doesNotMatch(await said(page), /no room/);
      await page.keyboard.press('Escape');
      // And without the drawer, where a block is hidden.
      for (const key of /** @type {const} */ (['j', 'x'])) await page.keyboard.press(key);
      await eventually(async () => /^Hidden: .*no room/.test(await said(page)), 'what is said of it');
      await page.close();
      assert.deepEqual(await stored(bench.quiet), before);
      await end();
    });

    test('nor in quiet in place, where it holds and is said as well', async () => {
      const end = await withoutRoom({ settings: { version: 2, values: { view: 'quiet' } } });
      const before = await stored(bench.quiet);
      const page = await bench.quiet.open(bench.served.url('quiet-grid'));
      assert.equal((await openInPlace(bench.quiet, page)).state, 'quiet');
      await pressInBar(page, 'left_out');
      await eventually(() => drawer(page), 'the drawer');
      await press(page, '[data-action=bring-back]');
      await eventually(async () => /^Brought back: .*no room/.test((await drawer(page))?.said ?? ''), 'what is said of it');
      await page.keyboard.press('Escape');
      await eventually(async () => (await drawer(page)) === null, 'the drawer closed');
      await page.keyboard.press('Escape');
      await inPlaceGone(page);
      assert.equal(await bar(page), null);
      await page.close();
      assert.deepEqual(await stored(bench.quiet), before);
      await end();
    });

    // What a page stores itself, Firefox bounds by nothing that a test could reach.
    if (bench.name === 'chrome') {
      test('there is no room left in storage: it is said beside the article and in the options, and nothing is lost', async () => {
        await storeOnly(bench.quiet, { settings: OURS, filling: FILLING });
        const before = await stored(bench.quiet);
        const page = await bench.quiet.open(bench.served.url('csp-none'));
        assertReads(await openReader(bench.quiet, page), PARAGRAPHS);
        await openSheet(bench.quiet, page);
        for (const setting of ['measure', 'lineHeight', 'letterSpacing']) await clickInSheet(page, `[data-setting=${setting}] .step:last-child`);
        const inSheet = () => page.evaluate(() => document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('.sheet')?.shadowRoot?.querySelector('.body > .note')?.textContent ?? '');
        await eventually(async () => /no room/.test(await inSheet()), 'the sentence beside the article');
        await page.close();
        const options = await bench.quiet.openOptions();
        for (const setting of ['measure', 'lineHeight', 'letterSpacing']) await options.click(`[data-setting=${setting}] .step:last-child`);
        await eventually(() => options.evaluate(() => /no room/.test(document.querySelector('.said')?.textContent ?? '')), 'the sentence in the options');
        await options.close();
        assert.deepEqual(await stored(bench.quiet), before);
        await storeOnly(bench.quiet, {});
      });
    }
  });
}
