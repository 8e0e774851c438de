// @ts-check
/**
 * Random pages, random clicks and keys, for as long as is wished: `node tests/soak/main.mjs [MINUTES] [--browser
 * chrome|firefox] [--seed N] [--from VISIT] [--pages FOLDER] [--again]`, after a build. Without a folder the pages of the
 * corpus are taken, where there is one. Fails where the extension has written an error into a console, a page did not come
 * out of a view as it went in, a view said nothing or did not answer, or memory grew. `--again`: a visit that fails is made
 * once more, and of those that then pass one is let pass, as a busy machine has its moods.
 */

import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSERS, launch } from '../e2e/browsers.mjs';
import { ROOT } from '../e2e/driving.mjs';
import { storeOnly } from '../e2e/sheet.mjs';
import { chanceOf } from './chance.mjs';
import { comparedHalves } from './flat.mjs';
import { servePages } from './pages.mjs';
import { toAnotherDocument } from './seen.mjs';
import { comeBack } from './steps.mjs';
import { makeVisit } from './visit.mjs';

const USAGE = 'usage: node tests/soak/main.mjs [MINUTES] [--browser chrome|firefox] [--seed N] [--from VISIT] [--pages FOLDER] [--again]';
const LOOKS = 12;
/** What the browser keeps of pages that were left, to come back to. */
const KEPT_BY_BROWSER = 8;
/** Visits of a run that may fail and pass when they are made again. */
const MOODS = 1;
/** Corrections and settings of earlier visits go on to the next, up to here. */
const VISITS_TOGETHER = 15;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: 'string' }, seed: { type: 'string' }, from: { type: 'string', default: '0' }, pages: { type: 'string' }, again: { type: 'boolean', default: false } },
});
const corpus = join(process.env.QUIETPAGE_CORPUS ?? join(ROOT, '..', 'shared', 'corpus', 'wcxb-dev'), 'html');
const folder = values.pages ?? (existsSync(corpus) ? corpus : undefined);
const minutes = Number(positionals[0] ?? 3);
const seed = Number(values.seed ?? Date.now() % 100_000);
const names = BROWSERS.filter((one) => !values.browser || one === values.browser);
const isWrong = positionals.length > 1 || !(minutes > 0) || !Number.isInteger(seed) || !(Number(values.from) >= 0) || names.length === 0;
if (isWrong || (folder && !existsSync(folder))) {
  console.error(isWrong ? USAGE : `soak: there is no folder ${folder}`);
  process.exit(2);
}

/** @param {import('../e2e/browsers.mjs').BrowserName} name @returns {Promise<boolean>} whether all went well */
async function soak(name) {
  const pages = await servePages(folder);
  const quiet = await launch(name, { isOffline: true });
  const faults = await quiet.watchFaults();
  const total = { visits: 0, steps: 0, views: 0, compared: 0 };
  let failed = 0;
  let passedAgain = 0;
  /** @type {import('../e2e/memory.mjs').Memory[]} */
  const looks = [];
  const start = Date.now();
  const end = start + minutes * 60_000;
  const first = await quiet.browser.pages();
  let page = await newTab();

  /** The one tab in which all happens: what a page leaves behind stays in its process. */
  async function newTab() {
    const tab = await quiet.browser.newPage();
    // A page asks whether it may be left.
    tab.on('dialog', (dialog) => dialog.accept().catch(() => undefined)); // it may have gone with its page
    return tab;
  }

  /** What pages and links have opened. */
  async function closeOthers() {
    for (const other of await quiet.browser.pages()) {
      if (other !== page && !first.includes(other)) await other.close().catch(() => undefined); // it closed itself
    }
    await comeBack(quiet, page);
  }

  async function lookAtMemory() {
    await closeOthers();
    for (let n = 0; n < KEPT_BY_BROWSER; n++) await toAnotherDocument(page, () => page.goto(pages.plain(n)));
    looks.push(await quiet.memory(page));
  }

  /** @param {number} visit @returns {Promise<boolean>} whether all went well in it */
  async function isWell(visit) {
    const chance = chanceOf(seed, visit);
    /** @type {string[]} */
    const lines = [];
    try {
      if (total.visits % VISITS_TOGETHER === 0) await storeOnly(quiet, {});
      await closeOthers();
      const scene = { quiet, page, chance, otherPage: () => pages.draw(chance).url, soakPage: pages.draw(chance), visit, faults, log: (/** @type {string} */ line) => void lines.push(line) };
      const done = await makeVisit(scene);
      for (const what of /** @type {const} */ (['steps', 'views', 'compared'])) total[what] += done[what];
      if (Date.now() - start > (looks.length * (end - start)) / LOOKS) await lookAtMemory();
      return true;
    } catch (problem) {
      const picture = join(ROOT, 'dist', 'soak', `${name}-${seed}-${visit}.png`);
      mkdirSync(dirname(picture), { recursive: true });
      await page.screenshot({ path: /** @type {`${string}.png`} */ (picture) }).catch(() => undefined); // of a tab that has gone there is none
      const replay = `node tests/soak/main.mjs --browser ${name} --seed ${seed} --from ${visit}${values.pages ? ` --pages ${values.pages}` : ''}`;
      console.error(`\nsoak: ${name}, seed ${seed}, visit ${visit}: ${problem instanceof Error ? problem.stack : problem}\n${lines.join('\n')}\n  a picture in ${relative(ROOT, picture)}; again by: ${replay}`);
      await faults();
      const broken = page;
      page = await newTab();
      await broken.close().catch(() => undefined); // it may have gone already
      return false;
    }
  }

  for (let visit = Number(values.from); Date.now() < end; visit++) {
    if (!(await isWell(visit))) {
      if (values.again && (await isWell(visit))) passedAgain += 1;
      else failed += 1;
    }
    total.visits += 1;
  }
  await quiet.close();
  await pages.close();

  const minutesTaken = ((Date.now() - start) / 60_000).toFixed(1);
  console.log(
    `\nsoak: ${name}, seed ${seed}: ${total.visits} pages in ${minutesTaken} minutes, ${total.steps} steps, ${total.views} views opened, ${total.compared} pages found as they were, ${failed} failures${passedAgain > 0 ? `, and ${passedAgain} that did not come back` : ''}`,
  );
  const halves = comparedHalves(looks);
  if (halves.length === 0) console.log(`memory: ${looks.length} looks are too few to compare`);
  for (const { what, first, second, isGrown } of halves) {
    console.log(`${what.padEnd(14)}${Math.round(first).toLocaleString('en').padStart(10)}${Math.round(second).toLocaleString('en').padStart(10)}${isGrown ? '  GROWN' : ''}`);
  }
  return failed === 0 && passedAgain <= MOODS && !halves.some(({ isGrown }) => isGrown);
}

console.log(folder ? `soak: pages of ${folder}, and the project's own` : 'soak: no corpus (QUIETPAGE_CORPUS names one); the project’s own pages alone');
const outcomes = await Promise.all(names.map(soak));
process.exit(outcomes.every(Boolean) ? 0 : 1);
