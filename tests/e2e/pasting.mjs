// @ts-check
/** What is on the clipboard, read as a person does: pasted. */

import { eventually } from './reader.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

/**
 * @param {Page} page without the reader, which it is pasted into
 * @returns {Promise<string>} what arrives in a field of plain text
 */
export async function pastedText(page) {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.prepend(field);
    field.focus();
  });
  await paste(page);
  return eventually(() => page.evaluate(() => document.querySelector('textarea')?.value), 'what was copied');
}

/**
 * @param {Page} page
 * @returns {Promise<string>} what arrives in a field that takes formatted text, as HTML
 */
export async function pastedHtml(page) {
  await page.evaluate(() => {
    const field = document.createElement('div');
    field.contentEditable = 'true';
    field.id = 'formatted';
    document.body.prepend(field);
    field.focus();
  });
  await paste(page);
  return eventually(() => page.evaluate(() => document.querySelector('#formatted')?.innerHTML.replace(/^(<br>)+$/, '')), 'what was copied');
}

/** @param {Page} page */
async function paste(page) {
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
}
