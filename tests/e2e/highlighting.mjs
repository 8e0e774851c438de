// @ts-check
/** Code whose language the page names is coloured, and its text left as it is. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { backgroundOf } from './chromium.mjs';
import { PYTHON, RUST, UNKNOWN, UNNAMED } from './code_story.mjs';
import { coloursIn } from './colours.mjs';
import { inView, placeOf } from './in_view.mjs';
import { eventually, leaveByEscape, openReader } from './reader.mjs';
import { storeOnly } from './sheet.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

/** How far the channels of a colour lie apart: the plain text, its ground and what lies between them are nearly grey. */
const GREY_BELOW = 30;
const COLOURED_FROM = 60;
const LAST_PART = 'constant None';

/** Each part of the code that is coloured, and as what. @param {Page} page @returns {Promise<string[]>} */
const coloured = (page) =>
  page.evaluate(() =>
    [...CSS.highlights].filter(([name]) => name.startsWith('quietpage-code-')).flatMap(([name, ranges]) =>
      [...ranges].map(({ startContainer, startOffset, endOffset }) => `${name.slice('quietpage-code-'.length)} ${startContainer.textContent?.slice(startOffset, endOffset)}`),
    ),
  );

/** @param {number[]} channels */
const apart = (channels) => Math.max(...channels) - Math.min(...channels);

/** How far the channels of the most colourful point lie apart. @param {string} pdf its first page */
function colourfulnessOnPaper(pdf) {
  const picture = execFileSync('pdftoppm', ['-scale-to', '1200', '-l', '1', pdf], { maxBuffer: 2 ** 24 });
  const [header] = /^P6\s\d+\s\d+\s255\s/.exec(picture.toString('latin1', 0, 32)) ?? [''];
  let most = 0;
  for (let at = header.length; at < picture.length; at += 3) most = Math.max(most, apart([...picture.subarray(at, at + 3)]));
  return most;
}

/**
 * Whatever would be done in idle time has been.
 *
 * @param {import('./browsers.mjs').Page} page
 */
const settled = (page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(() => requestIdleCallback(resolve)))));

