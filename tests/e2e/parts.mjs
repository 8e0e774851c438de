// @ts-check
/** Reading a part of the page: what was selected, or the other text. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertReads, eventually, leaveByEscape, openReader, view } from './reader.mjs';
import { OTHER_PARAGRAPHS } from './pages.mjs';
import { PARAGRAPHS, TITLE } from './story.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

/**
 * Selects from inside one paragraph of the story to inside another.
 *
 * @param {Page} page
 * @param {[number, number]} from paragraph and character
 * @param {[number, number]} to
 */
const select = (page, from, to) =>
  page.evaluate(
    ([first, start], [last, end]) => {
      const texts = [...document.querySelectorAll('.story-body > p')].map((one) => /** @type {Text} */ (one.firstChild));
      getSelection()?.setBaseAndExtent(texts[first], start, texts[last], end);
    },
    from,
    to,
  );

/**
 * Presses a button above the text.
 *
 * @param {Page} page
 * @param {string} action
 */
const press = (page, action) =>
  page.evaluate((name) => {
    const button = document.querySelector('quietpage-reader')?.shadowRoot?.querySelector(`.offer button[data-action=${name}]`);
    if (!(button instanceof HTMLButtonElement)) throw new Error(`no button ${name}`);
    button.click();
  }, action);

/**
 * @param {Page} page
 * @param {(shown: import('./reader.mjs').View) => boolean} is
 * @param {string} what
 */
const shows = (page, is, what) =>
  eventually(async () => {
    const shown = await view(page);
    return shown?.state === 'reading' && is(shown) ? shown : null;
  }, what);

/** @param {import('./main.mjs').Bench} bench */
export function parts(bench) {
  describe('with a selection on the page', () => {
    test('a click reads that and no more, from its first letter to its last', async () => {
      const page = await bench.quiet.open(bench.served.url('busy'));
      await select(page, [1, 12], [2, 40]);
      const shown = await openReader(bench.quiet, page);
      assert.equal(shown.title, TITLE);
      assert.deepEqual(shown.paragraphs, [PARAGRAPHS[1].slice(12).trim(), PARAGRAPHS[2].slice(0, 40).trim()]);
      await leaveByEscape(page);
      assert.equal(await page.evaluate(() => getSelection()?.toString().startsWith('passed') ?? false), PARAGRAPHS[1].slice(12).startsWith('passed'));
      await page.close();
    });

    test('it reads what a reader of the article would leave out', async () => {
      const page = await bench.quiet.open(bench.served.url('busy'));
      const rail = await page.evaluate(() => {
        const aside = /** @type {HTMLElement} */ (document.querySelector('.most-read'));
        getSelection()?.selectAllChildren(aside);
        return [...aside.querySelectorAll('a')].map((one) => one.textContent);
      });
      const shown = await openReader(bench.quiet, page);
      for (const text of rail) assert.ok(shown.text.includes(text), `“${text}” is missing`);
      assert.ok(!shown.text.includes(PARAGRAPHS[0]));
      await leaveByEscape(page);
      await page.close();
    });

    test('the whole article is one button away', async () => {
      const page = await bench.quiet.open(bench.served.url('busy'));
      await select(page, [3, 0], [3, PARAGRAPHS[3].length]);
      assert.deepEqual((await openReader(bench.quiet, page)).paragraphs, [PARAGRAPHS[3]]);
      await press(page, 'read-article');
      assertReads(await shows(page, ({ paragraphs }) => paragraphs.length > 1, 'the whole article'), PARAGRAPHS);
      await leaveByEscape(page);
      await page.close();
    });

    test('of the headline alone it reads the whole article', async () => {
      const page = await bench.quiet.open(bench.served.url('busy'));
      await page.evaluate(() => getSelection()?.selectAllChildren(/** @type {Element} */ (document.querySelector('h1'))));
      await openReader(bench.quiet, page);
      assertReads(await shows(page, ({ paragraphs }) => paragraphs.length > 0, 'the article'), PARAGRAPHS);
      await leaveByEscape(page);
      await page.close();
    });

    test('of a word or two it reads the whole article', async () => {
      const page = await bench.quiet.open(bench.served.url('busy'));
      await select(page, [1, 4], [1, 11]);
      assertReads(await openReader(bench.quiet, page), PARAGRAPHS);
      await leaveByEscape(page);
      await page.close();
    });
  });

  describe('a page with two texts', () => {
    test('shows the one, by a key or the button the other, and the first again', async () => {
      const page = await bench.quiet.open(bench.served.url('two-texts'));
      const first = await openReader(bench.quiet, page);
      assertReads(first, PARAGRAPHS);
      assert.ok(!first.text.includes(OTHER_PARAGRAPHS[0]));
      await page.keyboard.press('o');
      const other = await shows(page, ({ text }) => text.includes(OTHER_PARAGRAPHS[0]), 'the other text');
      assert.deepEqual(other.paragraphs.filter((one) => OTHER_PARAGRAPHS.includes(one)), OTHER_PARAGRAPHS);
      assert.ok(!other.text.includes(PARAGRAPHS[0]), 'the first text is there still');
      await press(page, 'other-text');
      await shows(page, ({ text }) => text.includes(PARAGRAPHS[0]), 'the first text');
      await leaveByEscape(page);
      await page.close();
    });

    test('where there is but one, the key does nothing', async () => {
      const page = await bench.quiet.open(bench.served.url('busy'));
      await openReader(bench.quiet, page);
      const shown = await page.evaluateHandle(() => document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('article'));
      await page.keyboard.press('o');
      // What another key does afterwards is done: nothing else was on its way.
      await page.keyboard.press('s');
      await eventually(() => page.evaluate(() => document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('.sheet:popover-open, .sheet[data-open], .sheet[open]') !== null), 'the settings');
      const isSame = await page.evaluate((before) => before === document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('article'), shown);
      assert.ok(isSame, 'the article was made anew');
      await page.keyboard.press('Escape');
      await leaveByEscape(page);
      await page.close();
    });
  });
}
