// @ts-check
/** Pages that fight the reader: it stays right, or leaves and gives back the page. */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { AT_CLICK, TO_BE_RID_OF_IT, WHILE_OPEN } from './fights.mjs';
import { assertReads, eventually, leaveByClick, leaveByEscape, openReader, readerGone, view } from './reader.mjs';
import { PARAGRAPHS, TITLE } from './story.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

/**
 * The page by scripts of which it knows nothing: what it has overridden is not overridden there.
 *
 * @param {Page} page
 * @returns {Page}
 */
export function unseen(page) {
  const realm = /** @type {any} */ (page.mainFrame()).isolatedRealm();
  return new Proxy(page, {
    get(_, name) {
      const from = name === 'evaluate' ? realm : page;
      const value = Reflect.get(from, name);
      return typeof value === 'function' ? value.bind(from) : value;
    },
  });
}

/**
 * What a person sees in the window's middle is the article, and what they press there is the reader's.
 *
 * @param {Page} page
 */
const isOnTop = (page) =>
  page.evaluate(() => {
    const hosts = [...document.querySelectorAll('quietpage-reader')];
    const host = hosts.find((one) => one.shadowRoot?.querySelector('dialog:modal'));
    const isSeen = host?.shadowRoot?.querySelector('article p')?.checkVisibility({ visibilityProperty: true });
    return isSeen === true && document.elementFromPoint(innerWidth / 2, innerHeight / 2) === host;
  });

/**
 * What is seen in the window's middle: a popover beneath our dialog is inert, and not found by asking what lies at a place.
 *
 * @param {Page} page
 * @returns {Promise<string>} a picture
 */
const middleOf = (page) => page.screenshot({ encoding: 'base64', clip: { x: 540, y: 350, width: 200, height: 200 } });

/** @param {Page} page */
async function assertOnTop(page) {
  await eventually(() => isOnTop(page), 'the article on top');
  assertReads(/** @type {import('./reader.mjs').View} */ (await view(page)), PARAGRAPHS);
}

/** @param {import('./main.mjs').Bench} bench */
export function pageFights(bench) {
  /** A page with the reader open. @param {string} [name] */
  async function reading(name = 'csp-none') {
    const page = await bench.quiet.open(bench.served.url(name));
    assert.equal((await openReader(bench.quiet, page)).state, 'reading');
    return page;
  }

  describe('a page that', () => {
    /** @type {Page} in which the reader is open all the while */
    let other;
    before(async () => {
      other = await reading('csp-self');
    });
    after(async () => {
      await other.bringToFront();
      await assertOnTop(other);
      await leaveByEscape(other);
      await other.close();
    });

    for (const [deed, fight] of Object.entries(AT_CLICK)) {
      test(`${deed} is read, and left by Escape`, async () => {
        const page = await bench.quiet.open(bench.served.url('csp-none'));
        await page.evaluate(fight);
        const looked = unseen(page);
        assertReads(await openReader(bench.quiet, looked), PARAGRAPHS);
        await assertOnTop(looked);
        await page.keyboard.press('Escape');
        await readerGone(looked);
        await page.close();
      });
    }

    for (const [deed, fight] of Object.entries(WHILE_OPEN)) {
      test(`${deed} stays beneath it`, async () => {
        const page = await reading();
        const seen = await middleOf(page);
        await page.evaluate(fight);
        if (deed === 'clones it') await page.evaluate(() => document.querySelectorAll('quietpage-reader')[1].remove());
        await assertOnTop(page);
        await eventually(async () => (await middleOf(page)) === seen, 'the article to be seen');
        await leaveByClick(bench.quiet, page);
        await page.close();
      });
    }

    for (const [deed, fight] of Object.entries(TO_BE_RID_OF_IT)) {
      test(`${deed} is given back, and read again by a click`, async () => {
        const page = await reading();
        await page.evaluate(fight);
        await readerGone(page);
        assert.match((await openReader(bench.quiet, page)).state, /^(reading|failed)$/);
        await page.close();
      });
    }

    test('takes the reader out whenever it comes is given back', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-none'));
      await page.evaluate(() => {
        let times = 0;
        const takeOut = () => {
          const host = document.querySelector('quietpage-reader');
          if (!host) return;
          times += 1;
          document.title = String(times);
          host.remove();
        };
        new MutationObserver(takeOut).observe(document, { childList: true, subtree: true });
      });
      await bench.quiet.click(page);
      await eventually(async () => Number(await page.title()) > 20, 'the last of twenty returns');
      await readerGone(page);
      await page.close();
    });

    test('has elements by its name that leave at once is given back', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-none'));
      /** @type {string[]} */
      const faults = [];
      page.on('pageerror', (fault) => faults.push(String(fault)));
      await page.evaluate(() => {
        let times = 0;
        const fleeting = class extends HTMLElement {
          connectedCallback() {
            times += 1;
            document.title = String(times);
            this.remove();
          }
        };
        customElements.define('quietpage-reader', fleeting);
      });
      await bench.quiet.click(page);
      await eventually(async () => Number(await page.title()) > 20, 'the last of twenty returns');
      await readerGone(page);
      assert.deepEqual(faults, []);
      await page.close();
    });

    test('fills the screen with itself stays beneath it', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-none'));
      await page.evaluate(() => addEventListener('click', () => document.querySelector('main')?.requestFullscreen(), true));
      await openReader(bench.quiet, page);
      await page.mouse.click(400, 500);
      await eventually(() => page.evaluate(() => document.fullscreenElement !== null), 'the full screen');
      await assertOnTop(page);
      await page.evaluate(() => document.exitFullscreen());
      await leaveByClick(bench.quiet, page);
      await page.close();
    });

    test('keeps all keys and clicks for itself is given back by the button', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-none'));
      await page.evaluate(() => {
        const swallow = (/** @type {Event} */ event) => {
          event.stopImmediatePropagation();
          event.preventDefault();
        };
        for (const type of ['keydown', 'keypress', 'keyup', 'pointerdown', 'mousedown', 'click']) addEventListener(type, swallow, true);
      });
      assertReads(await openReader(bench.quiet, page), PARAGRAPHS);
      await page.keyboard.press('Escape');
      await page.mouse.click(400, 500);
      await assertOnTop(page);
      await leaveByClick(bench.quiet, page);
      await page.close();
    });

    test('is gone back in, within the same document, is given back where it has gone to', async () => {
      const page = await bench.quiet.open(bench.served.url('busy'));
      await page.evaluate(() => {
        history.scrollRestoration = 'manual';
        history.pushState(null, '', '/busy?second');
      });
      await openReader(bench.quiet, page);
      await page.evaluate(() => {
        addEventListener('popstate', () => scrollTo(0, 420));
        history.back();
      });
      await readerGone(page);
      assert.equal(await page.evaluate(() => scrollY), 420, 'scrolled to where the other page was');
      assert.equal((await openReader(bench.quiet, page)).title, TITLE);
      await page.close();
    });

    test('is changed wherever it is walked is read', async () => {
      const page = await bench.quiet.open(bench.served.url('huge'));
      await page.evaluate(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          // What a walk is in the midst of.
          const list = document.querySelector('#comments ul');
          list?.replaceWith(list.cloneNode(true));
          if (!document.querySelector('quietpage-reader[data-state=reading]')) setTimeout(() => port2.postMessage(null), 5);
        };
        port2.postMessage(null);
      });
      assertReads(await openReader(bench.quiet, page), PARAGRAPHS);
      await leaveByEscape(page);
      await page.close();
    });
  });
}
