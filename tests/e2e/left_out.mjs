// @ts-check
/** What was left out is listed, with its reason, and leads to where it was. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { found } from './axe.mjs';
import { PLAIN_HOST } from './driving.mjs';
import { clickInView, inView } from './in_view.mjs';
import { pastedText } from './pasting.mjs';
import { eventually, openReader } from './reader.mjs';
import { storeOnly } from './sheet.mjs';
import { NOISE } from './story.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

/** What the drawer lists, as it is seen: headings with the words and reasons below them. @param {Page} page */
export const listed = (page) =>
  inView(page, (root) => {
    const drawer = root.querySelector('.left-out[open]');
    return [...(drawer?.querySelectorAll('li[data-ordinal]') ?? [])].map((item) => ({
      group: item.closest('details')?.querySelector('summary')?.textContent ?? item.parentElement?.previousElementSibling?.textContent ?? '',
      words: item.querySelector('q')?.textContent ?? '',
      reason: item.querySelector('small')?.textContent ?? '',
      isSeen: item.checkVisibility(),
    }));
  });

/** @param {Page} page */
export const drawerOpen = (page) => eventually(async () => (await listed(page)).length > 0, 'the drawer');

/** @param {import('./main.mjs').Bench} bench */
export function leftOut(bench) {
  describe('what was left out', () => {
    beforeEach(() => storeOnly(bench.quiet, {}));

    for (const [way, open] of /** @type {[string, (page: Page) => Promise<void>][]} */ ([
      ['the toolbar', (page) => clickInView(page, '[data-action=left_out]')],
      ['the line below the text', (page) => clickInView(page, '[data-action=open-left-out]')],
      ['a key', (page) => page.keyboard.press('l')],
    ])) {
      test(`is listed from ${way}, by its first words, each with a reason`, async () => {
        const page = await bench.quiet.open(bench.served.url('csp-nothing'));
        await openReader(bench.quiet, page);
        if (way === 'the line below the text') await inView(page, (root) => root.querySelector('footer')?.scrollIntoView());
        await open(page);
        await drawerOpen(page);
        const entries = await listed(page);
        for (const noise of NOISE) assert.ok(entries.some(({ words }) => words.includes(noise)), `“${noise}” is not listed`);
        for (const { words, reason } of entries) assert.match(reason, /^\p{Lu}\w+/u, `the reason of “${words}”`);
        assert.ok(await inView(page, (root) => root.activeElement?.matches('.left-out')), 'the focus is in it');
        await page.keyboard.press('Escape');
        await eventually(async () => (await listed(page)).length === 0, 'its end');
        await page.close();
      });
    }

    test('stands by how near it was: what was in the text is seen, menus are folded away', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-nothing'));
      await openReader(bench.quiet, page);
      await page.keyboard.press('l');
      await drawerOpen(page);
      const entries = await listed(page);
      const [advert] = entries;
      assert.match(advert.words, /broadband/);
      assert.equal(advert.group, 'Within the article');
      const menu = entries.find(({ words }) => words === 'Sport');
      assert.match(menu?.group ?? '', /^Menus.*\(\d+\)$/);
      assert.deepEqual([advert.isSeen, menu?.isSeen], [true, false]);
      await clickInView(page, '.left-out summary');
      await eventually(async () => (await listed(page)).every(({ isSeen }) => isSeen), 'the menus');
      const links = (await listed(page)).find(({ reason }) => /link/.test(reason));
      assert.match(links?.reason ?? '', /: \d+ links?, \d+ words?$/);
      await page.close();
    });

    test('beside the text leaves it where it was, and the text can be scrolled', async () => {
      const page = await bench.quiet.open(bench.served.url('sections'));
      await page.setViewport({ width: 1280, height: 700 });
      await openReader(bench.quiet, page);
      await inView(page, (root) => root.querySelectorAll('article > p')[12].scrollIntoView({ block: 'start' }));
      const top = () => inView(page, (root) => root.querySelectorAll('article > p')[12].getBoundingClientRect().top);
      const before = await top();
      await page.keyboard.press('l');
      await drawerOpen(page);
      assert.ok(Math.abs((await top()) - before) < 40, `${before} px has become ${await top()} px`);
      const [drawer, text] = await inView(page, (root) => ['.left-out', 'main'].map((css) => /** @type {Element} */ (root.querySelector(css)).getBoundingClientRect().toJSON()));
      assert.ok(drawer.right <= text.left, 'it lies over the text');
      await page.mouse.move(text.left + 100, 300);
      await page.mouse.wheel({ deltaY: 400 });
      await eventually(async () => (await top()) < before - 200, 'the text to be scrolled');
      await page.close();
    });

    test('over the text closes when the focus goes on from it, and gives it back at Escape', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-nothing'));
      for (const size of [{ width: 800, height: 600 }, { width: 320, height: 640 }]) {
        await page.setViewport(size);
        await openReader(bench.quiet, page);
        const isOpen = () => inView(page, (root) => root.querySelector('.left-out[open]') !== null);
        await inView(page, (root) => /** @type {HTMLElement} */ (root.querySelector('[data-action=left_out]')).focus());
        await page.keyboard.press('Enter');
        await drawerOpen(page);
        const { top, bottom } = await inView(page, (root) => /** @type {Element} */ (root.querySelector('.left-out')).getBoundingClientRect().toJSON());
        assert.ok(top >= -1 && bottom <= size.height + 1);
        await page.keyboard.press('Escape');
        await eventually(async () => !(await isOpen()), 'its end');
        assert.equal(await inView(page, (root) => root.activeElement?.getAttribute('data-action')), 'left_out');
        await page.keyboard.press('l');
        for (let stop = 0; stop < 40 && (await isOpen()); stop++) {
          assert.equal(await inView(page, (root) => root.activeElement?.closest('.left-out') !== null), true, 'the focus is beneath it');
          await page.keyboard.press('Tab');
        }
        assert.equal(await isOpen(), false);
        await page.keyboard.press('Escape');
        await eventually(() => page.evaluate(() => document.querySelector('quietpage-reader') === null), 'the end of the view');
      }
      await page.close();
    });

    test('is marked in the text by what is no part of it, and the mark leads to its reason', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-nothing'));
      await openReader(bench.quiet, page);
      await eventually(() => inView(page, (root) => root.querySelectorAll('.cut-mark').length === 1), 'the mark');
      const found = await inView(page, (root) => {
        const mark = /** @type {Element} */ (root.querySelector('.cut-mark'));
        const { top, bottom } = mark.getBoundingClientRect();
        const [above, below] = [3, 4].map((at) => root.querySelectorAll('article > *')[at].getBoundingClientRect());
        const article = /** @type {HTMLElement} */ (root.querySelector('article'));
        return {
          isBetween: (top + bottom) / 2 > above.bottom - 1 && (top + bottom) / 2 < below.top + 1,
          isInText: article.contains(mark),
          selectable: getComputedStyle(mark).userSelect,
          name: mark.getAttribute('aria-label'),
        };
      });
      assert.deepEqual(found, { isBetween: true, isInText: false, selectable: 'none', name: '1 block of the page was left out' });
      await inView(page, (root) => root.querySelector('.cut-mark')?.scrollIntoView({ block: 'center' }));
      await clickInView(page, '.cut-mark');
      await drawerOpen(page);
      assert.match(await inView(page, (root) => root.activeElement?.closest('li')?.textContent ?? ''), /broadband/);
      await page.keyboard.press('Escape');
      await eventually(() => inView(page, (root) => root.activeElement?.className === 'cut-mark'), 'the focus to come back');
      await page.close();
    });

    test('is not on paper', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-nothing'));
      await openReader(bench.quiet, page);
      await eventually(() => inView(page, (root) => root.querySelector('.cut-mark') !== null), 'the mark');
      if (bench.name === 'chrome') await page.emulateMediaType('print');
      const hidden = await inView(page, (root) => {
        const rules = [...root.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]);
        const forPrint = rules.filter((rule) => rule instanceof CSSMediaRule && rule.conditionText === 'print');
        return forPrint.some((rule) => rule.cssText.includes('.cuts') && rule.cssText.includes('display: none'));
      });
      assert.ok(hidden);
      if (bench.name === 'chrome') assert.equal(await inView(page, (root) => root.querySelector('.cut-mark')?.checkVisibility()), false);
      await page.close();
    });

    test('is led to from the verdict where the view is not sure', async () => {
      const page = await bench.quiet.open(bench.served.url('application'));
      await openReader(bench.quiet, page);
      assert.match(await inView(page, (root) => root.querySelector('.verdict')?.textContent ?? ''), /^Not sure/);
      await clickInView(page, '.verdict button');
      await eventually(() => inView(page, (root) => root.querySelector('.left-out[open]') !== null), 'the drawer');
      await page.close();
    });

    for (const [kind, host] of [['a secure page', '127.0.0.1'], ['a page without https', PLAIN_HOST]]) {
      test(`of ${kind} ends with hints for its author, to be copied`, async () => {
        const page = await bench.quiet.open(bench.served.url('bare-paragraph').replace('127.0.0.1', host));
        await openReader(bench.quiet, page);
        await page.keyboard.press('l');
        await drawerOpen(page);
        const scrolledTo = (/** @type {string} */ css) => inView(page, (root, within) => root.querySelector(within)?.scrollIntoView({ block: 'center' }), css);
        const seen = () => inView(page, (root) => [...root.querySelectorAll('.for-author li')].filter((item) => item.checkVisibility()).map((item) => item.textContent));
        assert.deepEqual(await seen(), []);
        await scrolledTo('.for-author');
        await clickInView(page, '.for-author summary');
        await eventually(async () => (await seen()).length > 0, 'the hints');
        const hints = await seen();
        assert.ok(hints.includes('The first paragraph has no element of its own.'), hints.join('\n'));
        assert.equal(await inView(page, (root) => root.querySelector('.for-author summary')?.textContent), `For the page’s author (${hints.length})`);
        await scrolledTo('[data-action=copy-hints]');
        await clickInView(page, '[data-action=copy-hints]');
        await eventually(async () => (await inView(page, (root) => root.querySelector('.said')?.textContent)) === 'Copied', 'the word');
        await page.keyboard.press('Escape');
        await eventually(async () => (await seen()).length === 0, 'the hints folded');
        await page.keyboard.press('Escape');
        await eventually(async () => (await listed(page)).length === 0, 'the end of the drawer');
        await page.keyboard.press('Escape');
        await eventually(() => page.evaluate(() => document.querySelector('quietpage-reader') === null), 'the end of the view');
        const lines = (await pastedText(page)).split('\n');
        assert.deepEqual(lines.map((line) => line.replace(/^- | \(\w+\)$/g, '')), hints);
        assert.ok(lines.includes('- The first paragraph has no element of its own. (bare_first_paragraph)'), lines.join('\n'));
        await page.close();
      });
    }

    test('has no hints where the author could do nothing better', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-nothing'));
      await openReader(bench.quiet, page);
      await page.keyboard.press('l');
      await drawerOpen(page);
      assert.equal(await inView(page, (root) => root.querySelector('.for-author')?.checkVisibility()), false);
      await page.close();
    });

    test('is open to everyone with the hints unfolded: axe finds nothing in it', async () => {
      const page = await bench.quiet.open(bench.served.url('bare-paragraph'));
      await openReader(bench.quiet, page);
      await page.keyboard.press('l');
      await drawerOpen(page);
      await inView(page, (root) => root.querySelector('.for-author')?.scrollIntoView({ block: 'center' }));
      await clickInView(page, '.for-author summary');
      await eventually(() => inView(page, (root) => root.querySelector('.for-author[open]') !== null), 'the hints');
      assert.deepEqual(await found(page, '.left-out'), []);
      await page.close();
    });

    test('by the page itself, which wants money for the rest, is said', async () => {
      const page = await bench.quiet.open(bench.served.url('paywalled'));
      await openReader(bench.quiet, page);
      assert.match(await inView(page, (root) => root.querySelector('.verdict')?.textContent ?? ''), /only the beginning/);
      await page.close();
    });
  });

  describe('the list of keys', () => {
    beforeEach(() => storeOnly(bench.quiet, {}));

    test('names every key that does something, and no other', async () => {
      const page = await bench.quiet.open(bench.served.url('sections'));
      await page.evaluate(() => addEventListener('keydown', (event) => Reflect.set(globalThis, 'pressed', event), { capture: true }));
      await openReader(bench.quiet, page);
      await page.keyboard.press('?');
      const named = await inView(page, (root) => [...root.querySelectorAll('.help[open] kbd')].map((key) => key.textContent ?? ''));
      await page.keyboard.press('Escape');
      const signs = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at));
      const isOpen = () => inView(page, (root) => root.querySelector(':is(dialog dialog[open], :popover-open, [data-open], .aloud-bar:not([hidden]))') !== null);
      const taken = [];
      // That leads out of the view.
      const last = 'q';
      for (const key of [...signs.filter((sign) => sign !== last), last]) {
        await page.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (key));
        const isTaken = await page.evaluate((sign) => {
          const { key: pressed, defaultPrevented } = Reflect.get(globalThis, 'pressed');
          return pressed === sign && defaultPrevented;
        }, key);
        if (isTaken) taken.push(key);
        if (key === last || !(await isOpen())) continue;
        await page.keyboard.press('Escape');
        await eventually(async () => !(await isOpen()), `the end of what ${key} opens`);
      }
      assert.ok(named.length > 10);
      assert.deepEqual(taken.sort(), named.sort());
      await page.close();
    });

    test('opens from the line below the text', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-nothing'));
      await openReader(bench.quiet, page);
      await inView(page, (root) => root.querySelector('footer')?.scrollIntoView());
      await clickInView(page, '[data-action=keys]');
      await eventually(() => inView(page, (root) => root.querySelector('.help[open] dl') !== null), 'the list');
      await page.close();
    });
  });
}
