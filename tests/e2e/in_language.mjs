// @ts-check
/** The extension as a browser in another language has it, whatever languages the browsers here speak. */

import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from './browsers.mjs';
import { ROOT } from './driving.mjs';

/**
 * @param {import('./browsers.mjs').BrowserName} name
 * @param {string} language a directory in _locales, whose messages take the place of all others
 * @returns {Promise<import('./browsers.mjs').Quiet>}
 */
export async function launchInLanguage(name, language) {
  const extension = mkdtempSync(join(tmpdir(), `quietpage-${language}-`));
  cpSync(join(ROOT, 'dist', name), extension, { recursive: true });
  const locales = join(extension, '_locales');
  for (const one of readdirSync(locales)) rmSync(join(locales, one), { recursive: true });
  // What the manifest names as the last resort.
  cpSync(join(ROOT, 'dist', name, '_locales', language), join(locales, 'en'), { recursive: true });
  const quiet = await launch(name, { extension });
  const close = async () => {
    await quiet.close();
    rmSync(extension, { recursive: true });
  };
  return { ...quiet, close };
}
