// @ts-check
/**
 * Pages before and in quiet in place, to look at: `node compare/quiet/main.mjs OUT PAGE.html[.gz]…`, after a build. For each
 * it writes two pictures of the first window and two of the whole page into the folder OUT, and prints what was measured.
 * The pages are served without their scripts, as those would fetch what is not there.
 */

import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { launch } from '../../tests/e2e/browsers.mjs';
import { bar, extent, openInPlace } from '../../tests/e2e/in_place.mjs';
import { serve } from '../../tests/e2e/server.mjs';
import { storeOnly } from '../../tests/e2e/sheet.mjs';

/** A whole page is cut off here: what comes later looks alike. */
const MAX_HEIGHT_PX = 6000;

const [out, ...paths] = process.argv.slice(2);
if (!out || paths.length === 0) {
  console.error('usage: node compare/quiet/main.mjs OUT PAGE.html[.gz]…');
  process.exit(2);
}
mkdirSync(out, { recursive: true });

/** @param {string} path */
const read = (path) => (path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path));
const nameOf = (/** @type {string} */ path) => basename(path).replace(/\.html?(\.gz)?$/, '');
const headers = { 'content-security-policy': "script-src 'none'" };
const files = Object.fromEntries(paths.map((path) => [`/${nameOf(path)}`, { type: 'text/html', body: read(path), headers }]));

const served = await serve(files);
const quiet = await launch('chrome');
await storeOnly(quiet, { settings: { version: 2, values: { view: 'quiet' } } });
for (const name of paths.map(nameOf)) {
  const page = await quiet.open(served.url(name));
  /** @param {string} when */
  const picture = async (when) => {
    await page.screenshot({ path: join(out, `${name}-${when}.png`) });
    const height = Math.min(MAX_HEIGHT_PX, (await extent(page)).height);
    await page.screenshot({ path: join(out, `${name}-${when}-whole.png`), captureBeyondViewport: true, clip: { x: 0, y: 0, width: 1280, height } });
  };
  const before = await extent(page);
  await picture('before');
  await openInPlace(quiet, page);
  await picture('quiet');
  const after = await extent(page);
  console.log(JSON.stringify({ name, before, after, bar: (await bar(page))?.text }));
  await page.close();
}
await quiet.close();
await served.close();
