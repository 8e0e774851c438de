// @ts-check
/**
 * What quiet in place costs a page that never rests: `node compare/quiet/watching.mjs [chrome] [firefox]`, after a build.
 * All that its script is called for in the page is summed up in every window of 100 ms, layout that it asks for with it. Of
 * Chromium it is the processor's time; Firefox tells only the clock's, in which whatever else the machine does counts too.
 */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BROWSERS, launch } from '../../tests/e2e/browsers.mjs';
import { ROOT } from '../../tests/e2e/driving.mjs';
import { openInPlace } from '../../tests/e2e/in_place.mjs';
import { serve } from '../../tests/e2e/server.mjs';
import { storeOnly } from '../../tests/e2e/sheet.mjs';
import { inWindows, quantile, tracedCalls } from '../../tests/e2e/watching_cost.mjs';

/** Long enough for some looks at the whole page. */
const MEASURED_MS = 20_000;

/** Runs before the extension's own script, in its world: times what the browser calls that for. */
function timeCalls() {
  const scope = /** @type {any} */ (globalThis);
  if (scope.quietpageCalls) return;
  /** @type {import('../../tests/e2e/watching_cost.mjs').Call[]} */
  const calls = (scope.quietpageCalls = []);
  const timed = (/** @type {Function} */ callback) => (/** @type {unknown[]} */ ...given) => {
    const at = performance.now();
    callback(...given);
    calls.push({ at, ms: performance.now() - at });
  };
  for (const name of ['setTimeout', 'requestAnimationFrame']) {
    const native = scope[name].bind(window);
    scope[name] = (/** @type {Function} */ callback, /** @type {unknown[]} */ ...rest) => native(timed(callback), ...rest);
  }
  const Native = MutationObserver;
  scope.MutationObserver = function (/** @type {Function} */ callback) {
    return new Native(/** @type {MutationCallback} */ (timed(callback)));
  };
  const { scheduler } = scope;
  scope.scheduler = { postTask: (/** @type {Function} */ callback, /** @type {object} */ how) => scheduler.postTask(timed(callback), how) };
  // The page's way to read them.
  document.addEventListener('quietpage-calls', () => {
    document.documentElement.setAttribute('data-calls', JSON.stringify(calls));
    calls.length = 0;
  });
}

/** @param {import('../../tests/e2e/browsers.mjs').Page} page */
async function timedCalls(page) {
  const read = () =>
    page.evaluate(() => {
      document.dispatchEvent(new Event('quietpage-calls'));
      return JSON.parse(document.documentElement.getAttribute('data-calls') ?? '[]');
    });
  await read();
  await sleep(MEASURED_MS);
  return read();
}

const names = process.argv.slice(2);
const served = await serve();
for (const name of BROWSERS.filter((one) => names.length === 0 || names.includes(one))) {
  const extension = mkdtempSync(join(tmpdir(), 'quietpage-timed-'));
  cpSync(join(ROOT, 'dist', name), extension, { recursive: true });
  const script = join(extension, 'quiet.js');
  if (name === 'firefox') writeFileSync(script, `(${timeCalls})();\n${readFileSync(script, 'utf8')}`);
  const quiet = await launch(name, { extension });
  await storeOnly(quiet, { settings: { version: 2, values: { view: 'quiet' } } });
  const page = await quiet.open(served.url('quiet-restless'));
  await openInPlace(quiet, page);
  const windows = inWindows(name === 'chrome' ? await tracedCalls(page, MEASURED_MS) : await timedCalls(page));
  const [median, p90, p99, max] = [0.5, 0.9, 0.99, 1].map((share) => Number(quantile(windows, share).toFixed(2)));
  console.log(JSON.stringify({ name, windows: windows.length, median, p90, p99, max }));
  await quiet.close();
  rmSync(extension, { recursive: true });
}
await served.close();
