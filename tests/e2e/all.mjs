// @ts-check
/**
 * Runs every end-to-end test, and the few suites in which one failed once more, in a fresh browser. A real browser on a busy
 * machine stalls now and then: what passes then is named as unsteady, what fails twice has failed. What failed is listed at
 * the end. `node tests/e2e/all.mjs`, after a build.
 */

import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('main.mjs', import.meta.url));
/** Failures in more suites than these are no stall. */
const MAX_AGAIN = 3;

/**
 * @typedef {{ browser: string, suite: string }} Suite
 * @typedef {Suite & { test: string, why: string }} Failure `why`: the first line
 *
 * @typedef {object} Said of a test by the runner
 * @property {string} name
 * @property {number} nesting
 * @property {{ type?: string, error?: Error & { cause?: unknown } }} [details]
 */

/**
 * @param {Suite} [only] every one without
 * @returns {Promise<{ failures: Failure[], suites: Suite[], isWell: boolean }>} the tests and suites that failed; `isWell`:
 *   nothing did, outside of them either, and a test has run
 */
async function ran(only) {
  if (only) Object.assign(process.env, { QUIETPAGE_BROWSER: only.browser, QUIETPAGE_SUITE: only.suite });
  const failures = /** @type {Failure[]} */ ([]);
  const suites = /** @type {Suite[]} */ ([]);
  const path = /** @type {string[]} */ ([]);
  let passed = 0;
  let isWell = true;
  const tests = run({ files: [MAIN] });
  tests.on('test:start', (/** @type {Said} */ { name, nesting }) => {
    path.length = nesting;
    path.push(name);
  });
  tests.on('test:pass', ({ skip, details }) => {
    if (!skip && details.type !== 'suite') passed += 1;
  });
  tests.on('test:fail', ({ name, nesting, details }) => {
    isWell = false;
    const [browser, suite] = path;
    if (nesting === 1) suites.push({ browser, suite: name });
    if (details.type !== 'suite') failures.push({ browser, suite, test: name, why: firstLine(details.error?.cause ?? details.error) });
  });
  const shown = tests.compose(new spec());
  for await (const part of shown) process.stdout.write(part);
  return { failures, suites, isWell: isWell && passed > 0 };
}

/** @param {unknown} error */
const firstLine = (error) => String(error instanceof Error ? error.message : error).split('\n', 1)[0];

/** @param {Failure[]} failures */
function list(failures) {
  console.log('\nfailed:');
  for (const { browser, suite, test, why } of failures) console.log(`  ${browser}, ${suite}: ${test}: ${why}`);
}

const first = await ran();
if (!first.isWell) {
  list(first.failures);
  if (!first.suites.length || first.suites.length > MAX_AGAIN) process.exit(1);
  for (const suite of first.suites) {
    console.log(`\nonce more, in a fresh ${suite.browser}: ${suite.suite}`);
    const again = await ran(suite);
    if (!again.isWell) {
      list(again.failures);
      process.exit(1);
    }
  }
  for (const { browser, suite, test } of first.failures) console.log(`unsteady, passed the second time: ${browser}, ${suite}: ${test}`);
}
process.exit(0);
