// @ts-check
/**
 * Runs every end-to-end test, and those few that failed once more, alone in a fresh browser. A real browser on a busy machine
 * stalls now and then: what passes alone is named as unsteady, what fails twice has failed. `node tests/e2e/all.mjs`, after a build.
 */

import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('main.mjs', import.meta.url));
/** More failures than these are no stall. */
const MAX_AGAIN = 3;

/**
 * @typedef {{ browser: string, name: string }} Case a test in one browser
 * @typedef {{ name: string, nesting: number, details?: { type?: string } }} Said of a test by the runner
 */

/**
 * @param {RegExp[]} [patterns] of names; every test without
 * @returns {Promise<{ passed: Case[], failed: Case[], isWell: boolean }>} `isWell`: nothing failed outside of tests either
 */
async function ran(patterns) {
  const passed = /** @type {Case[]} */ ([]);
  const failed = /** @type {Case[]} */ ([]);
  const path = /** @type {string[]} */ ([]);
  let isWell = true;
  const tests = run({ files: [MAIN], testNamePatterns: patterns });
  tests.on('test:start', (/** @type {Said} */ { name, nesting }) => {
    path.length = nesting;
    path.push(name);
  });
  /** @param {Said & { skip?: unknown }} said */
  const isTest = ({ skip, details }) => !skip && details?.type !== 'suite';
  tests.on('test:pass', (said) => {
    if (isTest(said)) passed.push({ browser: path[0], name: said.name });
  });
  tests.on('test:fail', (said) => {
    isWell = false;
    if (isTest(said)) failed.push({ browser: path[0], name: said.name });
  });
  const shown = tests.compose(new spec());
  for await (const part of shown) process.stdout.write(part);
  return { passed, failed, isWell };
}

/** @param {string} name */
const exactly = (name) => new RegExp(`^${name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$`);

const first = await ran();
if (!first.isWell) {
  if (!first.failed.length || first.failed.length > MAX_AGAIN) process.exit(1);
  for (const { browser, name } of first.failed) {
    console.log(`\nonce more, alone in ${browser}: ${name}`);
    process.env.QUIETPAGE_BROWSER = browser;
    const again = await ran([exactly(name)]);
    if (!again.isWell || !again.passed.some((one) => one.name === name)) process.exit(1);
  }
  for (const { browser, name } of first.failed) console.log(`unsteady, passed the second time: ${browser}: ${name}`);
}
process.exit(0);
