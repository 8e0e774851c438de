// @ts-check
/**
 * How time and memory grow with the page: `node compare/growth/main.mjs [--browser chrome|firefox]`, after a build and
 * `cargo build --release --features cli --bin quietpage`.
 *
 * Natively it is `quietpage extract` from start to end, the file parsed, in the processor's time; in the browser
 * `extractDocument` on the live page, in that of the page's main thread, the faster of two calls.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../../tests/e2e/browsers.mjs';
import { openLab } from '../shared/lab.mjs';
import { mainThreadClock } from '../shared/main_thread.mjs';
import { runQuietpage } from '../shared/peak.mjs';
import { growthExponent } from '../shared/statistics.mjs';
import { figure, table, times } from '../shared/table.mjs';
import { BEYOND, SHAPES, story } from '../shared/made_pages.mjs';

/** @typedef {import('../../tests/e2e/browsers.mjs').BrowserName} BrowserName */

const STORY_BYTES = [10e3, 100e3, 1e6, 5e6, 20e6, 50e6];
/** Below that, what a process and a call cost at any rate is most of it. */
const GROWTH_FROM = 1e6;
const PARTS_OF_SHAPE = [0.1, 1];
const ROUNDS = 2;
const CALLS = 2;

const { values: options } = parseArgs({ options: { browser: { type: 'string', default: 'chrome' } } });

const { browser, close } = await launch(/** @type {BrowserName} */ (options.browser));
const lab = await openLab(join(import.meta.dirname, 'in_page.js'));
const folder = mkdtempSync(join(tmpdir(), 'quietpage-growth-'));
const inBrowser = `${options.browser} ms`;

/** @param {string} html */
async function measured(html) {
  const path = join(folder, 'page.html');
  writeFileSync(path, html);
  const runs = Array.from({ length: ROUNDS }, () => runQuietpage(['extract', path]));
  const native = { ms: Math.min(...runs.map(({ ms }) => ms)), peakBytes: Math.max(...runs.map(({ peakBytes }) => peakBytes)), status: runs[0].status };
  return { bytes: Buffer.byteLength(html), native, live: await measuredLive(html) };
}

/** @param {string} html */
async function measuredLive(html) {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(lab.show(html), { waitUntil: 'load' });
  await page.evaluate(async (script, wasm) => (await import(script)).prepare(wasm), lab.scriptUrl, lab.wasmUrl);
  const clock = mainThreadClock(browser) ?? (() => performance.now());
  let code = '';
  const calls = [];
  for (let call = 0; call < CALLS; call++) {
    const start = clock();
    code = await page.evaluate(async (script) => (await import(script)).extract(), lab.scriptUrl);
    calls.push(clock() - start);
  }
  /** @type {Awaited<ReturnType<typeof import('./in_page.js').facts>>} */
  const facts = await page.evaluate(async (script, wasm) => (await import(script)).facts(wasm), lab.scriptUrl, lab.wasmUrl);
  await page.close();
  return { ...facts, code, ms: Math.min(...calls), firstMs: calls[0] };
}

/** @typedef {Awaited<ReturnType<typeof measured>>} Measured */

/** @param {Measured} result */
const cells = ({ bytes, native, live }) => [
  figure(bytes / 1e6),
  figure(live.elements),
  figure(native.ms),
  figure(native.peakBytes / 1e6),
  times(native.peakBytes / bytes),
  figure(live.ms),
  figure(live.memoryBytes / 1e6),
];
const HEADER = ['MB', 'elements', 'native ms', 'peak MB', 'of its bytes', inBrowser, 'module’s MB'];

/** @param {{ size: number, result: Measured }[]} series */
function growth(series) {
  const of = (/** @type {(result: Measured) => number} */ cost) => growthExponent(series.map(({ size, result }) => ({ size, cost: cost(result) }))).toFixed(2);
  return { native: of(({ native }) => native.ms), peak: of(({ native }) => native.peakBytes), live: of(({ live }) => live.ms) };
}

console.log('### A story, ever longer\n');
const stories = [];
for (const bytes of STORY_BYTES) stories.push({ size: bytes, result: await measured(story(bytes)) });
console.log(table(['', ...HEADER], stories.map(({ size, result }) => [`${figure(size / 1000)} KB`, ...cells(result)])));
const { native, peak, live } = growth(stories.filter(({ size }) => size >= GROWTH_FROM));
console.log(`\nFrom 1 MB on, time grows natively by the power ${native} of the size, in ${options.browser} by ${live}, memory by ${peak}: 1 is linear.`);

console.log('\n### Shapes\n');
const rows = [];
for (const { name, unit, full, make } of SHAPES) {
  const series = [];
  for (const part of PARTS_OF_SHAPE) series.push({ size: full * part, result: await measured(make(full * part)) });
  const powers = growth(series);
  for (const { size, result } of series) {
    const isFull = size === full;
    rows.push([`${name}: ${size.toLocaleString('en')} ${unit}`, ...cells(result), isFull ? powers.native : '', isFull ? powers.live : '']);
  }
}
console.log(table(['', ...HEADER, 'power, native', `power, ${options.browser}`], rows));

console.log('\n### Beyond the bounds\n');
const refusals = [];
for (const [code, make] of Object.entries(BEYOND)) {
  const { bytes, native, live } = await measured(make());
  refusals.push([code, figure(bytes / 1e6), figure(native.ms), `exit ${native.status}`, figure(live.firstMs), live.code || 'an article']);
}
console.log(table(['expected', 'MB', 'native ms', 'answer', inBrowser, 'answer in the browser'], refusals));

await close();
await lab.close();
rmSync(folder, { recursive: true });
