// @ts-check
/** What was left out is listed, with its reason. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clickInView, inView } from './in_view.mjs';
import { eventually, openReader } from './reader.mjs';
import { NOISE } from './story.mjs';

/** @param {import('./main.mjs').Bench} bench */
export function leftOut(bench) {
  describe('what was left out', () => {
    test('is listed by its first words, each with a reason', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-nothing'));
      await openReader(bench.quiet, page);
      await inView(page, (root) => root.querySelector('footer summary')?.scrollIntoView());
      await clickInView(page, 'footer summary');
      const listed = await eventually(async () => {
        const items = await inView(page, (root) =>
          [...root.querySelectorAll('footer li')].map((item) => [item.querySelector('q')?.textContent ?? '', item.querySelector('small')?.textContent ?? '']),
        );
        return items.length > 0 && items;
      }, 'the list');
      for (const noise of NOISE) assert.ok(listed.some(([words]) => words.includes(noise)), `“${noise}” is not listed`);
      for (const [words, reason] of listed) assert.match(reason, /^\p{Lu}\w+/u, `the reason of “${words}”`);
      await page.close();
    });
  });
}
