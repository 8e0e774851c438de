// @ts-check
/** Every end-to-end test, in each browser: `node --test tests/e2e/main.mjs`, after a build; `all.mjs` is the gate's way. */

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

const only = process.env.QUIETPAGE_BROWSER;

for (const name of BROWSERS.filter((one) => !only || one === only)) {
  describe(name, { timeout: 1_800_000 }, () => {
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
    policies(bench);
    clicking(bench);
    leaving(bench);
    writing(bench);
    hardPages(bench);
    pageFights(bench);
    hostile(bench);
    parts(bench);
    furnitureTests(bench);
    leftOut(bench);
    corrections(bench);
    quietInPlace(bench);
    settings(bench);
    typography(bench);
    options(bench);
    readingAids(bench);
    always(bench);
    accessible(bench);
    openings(bench);
    // They end the background, and with it what others watch of it.
    linksQuiet(bench);
    backgroundEnded(bench);
    faults(bench);
    updated(bench);
  });
}
