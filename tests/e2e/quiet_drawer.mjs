// @ts-check
/** What was left out, in quiet in place: shown, brought back, hidden, and kept for the site. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, test } from 'node:test';
import { found } from './axe.mjs';
import { bar, inPlaceGone, openInPlace, pressInBar, seenOf } from './in_place.mjs';
import { stateOf } from './page_state.mjs';
import { pastedText } from './pasting.mjs';
import { eventually } from './reader.mjs';
import { storeOnly, stored } from './sheet.mjs';
import { PARAGRAPHS } from './story.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

/** No line of text is less high; the mark where something was cut is. */
const LINE_PX = 10;
const SETTINGS = { settings: { version: 2, values: { view: 'quiet' } } };

/** @param {Page} page @returns {Promise<{said: string, entries: string[]} | null>} null where it is not open */
export const drawer = (page) =>
  page.evaluate(() => {
    const dialog = document.querySelector('quietpage-bar')?.shadowRoot?.querySelector('dialog.left-out[open]');
    if (!dialog) return null;
    return {
      said: dialog.querySelector('.said')?.textContent ?? '',
      entries: [...dialog.querySelectorAll('li')].map((entry) => entry.textContent.replace(/\s+/g, ' ').trim()),
    };
  });

/** @param {Page} page @param {string} selector of something in the drawer */
export async function press(page, selector) {
  const place = await eventually(
    () =>
      page.evaluate((within) => {
        const button = document.querySelector('quietpage-bar')?.shadowRoot?.querySelector(`.left-out ${within}`);
        button?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        if (!button?.checkVisibility() || button.matches(':disabled')) return null;
        const { x, y, width, height } = button.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }, selector),
    selector,
  );
  await page.mouse.click(place.x, place.y);
}

