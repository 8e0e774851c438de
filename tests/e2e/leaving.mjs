// @ts-check
/** Leaving gives the page back as it was. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clickInView, inView } from './in_view.mjs';
import { stateOf } from './page_state.mjs';
import { eventually, leaveByClick, leaveByEscape, openReader, readerGone } from './reader.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

/**
 * @param {Page} page
 * @returns {Promise<{time: number, paused: boolean}>}
 */
const player = (page) =>
  page.evaluate(() => {
    const audio = /** @type {HTMLAudioElement} */ (document.querySelector('#player'));
    return { time: audio.currentTime, paused: audio.paused };
  });

/** @param {import('./main.mjs').Bench} bench */
export function leaving(bench) {
  /** A page on which a person has been at work for a while. */
  async function begun() {
    const page = await bench.quiet.open(bench.served.url('busy'));
    await page.type('#name', 'Kari');
    await page.type('#text', 'Dear editor, about the ferry');
    await page.click('#agree');
    await page.select('#choice', 'two');
    return page;
  }

  const ways = {
    Escape: leaveByEscape,
    'a second click': (/** @type {Page} */ page) => leaveByClick(bench.quiet, page),
  };
  describe('leaving', () => {
    for (const [way, leave] of Object.entries(ways)) {
      test(`by ${way} gives back markup, form, focus, scroll`, async () => {
        const page = await begun();
        await page.evaluate(() => {
          /** @type {HTMLElement} */ (document.querySelector('#link')).focus({ preventScroll: true });
          scrollTo(0, 420);
        });
        const before = await stateOf(page);
        assert.equal(before.scroll[1], 420);
        await openReader(bench.quiet, page);
        // Over the text: what Firefox hears of a wheel in the window's topmost row, where the mouse begins, goes to the page.
        await page.mouse.move(640, 450);
        await page.mouse.wheel({ deltaY: 600 });
        await eventually(
          () => page.evaluate(() => (document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('dialog')?.scrollTop ?? 0) > 0),
          'scrolling in the reader',
        );
        await leave(page);
        assert.deepEqual(await stateOf(page), before);
        await page.close();
      });
    }

    test('gives back the selection', async () => {
      const page = await begun();
      await page.evaluate(() => {
        const [first, second] = document.querySelectorAll('.story-body p');
        getSelection()?.setBaseAndExtent(/** @type {Node} */ (first.firstChild), 10, /** @type {Node} */ (second.firstChild), 20);
      });
      const before = await stateOf(page);
      await openReader(bench.quiet, page);
      await leaveByEscape(page);
      assert.deepEqual(await stateOf(page), before);
      await page.close();
    });

    test('gives back the caret in a text field', async () => {
      const page = await begun();
      await page.evaluate(() => {
        const text = /** @type {HTMLTextAreaElement} */ (document.querySelector('#text'));
        text.focus();
        text.setSelectionRange(5, 11);
      });
      const before = await stateOf(page);
      await openReader(bench.quiet, page);
      await leaveByEscape(page);
      assert.deepEqual(await stateOf(page), before);
      await page.close();
    });

    test('what plays goes on playing, through and after', async () => {
      const page = await begun();
      await page.evaluate(() => /** @type {HTMLAudioElement} */ (document.querySelector('#player')).play());
      const start = await eventually(async () => {
        const now = await player(page);
        return now.time > 0 ? now : null;
      }, 'sound');
      /** @param {number} since seconds of sound @param {string} what */
      const goesOn = (since, what) =>
        eventually(async () => {
          const now = await player(page);
          return !now.paused && now.time > since ? now : null;
        }, what);
      await openReader(bench.quiet, page);
      const inside = await goesOn(start.time, 'sound in the reader');
      await leaveByEscape(page);
      await goesOn(inside.time, 'sound after leaving');
      await page.close();
    });

    test('lets the page scroll again', async () => {
      const page = await bench.quiet.open(bench.served.url('busy'));
      await openReader(bench.quiet, page);
      await leaveByEscape(page);
      await page.keyboard.press('End');
      await eventually(() => page.evaluate(() => scrollY > 0), 'scrolling');
      await page.close();
    });

    test('a link to what was left out leads there in the page', async () => {
      const page = await bench.quiet.open(bench.served.url('busy'));
      await page.evaluate(() => {
        document.querySelector('.story-body p')?.insertAdjacentHTML('beforeend', ' <a href="#remarks">Readers’ remarks</a>');
        document.body.insertAdjacentHTML('beforeend', '<section id="remarks" class="comments" style="margin-top: 5000px"><h2>Comments</h2><p>Who pays for it?</p></section>');
      });
      await openReader(bench.quiet, page);
      const link = 'article a[href$="#remarks"]';
      await inView(page, (root, css) => root.querySelector(css)?.scrollIntoView({ block: 'center' }), link);
      await clickInView(page, link);
      await readerGone(page);
      await eventually(
        () =>
          page.evaluate(() => {
            const { top } = /** @type {Element} */ (document.querySelector('#remarks')).getBoundingClientRect();
            return location.hash === '#remarks' && top >= 0 && top < innerHeight;
          }),
        'the remarks',
      );
      await page.close();
    });

    test('a key pressed in the reader never reaches the page', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-none'));
      await page.evaluate(() => {
        document.addEventListener('keydown', (event) => {
          document.title = event.key;
        });
      });
      const title = await page.title();
      await openReader(bench.quiet, page);
      await leaveByEscape(page);
      assert.equal(await page.title(), title);
      await page.close();
    });
  });
}
