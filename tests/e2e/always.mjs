// @ts-check
/** Articles that open by themselves, on the sites where the person wants it and on no other. */

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, leaveByClick, leaveByEscape, openReader, view } from './reader.mjs';
import { clickInSheet, focusInSheet, openSheet, storeOnly, stored } from './sheet.mjs';
import { TITLE } from './story.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

const HOST = '127.0.0.1';
/** After that an article would long have opened. */
const GIVEN_UP_MS = 4500;

/** @param {Page} page */
const opensByItself = (page) =>
  eventually(async () => {
    const shown = await view(page);
    return shown?.state === 'reading' ? shown : null;
  }, 'the view that opens by itself');

/**
 * Where the page comes out of the browser's cache, Firefox's driver would wait for it to load.
 *
 * @param {Page} page
 */
async function goBack(page) {
  const from = page.url();
  await page.evaluate(() => history.back());
  await eventually(async () => (await page.evaluate(() => document.URL).catch(() => from)) !== from, 'the page before');
}

/** None of these pages has opened the view, though each had its time. @param {Page[]} pages */
async function stayShut(...pages) {
  await sleep(GIVEN_UP_MS);
  assert.deepEqual(await Promise.all(pages.map(view)), pages.map(() => null));
}

/** @param {Page} options the options page */
export const listed = (options) => options.evaluate(() => [...document.querySelectorAll('[aria-labelledby=always] bdi')].map((one) => one.textContent));

/** @param {Page} options */
const said = (options) => options.evaluate(() => document.querySelector('.said')?.textContent ?? '');

/** @param {Page} page with the sheet open */
const isSwitchedOn = (page) =>
  page.evaluate(() => {
    const sheet = document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('.sheet')?.shadowRoot;
    const box = sheet?.querySelector('#always');
    if (!(box instanceof HTMLInputElement)) throw new Error('no such switch');
    return box.checked;
  });

