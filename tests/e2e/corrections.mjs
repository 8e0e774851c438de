// @ts-check
/** What a person puts right: on the page, there and back, and on the other pages of the site. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { clickInView, inView, placeOf } from './in_view.mjs';
import { drawerOpen, listed } from './left_out.mjs';
import { eventually, openReader, view } from './reader.mjs';
import { storeOnly, stored } from './sheet.mjs';
import { boxOf, noteOf } from './shuffled_story.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

/** Storage's key for the site that the tests are served from. */
const SITE = 'corrections:127.0.0.1';

/** @param {Page} page @param {string} text */
const isShown = async (page, text) => (await view(page))?.text.includes(text) ?? false;

/** @param {Page} page @param {string} text @param {boolean} [shown] */
export const becomes = (page, text, shown = true) => eventually(async () => (await isShown(page, text)) === shown, `“${text}” ${shown ? 'shown' : 'gone'}`);

/** What is said of what was done, wherever that is. @param {Page} page */
export const said = (page) =>
  inView(page, (root) => [...root.querySelectorAll('.left-out[open] [role=status], .corrected [role=status]')].map((one) => one.textContent ?? '').join(''));

/** What is kept, by site: `+` brought back, `-` hidden. @param {import('./browsers.mjs').Quiet} quiet */
async function rules(quiet) {
  const entries = await stored(quiet);
  const sites = Object.entries(entries).filter(([key]) => key.startsWith('corrections:'));
  return sites.flatMap(([key, { corrections }]) => corrections.map((/** @type {Quietpage.Correction} */ one) => `${key} ${one.keep ? '+' : '-'} ${one.words.slice(0, 20)}`));
}

/** Moves the mark to the block with that text, by keyboard. @param {Page} page @param {string} text */
async function markBlock(page, text) {
  for (let step = 0; step < 20; step++) {
    await page.keyboard.press('j');
    if ((await inView(page, (root) => root.activeElement?.textContent ?? '')).includes(text)) return;
  }
  throw new Error(`no block “${text}”`);
}

/** Clicks in the middle of the entry's button in the drawer. @param {Page} page @param {string} words @param {string} action */
export async function clickEntry(page, words, action) {
  const name = await inView(
    page,
    (root, { text, does }) => {
      const items = [...root.querySelectorAll('.left-out li')];
      const button = items.find((one) => one.textContent?.includes(text))?.querySelector(`[data-action=${does}]`);
      const folded = button?.closest('details');
      if (folded) folded.open = true;
      button?.scrollIntoView({ block: 'center' });
      button?.setAttribute('data-test', 'here');
      return button?.getAttribute('aria-label');
    },
    { text: words, does: action },
  );
  assert.ok(name, `no ${action} for “${words}”`);
  await clickInView(page, '[data-test=here]');
}

