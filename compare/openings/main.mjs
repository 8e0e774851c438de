// @ts-check
/**
 * What is left behind when the view is opened and closed again and again: `node compare/openings/main.mjs [COUNT]
 * [BROWSER…]`, after a build.
 */

import { BROWSERS, launch } from '../../tests/e2e/browsers.mjs';
import { FULL_PAGE, openOften, storeFullSettings } from '../../tests/e2e/openings.mjs';
import { serve } from '../../tests/e2e/server.mjs';

const [count = '500', ...names] = process.argv.slice(2);
const isUnknown = names.find((name) => !BROWSERS.some((one) => one === name));
if (!(Number(count) > 0) || isUnknown) {
  console.error('usage: node compare/openings/main.mjs [COUNT] [chrome|firefox…]');
  process.exit(2);
}

/**
 * @param {string} what
 * @param {number} before
 * @param {number} after
 */
const line = (what, before, after) =>
  console.log(what.padEnd(24) + before.toLocaleString('en').padStart(12) + after.toLocaleString('en').padStart(12) + ((after - before) / Number(count)).toFixed(2).padStart(14));

const served = await serve();
for (const name of BROWSERS.filter((one) => names.length === 0 || names.includes(one))) {
  const quiet = await launch(name);
  await storeFullSettings(quiet);
  const page = await quiet.open(served.url(FULL_PAGE));
  const { before, after } = await openOften(quiet, page, Number(count));
  console.log(`\n${name}, ${count} openings    before       after   per opening`);
  line('closed views held', before.views, after.views);
  line('adopted style sheets', before.styleSheets, after.styleSheets);
  line('faces', before.faces, after.faces);
  if (before.process && after.process) {
    line('nodes', before.process.nodes, after.process.nodes);
    line('listeners', before.process.listeners, after.process.listeners);
    line('documents', before.process.documents, after.process.documents);
    line('heap, KB', Math.round(before.process.heapBytes / 1000), Math.round(after.process.heapBytes / 1000));
  }
  await quiet.close();
}
await served.close();
