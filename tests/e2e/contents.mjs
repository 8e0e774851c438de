// @ts-check
/** The list of the article's headings. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { clickInView, focusedText, inView, placeOf } from './in_view.mjs';
import { SECTIONS } from './long_story.mjs';
import { eventually, leaveByEscape, openReader, view } from './reader.mjs';
import { storeOnly } from './sheet.mjs';

const BUTTON = '[data-action=contents]';
/** WCAG 2.2, 2.5.8. */
const TARGET_PX = 24;

/** @typedef {import('./browsers.mjs').Page} Page */

/** @param {Page} page */
const isOpen = (page) => inView(page, (root) => root.querySelector('#contents')?.matches(':popover-open') ?? false);
/** @param {Page} page */
const marked = (page) => inView(page, (root) => root.querySelector('#contents [aria-current]')?.textContent ?? '');
/** How far below the window's top a heading is. */
const topOf = (/** @type {Page} */ page, /** @type {string} */ title) =>
  inView(page, (root, text) => [...root.querySelectorAll('article h2')].find((one) => one.textContent === text)?.getBoundingClientRect().top ?? -1, title);

/** @param {import('./main.mjs').Bench} bench */
export function contentsTests(bench) {
  /** @param {string} name */
  async function reading(name) {
    const page = await bench.quiet.open(bench.served.url(name));
    assert.equal((await openReader(bench.quiet, page)).state, 'reading');
    return page;
  }

  describe('the contents', () => {
    // The place that another test read to is none of these.
    beforeEach(() => storeOnly(bench.quiet, {}));

    test('list the headings, and lead to the one that is chosen', async () => {
      const page = await reading('sections');
      await clickInView(page, BUTTON);
      assert.ok(await isOpen(page));
      const listed = await inView(page, (root) => [...root.querySelectorAll('#contents button')].map((one) => one.textContent));
      assert.deepEqual(listed.filter((title) => SECTIONS.includes(title ?? '')), SECTIONS);
      assert.equal(listed.length, SECTIONS.length + 2);
      assert.equal(await inView(page, (root) => root.querySelector('#contents ol ol')?.textContent), 'The engine');
      await inView(
        page,
        (root, title) => [...root.querySelectorAll('#contents button')].find((one) => one.textContent === title)?.setAttribute('data-test', ''),
        'Night boats',
      );
      await clickInView(page, '[data-test]');
      assert.ok(!(await isOpen(page)));
      const top = await eventually(async () => {
        const now = await topOf(page, 'Night boats');
        return now >= 0 && now < 200 ? now : null;
      }, 'the section');
      assert.ok(top > 20, 'beneath the window’s edge');
      assert.equal(await focusedText(page), 'Night boats');
      await page.close();
    });

    test('mark the section that is being read', async () => {
      const page = await reading('sections');
      assert.equal(await marked(page), '');
      const scrollTo = (/** @type {string} */ title) =>
        inView(page, (root, text) => [...root.querySelectorAll('article h2')].find((one) => one.textContent === text)?.scrollIntoView(), title);
      for (const title of ['What the captain saw', 'What is left', 'The first crossing']) {
        await scrollTo(title);
        await eventually(async () => (await marked(page)) === title, `the mark at “${title}”`);
      }
      await page.close();
    });

    test('come and go by a key; Escape leaves them before the view', async () => {
      const page = await reading('sections');
      await page.keyboard.press('c');
      assert.ok(await isOpen(page));
      assert.equal(await focusedText(page), SECTIONS[0], 'the focus is in the list');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      assert.ok(!(await isOpen(page)));
      assert.equal(await focusedText(page), SECTIONS[1]);
      await page.keyboard.press('c');
      await page.keyboard.press('Escape');
      assert.ok(!(await isOpen(page)));
      assert.equal((await view(page))?.state, 'reading');
      assert.equal(await focusedText(page), SECTIONS[1], 'the focus is back');
      await leaveByEscape(page);
      await page.close();
    });

    test('fit a window of 320 px, with targets to be hit', async () => {
      const page = await reading('sections');
      await page.setViewport({ width: 320, height: 568 });
      await clickInView(page, BUTTON);
      const { x, y, width, height } = await placeOf(page, '#contents');
      assert.ok(x >= 0 && x + width <= 320 && y >= 0 && y + height <= 568, JSON.stringify({ x, y, width, height }));
      const sizes = await inView(page, (root) =>
        [...root.querySelectorAll('.toolbar button, #contents button')].map((one) => {
          const box = one.getBoundingClientRect();
          return { name: one.getAttribute('aria-label') ?? one.textContent, side: Math.min(box.width, box.height), end: box.right };
        }),
      );
      assert.deepEqual(sizes.filter(({ side, end, name }) => !name || side < TARGET_PX || end > 320), []);
      await page.close();
    });

    test('are not offered where there is little to list', async () => {
      const page = await reading('csp-nothing');
      assert.ok(await inView(page, (root) => !root.querySelector('[data-action=contents]')?.checkVisibility()));
      await page.keyboard.press('c');
      assert.ok(!(await isOpen(page)));
      await page.close();
    });
  });
}
