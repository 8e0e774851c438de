// @ts-check
/**
 * Quietpage and its peers natively: `node compare/native/main.mjs FOLDER [--pages N] [--rounds N]`, with the programs that
 * `scripts/bench.sh` builds first.
 *
 * Every contender reads the same pages on one thread, one after the other and in another order each round; of a page
 * counts the fastest of its rounds, as whatever else the machine does only adds to it. All are given the page as a string,
 * and parse it.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startContenders } from '../shared/contender_process.mjs';
import { SIZE_CLASSES, bytesOf, pagesIn, sample } from '../shared/pages.mjs';
import { PROGRAMS } from '../shared/programs.mjs';
import { median, p90 } from '../shared/statistics.mjs';
import { figure, table, times } from '../shared/table.mjs';
import { decoded } from './decode.mjs';
import { reportBatch } from './batch.mjs';
import { reportPeaks } from './peaks.mjs';

const RUST = ['quietpage', 'dom_smoothie', 'rs-trafilatura'];
const PYTHON = ['trafilatura', 'resiliparse'];
const CONTENDERS = [...RUST, ...PYTHON];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { pages: { type: 'string', default: '20' }, rounds: { type: 'string', default: '5' } },
});
const [folder] = positionals;
if (!folder) {
  console.error('usage: node compare/native/main.mjs FOLDER [--pages N] [--rounds N]');
  process.exit(2);
}

const rust = startContenders(PROGRAMS.rustPeers);
const python = startContenders(PROGRAMS.python, [join(import.meta.dirname, 'peers.py')]);
const unpacked = mkdtempSync(join(tmpdir(), 'quietpage-compare-'));
const all = pagesIn(folder);

/**
 * @param {string} path
 * @returns {Promise<{[contender: string]: number}>} the milliseconds of each
 */
async function measured(path) {
  /** @type {{[contender: string]: number[]}} */
  const samples = Object.fromEntries(CONTENDERS.map((name) => [name, []]));
  for (let round = 0; round < Number(options.rounds); round++) {
    for (let turn = 0; turn < CONTENDERS.length; turn++) {
      const name = CONTENDERS[(round + turn) % CONTENDERS.length];
      const { ms } = await (RUST.includes(name) ? rust : python).read(name, path);
      samples[name].push(ms);
    }
  }
  return Object.fromEntries(CONTENDERS.map((name) => [name, Math.min(...samples[name])]));
}

/** @param {{[contender: string]: number}[]} results of the pages of one size */
function report(results) {
  const quietpage = results.map((ms) => ms.quietpage);
  const rows = CONTENDERS.map((name) => {
    const ms = results.map((of) => of[name]);
    const ratios = ms.map((value, at) => value / quietpage[at]);
    return [name, figure(median(ms)), figure(p90(ms)), times(median(ratios)), times(median(ms) / median(quietpage))];
  });
  console.log(table(['', 'median ms', 'p90 ms', 'of Quietpage’s, page by page', 'of the medians'], rows));
}

/** @type {{ path: string, bytes: number }[]} */
const files = [];
for (const size of SIZE_CLASSES) {
  const pages = sample(all, size, Number(options.pages));
  const results = [];
  for (const page of pages) {
    const path = join(unpacked, `${page.id}.html`);
    const text = decoded(bytesOf(page));
    writeFileSync(path, text);
    files.push({ path, bytes: Buffer.byteLength(text) });
    results.push(await measured(path));
  }
  console.log(`\n### ${size.name}: ${pages.length} pages, median ${figure(median(pages.map(({ bytes }) => bytes)) / 1000)} KB\n`);
  report(results);
}
rust.close();
python.close();

reportBatch(unpacked, files.length);
reportPeaks(files.filter(({ bytes }) => bytes >= 1e6));
rmSync(unpacked, { recursive: true });
