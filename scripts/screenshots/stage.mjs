// @ts-check
/** The loud page of ours in Chromium with the extension, and pictures of it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../../tests/e2e/browsers.mjs';
import { openInPlace } from '../../tests/e2e/in_place.mjs';
import { PANELS, openPanel } from '../../tests/e2e/panels.mjs';
import { openReader } from '../../tests/e2e/reader.mjs';
import { serve } from '../../tests/e2e/server.mjs';
import { storeOnly } from '../../tests/e2e/sheet.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {{width: number, height: number}} Size */
/** @typedef {Awaited<ReturnType<typeof setUpStage>>} Stage */

/** Between two pictures on one board. */
const GAP = 20;

const read = (/** @type {string} */ name) => readFileSync(join(import.meta.dirname, name));

/**
 * @param {import('puppeteer-core').ScreenshotOptions} form of the pictures
 */
export async function setUpStage(form) {
  const served = await serve({
    '/page.html': { type: 'text/html', body: read('page.html') },
    '/ferry.svg': { type: 'image/svg+xml', body: read('ferry.svg') },
  });
  const quiet = await launch('chrome');
  const picture = (/** @type {Page} */ page) => page.screenshot({ ...form, captureBeyondViewport: false });

  /**
   * @param {Size} size
   * @param {Record<string, unknown>} [settings] of the extension; without them, the page as it is
   */
  async function opened(size, settings) {
    if (settings) await storeOnly(quiet, { settings: { version: 2, values: settings } });
    const page = await quiet.open(served.url('page.html'));
    await page.setViewport(size);
    if (settings?.view === 'quiet') await openInPlace(quiet, page);
    else if (settings) await openReader(quiet, page);
    return page;
  }

  /**
   * @param {Size} size
   * @param {Record<string, unknown>} [settings]
   * @param {string} [panel] the name in PANELS of what is open
   */
  async function take(size, settings, panel) {
    const page = await opened(size, settings);
    const open = PANELS.find(({ name }) => name === panel);
    if (open) await openPanel(quiet, page, open);
    const bytes = await picture(page);
    await page.close();
    return bytes;
  }

  /**
   * A picture of a document of ours.
   *
   * @param {Size} size
   * @param {string} html
   */
  async function board(size, html) {
    const page = await quiet.browser.newPage();
    await page.setViewport(size);
    await page.setContent(html);
    await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
    const bytes = await picture(page);
    await page.close();
    return bytes;
  }

  return {
    quiet,
    opened,
    take,
    board,

    /**
     * The page, and beside it the same page read.
     *
     * @param {Size} whole
     */
    async beforeAndAfter({ width, height }) {
      const half = { width: (width - GAP) / 2, height };
      const type = `image/${form.type}`;
      const both = [await take(half), await take(half, { theme: 'light' })];
      const images = both.map((bytes) => `<img src="data:${type};base64,${Buffer.from(bytes).toString('base64')}">`);
      const style = 'background: #888; display: flex; justify-content: space-between; margin: 0';
      return board({ width, height }, `<body style="${style}">${images.join('')}`);
    },

    async takeDown() {
      await quiet.close();
      await served.close();
    },
  };
}
