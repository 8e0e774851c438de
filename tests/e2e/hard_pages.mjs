// @ts-check
/** Pages that are too long, never still, or no article at all: every click ends in something visible. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertReads, eventually, leaveByClick, leaveByEscape, openReader, view } from './reader.mjs';
import { PARAGRAPHS, TITLE } from './story.mjs';

/** @param {import('./main.mjs').Bench} bench */
export function hardPages(bench) {
  describe('a hard page:', () => {
    test('five megabytes of it', async () => {
      const page = await bench.quiet.open(bench.served.url('huge'));
      const shown = await openReader(bench.quiet, page);
      assert.equal(shown.title, TITLE);
      assertReads(shown, PARAGRAPHS);
      assert.ok(!shown.text.includes('I was on the crossing number 7'), 'shows the comments');
      await leaveByEscape(page);
      await page.close();
    });

    test('a thread of thirty thousand comments comes to an end', async () => {
      const page = await bench.quiet.open(bench.served.url('thread'));
      const shown = await openReader(bench.quiet, page);
      assert.match(shown.state, /^(reading|failed)$/);
      await leaveByEscape(page);
      await page.close();
    });

    test('one that never stops changing', async () => {
      const page = await bench.quiet.open(bench.served.url('restless'));
      const shown = await openReader(bench.quiet, page);
      assertReads(shown, PARAGRAPHS);
      const later = await view(page);
      assert.deepEqual(later?.paragraphs, shown.paragraphs, 'the reader changes with the page');
      await leaveByEscape(page);
      await page.close();
    });

    test('one whose elements have our names', async () => {
      const page = await bench.quiet.open(bench.served.url('namesakes'));
      assertReads(await openReader(bench.quiet, page), PARAGRAPHS);
      await leaveByClick(bench.quiet, page);
      assertReads(await openReader(bench.quiet, page), PARAGRAPHS);
      await page.close();
    });

    test('one that folds away what its questions lead to', async () => {
      const page = await bench.quiet.open(bench.served.url('folded'));
      assert.equal(await page.evaluate(() => document.querySelector('.shut')?.checkVisibility()), false, 'the page hides nothing');
      assertReads(await openReader(bench.quiet, page), PARAGRAPHS);
      await leaveByEscape(page);
      await page.close();
    });

    test('one with nothing on it says so in a sentence', async () => {
      const page = await bench.quiet.open(bench.served.url('empty'));
      const shown = await openReader(bench.quiet, page);
      assert.equal(shown.state, 'failed');
      assert.match(shown.alert ?? '', /\w+ \w+/);
      await leaveByEscape(page);
      await page.close();
    });

    test('one that is a list of links: a sentence, and the page anyway', async () => {
      const page = await bench.quiet.open(bench.served.url('links'));
      const shown = await openReader(bench.quiet, page);
      if (shown.state === 'failed') assert.match(shown.alert ?? '', /\w+ \w+/);
      await page.evaluate(() => {
        const root = document.querySelector('quietpage-reader')?.shadowRoot;
        const button = root?.querySelector('button[data-action=show-everything]');
        if (!(button instanceof HTMLButtonElement)) throw new Error('no way to see the page anyway');
        button.click();
      });
      const all = await eventually(async () => {
        const now = await view(page);
        return now?.state === 'reading' && now.text.includes('Page 17') && now;
      }, 'the page anyway');
      assert.ok(all.text.includes('Page 33'));
      await leaveByEscape(page);
      await page.close();
    });
  });
}
