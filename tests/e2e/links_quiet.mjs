// @ts-check
/** Links that open quiet: from one article to the next, without a press of the button where the browser allows it. */

import assert from 'node:assert/strict';
import { before, beforeEach, describe, test } from 'node:test';
import { PLAIN_HOST } from './driving.mjs';
import { clickInView, inView, placeOf } from './in_view.mjs';
import { eventually, leaveByEscape, openReader, view } from './reader.mjs';
import { clickInSheet, openSheet, storeOnly, stored } from './sheet.mjs';
import { TITLE } from './story.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

const ON = { settings: { version: 2, values: { linksQuiet: true } } };

/**
 * The page that a link has led to; where it takes another process, for a moment there is none to ask.
 *
 * @param {Page} page
 * @param {string} url
 */
const arrived = (page, url) =>
  eventually(async () => (await page.evaluate(() => document.readyState === 'complete' && document.URL).catch(() => '')) === url, url);

/** @param {Page} page @param {string} url */
const opensByItself = (page, url) =>
  eventually(async () => {
    const shown = await view(page).catch(() => null);
    return page.url() === url && shown?.state === 'reading' ? shown : null;
  }, 'the view that opens by itself');

/** @param {Page} page @param {string} selector */
async function focusLink(page, selector) {
  await inView(page, (root, css) => /** @type {HTMLElement} */ (root.querySelector(css)).focus(), selector);
}

/** @param {string} name */
const link = (name) => `article a[href$="${name}"]`;

/** @param {import('./main.mjs').Bench} bench */
export function linksQuiet(bench) {
  /**
   * Asks in a page of the extension's own.
   *
   * @template T
   * @param {() => Promise<T>} question
   * @returns {Promise<T>}
   */
  async function ask(question) {
    const options = await bench.quiet.openOptions();
    const answer = await options.evaluate(question);
    await options.close();
    return answer;
  }

  /** What stands in memory of links on their way. */
  const onTheirWay = () =>
    ask(async () => {
      const { session } = (Reflect.get(globalThis, 'browser') ?? chrome).storage;
      return Object.keys(await session.get(null)).filter((key) => key.startsWith('followed:')).length;
    });

  /** What the button says in each tab where it has a mark. */
  const marks = () =>
    ask(async () => {
      const { action, tabs } = Reflect.get(globalThis, 'browser') ?? chrome;
      const said = [];
      for (const { id: tabId } of await tabs.query({})) if (await action.getBadgeText({ tabId })) said.push(await action.getTitle({ tabId }));
      return said;
    });

  /** The story, open in the reader view. */
  async function reading() {
    const page = await bench.quiet.open(bench.served.url('ways'));
    assert.equal((await openReader(bench.quiet, page)).state, 'reading');
    return page;
  }

  const target = bench.name === 'chrome' ? 'on the same site' : 'on no site by itself';

  describe('a link in the reader view', () => {
    beforeEach(() => storeOnly(bench.quiet, ON));

    test('is one like any other unless it is chosen otherwise', async () => {
      await storeOnly(bench.quiet, {});
      const page = await reading();
      await clickInView(page, link('/sections'));
      await arrived(page, bench.served.url('sections'));
      assert.deepEqual([await onTheirWay(), await marks()], [0, []]);
      await page.close();
    });

    test('is chosen to open quiet by a switch in the sheet', async () => {
      await storeOnly(bench.quiet, {});
      const page = await reading();
      await openSheet(bench.quiet, page);
      await clickInSheet(page, '#linksQuiet');
      await eventually(async () => (await stored(bench.quiet)).settings?.values.linksQuiet === true, 'the setting');
      await page.close();
    });

    for (const [way, follow] of /** @type {[string, (page: Page, selector: string) => Promise<void>][]} */ ([
      ['a click', clickInView],
      ['Enter', async (page, selector) => {
        await focusLink(page, selector);
        await page.keyboard.press('Enter');
      }],
    ])) {
      test(`opens quiet by ${way}, ${target}; once, and the way back leads to the article`, async () => {
        const page = await reading();
        await follow(page, link('/sections'));
        if (bench.name === 'chrome') {
          await opensByItself(page, bench.served.url('sections'));
          assert.deepEqual([await onTheirWay(), await marks()], [0, []]);
          await leaveByEscape(page);
        } else {
          await arrived(page, bench.served.url('sections'));
          await eventually(async () => (await marks()).length > 0, 'the mark');
        }
        await page.evaluate(() => history.back());
        assert.equal((await opensByItself(page, bench.served.url('ways'))).title, TITLE);
        await page.close();
      });
    }
  });
}
