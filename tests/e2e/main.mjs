// @ts-check
/**
 * Every end-to-end test, in each browser: `node --test tests/e2e/main.mjs`, after a build; `all.mjs` is the gate's way.
 * QUIETPAGE_BROWSER and QUIETPAGE_SUITE name the only browser and the only suite to run.
 */

import { after, before, describe } from 'node:test';
import { BROWSERS, launch } from './browsers.mjs';
import { serve } from './server.mjs';
import { accessible } from './accessible.mjs';
import { always } from './always.mjs';
import { backgroundEnded } from './background_ended.mjs';
import { clicking } from './clicking.mjs';
import { faults } from './faults.mjs';
import { furnitureTests } from './furniture.mjs';
import { hardPages } from './hard_pages.mjs';
import { hostile } from './hostile.mjs';
import { leaving } from './leaving.mjs';
import { corrections } from './corrections.mjs';
import { leftOut } from './left_out.mjs';
import { linksQuiet } from './links_quiet.mjs';
import { openings } from './openings.mjs';
import { options } from './options.mjs';
import { pageFights } from './page_fights.mjs';
import { parts } from './parts.mjs';
import { policies } from './policies.mjs';
import { quietInPlace } from './quiet.mjs';
import { readingAids } from './reading_aids.mjs';
import { settings } from './settings.mjs';
import { typography } from './typography.mjs';
import { updated } from './updated.mjs';
import { writing } from './writing.mjs';

/**
 * @typedef {object} Bench what a test has at hand once its browser runs
 * @property {import('./browsers.mjs').BrowserName} name
 * @property {import('./browsers.mjs').Quiet} quiet
 * @property {import('./server.mjs').Served} served
 */

/** Each in a browser of its own: what one leaves behind, in the browser or as garbage, is not the next one's. */
const SUITES = {
  policies,
  clicking,
  leaving,
  writing,
  hardPages,
  pageFights,
  hostile,
  parts,
  furniture: furnitureTests,
  leftOut,
  corrections,
  quietInPlace,
  settings,
  typography,
  options,
  readingAids,
  always,
  accessible,
  openings,
  linksQuiet,
  backgroundEnded,
  faults,
  updated,
};
/** Several times what the longest takes on a slow machine. */
const SUITE_MS = 600_000;

const { QUIETPAGE_BROWSER: onlyBrowser, QUIETPAGE_SUITE: onlySuite } = process.env;

for (const name of BROWSERS.filter((one) => !onlyBrowser || one === onlyBrowser)) {
  describe(name, () => {
    for (const [suite, tests] of Object.entries(SUITES).filter(([one]) => !onlySuite || one === onlySuite)) {
      describe(suite, { timeout: SUITE_MS }, () => {
        /** @type {Bench} */
        const bench = /** @type {any} */ ({ name });
        before(async () => {
          bench.served = await serve();
          bench.quiet = await launch(name);
        });
        after(async () => {
          await bench.quiet?.close();
          await bench.served?.close();
        });
        tests(bench);
      });
    }
  });
}
