// @ts-check
/** The background is ended at any moment of what it is asked for: all of it ends in what is seen, and goes on at the next try. */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { becomes, clickEntry, said } from './corrections.mjs';
import { clickInView } from './in_view.mjs';
import { bar } from './in_place.mjs';
import { drawerOpen } from './left_out.mjs';
import { stateOf } from './page_state.mjs';
import { assertReads, eventually, leaveByEscape, openReader, view } from './reader.mjs';
import { clickInSheet, openSheet, storeOnly, stored } from './sheet.mjs';
import { noteOf } from './shuffled_story.mjs';
import { PARAGRAPHS } from './story.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

/** Moments of a click, spread over its length and a little beyond. */
const MOMENTS = 10;
/** A click whose background ends before it has run anything in the page leaves nothing there. */
const LOST_MS = 3000;

/** @param {Page} page what is shown of a click, in whichever view */
const shownOf = async (page) => {
  const shown = (await view(page)) ?? (await bar(page));
  return shown && { ...shown, isSettled: /^(reading|quiet|failed)$/.test(shown.state) };
};

/** Presses a button of what says that it has failed, in whichever view. @param {Page} page @param {string} action */
async function pressInFailure(page, action) {
  const place = await page.evaluate((name) => {
    const button = document.querySelector('quietpage-reader, quietpage-bar')?.shadowRoot?.querySelector(`[data-action=${name}]`);
    if (!button) throw new Error(`no button ${name}`);
    const { x, y, width, height } = button.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, action);
  await page.mouse.click(place.x, place.y);
}

/** @param {import('./main.mjs').Bench} bench */
export function backgroundEnded(bench) {
  /** @param {Page} page with a view about to open, or none */
  const settled = (page) =>
    eventually(async () => {
      const shown = await shownOf(page);
      return shown?.isSettled && shown;
    }, 'an article or a sentence');

  /**
   * Does something, and ends the background a while after its beginning.
   *
   * @param {import('./browsers.mjs').Aim} aim
   * @param {() => Promise<unknown>} act
   * @param {number} ms
   */
  const endedWithin = (aim, act, ms) => Promise.all([act(), sleep(ms).then(aim.stop)]);

  describe('the background is ended', () => {
    /** @type {import('./browsers.mjs').Aim} */
    let aim;
    before(async () => {
      aim = await bench.quiet.aimAtBackground();
    });
    after(async () => {
      await aim.close();
      await storeOnly(bench.quiet, {});
    });

    for (const [name, values] of Object.entries({ 'the reader view': {}, 'quiet in place': { view: 'quiet' } })) {
      test(`at ${MOMENTS} moments of a click that opens ${name}: an article, or a sentence and then the article`, async () => {
        await storeOnly(bench.quiet, { settings: { version: 2, values } });
        const page = await bench.quiet.open(bench.served.url('huge'));
        const before = await stateOf(page);
        const from = performance.now();
        await bench.quiet.click(page);
        await settled(page);
        const wholeMs = performance.now() - from;
        await bench.quiet.click(page);
        await eventually(async () => (await shownOf(page)) === null, 'the page');

        for (let moment = 0; moment < MOMENTS; moment++) {
          const ms = (1.2 * wholeMs * moment) / MOMENTS;
          await endedWithin(aim, () => bench.quiet.click(page), ms);
          await page.bringToFront();
          const isLost = await eventually(() => shownOf(page), 'anything', LOST_MS).then(() => false, () => true);
          if (isLost) await bench.quiet.click(page);
          const shown = await settled(page);
          if (shown.state === 'failed') {
            assert.match(shown.alert ?? '', /\w+ \w+/, `after ${ms} ms`);
            await pressInFailure(page, 'try-again');
          }
          const read = await eventually(async () => {
            const next = await shownOf(page);
            return next && /^(reading|quiet)$/.test(next.state) && next;
          }, `the article, ended after ${ms} ms, then ${shown.alert}`);
          if ('paragraphs' in read) assertReads(/** @type {any} */ (read), PARAGRAPHS);
          await bench.quiet.click(page);
          await eventually(async () => (await shownOf(page)) === null, 'the page');
        }
        await eventually(async () => JSON.stringify(await stateOf(page)) === JSON.stringify(before), 'the page as it was').catch(() => undefined);
        assert.deepEqual(await stateOf(page), before);
        await page.close();
      });
    }

    test('while the drawer sends a correction: it holds, or a sentence says what to do, and nothing is lost', async () => {
      for (const ms of [0, 5, 20, 60, 150, 400]) {
        await storeOnly(bench.quiet, {});
        const page = await bench.quiet.open(bench.served.url('shuffled-1'));
        await openReader(bench.quiet, page);
        await clickInView(page, '[data-action=left_out]');
        await drawerOpen(page);
        await endedWithin(aim, () => clickEntry(page, noteOf(1), 'bring-back'), ms);
        await page.bringToFront();
        const isDone = async () => {
          const shown = await view(page);
          return shown?.state === 'failed' || (shown?.text.includes(noteOf(1)) && (await said(page)) !== '');
        };
        await eventually(isDone, 'the correction or a sentence');
        if ((await view(page))?.state === 'failed') {
          assert.match((await view(page))?.alert ?? '', /\w+ \w+/);
          await pressInFailure(page, 'try-again');
        }
        await becomes(page, noteOf(1));
        const kept = Object.keys(await stored(bench.quiet)).includes('corrections:127.0.0.1');
        await page.bringToFront();
        const sentence = await said(page);
        assert.ok(kept || sentence === '' || /Could not be stored/.test(sentence), `after ${ms} ms nothing is kept, and that is not said: ${sentence}`);
        // The drawer first, where it is open still.
        await page.keyboard.press('Escape');
        if (await view(page)) await leaveByEscape(page);
        await page.close();
      }
    });

    test('while the sheet is being used: what is chosen holds and is stored', async () => {
      await storeOnly(bench.quiet, {});
      const page = await bench.quiet.open(bench.served.url('csp-none'));
      await openReader(bench.quiet, page);
      await openSheet(bench.quiet, page);
      for (const ms of [0, 50, 200, 300]) {
        const before = (await stored(bench.quiet)).settings?.values.size ?? 100;
        await page.bringToFront();
        await endedWithin(aim, () => clickInSheet(page, '[data-setting=size] .step:last-child'), ms);
        await eventually(async () => (await stored(bench.quiet)).settings?.values.size === before + 5, 'what was chosen');
      }
      await page.close();
    });
  });
}
