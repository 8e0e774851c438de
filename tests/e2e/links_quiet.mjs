// @ts-check
/** Links that open quiet: from one article to the next, without a press of the button where the browser allows it. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { PLAIN_HOST } from './driving.mjs';
import { inView } from './in_view.mjs';
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
    // Not by what the driver holds for the address: of a page from the browser's cache Firefox's hears nothing.
    const at = await page.evaluate(() => document.URL).catch(() => '');
    const shown = at === url ? await view(page).catch(() => null) : null;
    return shown?.state === 'reading' ? shown : null;
  }, 'the view that opens by itself');

/** @param {Page} page @param {string} selector */
async function focusLink(page, selector) {
  await inView(page, (root, css) => /** @type {HTMLElement} */ (root.querySelector(css)).focus(), selector);
}

/**
 * Where a link begins: its middle may lie between two lines.
 *
 * @param {Page} page
 * @param {string} selector
 */
const beginningOf = (page, selector) =>
  inView(
    page,
    (root, css) => {
      const found = /** @type {Element} */ (root.querySelector(css));
      found.scrollIntoView({ block: 'center' });
      const { x, y, height } = found.getClientRects()[0];
      return { x: x + 3, y: y + height / 2 };
    },
    selector,
  );

/** @param {Page} page @param {string} selector */
async function clickLink(page, selector) {
  const { x, y } = await beginningOf(page, selector);
  await page.mouse.click(x, y);
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
      await clickLink(page, link('/sections'));
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
      ['a click', clickLink],
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

    if (bench.name === 'chrome') {
      test('opens quiet where the site sends on to another address', async () => {
        const page = await reading();
        await clickLink(page, link('/moved'));
        await opensByItself(page, bench.served.url('sections'));
        assert.equal(await onTheirWay(), 0);
        await page.reload();
        await arrived(page, bench.served.url('sections'));
        assert.equal(await onTheirWay(), 0, 'reloaded, it is a page like any other');
        await page.close();
      });

      test('opens no page that is no article, and leaves it as it is', async () => {
        const plain = await bench.quiet.open(bench.served.url('teasers'));
        const markup = (/** @type {Page} */ page) => page.evaluate(() => document.documentElement.outerHTML);
        const untouched = await markup(plain);
        await plain.close();
        const page = await reading();
        await clickLink(page, link('/teasers'));
        await arrived(page, bench.served.url('teasers'));
        await eventually(async () => (await onTheirWay()) === 0, 'the last look at the page');
        assert.equal(await markup(page), untouched);
        assert.deepEqual(await marks(), []);
        await page.close();
      });

      test('opens quiet though the background was ended on the way', async () => {
        const page = await reading();
        await clickLink(page, link('/late'));
        await eventually(async () => (await onTheirWay()) === 1, 'the link on its way');
        await bench.quiet.stopBackground();
        bench.served.answerLate();
        await opensByItself(page, bench.served.url('late'));
        await page.close();
      });
    }

    test('has the button say that a press is needed, where the browser does not let the extension in', async () => {
      const page = await bench.quiet.open(bench.served.url('ways'));
      const elsewhere = bench.served.url('sections').replace('127.0.0.1', PLAIN_HOST);
      await page.$eval('a.elsewhere', (one, address) => one.setAttribute('href', address), elsewhere);
      await openReader(bench.quiet, page);
      await clickLink(page, `article a[href="${elsewhere}"]`);
      await arrived(page, elsewhere);
      const said = await eventually(async () => (await marks())[0], 'the mark');
      assert.match(said, /^Press here to read this page quietly/);
      assert.equal(await onTheirWay(), 0);
      assert.equal(await view(page), null);
      await page.bringToFront();
      assert.equal((await openReader(bench.quiet, page)).state, 'reading');
      await eventually(async () => (await marks()).length === 0, 'the button without a mark');
      await page.close();
    });

    test('opens no page any more once the person has left the view', async () => {
      const page = await reading();
      await clickLink(page, link('/late'));
      await eventually(async () => (await onTheirWay()) === 1, 'the link on its way');
      await page.bringToFront();
      await page.keyboard.press('Escape');
      await eventually(async () => (await onTheirWay()) === 0, 'the end of the wait');
      bench.served.answerLate();
      await arrived(page, bench.served.url('late'));
      assert.deepEqual([await onTheirWay(), await marks(), await view(page)], [0, [], null]);
      await page.close();
    });

    test('leaves nothing behind where the tab is closed on the way', async () => {
      const page = await reading();
      await clickLink(page, link('/late'));
      await eventually(async () => (await onTheirWay()) === 1, 'the link on its way');
      await page.close();
      await eventually(async () => (await onTheirWay()) === 0, 'the end of the wait');
      bench.served.answerLate();
    });

    test('goes its usual way to a place in the text, or into another tab', async () => {
      const page = await reading();
      await clickLink(page, 'article a[href^="#"]');
      const { x, y } = await beginningOf(page, link('/sections'));
      const before = (await bench.quiet.browser.pages()).length;
      await page.keyboard.down('Control');
      await page.mouse.click(x, y);
      await page.keyboard.up('Control');
      await page.mouse.click(x, y, { button: 'middle' });
      await eventually(async () => (await bench.quiet.browser.pages()).length === before + 2, 'two more tabs');
      assert.equal((await view(page))?.state, 'reading');
      assert.equal(page.url(), bench.served.url('ways'));
      assert.equal(await onTheirWay(), 0);
      for (const other of await bench.quiet.browser.pages()) if (other.url() === bench.served.url('sections')) await other.close();
      await page.close();
    });

    test('opens quiet on a site where articles open by themselves, with nothing left to wait for', async () => {
      await bench.quiet.letIn('127.0.0.1');
      const options = await bench.quiet.openOptions('?site=127.0.0.1');
      // Chromium's page of extensions has granted it already.
      if (await options.evaluate(() => document.querySelector('[data-action=always]')?.checkVisibility())) await options.click('[data-action=always]');
      await eventually(() => options.evaluate(() => document.querySelector('[data-action=end-always]') !== null), 'the site in the list');
      await options.close();
      const page = await bench.quiet.open(bench.served.url('ways'));
      await opensByItself(page, bench.served.url('ways'));
      await clickLink(page, link('/sections'));
      await opensByItself(page, bench.served.url('sections'));
      await eventually(async () => (await onTheirWay()) === 0, 'the end of the wait');
      assert.deepEqual(await marks(), []);
      await page.close();
      await bench.quiet.shutOut('127.0.0.1');
    });
  });
}
