// @ts-check
/**
 * From the click to the painted article, beside Readability.js's own parse of the same page in the same browser:
 * `node compare/click/main.mjs FOLDER [N]`, after a build and `npm ci --prefix compare/click`.
 *
 * Takes the N pages nearest 100 KB. Readability.js changes the document it parses, so that it needs a copy, as every
 * extension around it makes one: the copy is part of its time. Scripts of the pages do not run, and nothing but the page
 * itself is loaded.
 */

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { BROWSERS, launch } from '../../tests/e2e/browsers.mjs';
import { openReader, readerGone } from '../../tests/e2e/reader.mjs';
import { serve } from '../../tests/e2e/server.mjs';

const WANTED_BYTES = 100_000;
/** The first click of a browser compiles and warms up: not what is measured. */
const WARM_UP = 2;

const [folder, count = '20'] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node compare/click/main.mjs FOLDER [N]');
  process.exit(2);
}

const pages = readdirSync(folder)
  .filter((name) => /\.html(\.gz)?$/.test(name))
  .map((name) => {
    const bytes = readFileSync(join(folder, name));
    return { name, body: name.endsWith('.gz') ? gunzipSync(bytes) : bytes };
  })
  .sort((one, other) => Math.abs(one.body.length - WANTED_BYTES) - Math.abs(other.body.length - WANTED_BYTES))
  .slice(0, Number(count));

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

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const served = await serve(
  Object.fromEntries(
    pages.map(({ body }, n) => [
      `/page-${n}.html`,
      { type: 'text/html', body, headers },
    ]),
  ),
);
console.log(`${pages.length} pages of ${Math.round(median(pages.map(({ body }) => body.length)) / 1000)} KB (median)\n`);
console.log('browser    click to painted    Readability.js    difference   (medians, ms)');
for (const name of BROWSERS) {
  const quiet = await launch(name);
  /** @type {number[]} */
  const clicks = [];
  /** @type {number[]} */
  const parses = [];
  for (let n = 0; n < pages.length; n++) {
    const page = await quiet.open(served.url(`page-${n}.html`));
    const parsed = Number(await page.evaluate(parseTime));
    const shown = await openReader(quiet, page);
    if (n >= WARM_UP && shown.state === 'reading') {
      clicks.push(shown.ms);
      parses.push(parsed);
    }
    await page.keyboard.press('Escape');
    await readerGone(page);
    await page.close();
  }
  await quiet.close();
  const [click, parse] = [median(clicks), median(parses)];
  console.log(
    name.padEnd(9) + click.toFixed(0).padStart(18) + parse.toFixed(0).padStart(18) + (click - parse).toFixed(0).padStart(14) + `   ${clicks.length} pages`,
  );
}
await served.close();
