// @ts-check
/** What a person has told their system: no motion, colours of their own. */

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { coloursIn } from './colours.mjs';
import { inView, placeOf } from './in_view.mjs';
import { PANELS, closePanel, openPanel } from './panels.mjs';
import { eventually, openReader } from './reader.mjs';
import { storeOnly } from './sheet.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

/**
 * @param {Page} page
 * @param {string} [within]
 * @returns {Promise<string[]>} what moves
 */
const moving = (page, within) =>
  inView(
    page,
    (root, css) => {
      const part = css ? root.querySelector(css) : null;
      const all = [...(part?.shadowRoot ?? part ?? root).querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot?.querySelectorAll('*') ?? [])]);
      return all.filter((one) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
        return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior !== 'auto';
      }).map((one) => one.outerHTML.slice(0, 100));
    },
    within,
  );

/** Whether a bar without an end is seen, as stands there while the core is at work. @param {Page} page */
const isWaitingSeen = (page) =>
  inView(page, (root) => {
    const bar = document.createElement('progress');
    root.querySelector('.content')?.append(bar);
    const isSeen = bar.checkVisibility();
    bar.remove();
    return isSeen;
  });

/** @param {import('./main.mjs').Bench} bench */
export function systemWishesTests(bench) {
  describe('a wish of the system', () => {
    beforeEach(() => storeOnly(bench.quiet, {}));
    afterEach(async () => bench.quiet.useSystem((await bench.quiet.browser.pages())[0], {}));

    test('for no motion is kept everywhere', async () => {
      const page = await bench.quiet.open(bench.served.url('everything'));
      await bench.quiet.useSystem(page, {});
      await openReader(bench.quiet, page);
      assert.notDeepEqual(await moving(page), [], 'nothing that could be stilled');
      assert.ok(await isWaitingSeen(page));
      await bench.quiet.useSystem(page, { reducedMotion: true });
      await eventually(async () => (await moving(page)).length === 0, 'stillness');
      assert.ok(!(await isWaitingSeen(page)), 'it runs to and fro');
      for (const panel of PANELS) {
        await openPanel(bench.quiet, page, panel);
        assert.deepEqual(await moving(page, panel.panel), [], panel.name);
        await closePanel(page, panel);
      }
      await page.close();
    });

    test('for forced colours leaves everything to be seen', async () => {
      const decoder = await bench.quiet.open(bench.served.url('csp-none'));
      const page = await bench.quiet.open(bench.served.url('everything'));
      await bench.quiet.useSystem(page, { forcedColours: true });
      await openReader(bench.quiet, page);
      await eventually(() => page.evaluate(() => matchMedia('(forced-colors: active)').matches), 'forced colours');
      const at = async (/** @type {string} */ css, grown = 0) => {
        const { x, y, width, height } = await placeOf(page, css);
        return coloursIn(page, { x: x - grown, y: y - grown, width: width + 2 * grown, height: height + 2 * grown }, decoder);
      };
      // A border, and a sign in it.
      for (const action of ['close', 'contents', 'smaller', 'settings']) {
        assert.ok((await at(`[data-action=${action}]`)).length > 2, `no ${action} to be seen`);
      }
      const { x, y, width } = await placeOf(page, '[data-action=settings]');
      const edge = () => coloursIn(page, { x: x + width / 4, y: y - 1, width: width / 2, height: 3 }, decoder);
      assert.ok((await edge()).length > 1, 'the button has no edge');

      await page.keyboard.press('Tab');
      const focused = await inView(page, (root) => root.activeElement?.getAttribute('data-action'));
      const ring = await coloursIn(page, await placeOf(page, `[data-action=${focused}]`).then((box) => ({ x: box.x - 6, y: box.y + 14, width: 6, height: 16 })), decoder);
      assert.ok(ring.length > 1, `no ring around ${focused}`);

      await inView(page, (root) => root.querySelector('mark')?.scrollIntoView({ block: 'center' }));
      const [ground] = await at('mark');
      const [paper] = await at('p:has(mark)');
      assert.notEqual(ground, paper, 'the mark is not to be seen');

      await inView(page, (root) => root.querySelector('article')?.lastElementChild?.scrollIntoView());
      await eventually(() => inView(page, (root) => /** @type {HTMLProgressElement} */ (root.querySelector('progress.read')).value > 0.5), 'progress');
      const bar = await placeOf(page, 'progress.read');
      const [read] = await coloursIn(page, { ...bar, width: 20 }, decoder);
      assert.notEqual(read, paper, 'the progress is not to be seen');

      const [settings, , takeAlong] = PANELS;
      const aloud = /** @type {import('./panels.mjs').Panel} */ (PANELS.find(({ panel }) => panel === '.aloud-bar'));
      await openPanel(bench.quiet, page, takeAlong);
      await page.keyboard.press('ArrowDown');
      const item = (/** @type {number} */ n) => at(`#take_along button:nth-of-type(${n})`, 4);
      assert.notDeepEqual(new Set(await item(2)), new Set(await item(4)), 'the entry that has the focus looks as the others');
      await closePanel(page, takeAlong);

      const [unpressed] = await at(aloud.opener);
      await openPanel(bench.quiet, page, aloud);
      await eventually(async () => (await at(aloud.opener))[0] !== unpressed, 'the button to look pressed');
      assert.ok((await at('[data-action=aloud_play]')).length > 2, 'no button to be seen in the bar');
      await closePanel(page, aloud);

      await openPanel(bench.quiet, page, settings);
      const chosen = await inView(page, (root) => {
        const label = /** @type {Element} */ (root.querySelector('.sheet')?.shadowRoot?.querySelector('label:has(:checked)'));
        const { x: left, y: top, width: wide, height } = label.getBoundingClientRect();
        return { x: left + 3, y: top + 3, width: wide - 6, height: height - 6 };
      });
      assert.notEqual((await coloursIn(page, chosen, decoder))[0], paper, 'the choice is not to be seen');
      await page.close();
      await decoder.close();
    });

    test('for forced colours leaves the marks of what was left out to be seen', async () => {
      const decoder = await bench.quiet.open(bench.served.url('csp-none'));
      const page = await bench.quiet.open(bench.served.url('csp-none'));
      await bench.quiet.useSystem(page, { forcedColours: true });
      await openReader(bench.quiet, page);
      await eventually(() => page.evaluate(() => matchMedia('(forced-colors: active)').matches), 'forced colours');
      await eventually(() => inView(page, (root) => root.querySelector('.cut-mark') !== null), 'the mark');
      await inView(page, (root) => root.querySelector('.cut-mark')?.scrollIntoView({ block: 'center' }));
      assert.ok((await coloursIn(page, await placeOf(page, '.cut-mark'), decoder)).length > 1, 'no mark where something was cut');
      await page.keyboard.press('j');
      const { x, y, width } = await placeOf(page, '.block-mark');
      assert.ok((await coloursIn(page, { x: x + width / 4, y: y - 2, width: width / 2, height: 6 }, decoder)).length > 1, 'no frame around the block');
      await page.close();
      await decoder.close();
    });
  });
}
