// @ts-check
/** The article is painted under every content security policy, and the page never hears of it. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { POLICIES } from './pages.mjs';
import { assertReads, leaveByEscape, openReader } from './reader.mjs';
import { NOISE, PARAGRAPHS, TITLE } from './story.mjs';

/** Browsers send reports a little after the fact. */
const REPORT_MS = 300;

/** @typedef {import('./browsers.mjs').Page} Page */

/**
 * Has the page note every violation of its policy that it is told of.
 *
 * @param {Page} page
 */
const listen = (page) =>
  page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      document.documentElement.dataset.violations = `${document.documentElement.dataset.violations ?? ''}${effectiveDirective} ${blockedURI}\n`;
    });
  });

/** @param {Page} page */
const violations = (page) => page.evaluate(() => document.documentElement.dataset.violations ?? '');

/** @param {import('./main.mjs').Bench} bench */
export function policies(bench) {
  describe('a click paints the article under', () => {
    for (const name of Object.keys(POLICIES)) {
      test(name, async () => {
        const { quiet, served } = bench;
        const page = await quiet.open(served.url(name));
        served.reports.length = 0;
        await listen(page);
        const shown = await openReader(quiet, page);
        assert.equal(shown.state, 'reading');
        assert.equal(shown.title, TITLE);
        assertReads(shown, PARAGRAPHS);
        for (const noise of NOISE) assert.ok(!shown.text.includes(noise), `shows “${noise}”`);
        assert.ok(shown.ms >= 0 && shown.ms < 60_000, `data-ms is ${shown.ms}`);
        await leaveByEscape(page);
        await sleep(REPORT_MS);
        assert.equal(await violations(page), '', 'the page was told of a violation');
        assert.deepEqual(served.reports, [], 'the site was told of a violation');
        await page.close();
      });
    }
  });

  test('a violation of the page’s own is heard of', async () => {
    const { quiet, served } = bench;
    const page = await quiet.open(served.url('csp-nothing'));
    served.reports.length = 0;
    await listen(page);
    await page.evaluate(() => {
      new Image().src = '/picture.svg';
    });
    await sleep(REPORT_MS);
    assert.match(await violations(page), /^img-src /);
    assert.equal(served.reports.length, 1);
    await page.close();
  });
}
