// @ts-check
/**
 * Pictures of the extension at work on a loud page of ours, in Chromium: `./build.sh screenshots`. Those of the README go
 * to docs/; every panel in every theme, wide and narrow, to dist/screenshots/, to be looked at.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTINGS } from '../../extension/shared/settings.js';
import { launch } from '../../tests/e2e/browsers.mjs';
import { PANELS, closePanel, openPanel } from '../../tests/e2e/panels.mjs';
import { openReader } from '../../tests/e2e/reader.mjs';
import { serve } from '../../tests/e2e/server.mjs';
import { storeOnly } from '../../tests/e2e/sheet.mjs';
import { ROOT } from '../wasm.mjs';

const DOCS = join(ROOT, 'docs');
const ALL = join(ROOT, 'dist', 'screenshots');
/** Of the README's pictures, together a page that loads at once. */
const MOST_BYTES = 150_000;
const QUALITY = 88;

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 360, height: 740 };
/** Of what is shown side by side. */
const HALF = { width: 760, height: 620 };

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {{width: number, height: number}} Size */

const read = (/** @type {string} */ name) => readFileSync(join(import.meta.dirname, name));
const served = await serve({
  '/page.html': { type: 'text/html', body: read('page.html') },
  '/ferry.svg': { type: 'image/svg+xml', body: read('ferry.svg') },
});
const quiet = await launch('chrome');

/**
 * The page with the reader open, where `theme` is given.
 *
 * @param {Size} size
 * @param {string} [theme]
 */
async function opened(size, theme) {
  if (theme) await storeOnly(quiet, { settings: { version: 2, values: { theme } } });
  const page = await quiet.open(served.url('page.html'));
  await page.setViewport(size);
  if (theme) await openReader(quiet, page);
  return page;
}

/** @param {Page} page */
const picture = (page) => page.screenshot({ type: 'webp', quality: QUALITY, captureBeyondViewport: false });

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 */
function keep(name, bytes) {
  if (bytes.length > MOST_BYTES) throw new Error(`${name} has ${bytes.length} bytes: more than ${MOST_BYTES}`);
  writeFileSync(join(DOCS, name), bytes);
  console.log(`docs/${name}  ${bytes.length} bytes`);
}

/**
 * @param {Size} size
 * @param {string} theme
 * @param {string} [panel] the name in PANELS of what is open
 */
async function readerPicture(size, theme, panel) {
  const page = await opened(size, theme);
  const open = PANELS.find(({ name }) => name === panel);
  if (open) await openPanel(quiet, page, open);
  const bytes = await picture(page);
  await page.close();
  return bytes;
}

/** The page, and beside it the same page read. */
async function beforeAndAfter() {
  const page = await opened(HALF);
  const before = await picture(page);
  await page.close();
  const both = [before, await readerPicture(HALF, 'light')];
  const board = await quiet.browser.newPage();
  await board.setViewport({ width: 2 * HALF.width + 20, height: HALF.height });
  await board.evaluate(async (pictures) => {
    document.body.style.cssText = 'background: #888; display: flex; justify-content: space-between; margin: 0';
    const images = pictures.map((data) => {
      const image = new Image();
      image.src = `data:image/webp;base64,${data}`;
      return image;
    });
    await Promise.all(images.map((image) => image.decode()));
    document.body.append(...images);
  }, both.map((bytes) => Buffer.from(bytes).toString('base64')));
  const bytes = await picture(board);
  await board.close();
  return bytes;
}

/** Every panel in every theme. */
async function everything() {
  mkdirSync(ALL, { recursive: true });
  const setting = SETTINGS.find(({ key }) => key === 'theme');
  for (const theme of setting?.type === 'enum' ? setting.values : []) {
    for (const [width, size] of Object.entries({ wide: WIDE, narrow: NARROW })) {
      const page = await opened(size, theme);
      const write = (/** @type {string} */ what) => page.screenshot({ path: join(ALL, `${width}-${theme}-${what.replaceAll(' ', '-')}.png`) });
      await write('article');
      for (const panel of PANELS) {
        await openPanel(quiet, page, panel);
        await write(panel.name);
        await closePanel(page, panel);
      }
      await page.close();
    }
  }
}

keep('before-after.webp', await beforeAndAfter());
keep('reader-light.webp', await readerPicture(WIDE, 'light'));
keep('reader-dark-settings.webp', await readerPicture(WIDE, 'dark', 'the settings'));
keep('reader-sepia-contents.webp', await readerPicture(NARROW, 'sepia', 'the contents'));
await everything();
console.log('all panels in all themes: dist/screenshots/');
await quiet.close();
await served.close();