/** @param {import('./main.mjs').Bench} bench */
export function quietDrawer(bench) {
  async function quieted() {
    const page = await bench.quiet.open(bench.served.url('quiet-grid'));
    const before = await stateOf(page);
    assert.equal((await openInPlace(bench.quiet, page)).state, 'quiet');
    return { page, before };
  }

  /** @param {Page} page @param {string} text @returns {Promise<boolean>} whether the paragraph with it can be seen */
  const isSeen = (page, text) =>
    page.evaluate(
      (words, line) => [...document.querySelectorAll('p')].some((one) => one.textContent.trim() === words && one.getBoundingClientRect().height >= line),
      text,
      LINE_PX,
    );

  describe('its drawer', () => {
    afterEach(() => storeOnly(bench.quiet, SETTINGS));

    test('brings a block back where it stood, and takes that back', async () => {
      const { page, before } = await quieted();
      assert.equal(await seenOf(page, 'footer'), 0);
      await pressInBar(page, 'left_out');
      const shown = await eventually(() => drawer(page), 'the drawer');
      assert.ok(shown.entries.some((entry) => entry.includes('Contact · Terms · Privacy')), shown.entries.join('\n'));
      await press(page, 'summary').catch(() => undefined);
      const entry = await page.evaluate(() => {
        const entries = [...(document.querySelector('quietpage-bar')?.shadowRoot?.querySelectorAll('.left-out li') ?? [])];
        return entries.find(({ textContent }) => textContent.includes('Contact'))?.getAttribute('data-ordinal') ?? '';
      });
      await press(page, `[data-ordinal="${entry}"] [data-action=bring-back]`);
      await eventually(async () => (await seenOf(page, 'footer')) === 1, 'the footer');
      assert.match((await drawer(page))?.said ?? '', /Contact/);
      const kept = await stored(bench.quiet);
      assert.equal(Object.keys(kept).filter((key) => key.startsWith('corrections:')).length, 1);
      await press(page, '[data-action=undo]');
      await eventually(async () => (await seenOf(page, 'footer')) === 0, 'the footer gone');
      await pressInBar(page, 'leave');
      await inPlaceGone(page);
      assert.equal((await stateOf(page)).markup, before.markup);
      await page.close();
    });

    test('hides a paragraph that the person chooses by keys; the page hears none of them', async () => {
      const { page, before } = await quieted();
      await page.evaluate(() => {
        const keys = /** @type {string[]} */ ([]);
        Reflect.set(globalThis, 'keys', keys);
        addEventListener('keydown', ({ key }) => keys.push(key), { capture: true });
      });
      await pressInBar(page, 'left_out');
      await press(page, '[data-action=choose-block]');
      await eventually(async () => (await seenOf(page, '[quietpage-out~=chosen]')) === 1, 'a chosen block');
      assert.match((await bar(page))?.text ?? '', /Click a block to hide it/);
      const chosen = () => page.evaluate(() => document.querySelector('[quietpage-out~=chosen]')?.textContent?.trim());
      for (let presses = 0; presses < 30 && (await chosen()) !== PARAGRAPHS[1]; presses++) await page.keyboard.press('ArrowDown');
      assert.equal(await chosen(), PARAGRAPHS[1]);
      await page.keyboard.press('Enter');
      await eventually(async () => !(await isSeen(page, PARAGRAPHS[1])), 'the paragraph gone');
      assert.ok(await isSeen(page, PARAGRAPHS[0]));
      assert.match((await bar(page))?.text ?? '', new RegExp(PARAGRAPHS[1].slice(0, 20)));
      await pressInBar(page, 'left_out');
      await eventually(() => drawer(page), 'the drawer');
      await page.keyboard.down('Control');
      await page.keyboard.press('z');
      await page.keyboard.up('Control');
      await eventually(() => isSeen(page, PARAGRAPHS[1]), 'the paragraph again');
      await page.keyboard.press('Escape');
      await eventually(async () => (await drawer(page)) === null, 'the drawer closed');
      await pressInBar(page, 'leave');
      await inPlaceGone(page);
      assert.equal((await stateOf(page)).markup, before.markup);
      await page.close();
    });

    test('hides a paragraph that the person clicks, here and at the next click on the site', async () => {
      const { page } = await quieted();
      await pressInBar(page, 'left_out');
      await press(page, '[data-action=choose-block]');
      const place = await page.evaluate((words) => {
        const paragraph = [...document.querySelectorAll('p')].find((one) => one.textContent.trim() === words);
        paragraph?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y, width, height } = /** @type {Element} */ (paragraph).getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }, PARAGRAPHS[1]);
      await page.mouse.move(place.x, place.y);
      await page.mouse.click(place.x, place.y);
      await eventually(async () => !(await isSeen(page, PARAGRAPHS[1])), 'the paragraph gone');
      await pressInBar(page, 'leave');
      await inPlaceGone(page);
      assert.ok(await isSeen(page, PARAGRAPHS[1]), 'leaving gives it back');
      assert.equal((await openInPlace(bench.quiet, page)).state, 'quiet');
      assert.ok(!(await isSeen(page, PARAGRAPHS[1])), 'it was forgotten');
      assert.ok(await isSeen(page, PARAGRAPHS[2]));
      await page.close();
    });

    test('ends with hints for the page’s author, to be copied', async () => {
      const page = await bench.quiet.open(bench.served.url('bare-paragraph'));
      assert.equal((await openInPlace(bench.quiet, page)).state, 'quiet');
      await pressInBar(page, 'left_out');
      await press(page, '.for-author summary');
      await press(page, '[data-action=copy-hints]');
      await eventually(async () => (await drawer(page))?.said === 'Copied', 'the word');
      await pressInBar(page, 'leave');
      await inPlaceGone(page);
      assert.match(await pastedText(page), /^- .*\(bare_first_paragraph\)$/m);
      await page.close();
    });

    test('a hint leads to what it is about, which is outlined till the drawer is closed', async () => {
      const page = await bench.quiet.open(bench.served.url('bare-paragraph'));
      const { markup } = await stateOf(page);
      assert.equal((await openInPlace(bench.quiet, page)).state, 'quiet');
      await pressInBar(page, 'left_out');
      await press(page, '.for-author summary');
      await press(page, '.for-author .way');
      await eventually(async () => (await seenOf(page, '[quietpage-out~=pointed]')) === 1, 'the outline');
      const { top, outline } = await page.evaluate(() => {
        const pointed = /** @type {Element} */ (document.querySelector('[quietpage-out~=pointed]'));
        return { top: pointed.getBoundingClientRect().top, outline: getComputedStyle(pointed).outlineStyle };
      });
      assert.ok(top >= 0 && top < 900, `${top}`);
      assert.equal(outline, 'solid');
      const said = () => page.evaluate(() => document.querySelector('quietpage-bar')?.shadowRoot?.querySelector('.bar [role=status]')?.textContent ?? '');
      const pointed = await page.evaluate(() => document.querySelector('[quietpage-out~=pointed]')?.textContent?.trim() ?? '');
      assert.ok(pointed.startsWith((await said()).slice(0, 20)), await said());
      // The page is looked at anew.
      await page.evaluate((text) => {
        const root = document.querySelector('quietpage-bar')?.shadowRoot;
        root?.querySelector('.way')?.classList.add('earlier');
        const more = document.createElement('p');
        more.id = 'more';
        more.textContent = text;
        document.querySelectorAll('p')[1].after(more);
      }, PARAGRAPHS[1].replace('1', '2'));
      await eventually(() => page.evaluate(() => document.querySelector('quietpage-bar')?.shadowRoot?.querySelector('.way:not(.earlier):focus') !== null), 'the hint, with the focus still');
      await page.evaluate(() => document.querySelector('#more')?.remove());
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await eventually(async () => (await drawer(page)) === null && (await seenOf(page, '[quietpage-out~=pointed]')) === 0, 'the end of both');
      await pressInBar(page, 'leave');
      await inPlaceGone(page);
      assert.equal((await stateOf(page)).markup, markup);
      await page.close();
    });

    test('Escape folds what is unfolded where the focus is, then closes', async () => {
      const { page } = await quieted();
      await pressInBar(page, 'left_out');
      await press(page, 'summary');
      const unfolded = () => page.evaluate(() => document.querySelector('quietpage-bar')?.shadowRoot?.querySelectorAll('.left-out details[open]').length);
      await eventually(async () => (await unfolded()) === 1, 'the rest');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      assert.equal(await unfolded(), 0);
      assert.ok(await drawer(page));
      assert.equal(await page.evaluate(() => document.querySelector('quietpage-bar')?.shadowRoot?.activeElement?.localName), 'summary');
      await page.keyboard.press('Escape');
      assert.equal(await drawer(page), null);
      await page.close();
    });

    test('saves a report in which no word of the page stands', async () => {
      const { page } = await quieted();
      await pressInBar(page, 'left_out');
      await press(page, '[data-action=save-report]');
      const path = join(bench.quiet.downloads, 'quietpage-report.txt');
      // Firefox writes the file before it is whole.
      const report = await eventually(async () => (existsSync(path) && readFileSync(path, 'utf8')) || null, 'the report');
      assert.match(report, /^quietpage-report 1\n/);
      assert.ok(report.split('\n').length > 100, 'the structure of the page');
      for (const word of ['Residents', 'harbour', 'ferry', 'Lunde', '127.0.0.1']) assert.ok(!report.includes(word), word);
      await eventually(async () => (await drawer(page))?.said.includes('quietpage-report.txt'), 'what is said of it');
      await page.close();
    });

    test('is open to everyone: axe finds nothing in it', async () => {
      const { page } = await quieted();
      await pressInBar(page, 'left_out');
      await eventually(() => drawer(page), 'the drawer');
      for (const system of [{}, { dark: true, reducedMotion: true }]) {
        await bench.quiet.useSystem(page, system);
        assert.deepEqual(await found(page, undefined, undefined, 'quietpage-bar'), [], JSON.stringify(system));
      }
      await bench.quiet.useSystem(page, {});
      await page.close();
    });
  });
}
