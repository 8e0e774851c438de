// @ts-check
/** What driving Chromium and driving Firefox have in common. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A click right after `load` is sometimes lost in Chromium; after this long it never was. */
export const SETTLE_MS = 300;

/** A name for this machine on which pages are not a secure context, as on loopback they are. */
export const PLAIN_HOST = 'courier.test';

/** Called on a closed shadow root. */
export const EXPOSE_ROOT = "function () { Object.defineProperty(this.host, 'shadowRoot', { value: this, configurable: true }); }";

/**
 * @param {string} variable the environment variable that names the program
 * @param {string[]} names
 * @returns {string} the first that is there
 */
export function program(variable, names) {
  const named = process.env[variable];
  if (named) return named;
  for (const name of names) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      continue; // not under this name
    }
  }
  throw new Error(`none of ${names.join(', ')} is on PATH; name the program in ${variable}`);
}

export const newFolder = () => mkdtempSync(join(tmpdir(), 'quietpage-'));

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} url
 */
export async function openPage(browser, url) {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: 'load' });
  await page.bringToFront();
  await sleep(SETTLE_MS);
  return page;
}
