// @ts-check
/** Directions, scripts, shadow trees and frames: every text arrives, set as its language wants it. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ARABIC, JAPANESE, SHADOW_PARAGRAPHS } from './pages.mjs';
import { assertReads, leaveByEscape, openReader } from './reader.mjs';
import { PARAGRAPHS, TITLE } from './story.mjs';

/** @param {import('./main.mjs').Bench} bench */
export function writing(bench) {
  describe('reads', () => {
    test('Arabic from right to left', async () => {
      const page = await bench.quiet.open(bench.served.url('arabic'));
      const shown = await openReader(bench.quiet, page);
      assert.equal(shown.title, ARABIC.title);
      assert.equal(shown.titleDirection, 'rtl');
      assertReads(shown, ARABIC.paragraphs);
      await page.close();
    });

    test('Japanese, with its language on the article', async () => {
      const page = await bench.quiet.open(bench.served.url('japanese'));
      const shown = await openReader(bench.quiet, page);
      assert.equal(shown.title, JAPANESE.title);
      assertReads(shown, JAPANESE.paragraphs);
      const language = await page.evaluate(() => {
        const content = document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('article');
        return content?.closest('[lang]')?.getAttribute('lang');
      });
      assert.equal(language, 'ja');
      await page.close();
    });

    test('a story kept in shadow trees, declared, closed and slotted', async () => {
      const page = await bench.quiet.open(bench.served.url('shadows'));
      const shown = await openReader(bench.quiet, page);
      assert.equal(shown.title, TITLE);
      assertReads(shown, SHADOW_PARAGRAPHS);
      await leaveByEscape(page);
      await page.close();
    });

    test('the page and not its frames', async () => {
      const page = await bench.quiet.open(bench.served.url('frames'));
      const shown = await openReader(bench.quiet, page);
      assertReads(shown, PARAGRAPHS);
      assert.ok(!shown.text.includes('Framed offer'));
      const readers = await Promise.all(
        page.frames().slice(1).map((frame) => frame.evaluate(() => document.querySelector('quietpage-reader') !== null)),
      );
      assert.ok(!readers.includes(true), 'a frame has a reader of its own');
      await page.close();
    });
  });
}