/** @param {import('./main.mjs').Bench} bench */
export function corrections(bench) {
  /** @param {string} name */
  const open = async (name) => {
    const page = await bench.quiet.open(bench.served.url(name));
    await openReader(bench.quiet, page);
    return page;
  };

  describe('a correction', () => {
    beforeEach(() => storeOnly(bench.quiet, {}));

    test('by mouse brings a block back, is said, stands on top with an undo, and holds on another page of the site', async () => {
      const page = await open('shuffled-1');
      assert.ok(!(await isShown(page, noteOf(1))));
      await clickInView(page, '[data-action=left_out]');
      await drawerOpen(page);
      await clickEntry(page, noteOf(1), 'bring-back');
      await becomes(page, noteOf(1));
      assert.match(await said(page), /^Brought back: This story was paid/);
      const [first] = await listed(page);
      assert.deepEqual([first.group, first.words, first.reason], ['Put right by you', noteOf(1), 'Brought back by you']);
      assert.match(await inView(page, (root) => root.activeElement?.getAttribute('aria-label') ?? ''), /^Undo: This story/);
      assert.deepEqual(await rules(bench.quiet), [`${SITE} + This story was paid `]);
      await page.close();

      const other = await open('shuffled-2');
      assert.ok(await isShown(other, noteOf(2)), 'it does not hold on a page with other class names');
      await other.keyboard.press('l');
      await drawerOpen(other);
      const [earlier] = await listed(other);
      assert.deepEqual([earlier.words, earlier.reason], [noteOf(2), 'Brought back, as you decided before on this site']);
      await clickEntry(other, noteOf(2), 'undo-block');
      await becomes(other, noteOf(2), false);
      assert.deepEqual(await rules(bench.quiet), []);
      await other.close();
    });

    test('by keyboard hides a block of the article, is undone and done again, and holds on another page of the site', async () => {
      const page = await open('shuffled-1');
      assert.ok(await isShown(page, boxOf(1)));
      await markBlock(page, boxOf(1));
      await page.keyboard.press('x');
      await becomes(page, boxOf(1), false);
      await eventually(async () => /^Hidden: Tide table/.test(await said(page)), 'what was done to be said');
      await page.keyboard.press('u');
      await becomes(page, boxOf(1));
      assert.deepEqual(await rules(bench.quiet), []);
      await page.keyboard.press('U');
      await becomes(page, boxOf(1), false);
      await eventually(async () => (await rules(bench.quiet)).length === 1, 'the rule');
      for (let day = 0; day < 8; day++) assert.ok(await isShown(page, `On day ${day} of 1`), `day ${day}`);
      await page.close();

      const other = await open('shuffled-2');
      assert.ok(!(await isShown(other, boxOf(2))), 'it does not hold on a page with other class names');
      for (let day = 0; day < 8; day++) assert.ok(await isShown(other, `On day ${day} of 2`), `day ${day}`);
      await other.close();
    });

    test('by keyboard brings back at the mark what was left out there, and says why it was', async () => {
      const page = await open('csp-nothing');
      // Marks come after the text.
      await eventually(() => inView(page, (root) => root.querySelector('.cut-mark') !== null), 'the mark');
      const isOnCut = () => inView(page, (root) => root.activeElement?.className === 'cut-mark');
      for (let step = 0; step < 12 && !(await isOnCut()); step++) await page.keyboard.press('j');
      assert.ok(await isOnCut());
      await page.keyboard.press('w');
      await drawerOpen(page);
      assert.match(await inView(page, (root) => root.activeElement?.closest('li')?.textContent ?? ''), /broadband/);
      await page.keyboard.press('Escape');
      await eventually(isOnCut, 'the focus to come back');
      await page.keyboard.press('x');
      await becomes(page, 'Switch your broadband');
      await eventually(async () => /broadband/.test(await inView(page, (root) => root.activeElement?.textContent ?? '')), 'the mark on what came back');
      await page.keyboard.press('k');
      assert.ok(!/broadband/.test(await inView(page, (root) => root.activeElement?.textContent ?? '')));
      await page.keyboard.press('Escape');
      await eventually(() => inView(page, (root) => !root.querySelector('.block-mark')?.checkVisibility()), 'the end of the mark');
      assert.equal((await view(page))?.state, 'reading');
      await page.close();
    });

    test('by mouse hides the block that was chosen by a click', async () => {
      const page = await open('shuffled-1');
      await clickInView(page, '[data-action=left_out]');
      await drawerOpen(page);
      await clickInView(page, '[data-action=choose-block]');
      await eventually(() => inView(page, (root) => root.querySelector('.block-mark')?.checkVisibility()), 'the mark');
      await inView(page, (root, text) => [...root.querySelectorAll('article > *')].find((one) => one.textContent?.includes(text))?.scrollIntoView({ block: 'center' }), boxOf(1));
      const place = await inView(
        page,
        (root, text) => {
          const { x, y, height } = /** @type {Element} */ ([...root.querySelectorAll('article > *')].find((one) => one.textContent?.includes(text))).getBoundingClientRect();
          return { x: x + 20, y: y + height / 2 };
        },
        boxOf(1),
      );
      await page.mouse.click(place.x, place.y);
      const framed = await placeOf(page, '.block-mark');
      assert.ok(framed.y < place.y && framed.y + framed.height > place.y, 'the frame is around another block');
      await clickInView(page, '[data-action=hide-block]');
      await becomes(page, boxOf(1), false);
      await eventually(async () => /^Hidden/.test(await said(page)), 'what was done to be said');
      await clickInView(page, '[data-action=undo-step]');
      await becomes(page, boxOf(1));
      await page.close();
    });

    test('leaves the reader where they were, and is undone in the drawer by Ctrl+Z', async () => {
      const page = await open('shuffled-1');
      await inView(page, (root) => [...root.querySelectorAll('article > p')][6].scrollIntoView({ block: 'start' }));
      const top = () => inView(page, (root) => Math.round(/** @type {Element} */ ([...root.querySelectorAll('article > p')].find((one) => one.textContent?.includes('On day 6'))).getBoundingClientRect().top));
      await page.keyboard.press('l');
      await drawerOpen(page);
      const before = await top();
      await clickEntry(page, noteOf(1), 'bring-back');
      await becomes(page, noteOf(1));
      assert.ok(Math.abs((await top()) - before) <= 2, `${before} px has become ${await top()} px`);
      const withControl = async (/** @type {import('puppeteer-core').KeyInput} */ key) => {
        await page.keyboard.down('Control');
        await page.keyboard.press(key);
        await page.keyboard.up('Control');
      };
      await withControl('z');
      await becomes(page, noteOf(1), false);
      await withControl('y');
      await becomes(page, noteOf(1));
      assert.ok(Math.abs((await top()) - before) <= 2, `${before} px has become ${await top()} px`);
      await page.keyboard.press('Escape');
      await eventually(() => inView(page, (root) => root.querySelector('.left-out[open]') === null && root.activeElement !== null), 'the focus in the view');
      await page.close();
    });

    test('in each of two tabs at once is kept', async () => {
      const pages = [await open('shuffled-1'), await open('shuffled-2')];
      for (const page of pages) {
        await page.bringToFront();
        await page.keyboard.press('l');
        await drawerOpen(page);
      }
      const words = [noteOf(1), 'Ten kitchens'];
      await Promise.all(
        pages.map((page, at) =>
          inView(
            page,
            (root, text) => {
              const entry = [...root.querySelectorAll('.left-out li')].find((one) => one.textContent?.includes(text));
              const button = entry?.querySelector('[data-action=bring-back]');
              if (!(button instanceof HTMLElement)) throw new Error(`no entry “${text}”`);
              button.click();
            },
            words[at],
          ),
        ),
      );
      await eventually(async () => (await rules(bench.quiet)).length === 2, 'both rules');
      for (const page of pages) await page.close();
    });

    test('does not walk the page again: what it shows is the page of the click', async () => {
      const page = await open('shuffled-1');
      await page.evaluate(() => {
        const added = document.createElement('p');
        added.textContent = 'Added by the page since then, as long as any paragraph of the story is and quite like one in all.';
        document.querySelector('h1')?.after(added);
      });
      await page.keyboard.press('l');
      await drawerOpen(page);
      await clickEntry(page, noteOf(1), 'bring-back');
      await becomes(page, noteOf(1));
      assert.ok(!(await isShown(page, 'Added by the page')));
      await page.close();
    });

    test('is in the options: switched off it does not hold, removed it can be had back', async () => {
      const page = await open('shuffled-1');
      await page.keyboard.press('l');
      await drawerOpen(page);
      await clickEntry(page, noteOf(1), 'bring-back');
      await eventually(async () => (await rules(bench.quiet)).length === 1, 'the rule');
      await page.close();

      const options = await bench.quiet.openOptions();
      const line = () => options.evaluate(() => document.querySelector('.corrections li')?.textContent ?? '');
      assert.match(await line(), /^“?This story was paid.*Brought back by you/);
      await options.click('.corrections [role=switch]');
      await eventually(async () => (await stored(bench.quiet))[SITE].corrections[0].on === false, 'the switch to be kept');
      // The list is made anew, and the focus comes back to it.
      await eventually(() => options.evaluate(() => document.activeElement?.getAttribute('role') === 'switch'), 'the focus on the switch');
      const off = await open('shuffled-2');
      assert.ok(!(await isShown(off, noteOf(2))));
      await off.close();

      await options.bringToFront();
      for (const action of ['remove-correction', 'remove-corrections']) {
        await options.click(`.corrections [data-action=${action}]`);
        await eventually(async () => (await rules(bench.quiet)).length === 0, 'the removal');
        await options.waitForSelector('[data-action=undo]');
        await options.click('[data-action=undo]');
        await eventually(async () => (await rules(bench.quiet)).length === 1, 'the undoing');
        await options.waitForSelector('.corrections li');
      }
      await options.close();
    });

    // Chromium's driver breaks off in private windows.
    if (bench.name === 'firefox') {
      test('in a private window holds there, and nothing of it is kept', async () => {
        const { quiet, served } = bench;
        const page = await /** @type {NonNullable<typeof quiet.openPrivate>} */ (quiet.openPrivate)(served.url('shuffled-1'));
        await openReader(quiet, page);
        await page.keyboard.press('l');
        await drawerOpen(page);
        await clickEntry(page, noteOf(1), 'bring-back');
        await becomes(page, noteOf(1));
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
        await eventually(async () => !(await view(page)), 'the end of the view');
        await openReader(quiet, page);
        assert.ok(await isShown(page, noteOf(1)), 'it does not hold at the next click');
        assert.deepEqual(await rules(quiet), []);
        await page.close();
      });
    }
  });
}
