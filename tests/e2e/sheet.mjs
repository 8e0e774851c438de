// @ts-check
/** What a test does with the settings' sheet and with what is stored. */

import { eventually } from './reader.mjs';

/** @typedef {import('./browsers.mjs').Quiet} Quiet */
/** @typedef {import('./browsers.mjs').Page} Page */

/**
 * Opens the sheet as a person does, by its button, and lets the test look into it.
 *
 * @param {Quiet} quiet
 * @param {Page} page with the reader open
 */
export async function openSheet(quiet, page) {
  const place = await page.evaluate(() => {
    const button = document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('[data-action=settings]');
    const { x, y, width, height } = /** @type {Element} */ (button).getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.mouse.click(place.x, place.y);
  await eventually(() => isSheetOpen(page), 'the sheet');
  await quiet.openClosedRoot(page, '.sheet');
}

/** @param {Page} page */
export const isSheetOpen = (page) =>
  page.evaluate(() => document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('.sheet')?.hasAttribute('data-open') ?? false);

/**
 * Puts the focus on a control of the open sheet, from where keys do the rest.
 *
 * @param {Page} page
 * @param {string} selector
 */
export const focusInSheet = (page, selector) =>
  page.evaluate((css) => {
    const sheet = document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('.sheet')?.shadowRoot;
    const control = sheet?.querySelector(css);
    if (!(control instanceof HTMLElement)) throw new Error(`no ${css} in the sheet`);
    control.focus();
  }, selector);

/**
 * Clicks a control of the open sheet where it stands on the screen.
 *
 * @param {Page} page
 * @param {string} selector
 */
export async function clickInSheet(page, selector) {
  const place = await page.evaluate((css) => {
    const sheet = document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('.sheet')?.shadowRoot;
    const control = sheet?.querySelector(css);
    if (!control) throw new Error(`no ${css} in the sheet`);
    control.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = control.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, selector);
  await page.mouse.click(place.x, place.y);
}

/**
 * Chooses in a list of the open sheet.
 *
 * @param {Page} page
 * @param {string} id
 * @param {string} value
 */
export const selectInSheet = (page, id, value) =>
  page.evaluate(
    (key, chosen) => {
      const sheet = document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('.sheet')?.shadowRoot;
      const list = /** @type {HTMLSelectElement} */ (sheet?.querySelector(`#${key}`));
      list.value = chosen;
      list.dispatchEvent(new Event('change'));
    },
    id,
    value,
  );

/**
 * How the article is set, as it is seen.
 *
 * @param {Page} page
 */
export const look = (page) =>
  page.evaluate(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector('quietpage-reader')?.shadowRoot);
    const dialog = /** @type {Element} */ (root.querySelector('dialog'));
    const main = /** @type {Element} */ (root.querySelector('main'));
    const text = getComputedStyle(main);
    const paragraph = /** @type {Element} */ (main.querySelector('article p'));
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    return {
      paper: getComputedStyle(dialog).backgroundColor,
      ink: text.color,
      families: text.fontFamily,
      size: Number.parseFloat(text.fontSize),
      width: main.getBoundingClientRect().width,
      lineHeight: Number.parseFloat(text.lineHeight),
      letterSpacing: Number.parseFloat(text.letterSpacing) || 0,
      align: text.textAlign,
      hyphens: text.hyphens,
      /** Changes with the face: how much room the first paragraph's lines take. */
      lines: [...range.getClientRects()].reduce((sum, line) => sum + line.width, 0),
    };
  });

/**
 * What storage holds is that, and nothing else.
 *
 * @param {Quiet} quiet
 * @param {{[key: string]: unknown}} entries
 */
export async function storeOnly(quiet, entries) {
  const page = await quiet.openOptions();
  await page.evaluate(async (all) => {
    const { local } = (Reflect.get(globalThis, 'browser') ?? chrome).storage;
    await local.clear();
    await local.set(all);
  }, entries);
  await page.close();
}

/**
 * @param {Quiet} quiet
 * @returns {Promise<{[key: string]: any}>} all that is stored
 */
export async function stored(quiet) {
  const page = await quiet.openOptions();
  const entries = await page.evaluate(() => (Reflect.get(globalThis, 'browser') ?? chrome).storage.local.get());
  await page.close();
  return entries;
}
