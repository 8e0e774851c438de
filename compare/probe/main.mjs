// @ts-check
/**
 * Whether the probe says of a page what the whole line says: `node compare/probe/main.mjs FOLDER [N]
 * [chrome|firefox]`, after a build and `npm ci --prefix compare/live`. What it costs stands in the table of compare/live.
 */

import { join } from 'node:path';
import { launch } from '../../tests/e2e/browsers.mjs';
import { openLab } from '../shared/lab.mjs';
import { bytesOf, pagesIn, sample } from '../shared/pages.mjs';
import { table } from '../shared/table.mjs';

const [folder, count = 'Infinity', name = 'chrome'] = process.argv.slice(2);
if (!folder || !(Number(count) > 0) || (name !== 'chrome' && name !== 'firefox')) {
  console.error('usage: node compare/probe/main.mjs FOLDER [N] [chrome|firefox]');
  process.exit(2);
}

const lab = await openLab(join(import.meta.dirname, '..', 'live', 'contenders.js'));
const { browser, close } = await launch(name);
/** What the line says, then what the probe says: "to read" or "not". @type {{[said: string]: number}} */
const counts = { 'yes yes': 0, 'yes no': 0, 'no yes': 0, 'no no': 0 };
let failed = 0;
for (const file of sample(pagesIn(folder), { name: 'all', from: 0, below: Infinity }, Number(count))) {
  const page = await browser.newPage();
  try {
    await page.goto(lab.show(bytesOf(file)), { waitUntil: 'load' });
    const { readerable, probed } = await page.evaluate(async (script, wasm) => (await import(script)).prepare(wasm), lab.scriptUrl, lab.wasmUrl);
    counts[`${readerable ? 'yes' : 'no'} ${probed ? 'yes' : 'no'}`] += 1;
  } catch {
    failed += 1; // counted: a page without text, or one whose own policy shuts our module out
  }
  await page.close();
}
await close();
await lab.close();
const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
console.log(
  table(
    ['the line says', 'probe: to read', 'probe: not'],
    [
      ['to read', String(counts['yes yes']), String(counts['yes no'])],
      ['not', String(counts['no yes']), String(counts['no no'])],
    ],
  ),
);
const agreed = (100 * (counts['yes yes'] + counts['no no'])) / total;
console.log(`\nThey agree on ${agreed.toFixed(1)} % of ${total} pages in ${name}; ${failed} could not be read.`);
