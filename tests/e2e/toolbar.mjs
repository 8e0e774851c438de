// @ts-check
/** The toolbars by keyboard: a stop of the Tab key each, and arrow keys within. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { clickInView, inView } from './in_view.mjs';
import { HEADLINE } from './long_story.mjs';
import { eventually, openReader } from './reader.mjs';
import { storeOnly } from './sheet.mjs';
import { VOICES, giveVoices } from './speech.mjs';

/** The buttons stand in a row above the text, and in a column beside it. */
const ROW = { width: 700, height: 600 };
const COLUMN = { width: 1280, height: 800 };

/** @typedef {import('./browsers.mjs').Page} Page */

/** What has the focus: a control by its action, else an element by its class or name. @param {Page} page */
const focused = (page) =>
  inView(page, ({ activeElement: one }) => one?.getAttribute('data-action') ?? (one?.className || one?.localName));
/** @param {Page} page @param {string} toolbar a selector */
const actionsIn = (page, toolbar) =>
  inView(page, (root, css) => [...root.querySelectorAll(`${css} button`)].filter((one) => one.checkVisibility()).map((one) => one.getAttribute('data-action')), toolbar);
/** @param {Page} page @param {string} toolbar a selector */
const stopsIn = (page, toolbar) =>
  inView(page, (root, css) => [...root.querySelectorAll(`${css} button`)].filter((one) => one instanceof HTMLElement && one.checkVisibility() && one.tabIndex === 0).length, toolbar);

/** @param {Page} page */
async function pressShiftTab(page) {
  await page.keyboard.down('Shift');
  await page.keyboard.press('Tab');
  await page.keyboard.up('Shift');
}

/** @param {import('./main.mjs').Bench} bench */
export function toolbarTests(bench) {
  /** @param {{width: number, height: number}} viewport */
  async function reading(viewport) {
    const page = await bench.quiet.open(bench.served.url('sections'));
    await page.setViewport(viewport);
    assert.equal((await openReader(bench.quiet, page)).state, 'reading');
    await eventually(async () => (await actionsIn(page, '.toolbar')).includes('contents'), 'all buttons');
    return page;
  }

  describe('a toolbar', () => {
    beforeEach(() => storeOnly(bench.quiet, {}));

    test('is one stop of the Tab key, at the button that had the focus last; arrow keys go round in it', async () => {
      const page = await reading(ROW);
      const actions = await actionsIn(page, '.toolbar');
      assert.ok(actions.length > 8, `${actions}`);
      await page.keyboard.press('Tab');
      for (const action of [...actions, actions[0]]) {
        assert.equal(await focused(page), action);
        assert.equal(await stopsIn(page, '.toolbar'), 1);
        await page.keyboard.press('ArrowRight');
      }
      for (const [key, action] of /** @type {const} */ ([['Home', actions[0]], ['ArrowLeft', actions.at(-1)], ['Home', actions[0]], ['End', actions.at(-1)], ['ArrowLeft', actions.at(-2)]])) {
        await page.keyboard.press(key);
        assert.equal(await focused(page), action, key);
      }
      // Those are not its keys where it lies: they scroll the text.
      await page.keyboard.press('ArrowDown');
      assert.equal(await focused(page), actions.at(-2));
      await page.keyboard.press('Tab');
      assert.ok(!actions.includes((await focused(page)) ?? null), 'still in the toolbar');
      await pressShiftTab(page);
      assert.equal(await focused(page), actions.at(-2));
      await page.close();
    });

    test('that stands beside the text has the keys up and down, too, also where single letters are off', async () => {
      await storeOnly(bench.quiet, { settings: { version: 2, values: { letterKeys: false } } });
      const page = await reading(COLUMN);
      const orientation = () => inView(page, (root) => root.querySelector('.toolbar')?.getAttribute('aria-orientation'));
      assert.equal(await orientation(), 'vertical');
      const actions = await actionsIn(page, '.toolbar');
      await page.keyboard.press('Tab');
      for (const [key, at] of /** @type {const} */ ([['ArrowDown', 1], ['ArrowDown', 2], ['ArrowUp', 1], ['ArrowRight', 2], ['ArrowLeft', 1]])) {
        await page.keyboard.press(key);
        assert.equal(await focused(page), actions[at], key);
      }
      await page.setViewport(ROW);
      await eventually(async () => (await orientation()) === 'horizontal', 'the toolbar to lie');
      await page.close();
    });

    test('leaves the text its keys where a button was pressed by mouse', async () => {
      for (const viewport of [ROW, COLUMN]) {
        const page = await reading(viewport);
        await clickInView(page, '[data-action=larger]');
        const scrolled = () => inView(page, (root) => root.querySelector('dialog')?.scrollTop ?? 0);
        for (const key of /** @type {const} */ (['ArrowDown', 'End'])) {
          const before = await scrolled();
          await page.keyboard.press(key);
          await eventually(async () => (await scrolled()) > before, `${key} to scroll`);
          assert.equal(await focused(page), 'larger');
        }
        await page.close();
      }
    });

    test('whose stop has gone has another', async () => {
      const page = await reading(ROW);
      await inView(page, (root) => /** @type {HTMLElement} */ (root.querySelector('[data-action=contents]')).focus());
      await page.keyboard.press('Tab');
      await inView(page, (root) => /** @type {HTMLElement} */ (root.querySelector('[data-action=contents]')).toggleAttribute('hidden', true));
      await pressShiftTab(page);
      assert.equal(await focused(page), 'close');
      await page.close();
    });

    test('of reading aloud leaves out the lists beside it, which have the arrow keys themselves', async () => {
      const page = await reading(ROW);
      const speech = await giveVoices(bench.quiet, page, VOICES);
      await page.keyboard.press('r');
      await eventually(async () => (await speech.speaking()) === HEADLINE, 'the voice');
      await inView(page, (root) => /** @type {HTMLElement} */ (root.querySelector('.toolbar [data-action=settings]')).focus());
      await page.keyboard.press('Tab');
      assert.equal(await focused(page), 'aloud-choices');
      await page.keyboard.press('ArrowRight');
      assert.equal(await focused(page), 'aloud-choices');
      await eventually(async () => ((await speech.said()).at(-1)?.rate ?? 1) > 1, 'the speed');
      await page.keyboard.press('Tab');
      assert.equal(await focused(page), 'aloud-choices');
      const actions = await actionsIn(page, '.player');
      for (const [key, action] of /** @type {const} */ ([['Tab', actions[0]], ['ArrowRight', actions[1]], ['End', 'aloud_stop'], ['ArrowRight', actions[0]]])) {
        await page.keyboard.press(key);
        assert.equal(await focused(page), action, key);
      }
      assert.equal(await stopsIn(page, '.player'), 1);
      await page.keyboard.press('Tab');
      assert.ok(!actions.includes((await focused(page)) ?? null), 'still in the bar');
      await speech.close();
      await page.close();
    });
  });
}
