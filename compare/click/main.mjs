// @ts-check
/**
 * From the click to the painted article, stage by stage, beside Readability.js's own parse of the same page in the same
 * browser: `node compare/click/main.mjs FOLDER [N]`, after a build and `npm ci --prefix compare/click`.
 * QUIETPAGE_BROWSER names one browser, QUIETPAGE_SIZE one size of pages.
 *
 * Takes N pages of each size. Readability.js changes the document it parses, so that it needs a copy, as every extension
 * around it makes one: the copy is part of its time. Scripts of the pages do not run, and nothing but the page itself is
 * loaded.
 */

import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { BROWSERS, launch } from '../../tests/e2e/browsers.mjs';
import { leaveByEscape, openReader } from '../../tests/e2e/reader.mjs';
import { serve } from '../../tests/e2e/server.mjs';
import { measuredBuild } from './measured_build.mjs';
import { median } from '../shared/statistics.mjs';

/** @typedef {import('../../tests/e2e/browsers.mjs').Quiet} Quiet */
/** @typedef {import('../../tests/e2e/browsers.mjs').Page} Page */
/** @typedef {{[stage: string]: number}} Times in milliseconds */

const SIZES = [
  { name: '10 to 100 KB', from: 10_000, to: 100_000 },
  { name: '0.1 to 1 MB', from: 100_000, to: 1_000_000 },
  { name: 'over 1 MB', from: 1_000_000, to: Infinity },
];
/** One after the other, from the click to the painted article; `view` and `background` are of what others are. */
const STAGES = ['inject', 'load', 'walk', 'message', 'settings', 'instantiate', 'extract', 'answer', 'insert', 'paint', 'click'];
/** The first click of a browser compiles and warms up: not what is measured. */
const WARM_UP = 2;
/** The pages on which it is looked at how long they are held up. */
const LARGEST = 5;

const [folder, count = '20'] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node compare/click/main.mjs FOLDER [N]');
  process.exit(2);
}
const { QUIETPAGE_BROWSER: onlyBrowser, QUIETPAGE_SIZE: onlySize } = process.env;

const pages = readdirSync(folder)
  .filter((name) => /\.html(\.gz)?$/.test(name))
  .map((name) => {
    const bytes = readFileSync(join(folder, name));
    return { name, body: name.endsWith('.gz') ? gunzipSync(bytes) : bytes };
  })
  .sort((one, other) => one.body.length - other.body.length);

/**
 * @template T
 * @param {T[]} values
 * @param {number} wanted
 * @returns {T[]} as many of them, from their beginning to their end
 */
function spread(values, wanted) {
  if (values.length <= wanted) return values;
  return Array.from({ length: wanted }, (_, n) => values[Math.floor(((n + 0.5) * values.length) / wanted)]);
}

const readability = readFileSync(
  join(import.meta.dirname, 'node_modules', '@mozilla', 'readability', 'Readability.js'),
  'utf8',
);

/** As one expression, which the page's policy does not govern. */
const parseTime = `(() => {
  ${readability}
  const start = performance.now();
  new Readability(document.cloneNode(true)).parse();
  return performance.now() - start;
})()`;

/** A page's own scripts and pictures would be noise of another kind on every run. */
const headers = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" };
const served = await serve(Object.fromEntries(pages.map(({ name, body }) => [`/${name}`, { type: 'text/html', body, headers }])));

/**
 * @param {Quiet} quiet
 * @param {string} name of a page
 * @param {boolean} isAsleep whether the background is
 * @returns {Promise<Times | undefined>} `undefined`: there is no article, or it is not known when it was asked for
 */
