// @ts-check
/** At 320 px and at 400 %: all of it is there, and large enough to be hit. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { inView } from './in_view.mjs';
import { PANELS, closePanel, openPanel } from './panels.mjs';
import { eventually, openReader } from './reader.mjs';
import { storeOnly } from './sheet.mjs';

/** A window of 1280 by 1024 at 400 %; a telephone; a desk. */
const WINDOWS = [
  { width: 320, height: 256 },
  { width: 320, height: 640 },
  { width: 1280, height: 900 },
];
/** WCAG 2.2, 2.5.8. */
const TARGET_PX = 24;
/** As many buttons as the toolbar may come to have. */
const BUTTONS = 9;

/** @typedef {import('./browsers.mjs').Page} Page */

/**
 * Runs in a page.
 *
 * @param {ParentNode} root
 * @param {number} least
 * @returns {string[]} what is too small, cut off, or makes the window scroll sideways
 */
function misfits(root, least) {
  const named = (/** @type {Element} */ one) => `${one.localName} ${one.getAttribute('data-action') ?? one.getAttribute('aria-label') ?? one.textContent?.trim().slice(0, 40)}`;
  const all = [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot?.querySelectorAll('*') ?? [])]);
  const seen = all.filter((one) => one.checkVisibility() && !one.closest('svg'));
  // A link in a sentence has the sentence's height; a call's field is larger than its sign; a label belongs to its control.
  const targets = seen.filter((one) => one.matches('a.call, button, input, select, summary, [tabindex="0"]'));
  const small = targets.filter((one) => {
    const box = (one.closest('label') ?? one).getBoundingClientRect();
    const field = getComputedStyle(one, '::after');
    const [width, height] = one.matches('.call') ? [Number.parseFloat(field.width), Number.parseFloat(field.height)] : [box.width, box.height];
    return width < least || height < least;
  });
  const isOwnScroller = (/** @type {Element} */ one) => ['auto', 'scroll'].includes(getComputedStyle(one).overflowX) && one.matches('pre, .scroller, math');
  const cut = seen.filter((one) => {
    if (one.closest('pre, .scroller, .heard')) return false;
    const { left, right } = one.getBoundingClientRect();
    return left < -1 || right > innerWidth + 1;
  });
  const sideways = seen.filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible' && !isOwnScroller(one) && !one.matches('.heard, input, select'));
  return [
    ...small.map((one) => `small: ${named(one)}`),
    ...cut.map((one) => `cut off: ${named(one)}`),
    ...sideways.map((one) => `scrolls sideways: ${named(one)}`),
  ];
}

/**
 * @param {Page} page
 * @param {string} [within] a selector in the view's root; without it, all of the view, or of a page of the extension's own
 */
export const misfitsIn = (page, within) =>
  /** @type {Promise<string[]>} */ (page.evaluate(
    `((root, css) => {
      const part = css ? root.querySelector(css) : root;
      return (${misfits})(part.shadowRoot ?? part, ${TARGET_PX});
    })(document.querySelector('quietpage-reader')?.shadowRoot ?? document, ${JSON.stringify(within) ?? 'undefined'})`,
  ));

/** @param {import('./main.mjs').Bench} bench */
export function reflowTests(bench) {
  describe('all fits and can be hit', () => {
    beforeEach(() => storeOnly(bench.quiet, {}));

    for (const size of WINDOWS) {
      test(`at ${size.width} by ${size.height}: the article and whatever opens over it`, async () => {
        const page = await bench.quiet.open(bench.served.url('everything'));
        await page.setViewport(size);
        await openReader(bench.quiet, page);
        assert.deepEqual(await misfitsIn(page), []);
        for (const panel of PANELS) {
          await openPanel(bench.quiet, page, panel);
          assert.deepEqual(await misfitsIn(page, panel.panel), [], panel.name);
          if (panel.isOver) {
            const box = await inView(
              page,
              (root, css) => {
                const part = /** @type {Element} */ (root.querySelector(css));
                const { top, bottom, height } = (part.shadowRoot?.querySelector('dialog') ?? part).getBoundingClientRect();
                return { above: top, below: bottom - innerHeight, height };
              },
              panel.panel,
            );
            assert.ok(box.above >= -1 && box.below <= 1 && box.height > 80, `${panel.name}: ${JSON.stringify(box)}`);
          }
          await closePanel(page, panel);
        }
        await page.close();
      });

      test(`at ${size.width} by ${size.height}: ${BUTTONS} buttons in the toolbar, and a text at three times its size`, async () => {
        await storeOnly(bench.quiet, { settings: { version: 2, values: { size: 300 } } });
        const page = await bench.quiet.open(bench.served.url('everything'));
        await page.setViewport(size);
        await openReader(bench.quiet, page);
        assert.deepEqual(await misfitsIn(page), []);
        const hit = await inView(
          page,
          (root, count) => {
            const bar = /** @type {Element} */ (root.querySelector('.toolbar'));
            const buttons = () => [...bar.querySelectorAll('button')].filter((one) => one.checkVisibility());
            while (buttons().length < count) bar.append(buttons()[1].cloneNode(true));
            return buttons().map((one) => {
              const { x, y, width, height } = one.getBoundingClientRect();
              return root.elementFromPoint(x + width / 2, y + height / 2)?.closest('button') === one;
            });
          },
          BUTTONS,
        );
        assert.deepEqual(hit, Array(BUTTONS).fill(true));
        assert.deepEqual(await misfitsIn(page, '.toolbar'), []);
        await page.close();
      });
    }

    test('at 1280 by 360, a low window: nine buttons in the toolbar', async () => {
      const page = await bench.quiet.open(bench.served.url('everything'));
      await page.setViewport({ width: 1280, height: 360 });
      await openReader(bench.quiet, page);
      const bottom = await inView(
        page,
        (root, count) => {
          const bar = /** @type {Element} */ (root.querySelector('.toolbar'));
          while (bar.querySelectorAll('button').length < count) bar.append(/** @type {Element} */ (bar.lastElementChild).cloneNode(true));
          return Math.max(...[...bar.querySelectorAll('button')].map((one) => one.getBoundingClientRect().bottom));
        },
        BUTTONS,
      );
      assert.ok(bottom <= 360, `${bottom} px`);
      await page.close();
    });

    for (const name of ['empty', 'links']) {
      test(`at 320 px: the view of the page “${name}”`, async () => {
        const page = await bench.quiet.open(bench.served.url(name));
        await page.setViewport(WINDOWS[0]);
        await openReader(bench.quiet, page);
        assert.deepEqual(await misfitsIn(page), []);
        await page.close();
      });
    }

    for (const [path, ready] of [
      ['options/options.html', '.said'],
      ['notice/notice.html?reason=blocked', 'h1:not(:empty)'],
    ]) {
      test(`at 320 px: ${path}`, async () => {
        const page = await bench.quiet.openOwn(path, ready);
        await page.setViewport(WINDOWS[0]);
        await eventually(() => page.evaluate(() => innerWidth === 320), 'the narrow window');
        assert.deepEqual(await misfitsIn(page), []);
        await page.close();
      });
    }
  });
}