/** @param {import('./main.mjs').Bench} bench */
export function highlightingTests(bench) {
  /** @param {string} name of the page */
  async function reading(name) {
    const page = await bench.quiet.open(bench.served.url(name));
    assert.equal((await openReader(bench.quiet, page)).state, 'reading');
    return page;
  }

  const allColoured = (/** @type {Page} */ page) => eventually(async () => (await coloured(page)).includes(LAST_PART), 'all code to be coloured');

  /**
   * @param {Page} page
   * @param {number} nth block of code
   * @param {Page} decoder
   * @returns {Promise<number>} how far the channels of its most colourful point lie apart
   */
  async function colourfulness(page, nth, decoder) {
    const css = `article > :nth-child(${await inView(page, (root, n) => {
      const box = root.querySelectorAll('.code')[n];
      box.scrollIntoView({ block: 'center' });
      return [.../** @type {Element} */ (box.parentElement).children].indexOf(box) + 1;
    }, nth)}) code`;
    const seen = await coloursIn(page, await placeOf(page, css), decoder);
    assert.ok(seen.length > 1, 'no text is seen');
    return Math.max(...seen.map((colour) => apart(colour.split(',').map(Number))));
  }

  describe('highlighting', () => {
    beforeEach(() => storeOnly(bench.quiet, {}));
    afterEach(async () => bench.quiet.useSystem((await bench.quiet.browser.pages())[0], {}));

    for (const name of ['code', 'code-strict']) {
      test(`colours code of languages that the page names, and leaves its text as it is (${name})`, async () => {
        const decoder = await bench.quiet.open(bench.served.url('csp-none'));
        const page = await reading(name);
        await allColoured(page);
        const parts = await coloured(page);
        for (const part of ['comment /// What a crossing costs.', 'keyword fn', 'title fare', 'constant 16', 'keyword def', 'title late', 'comment # Nobody waits longer.', 'string  is late"']) {
          assert.ok(parts.includes(part), `no “${part}” in ${parts.join(' | ')}`);
        }
        const texts = await inView(page, (root) => [...root.querySelectorAll('pre')].map((one) => [one.textContent, one.querySelectorAll('code > *').length]));
        assert.deepEqual(texts, [RUST, PYTHON, UNKNOWN, UNNAMED].map((text) => [text, 0]));
        for (const nth of [0, 1]) assert.ok((await colourfulness(page, nth, decoder)) >= COLOURED_FROM, `block ${nth} is grey`);
        for (const nth of [2, 3]) assert.ok((await colourfulness(page, nth, decoder)) < GREY_BELOW, `block ${nth} is coloured`);
        await page.close();
        await decoder.close();
      });
    }

    test('has colours by night, and none in forced colours', async () => {
      const decoder = await bench.quiet.open(bench.served.url('csp-none'));
      const page = await reading('code');
      await bench.quiet.useSystem(page, { dark: true });
      await allColoured(page);
      const byNight = await colourfulness(page, 0, decoder);
      assert.ok(byNight >= COLOURED_FROM, `${byNight} by night`);
      await bench.quiet.useSystem(page, { forcedColours: true });
      await eventually(async () => (await colourfulness(page, 0, decoder)) < GREY_BELOW, 'plain code');
      await bench.quiet.useSystem(page, {});
      await eventually(async () => (await colourfulness(page, 0, decoder)) >= COLOURED_FROM, 'colours again');
      await page.close();
      await decoder.close();
    });

    test('is not on paper', async () => {
      const page = await reading('code');
      await allColoured(page);
      const pdf = join(bench.quiet.downloads, 'code.pdf');
      // The driver tells Firefox inches for centimetres.
      const size = bench.name === 'firefox' ? { width: '21in', height: '29.7in' } : { width: '21cm', height: '29.7cm' };
      await page.pdf({ path: pdf, printBackground: true, timeout: 120_000, ...size });
      assert.ok(execFileSync('pdftotext', ['-l', '1', pdf, '-'], { encoding: 'utf8' }).includes('fn fare(age: u32)'));
      const found = colourfulnessOnPaper(pdf);
      assert.ok(found < GREY_BELOW, `${found} on paper`);
      await page.close();
    });

    test('leaves nothing behind, and comes again', async () => {
      const page = await reading('code');
      await allColoured(page);
      const first = await coloured(page);
      await leaveByEscape(page);
      assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
      await openReader(bench.quiet, page);
      await allColoured(page);
      assert.deepEqual(await coloured(page), first);
      await page.close();
    });

    test('is loaded where there is such code, and once', async () => {
      // What a page of ours says is heard by all pages of ours.
      const listener = await bench.quiet.openOptions();
      await listener.evaluate(() => {
        Reflect.set(globalThis, 'asked', []);
        (Reflect.get(globalThis, 'browser') ?? chrome).runtime.onMessage.addListener((/** @type {{type: string}} */ { type }) => {
          Reflect.get(globalThis, 'asked').push(type);
        });
      });
      const asked = async () => (await listener.evaluate(() => /** @type {string[]} */ (Reflect.get(globalThis, 'asked')))).filter((type) => type === 'highlighting' || type === 'extract');
      for (const name of ['sections', 'aids']) {
        const page = await reading(name);
        await settled(page);
        await page.close();
      }
      const page = await reading('code');
      await allColoured(page);
      await leaveByEscape(page);
      await openReader(bench.quiet, page);
      await allColoured(page);
      assert.deepEqual(await asked(), ['extract', 'extract', 'extract', 'highlighting', 'extract']);
      await page.close();
      await listener.close();
    });

    // Firefox lets nobody into the background, to have it refused.
    if (bench.name === 'chrome') {
      test('is none where the extension may not come any more', async () => {
        const worker = await backgroundOf(bench.quiet.browser);
        await worker.evaluate(() => {
          const { scripting } = chrome;
          const { executeScript } = scripting;
          scripting.executeScript = /** @type {any} */ (async (/** @type {any} */ injection) => {
            if (!injection.files?.includes('highlighting.js')) return Reflect.apply(executeScript, scripting, [injection]);
            scripting.executeScript = executeScript;
            Reflect.set(globalThis, 'isRefused', true);
            throw new Error('Cannot access contents of the page');
          });
        });
        const page = await reading('code');
        await eventually(() => worker.evaluate(() => Reflect.get(globalThis, 'isRefused') === true), 'the refusal');
        await settled(page);
        assert.deepEqual(await coloured(page), []);
        assert.equal(await inView(page, (root) => root.querySelector('[role=alert]')), null);
        await page.close();
      });
    }
  });
}
