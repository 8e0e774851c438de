// @ts-check
/** What the pages of a site have in common is learned where a person wants it. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { clickInView, inView } from './in_view.mjs';
import { eventually, openReader } from './reader.mjs';
import { storeOnly, stored } from './sheet.mjs';
import { PROMOTION, STORIES } from './site_stories.mjs';

/** Of the promotion, as the list of what was left out begins. */
const FIRST_WORDS = PROMOTION.slice(0, 30);

/** @param {import('./main.mjs').Bench} bench */
export function furnitureTests(bench) {
  const learned = async () => Object.keys(await stored(bench.quiet)).filter((key) => key.startsWith('furniture'));

  /**
   * Reads a story of the site.
   *
   * @param {keyof typeof STORIES} name
   * @param {(page: import('./browsers.mjs').Page, text: string) => Promise<void>} look
   */
  async function read(name, look) {
    const page = await bench.quiet.open(bench.served.url(`site-${name}`));
    await openReader(bench.quiet, page);
    const text = await inView(page, (root) => root.querySelector('article')?.textContent ?? '');
    for (const paragraph of STORIES[name]) assert.ok(text.includes(paragraph), `“${paragraph.slice(0, 40)}…” is missing`);
    await look(page, text);
    await page.close();
  }

  describe('what a site’s pages have in common', () => {
    beforeEach(() => storeOnly(bench.quiet, {}));

    test('is left out of the third page, which says why, once a person has switched that on, and is forgotten at a press', async () => {
      const options = await bench.quiet.openOptions();
      await options.bringToFront();
      await options.click('#learnFurniture');
      await eventually(async () => JSON.stringify(await stored(bench.quiet)).includes('learnFurniture'), 'the switch');
      for (const name of /** @type {const} */ (['bridge', 'mill'])) {
        await read(name, async (_page, text) => {
          // The second page has only one before it, which is enough.
          assert.equal(text.includes(PROMOTION), name === 'bridge', name);
        });
        await eventually(async () => (await learned()).length === 2, 'what was learned');
      }
      await read('tower', async (page, text) => {
        assert.ok(!text.includes(PROMOTION));
        await clickInView(page, '[data-action=left_out]');
        const reason = await eventually(
          () =>
            inView(
              page,
              (root, words) => [...root.querySelectorAll('.left-out li')].find((item) => item.textContent?.includes(words))?.textContent,
              FIRST_WORDS,
            ),
          'the promotion in the list',
        );
        assert.match(reason, /other pages/);
      });
      assert.ok(!JSON.stringify(await stored(bench.quiet)).includes('site-tower'), 'the address is not stored');
      await options.bringToFront();
      await options.click('[data-action=forget-furniture]');
      await eventually(async () => (await learned()).length === 0, 'the end of what was learned');
      await options.close();
      await read('tower', async (_page, text) => assert.ok(text.includes(PROMOTION), 'nothing is known any more'));
    });

    test('is not learned by itself', async () => {
      for (const name of /** @type {const} */ (['bridge', 'mill', 'tower'])) {
        await read(name, async (_page, text) => assert.ok(text.includes(PROMOTION)));
      }
      assert.deepEqual(await learned(), []);
    });

    if (bench.name === 'firefox') {
      test('is not learned in a private window', async () => {
        const options = await bench.quiet.openOptions();
        await options.bringToFront();
        await options.click('#learnFurniture');
        await eventually(async () => JSON.stringify(await stored(bench.quiet)).includes('learnFurniture'), 'the switch');
        await options.close();
        const page = await /** @type {NonNullable<typeof bench.quiet.openPrivate>} */ (bench.quiet.openPrivate)(bench.served.url('site-mill'));
        await openReader(bench.quiet, page);
        await page.close();
        assert.deepEqual(await learned(), []);
      });
    }
  });
}
