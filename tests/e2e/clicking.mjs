// @ts-check
/** What a click does, and what it does not do. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { view, openReader, leaveByClick, leaveByEscape, eventually, readerGone } from './reader.mjs';
import { TITLE } from './story.mjs';

/** @param {import('./main.mjs').Bench} bench */
export function clicking(bench) {
  describe('a click', () => {
    test('without one, the page has no reader', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-none'));
      assert.equal(await view(page), null);
      await page.close();
    });

    test('a second one leaves', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-none'));
      await openReader(bench.quiet, page);
      await leaveByClick(bench.quiet, page);
      await page.close();
    });

    test('a third one reads again', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-none'));
      await openReader(bench.quiet, page);
      await leaveByClick(bench.quiet, page);
      assert.equal((await openReader(bench.quiet, page)).title, TITLE);
      await page.close();
    });

    test('the close button leaves', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-none'));
      await openReader(bench.quiet, page);
      await page.evaluate(() => {
        const button = document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('button[data-action=close]');
        if (!(button instanceof HTMLButtonElement)) throw new Error('no close button');
        button.click();
      });
      await readerGone(page);
      await page.close();
    });

    test('in one tab leaves the other tab alone', async () => {
      const other = await bench.quiet.open(bench.served.url('csp-self'));
      const page = await bench.quiet.open(bench.served.url('csp-none'));
      await openReader(bench.quiet, page);
      assert.equal(await view(other), null);
      await page.close();
      await other.close();
    });

    test('asks nothing of the network but the pictures of the article', async () => {
      const { quiet, served } = bench;
      const page = await quiet.open(served.url('picture'));
      served.requests.length = 0;
      /** @type {string[]} */
      const asked = [];
      page.on('request', (request) => asked.push(request.url()));
      const shown = await openReader(quiet, page);
      assert.equal(shown.state, 'reading');
      const picture = `${served.origin}/picture.svg`;
      const others = [...asked, ...(await quiet.foreignRequests(page))].filter(
        (url) => url !== picture && /^https?:/.test(url),
      );
      assert.deepEqual(others, []);
      assert.deepEqual(served.requests.filter((path) => path !== '/picture.svg'), []);
      await page.close();
    });

    test('shows the article’s own picture', async () => {
      const page = await bench.quiet.open(bench.served.url('picture'));
      const shown = await openReader(bench.quiet, page);
      assert.deepEqual(shown.images, [`${bench.served.origin}/picture.svg`]);
      await page.close();
    });

    test('puts the reader in the top layer, over all of the page', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-none'));
      await openReader(bench.quiet, page);
      const covered = await page.evaluate(() => {
        const points = [
          [5, 5],
          [innerWidth / 2, innerHeight / 2],
          [innerWidth - 30, innerHeight - 5],
        ];
        return points.map(([x, y]) => document.elementFromPoint(x, y)?.localName);
      });
      assert.deepEqual(covered, ['quietpage-reader', 'quietpage-reader', 'quietpage-reader']);
      await page.close();
    });

    test('on a page whose article came later reads what stands there now', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-none'));
      const added = 'This sentence was added by the page after it had loaded, and belongs to the story like the others do.';
      await page.evaluate((text) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = text;
        document.querySelector('.story-body')?.append(paragraph);
      }, added);
      const shown = await openReader(bench.quiet, page);
      assert.ok(shown.paragraphs.includes(added));
      await leaveByEscape(page);
      await page.close();
    });

    test('on a document the browser shows in its own viewer says so in a sentence', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-none'));
      await page.goto(bench.served.url('paper.pdf')).catch(() => undefined); // a viewer may never say that it has loaded
      await bench.quiet.click(page);
      await eventually(() => bench.quiet.takeNotice(page), 'an answer on a PDF');
      await page.close();
    });

    test('on a page of the browser’s own says so in a sentence', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-none'));
      await bench.quiet.showBrowserPage(page);
      await bench.quiet.click(page);
      await eventually(() => bench.quiet.takeNotice(page), 'an answer on a browser page');
      await page.close();
    });
  });
}
