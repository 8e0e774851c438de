// @ts-check
/**
 * What the background holds after many pages: `node compare/many_pages/main.mjs FOLDER [N]`, after a build. Opens N pages
 * of the folder one after the other in one Chromium, the reader on each; a thousand take about half an hour.
 */

import { BROWSERS, launch } from '../../tests/e2e/browsers.mjs';
import { backgroundOf } from '../../tests/e2e/chromium.mjs';
import { heldByBackground } from '../../tests/e2e/memory.mjs';
import { openReader } from '../../tests/e2e/reader.mjs';
import { serve } from '../../tests/e2e/server.mjs';
import { bytesOf, pagesIn, sample } from '../shared/pages.mjs';
import { figure, table } from '../shared/table.mjs';

const [folder, count = '1000'] = process.argv.slice(2);
if (!folder || !(Number(count) > 0)) {
  console.error('usage: node compare/many_pages/main.mjs FOLDER [N]');
  process.exit(2);
}

const LINES = 10;
const headers = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" };

// By name: sorted by size, the last page would always be the largest.
const pages = sample(pagesIn(folder), { name: 'all', from: 0, below: Infinity }, Number(count)).sort((one, other) => one.id.localeCompare(other.id));
/** @type {{[path: string]: import('../../tests/e2e/server.mjs').ServedFile}} */
const files = {};
const served = await serve(files);
const quiet = await launch(BROWSERS[0]);
const rows = [];
let read = 0;
let largest = 0;
for (const [at, file] of pages.entries()) {
  const path = `${file.id}.html`;
  files[`/${path}`] = { type: 'text/html', body: bytesOf(file), headers };
  const page = await quiet.open(served.url(path));
  const { state } = await openReader(quiet, page);
  if (state === 'reading') read += 1;
  await page.close();
  delete files[`/${path}`];
  largest = Math.max(largest, file.bytes);
  if ((at + 1) % Math.ceil(pages.length / LINES) === 0 || at === 0 || at === pages.length - 1) {
    const { heapBytes, moduleBytes } = await heldByBackground(await backgroundOf(quiet.browser));
    rows.push([String(at + 1), String(read), figure(largest / 1e6), figure(heapBytes / 1e6), figure(moduleBytes / 1e6)]);
  }
}
await quiet.close();
await served.close();
console.log(table(['pages', 'read', 'largest so far, MB', 'background’s heap, MB', 'module’s memory, MB'], rows));
