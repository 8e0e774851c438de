// @ts-check
/** The settings' sheet: what is changed in it is seen, is kept, and is nobody else's business. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { inView } from './in_view.mjs';
import { eventually, leaveByEscape, openReader, readerGone, view } from './reader.mjs';
import { clickInSheet, focusInSheet, isSheetOpen, look, openSheet, selectInSheet, storeOnly, stored } from './sheet.mjs';

/** Longer than a change waits to be written. */
const WRITTEN_MS = 400;
/** WCAG 2.2, 2.5.8. */
const TARGET_PX = 24;
/** A computer of the last ten years shows this colour, or a darker one, in the dark. */
const DARK = /^rgb\((\d|[1-5]\d), (\d|[1-5]\d), (\d|[1-5]\d)\)$/;

/** @typedef {import('./browsers.mjs').Page} Page */

/** @param {import('./main.mjs').Bench} bench */
export function settings(bench) {
  /** @param {string} [address] */
  async function reading(address = bench.served.url('csp-nothing')) {
    const page = await bench.quiet.open(address);
    assert.equal((await openReader(bench.quiet, page)).state, 'reading');
    return page;
  }

  describe('the settings', () => {
    beforeEach(() => storeOnly(bench.quiet, {}));

    test('change the article as they are changed, and it looks so the next time', async () => {
      const page = await reading();
      const before = await look(page);
      await openSheet(bench.quiet, page);
      await focusInSheet(page, '#size');
      for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
      assert.equal(((await look(page)).size / before.size).toFixed(3), '1.200');
      await clickInSheet(page, '[data-setting=measure] .step');
      assert.ok((await look(page)).width < before.width * 1.2);
      await clickInSheet(page, '[data-setting=theme] label:nth-child(3)');
      assert.match((await look(page)).paper, DARK);
      await page.keyboard.press('Escape');
      await eventually(async () => !(await isSheetOpen(page)), 'the end of the sheet');
      const after = await look(page);
      await leaveByEscape(page);
      await openReader(bench.quiet, page);
      const again = await look(page);
      assert.deepEqual([again.size, again.paper, again.width], [after.size, after.paper, after.width]);
      await page.close();
    });

    test('leave the focus in the sheet, then where it was; Escape closes the sheet before the view', async () => {
      const page = await reading();
      const focus = () =>
        page.evaluate(() => {
          const focused = document.querySelector('quietpage-reader')?.shadowRoot?.activeElement;
          return focused?.getAttribute('data-action') ?? focused?.className;
        });
      await openSheet(bench.quiet, page);
      for (let step = 0; step < 40; step++) {
        await page.keyboard.press('Tab');
        // Between the last control and the first, the browser's own may have it.
        const place = await focus();
        assert.ok(place === undefined || place === 'sheet', `the focus is on ${place}`);
      }
      await page.keyboard.press('Escape');
      await eventually(async () => !(await isSheetOpen(page)), 'the end of the sheet');
      assert.equal((await view(page))?.state, 'reading');
      assert.equal(await focus(), 'settings');
      await page.keyboard.press('Escape');
      await readerGone(page);
      await page.close();
    });

    test('have names and values for who cannot see them, and targets that a finger finds', async () => {
      const page = await reading();
      await page.setViewport({ width: 320, height: 640 });
      await openSheet(bench.quiet, page);
      const found = await page.evaluate((least) => {
        const sheet = /** @type {ShadowRoot} */ (document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('.sheet')?.shadowRoot);
        const dialog = /** @type {HTMLElement} */ (sheet.querySelector('dialog'));
        const body = /** @type {HTMLElement} */ (sheet.querySelector('.body'));
        const controls = [...sheet.querySelectorAll('button, input, select')].filter((one) => one.checkVisibility());
        const name = (/** @type {Element} */ one) =>
          one.getAttribute('aria-label') ?? ([.../** @type {HTMLInputElement} */ (one).labels ?? []].map((label) => label.textContent).join() || one.textContent);
        return {
          count: controls.length,
          title: sheet.getElementById(dialog.getAttribute('aria-labelledby') ?? '')?.textContent,
          nameless: controls.filter((one) => !name(one)?.trim()).map((one) => one.outerHTML),
          speechless: [...sheet.querySelectorAll('[type=range]')].filter((one) => !one.getAttribute('aria-valuetext')).length,
          lonely: [...sheet.querySelectorAll('[type=radio]')].filter((one) => !one.closest('fieldset')?.querySelector('legend')?.textContent).length,
          small: controls.filter((one) => {
            const { width, height } = one.getBoundingClientRect();
            return width < least || height < least;
          }).map((one) => one.outerHTML),
          overflow: Math.max(body.scrollWidth - body.clientWidth, dialog.scrollWidth - dialog.clientWidth),
        };
      }, TARGET_PX);
      assert.ok(found.count > 20 && found.title);
      assert.deepEqual({ ...found, count: 0, title: '' }, { count: 0, title: '', nameless: [], speechless: 0, lonely: 0, small: [], overflow: 0 });
      await page.close();
    });

    test('stand nowhere as text or attribute where the page could read them', async () => {
      const page = await reading();
      const markup = () => page.evaluate(() => document.documentElement.outerHTML + document.querySelector('quietpage-reader')?.shadowRoot?.innerHTML);
      // They come a little after the article.
      await eventually(
        () =>
          page.evaluate(() => {
            const root = document.querySelector('quietpage-reader')?.shadowRoot;
            return Boolean(root?.querySelector('.time-left')?.textContent && root.querySelector('.cut-mark'));
          }),
        'the time left and the mark of what was left out',
      );
      const sealed = await page.evaluate(() => document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('.sheet')?.shadowRoot);
      assert.equal(sealed, null);
      const closeSheet = async () => {
        await page.keyboard.press('Escape');
        await eventually(async () => !(await isSheetOpen(page)), 'the end of the sheet');
      };
      // From here on its button is the toolbar's stop.
      await openSheet(bench.quiet, page);
      await closeSheet();
      const before = await markup();
      await openSheet(bench.quiet, page);
      await clickInSheet(page, '[data-setting=theme] label:nth-child(4)');
      await clickInSheet(page, '[data-preset=low_vision]');
      await selectInSheet(page, 'face', 'named');
      await focusInSheet(page, '#faceName');
      await page.keyboard.type('Secret Hand');
      await clickInSheet(page, '#site-only');
      await closeSheet();
      assert.match((await look(page)).families, /Secret Hand/);
      assert.equal(await markup(), before);
      await page.close();
    });

    test('for one site only leave the others as they are', async () => {
      const page = await reading();
      const before = await look(page);
      await openSheet(bench.quiet, page);
      await clickInSheet(page, '#site-only');
      await clickInSheet(page, '[data-setting=theme] label:nth-child(4)');
      const sepia = (await look(page)).paper;
      assert.notEqual(sepia, before.paper);
      await sleep(WRITTEN_MS);
      const other = await reading(bench.served.url('csp-nothing').replace('127.0.0.1', 'localhost'));
      assert.equal((await look(other)).paper, before.paper);
      await other.close();
      const same = await reading(bench.served.url('csp-self'));
      assert.equal((await look(same)).paper, sepia);
      await same.close();
      await page.close();
    });

    test('are followed by a view that is open elsewhere', async () => {
      const other = await reading();
      const before = await look(other);
      const page = await reading();
      await openSheet(bench.quiet, page);
      await clickInSheet(page, '[data-setting=size] .step:last-child');
      await eventually(async () => (await look(other)).size > before.size, 'the change in the other view');
      await other.close();
      await page.close();
    });

    test('leave the reader at the line that was being read', async () => {
      const page = await reading();
      await page.setViewport({ width: 800, height: 600 });
      await eventually(() => page.evaluate(() => innerWidth === 800), 'the smaller window');
      await page.evaluate(() => {
        const dialog = /** @type {Element} */ (document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('dialog'));
        dialog.scrollTop = 900;
      });
      /** The paragraph at the top of the window, and how far from it. */
      const place = () =>
        page.evaluate(() => {
          const paragraphs = [...(document.querySelector('quietpage-reader')?.shadowRoot?.querySelectorAll('article p') ?? [])];
          const at = paragraphs.findIndex((one) => one.getBoundingClientRect().bottom > 60);
          if (at < 0) throw new Error(`none of ${paragraphs.length} paragraphs is in sight`);
          const { top, height } = paragraphs[at].getBoundingClientRect();
          return at + Math.max(0, 60 - top) / height;
        });
      const before = await place();
      assert.ok(before > 1);
      await openSheet(bench.quiet, page);
      await focusInSheet(page, '#size');
      for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowRight');
      await clickInSheet(page, '[data-setting=measure] .step');
      assert.ok(Math.abs((await place()) - before) < 0.2, `from ${before} to ${await place()}`);
      await selectInSheet(page, 'face', 'opendyslexic');
      await eventually(() => page.evaluate(() => document.fonts.size > 0), 'the face');
      assert.ok(Math.abs((await place()) - before) < 0.2, `from ${before} to ${await place()}`);
      await page.close();
    });

    test('are set back by a button, and had back by the same', async () => {
      const page = await reading();
      const before = await look(page);
      await openSheet(bench.quiet, page);
      await clickInSheet(page, '[data-preset=low_vision]');
      const large = await look(page);
      await clickInSheet(page, '[data-action=reset]');
      assert.deepEqual(await look(page), before);
      await clickInSheet(page, '[data-action=reset]');
      assert.deepEqual([(await look(page)).size, (await look(page)).paper], [large.size, large.paper]);
      await page.close();
    });

    test('say how well own colours can be read', async () => {
      const page = await reading();
      await openSheet(bench.quiet, page);
      await clickInSheet(page, '[data-setting=theme] label:nth-child(6)');
      const line = (/** @type {string} */ colour) =>
        page.evaluate((chosen) => {
          const sheet = document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('.sheet')?.shadowRoot;
          const field = /** @type {HTMLInputElement} */ (sheet?.querySelector('#ownText'));
          field.value = chosen;
          field.dispatchEvent(new Event('input'));
          const said = /** @type {HTMLElement} */ (sheet?.querySelector('.contrast'));
          return { text: said.textContent, warns: said.classList.contains('warning') && said.checkVisibility() };
        }, colour);
      assert.equal((await line('#000000')).warns, false);
      const low = await line('#999999');
      assert.ok(low.warns && /2\.5/.test(low.text ?? ''), low.text ?? '');
      assert.equal((await look(page)).ink, 'rgb(153, 153, 153)');
      const sheetInk = await page.evaluate(() => {
        const title = document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('.sheet')?.shadowRoot?.querySelector('h2');
        return title && getComputedStyle(title).color;
      });
      assert.notEqual(sheetInk, 'rgb(153, 153, 153)', 'the way back cannot be read');
      await page.close();
    });

    test('never show a light view on the way to a dark one', async () => {
      await storeOnly(bench.quiet, { settings: { version: 2, values: { theme: 'dark' } } });
      const page = await bench.quiet.open(bench.served.url('huge'));
      await page.evaluate(() => {
        /** @type {string[]} */
        const frames = [];
        Reflect.set(globalThis, 'frames_seen', frames);
        const look = () => {
          const dialog = document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('dialog');
          const style = dialog && getComputedStyle(dialog);
          if (style) frames.push(style.opacity === '0' ? 'unseen' : style.backgroundColor);
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      await openReader(bench.quiet, page);
      const seen = new Set(/** @type {string[]} */ (await page.evaluate(() => Reflect.get(globalThis, 'frames_seen'))));
      seen.delete('unseen');
      assert.equal(seen.size, 1);
      for (const colour of seen) assert.match(colour, DARK);
      await page.close();
    });
  });

  // Chromium's driver breaks off where it is to press a button in a private window; what is written there is tested
  // without a browser too (tests/js/settings.test.mjs).
  if (bench.name === 'firefox') {
    test('in a private window change the view and nothing that stays', async () => {
      const kept = { settings: { version: 2, values: { theme: 'sepia' } } };
      await storeOnly(bench.quiet, kept);
      const page = await /** @type {NonNullable<typeof bench.quiet.openPrivate>} */ (bench.quiet.openPrivate)(bench.served.url('csp-nothing'));
      assert.equal((await openReader(bench.quiet, page)).state, 'reading');
      const before = await look(page);
      await openSheet(bench.quiet, page);
      assert.match(await page.evaluate(() => document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('.sheet')?.shadowRoot?.textContent ?? ''), /Private window/);
      await clickInSheet(page, '[data-setting=size] .step:last-child');
      await clickInSheet(page, '#site-only');
      await clickInSheet(page, '[data-setting=theme] label:nth-child(3)');
      assert.match((await look(page)).paper, DARK);
      assert.ok((await look(page)).size > before.size);
      await page.keyboard.press('Escape');
      await leaveByEscape(page);
      await openReader(bench.quiet, page);
      assert.match((await look(page)).paper, DARK, 'forgotten while the page was still open');
      await page.close();
      assert.deepEqual(await stored(bench.quiet), kept);
    });
  }

  describe('keys', () => {
    beforeEach(() => storeOnly(bench.quiet, {}));

    test('typed into a field of the sheet are its text', async () => {
      const page = await reading();
      await openSheet(bench.quiet, page);
      await selectInSheet(page, 'face', 'named');
      await focusInSheet(page, '#faceName');
      await page.keyboard.type('Gill Sans s+-');
      const size = (await look(page)).size;
      assert.match((await look(page)).families, /^"Gill Sans s\+-"/);
      await page.keyboard.type('"; x: \\');
      assert.match((await look(page)).families, /^"Gill Sans s\+-\\"; x: \\\\", /);
      assert.equal((await look(page)).size, size);
      await page.close();
    });

    test('by themselves open the sheet and change the size, with a modifier they do not', async () => {
      const page = await reading();
      const { size } = await look(page);
      await page.keyboard.press('+');
      assert.ok((await look(page)).size > size);
      await page.keyboard.down('Alt');
      await page.keyboard.press('s');
      await page.keyboard.up('Alt');
      assert.ok(!(await isSheetOpen(page)));
      await page.keyboard.press('s');
      assert.ok(await isSheetOpen(page));
      await page.close();
    });

    // Firefox's driver knows no such layout.
    if (bench.name === 'chrome') {
      test('by themselves work where the layout has no Latin letters', async () => {
        const page = await reading();
        const devtools = await page.createCDPSession();
        await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'ы', code: 'KeyS', text: 'ы' });
        await eventually(() => isSheetOpen(page), 'the sheet');
        await page.close();
      });
    }

    test('that the page sends once more do nothing', async () => {
      const page = await bench.quiet.open(bench.served.url('sections'));
      // As pages do that load their scripts at the first sign of a person.
      await page.evaluate(() => {
        const saved = /** @type {KeyboardEvent[]} */ ([]);
        addEventListener('keydown', (event) => saved.push(event));
        Reflect.set(globalThis, 'sendAgain', () => saved.map((event) => document.body.dispatchEvent(new KeyboardEvent(event.type, event))).length);
      });
      for (const key of /** @type {const} */ (['j', 's', 'Escape'])) await page.keyboard.press(key);
      await openReader(bench.quiet, page);
      await page.keyboard.press('c');
      const isOpen = () => inView(page, (root) => root.querySelector('#contents')?.matches(':popover-open') ?? false);
      await eventually(isOpen, 'the contents');
      assert.equal(await page.evaluate(() => Reflect.get(globalThis, 'sendAgain')()), 3);
      assert.ok(await isOpen());
      assert.equal(await isSheetOpen(page), false);
      await page.close();
    });

    test('by themselves do nothing once switched off', async () => {
      await storeOnly(bench.quiet, { settings: { version: 2, values: { letterKeys: false } } });
      const page = await reading();
      const before = await look(page);
      await page.keyboard.press('+');
      await page.keyboard.press('s');
      assert.ok(!(await isSheetOpen(page)));
      assert.deepEqual(await look(page), before);
      await page.close();
    });

    test('are the page’s again after leaving', async () => {
      const page = await bench.quiet.open(bench.served.url('busy'));
      await openReader(bench.quiet, page);
      await leaveByEscape(page);
      await page.type('#name', 's+-');
      assert.equal(await page.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector('#name')).value), 's+-');
      assert.equal(await view(page), null);
      await page.close();
    });
  });

  test('settings of the first version are carried over', async () => {
    await storeOnly(bench.quiet, { theme: 'dark', textSize: 3 });
    const page = await reading();
    assert.match((await look(page)).paper, DARK);
    await page.keyboard.press('+');
    const { settings } = await eventually(async () => {
      const all = await stored(bench.quiet);
      return all.settings ? all : null;
    }, 'the settings in their new form');
    assert.deepEqual(settings, { version: 2, values: { theme: 'dark', size: 145 } });
    await page.close();
  });
}
