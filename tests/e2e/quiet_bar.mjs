// @ts-check
/** The bar of quiet in place. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { found } from './axe.mjs';
import { assertCanBeRead, bar, inPlaceGone, openInPlace, pressInBar } from './in_place.mjs';
import { eventually } from './reader.mjs';
import { PARAGRAPHS } from './story.mjs';

/** WCAG 2.2, 2.5.8. */
const TARGET_PX = 24;

/** @param {import('./main.mjs').Bench} bench */
export function quietBar(bench) {
  /** @param {{width: number, height: number}} [viewport] */
  async function quieted(viewport) {
    const page = await bench.quiet.open(bench.served.url('quiet-grid'));
    if (viewport) await page.setViewport(viewport);
    assert.equal((await openInPlace(bench.quiet, page)).state, 'quiet');
    return page;
  }

  describe('its bar', () => {
    test('leaves on Escape; all other keys are the page’s', async () => {
      const page = await quieted();
      await page.evaluate(() => {
        const keys = /** @type {string[]} */ ([]);
        Reflect.set(globalThis, 'keys', keys);
        addEventListener('keydown', ({ key }) => keys.push(key));
      });
      for (const key of /** @type {const} */ (['q', 's', 'j'])) await page.keyboard.press(key);
      assert.deepEqual(await page.evaluate(() => Reflect.get(globalThis, 'keys')), ['q', 's', 'j']);
      await page.focus('#note');
      await page.keyboard.press('Escape');
      assert.ok(await bar(page), 'left while the person was in a field');
      await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
      await page.keyboard.press('Escape');
      await inPlaceGone(page);
      await page.close();
    });

    test('is reached and worked by keyboard, which the page does not hear', async () => {
      const page = await quieted();
      await page.evaluate(() => {
        Reflect.set(globalThis, 'heard', 0);
        document.addEventListener('keydown', () => Reflect.set(globalThis, 'heard', Reflect.get(globalThis, 'heard') + 1));
      });
      const action = () => page.evaluate(() => document.querySelector('quietpage-bar')?.shadowRoot?.activeElement?.getAttribute('data-action') ?? null);
      await page.focus('#note');
      for (let presses = 0; presses < 20 && (await action()) === null; presses++) await page.keyboard.press('Tab');
      assert.equal(await action(), 'reader');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      assert.equal(await action(), 'fold');
      const heard = await page.evaluate(() => Reflect.get(globalThis, 'heard'));
      await page.keyboard.press('Enter');
      await eventually(async () => (await action()) === 'unfold', 'the small bar');
      await page.keyboard.press('Enter');
      await eventually(async () => (await action()) === 'leave', 'the bar again');
      assert.equal(await page.evaluate(() => Reflect.get(globalThis, 'heard')), heard);
      await page.keyboard.press('Enter');
      await inPlaceGone(page);
      await page.close();
    });

    for (const viewport of [{ width: 320, height: 640 }, { width: 760, height: 600 }]) {
      test(`covers no text for who reads on in a window of ${viewport.width} by ${viewport.height}, and can be hit`, async () => {
        const page = await quieted(viewport);
        const boxes = await page.evaluate(() => {
          const root = /** @type {ShadowRoot} */ (document.querySelector('quietpage-bar')?.shadowRoot);
          return [...root.querySelectorAll('.bar, button')].filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().toJSON());
        });
        for (const { left, right, top, bottom, width, height } of boxes) {
          assert.ok(left >= 0 && right <= viewport.width && top >= 0 && bottom <= viewport.height, JSON.stringify({ left, right, top, bottom }));
          assert.ok(width >= TARGET_PX && height >= TARGET_PX);
        }
        await page.evaluate(() => scrollBy({ top: 40, behavior: 'instant' }));
        await eventually(() => page.evaluate(() => document.querySelector('quietpage-bar')?.shadowRoot?.querySelector('[data-away]') !== null), 'the bar away');
        await assertCanBeRead(page, PARAGRAPHS.slice(1), 60);
        await page.evaluate(() => scrollBy({ top: -60, behavior: 'instant' }));
        await eventually(() => page.evaluate(() => document.querySelector('quietpage-bar')?.shadowRoot?.querySelector('[data-away]') === null), 'the bar again');
        await pressInBar(page, 'leave');
        await inPlaceGone(page);
        await page.close();
      });
    }

    test('axe finds nothing in it, by day, by night and in forced colours', async () => {
      const page = await quieted();
      for (const system of [{}, { dark: true, reducedMotion: true }, { forcedColours: true }]) {
        await bench.quiet.useSystem(page, system);
        assert.deepEqual(await found(page, undefined, undefined, 'quietpage-bar'), [], JSON.stringify(system));
      }
      await bench.quiet.useSystem(page, {});
      await page.close();
    });

    // Firefox's driver does not let anyone look at a page as it is printed.
    if (bench.name === 'chrome') {
      test('is not printed', async () => {
        const page = await quieted();
        const height = () => page.evaluate(() => document.querySelector('quietpage-bar')?.shadowRoot?.querySelector('.bar')?.getBoundingClientRect().height);
        assert.ok(Number(await height()) > 0);
        await page.emulateMediaType('print');
        assert.equal(await height(), 0);
        await page.close();
      });
    }
  });
}
