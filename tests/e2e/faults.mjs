// @ts-check
/** What goes wrong around a reader: each fault ends in something that is seen, and nothing valid that was stored is lost. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertReads, eventually, leaveByEscape, openReader, view } from './reader.mjs';
import { serve } from './server.mjs';
import { clickInSheet, openSheet, storeOnly, stored } from './sheet.mjs';
import { PARAGRAPHS } from './story.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

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

    // Firefox sets an extension's storage no bound that a test could reach.
    if (bench.name === 'chrome') {
      test('there is no room left in storage: it is said beside the article and in the options, and nothing is lost', async () => {
        await storeOnly(bench.quiet, { settings: OURS, filling: 'x'.repeat(10 * 1024 * 1024 - 60) });
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
