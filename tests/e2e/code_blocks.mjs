// @ts-check
/** Blocks of code, copied by a button. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { PLAIN_HOST } from './driving.mjs';
import { clickInView, inView } from './in_view.mjs';
import { CODE } from './long_story.mjs';
import { pastedText } from './pasting.mjs';
import { eventually, openReader } from './reader.mjs';
import { storeOnly } from './sheet.mjs';

const WRITTEN = CODE.replaceAll('&lt;', '<');
const BUTTON = '[data-action=copy_code]';

/** @param {import('./main.mjs').Bench} bench */
export function codeTests(bench) {
  describe('code', () => {
    // The place that another test read to is none of these.
    beforeEach(() => storeOnly(bench.quiet, {}));

    for (const [kind, host] of [['a secure page', '127.0.0.1'], ['a page without https', PLAIN_HOST]]) {
      test(`of ${kind} is copied as it stands, and that is said`, async () => {
        const page = await bench.quiet.open(bench.served.url('aids').replace('127.0.0.1', host));
        await openReader(bench.quiet, page);
        assert.equal(await page.evaluate(() => isSecureContext), host === '127.0.0.1');
        await inView(page, (root) => root.querySelector('article pre')?.scrollIntoView({ block: 'center' }));
        await clickInView(page, BUTTON);
        const said = () => inView(page, (root) => [...root.querySelectorAll('[role=status]')].map((one) => one.textContent).join(''));
        await eventually(async () => (await said()).includes('Copied'), 'the word');
        assert.equal(await inView(page, (root) => root.querySelector('article pre')?.textContent), WRITTEN);
        await page.keyboard.press('Escape');
        assert.equal(await pastedText(page), WRITTEN);
        await page.close();
      });
    }
  });
}
