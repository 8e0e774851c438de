// @ts-check
/** Pages that fight quiet in place: it stays right, or leaves and gives back the page. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AT_CLICK } from './fights.mjs';
import { bar, inPlaceGone, openInPlace, seenOf } from './in_place.mjs';
import { unseen } from './page_fights.mjs';
import { stateOf } from './page_state.mjs';
import { eventually } from './reader.mjs';
import { PARAGRAPHS } from './story.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */
/** @typedef {import('./fights.mjs').Deed} Deed */

const LOUD = '.rail, .top, .newsletter, footer, .share-bar';

/** Done while it is quiet, which it stays. @type {{[deed: string]: Deed}} */
const WHILE_QUIET = {
  'takes all marks away': () => document.querySelectorAll('[quietpage-out]').forEach((one) => one.removeAttribute('quietpage-out')),
  'writes marks of its own': () => document.querySelectorAll('[quietpage-out]').forEach((one) => one.setAttribute('quietpage-out', 'none')),
  'takes all style sheets away': () => (document.adoptedStyleSheets = []),
  'empties all style sheets': () => document.adoptedStyleSheets.forEach((sheet) => sheet.replaceSync('')),
  'switches all style sheets off': () => document.adoptedStyleSheets.forEach((sheet) => (sheet.disabled = true)),
  'removes the bar': () => document.querySelector('quietpage-bar')?.remove(),
  'closes the bar’s popover': () => /** @type {HTMLElement} */ (document.querySelector('quietpage-bar')).hidePopover(),
  'has the bar be none, hidden and inert': () => {
    const host = /** @type {HTMLElement} */ (document.querySelector('quietpage-bar'));
    host.removeAttribute('popover');
    host.inert = true;
    host.hidden = true;
    host.style.cssText = 'display: none !important; visibility: hidden !important; opacity: 0 !important; position: static !important';
  },
};

/** Done while it is quiet, which ends. @type {{[deed: string]: Deed}} */
const TO_BE_RID_OF_IT = {
  'takes the marks away whenever they come': () => {
    const takeAway = () => document.querySelectorAll('[quietpage-out]').forEach((one) => one.removeAttribute('quietpage-out'));
    new MutationObserver(takeAway).observe(document, { attributes: true, subtree: true });
    takeAway();
  },
  'takes the style sheet away in every frame': () => {
    const takeAway = () => {
      document.adoptedStyleSheets = [];
      requestAnimationFrame(takeAway);
    };
    takeAway();
  },
  'removes the bar whenever it comes': () => {
    const remove = () => document.querySelector('quietpage-bar')?.remove();
    new MutationObserver(remove).observe(document.documentElement, { childList: true });
    remove();
  },
};

/** @param {import('./main.mjs').Bench} bench */
export function quietFights(bench) {
  async function quieted() {
    const page = await bench.quiet.open(bench.served.url('quiet-grid'));
    const before = await stateOf(page);
    assert.equal((await openInPlace(bench.quiet, page)).state, 'quiet');
    return { page, before };
  }

  /** @param {Page} page */
  const isQuiet = async (page) => {
    const isPressed = () => {
      const host = document.querySelector('quietpage-bar');
      const { x, y, width, height } = host?.shadowRoot?.querySelector('.bar')?.getBoundingClientRect() ?? new DOMRect();
      return host !== null && width > 0 && document.elementFromPoint(x + width / 2, y + height / 2) === host;
    };
    return (await bar(page))?.state === 'quiet' && (await seenOf(page, LOUD)) === 0 && (await page.evaluate(isPressed));
  };

  /** @param {Page} page @param {Awaited<ReturnType<typeof stateOf>>} before */
  async function assertGivenBack(page, before) {
    await eventually(async () => JSON.stringify(await stateOf(page)) === JSON.stringify(before), 'the page as it was').catch(() => undefined);
    assert.deepEqual(await stateOf(page), before);
  }

  describe('a page that, while it is quiet,', () => {
    for (const [deed, fight] of Object.entries(WHILE_QUIET)) {
      test(`${deed} stays quiet`, async () => {
        const { page, before } = await quieted();
        await page.evaluate(fight);
        await eventually(() => isQuiet(page), 'a quiet page, and its bar');
        await bench.quiet.click(page);
        await inPlaceGone(page);
        await assertGivenBack(page, before);
        await page.close();
      });
    }

    for (const [deed, fight] of Object.entries(TO_BE_RID_OF_IT)) {
      test(`${deed} is given back as it was, and goes on`, async () => {
        const { page, before } = await quieted();
        await page.evaluate(fight);
        await inPlaceGone(page);
        await assertGivenBack(page, before);
        await page.close();
      });
    }

    test('is written anew is given back as it is then', async () => {
      const { page } = await quieted();
      await page.evaluate(() => {
        document.open();
        document.write('<!doctype html><title>Another</title><p>Another page altogether.</p>');
        document.close();
      });
      await inPlaceGone(page);
      assert.deepEqual(await page.evaluate(() => [document.querySelectorAll('[quietpage-out]').length, document.body.textContent]), [0, 'Another page altogether.']);
      await bench.quiet.click(page);
      await eventually(() => bar(page), 'what a click shows');
      await page.close();
    });

    test('puts a copy without a mark in the place of whatever is marked is not kept busy by it, and is left', async () => {
      const { page } = await quieted();
      await page.evaluate(() => {
        let frames = 0;
        const count = () => {
          frames += 1;
          document.documentElement.dataset.frames = String(frames);
          requestAnimationFrame(count);
        };
        count();
        const replace = () => {
          for (const one of document.querySelectorAll('[quietpage-out]')) {
            const copy = /** @type {Element} */ (one.cloneNode(true));
            for (const marked of [copy, ...copy.querySelectorAll('[quietpage-out]')]) marked.removeAttribute('quietpage-out');
            one.replaceWith(copy);
          }
        };
        new MutationObserver(replace).observe(document, { attributes: true, childList: true, subtree: true });
        replace();
      });
      await eventually(() => page.evaluate(() => Number(document.documentElement.dataset.frames) > 60), 'sixty frames');
      assert.equal(await seenOf(page, '.story-body p'), PARAGRAPHS.length);
      if (await bar(page)) await bench.quiet.click(page);
      await inPlaceGone(page);
      assert.equal(await page.evaluate(() => document.querySelectorAll('[quietpage-out]').length), 0);
      await page.close();
    });

    test('is gone back in, within the same document, is given back', async () => {
      const page = await bench.quiet.open(bench.served.url('quiet-grid'));
      await page.evaluate(() => history.pushState(null, '', '/quiet-grid?second'));
      assert.equal((await openInPlace(bench.quiet, page)).state, 'quiet');
      await page.evaluate(() => history.back());
      await inPlaceGone(page);
      assert.equal(await page.evaluate(() => document.querySelectorAll('[quietpage-out]').length), 0);
      await page.close();
    });

    for (const [deed, fight] of Object.entries(AT_CLICK)) {
      test(`${deed}, becomes quiet and is given back`, async () => {
        const page = await bench.quiet.open(bench.served.url('quiet-grid'));
        await page.evaluate(fight);
        const looked = unseen(page);
        assert.equal((await openInPlace(bench.quiet, looked)).state, 'quiet');
        assert.equal(await seenOf(looked, LOUD), 0);
        assert.equal(await seenOf(looked, '.story-body p'), PARAGRAPHS.length);
        await bench.quiet.click(page);
        await inPlaceGone(looked);
        assert.equal(await looked.evaluate(() => document.querySelectorAll('[quietpage-out]').length), 0);
        await page.close();
      });
    }
  });
}