async function measure(quiet, name, isAsleep) {
  const page = await quiet.open(served.url(name));
  const parse = Number(await page.evaluate(parseTime));
  if (isAsleep) await quiet.stopBackground();
  await page.bringToFront();
  const asked = Date.now();
  const { state } = await openReader(quiet, page);
  const { stages, origin } = await page.evaluate(() => ({
    origin: performance.timeOrigin,
    stages: performance.getEntriesByType('measure').map(({ name, startTime, duration }) => ({ name: name.replace('quietpage ', ''), startTime, duration })),
  }));
  await leaveByEscape(page);
  await page.close();
  const times = Object.fromEntries(stages.map((one) => [one.name, one.duration]));
  const click = stages.find((one) => one.name === 'click');
  if (state !== 'reading' || !click) return undefined;
  // What the driver's own way to the button takes is in this, too.
  const wake = origin + click.startTime - asked;
  return { ...times, settings: times.background - times.instantiate - times.extract, wake, parse };
}

/**
 * @param {Quiet} quiet
 * @param {string[]} names
 * @param {boolean} isAsleep
 */
async function measureAll(quiet, names, isAsleep) {
  /** @type {Times[]} */
  const measured = [];
  for (const name of names) {
    const times = await measure(quiet, name, isAsleep);
    if (times) measured.push(times);
  }
  const of = (/** @type {string} */ stage) => median(measured.map((one) => one[stage]));
  return { of, count: measured.length, difference: median(measured.map(({ click, parse }) => click - parse)) };
}

/** @param {number} ms */
const column = (ms) => ms.toFixed(ms < 10 ? 1 : 0).padStart(8);

/**
 * @param {Quiet} quiet
 * @param {string} title
 * @param {string[]} names
 */
async function printStages(quiet, title, names) {
  const awake = await measureAll(quiet, names, false);
  const asleep = await measureAll(quiet, names, true);
  console.log(`\n${quiet.name}, ${title}: ${awake.count} pages, medians in ms`);
  console.log(`${' '.repeat(8)}${['wake', ...STAGES].map((name) => (name === 'instantiate' ? 'module' : name).padStart(8)).join('')}    parse  click - parse    (view)`);
  for (const [name, { of, difference }] of Object.entries({ awake, asleep })) {
    const stages = ['wake', ...STAGES].map((stage) => column(of(stage))).join('');
    console.log(`${name.padEnd(8)}${stages} ${column(of('parse'))}       ${column(difference)}  ${column(of('view'))}`);
  }
  console.log(`asleep costs ${(asleep.of('wake') + asleep.of('click') - awake.of('wake') - awake.of('click')).toFixed(0)} ms more`);
}

/** Runs in the page: notes how long at most nothing else could run in it, and whether it said that it is at work. */
function watchHoldUps() {
  const { port1, port2 } = new MessageChannel();
  const { dataset } = document.documentElement;
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    dataset.held = String(Math.max(Number(dataset.held ?? 0), now - last));
    last = now;
    if (document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('[role=status] progress')) dataset.progress = '';
    port2.postMessage(null);
  };
  port2.postMessage(null);
}

/**
 * @param {Quiet} quiet
 * @param {{name: string, body: Buffer}} page
 */
async function printHoldUps(quiet, { name, body }) {
  const page = await quiet.open(served.url(name));
  await page.evaluate(watchHoldUps);
  const { ms } = await openReader(quiet, page);
  const { held, progress } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
  const said = progress === undefined ? 'no progress shown' : 'progress shown';
  console.log(`${quiet.name}, ${(body.length / 1e6).toFixed(1)} MB: ${ms} ms, of which the page was held up for at most ${Number(held).toFixed(0)} at a time; ${said}`);
  await page.close();
}

for (const name of BROWSERS.filter((one) => !onlyBrowser || one === onlyBrowser)) {
  const directory = await measuredBuild(name);
  const quiet = await launch(name, { extension: directory });
  for (const one of spread(pages, WARM_UP)) await measure(quiet, one.name, false);
  for (const size of SIZES.filter((one) => !onlySize || one.name === onlySize)) {
    const fitting = pages.filter(({ body }) => body.length > size.from && body.length <= size.to);
    await printStages(quiet, size.name, spread(fitting, Number(count)).map((one) => one.name));
  }
  console.log();
  for (const page of pages.slice(-LARGEST)) await printHoldUps(quiet, page);
  await quiet.close();
  rmSync(directory, { recursive: true, force: true });
}
await served.close();