/** @param {import('./main.mjs').Bench} bench */
export function always(bench) {
  /** @param {string} name */
  const open = (name) => bench.quiet.open(bench.served.url(name));

  /** Agrees as a person does, in the options page. */
  async function agree() {
    const options = await bench.quiet.openOptions(`?site=${HOST}`);
    if ((await listed(options)).length === 0) {
      await options.click('[data-action=always]');
      await eventually(async () => (await listed(options)).includes(HOST), 'the site in the list');
    }
    await options.close();
  }

  /** The page that a click in the sheet has opened, where the browser cannot ask beside the article. */
  const questionPage = () =>
    eventually(async () => {
      for (const page of await bench.quiet.browser.pages()) {
        const isIt = await page.evaluate(() => document.querySelector('[data-action=always]')?.checkVisibility()).catch(() => false);
        if (isIt) return page;
      }
      return null;
    }, 'the page that asks');

  describe('a site where articles are to open by themselves', () => {
    before(async () => {
      await storeOnly(bench.quiet, {});
      await bench.quiet.letIn(HOST);
    });
    after(() => bench.quiet.shutOut(HOST));

    describe('is chosen:', () => {
      beforeEach(async () => {
        await bench.quiet.shutOut(HOST);
        await bench.quiet.letIn(HOST);
      });

      test('none is, unless asked for', async () => {
        const page = await open('csp-none');
        const options = await bench.quiet.openOptions();
        assert.deepEqual(await listed(options), []);
        assert.equal(await options.$eval('[data-action=always]', () => true).catch(() => false), false);
        await options.close();
        await stayShut(page);
        await page.close();
      });

      test('by the switch in the sheet, and given back by it', async () => {
        const page = await open('csp-none');
        await openReader(bench.quiet, page);
        await openSheet(bench.quiet, page);
        assert.equal(await isSwitchedOn(page), false);
        await clickInSheet(page, '#always');
        if (bench.name === 'firefox') {
          const question = await questionPage();
          assert.match((await question.evaluate(() => document.querySelector('main')?.textContent)) ?? '', /May articles on 127\.0\.0\.1 open/);
          await question.click('[data-action=always]');
          await eventually(async () => /now open by themselves/.test(await said(question)), 'the answer');
          await question.close();
          await page.bringToFront();
        }
        await eventually(() => isSwitchedOn(page), 'the switch on');
        const other = await open('csp-nothing');
        assert.equal((await opensByItself(other)).title, TITLE);
        await other.close();
        await page.bringToFront();
        await focusInSheet(page, '#always');
        await page.keyboard.press(' ');
        await eventually(async () => !(await isSwitchedOn(page)), 'the switch off');
        const options = await bench.quiet.openOptions();
        assert.deepEqual(await listed(options), []);
        await options.close();
        await page.close();
      });

      test('and taken back in the options page', async () => {
        await agree();
        const options = await bench.quiet.openOptions();
        assert.deepEqual(await listed(options), [HOST]);
        await options.evaluate(() => {
          const { permissions } = /** @type {any} */ (globalThis).browser ?? chrome;
          const { remove } = permissions;
          // Once, as browsers do where somebody else has settled what the extension may.
          permissions.remove = async () => {
            permissions.remove = remove;
            throw new Error('You cannot remove required permissions.');
          };
        });
        await options.click('[data-action=end-always]');
        await eventually(async () => /All stays as it was on 127\.0\.0\.1/.test(await said(options)), 'that it failed');
        assert.deepEqual(await listed(options), [HOST]);
        await options.click('[data-action=end-always]');
        await eventually(async () => (await listed(options)).length === 0, 'the empty list');
        assert.match(await said(options), /no longer open by themselves: 127\.0\.0\.1/);
        await options.close();
        const page = await open('csp-none');
        await stayShut(page);
        await page.close();
      });

      test('and taken away in the browser’s own pages', async () => {
        await agree();
        const options = await bench.quiet.openOptions();
        await bench.quiet.shutOut(HOST);
        await eventually(async () => (await listed(options)).length === 0, 'the empty list');
        await options.close();
        const page = await open('csp-none');
        await stayShut(page);
        await page.close();
      });

      test('leaves nothing in storage, of which the file of settings is made', async () => {
        await agree();
        assert.deepEqual(await stored(bench.quiet), {});
      });

      if (bench.name === 'firefox') {
        test('not where the person declines', async () => {
          const options = await bench.quiet.openOptions(`?site=${HOST}`);
          await options.bringToFront();
          const decline = /** @type {NonNullable<typeof bench.quiet.decline>} */ (bench.quiet.decline);
          await decline(options, () => options.click('[data-action=always]'));
          await eventually(async () => /All stays as it was/.test(await said(options)), 'the answer');
          assert.deepEqual(await listed(options), []);
          await options.close();
        });

        test('in no private window', async () => {
          const page = await /** @type {NonNullable<typeof bench.quiet.openPrivate>} */ (bench.quiet.openPrivate)(bench.served.url('csp-none'));
          await openReader(bench.quiet, page);
          await openSheet(bench.quiet, page);
          await assert.rejects(isSwitchedOn(page), /no such switch/);
          await page.close();
        });
      }
    });

    describe('once chosen', () => {
      before(async () => {
        await bench.quiet.letIn(HOST);
        await agree();
      });

      test('shows an article without a click, under a strict policy too', async () => {
        for (const name of ['csp-none', 'csp-nothing', 'csp-sandbox']) {
          const page = await open(name);
          assert.equal((await opensByItself(page)).title, TITLE, name);
          await page.close();
        }
      });

      test('leaves lists, its front page and frames as they are', async () => {
        const pages = [await open('links'), await open('teasers'), await open('')];
        await pages[0].evaluate((address) => {
          const frame = document.createElement('iframe');
          frame.src = address;
          document.body.append(frame);
          const field = document.createElement('input');
          document.body.append(field);
          field.focus();
        }, bench.served.url('csp-none'));
        const state = () => Promise.all(pages.map((page) => page.evaluate(() => [document.documentElement.outerHTML, document.activeElement?.localName, scrollY])));
        const untouched = await state();
        await stayShut(...pages);
        assert.deepEqual(await state(), untouched);
        const framed = pages[0].frames().find((frame) => frame.url().endsWith('/csp-none'));
        assert.equal(await framed?.evaluate(() => document.querySelector('quietpage-reader') === null), true);
        for (const page of pages) await page.close();
      });

      test('shows an article that comes late', async () => {
        const page = await open('application');
        await page.evaluate('appear()');
        assert.equal((await opensByItself(page)).title, TITLE);
        await page.close();
      });

      test('leaves a page on which the person has begun to do something', async () => {
        /** @type {((page: Page) => Promise<void>)[]} */
        const acts = [
          (page) => page.keyboard.press('ArrowDown'),
          (page) => page.mouse.click(300, 300),
          (page) => page.mouse.wheel({ deltaY: 40 }),
        ];
        const pages = [];
        for (const act of acts) {
          const page = await bench.quiet.browser.newPage();
          await page.goto(bench.served.url('application'));
          await page.bringToFront();
          await act(page);
          await page.evaluate('appear()');
          pages.push(page);
        }
        await stayShut(...pages);
        for (const page of pages) await page.close();
      });

      const ways = { Escape: leaveByEscape, 'the button': (/** @type {Page} */ page) => leaveByClick(bench.quiet, page) };
      for (const [way, leave] of Object.entries(ways)) {
        test(`keeps a page shut that was left by ${way}, reloaded or come back to, until it is opened again`, async () => {
          const page = await open('csp-none');
          await opensByItself(page);
          await leave(page);
          await page.reload();
          await stayShut(page);
          await openReader(bench.quiet, page);
          await page.reload();
          await opensByItself(page);
          await leave(page);
          await page.goto(bench.served.url('sections'));
          await opensByItself(page);
          await goBack(page);
          await stayShut(page);
          await page.close();
        });
      }

      test('shows an article again that the person comes back to without having left it', async () => {
        const page = await open('csp-none');
        await opensByItself(page);
        await page.goto(bench.served.url('links'));
        await goBack(page);
        await opensByItself(page);
        await page.close();
      });

      test('gives the page back as it was', async () => {
        const page = await open('busy');
        const markup = () => page.evaluate(() => [document.documentElement.outerHTML, scrollX, scrollY, document.activeElement?.localName]);
        await opensByItself(page);
        await leaveByEscape(page);
        const left = await markup();
        await page.reload();
        await stayShut(page);
        assert.deepEqual(await markup(), left);
        await page.close();
      });

      test('shows an article of an application that changes its address', async () => {
        const page = await open('application');
        await page.click('#story');
        await opensByItself(page);
        await leaveByEscape(page);
        await goBack(page);
        await page.waitForSelector('#story');
        await page.click('#story');
        await opensByItself(page);
        await leaveByEscape(page);
        // The person reads the page itself, and its address changes while they do.
        await page.evaluate(() => history.replaceState(null, '', '/application/comments'));
        await stayShut(page);
        await page.close();
      });

      if (bench.name === 'firefox') {
        test('shows an article in a private window, and keeps nothing of it', async () => {
          const page = await /** @type {NonNullable<typeof bench.quiet.openPrivate>} */ (bench.quiet.openPrivate)(bench.served.url('csp-none'));
          await opensByItself(page);
          await leaveByEscape(page);
          await page.close();
          assert.deepEqual(await stored(bench.quiet), {});
        });
      }
    });
  });
}
