// @ts-check
/** The faces that the packages bring along: from npm packages, all under the SIL Open Font License. */

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './wasm.mjs';

const ALL_SCRIPTS = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'greek'];
/** Every character: the browser looks into the file for what it has. */
const ANY = 'U+0-10FFFF';

/**
 * Name in extension/shared/settings.js → package, its files' name, the scripts and styles it has.
 *
 * @type {Record<string, {from: string, name: string, scripts: string[], styles: string[], weight: string}>}
 */
const VARIABLE = {
  literata: { from: '@fontsource-variable/literata', name: 'literata', scripts: ALL_SCRIPTS, styles: ['normal', 'italic'], weight: '200 900' },
  source_sans: { from: '@fontsource-variable/source-sans-3', name: 'source-sans-3', scripts: ALL_SCRIPTS, styles: ['normal', 'italic'], weight: '200 900' },
  atkinson: { from: '@fontsource-variable/atkinson-hyperlegible-next', name: 'atkinson-hyperlegible-next', scripts: ['latin', 'latin-ext'], styles: ['normal', 'italic'], weight: '200 800' },
  lexend: { from: '@fontsource-variable/lexend', name: 'lexend', scripts: ['latin', 'latin-ext', 'vietnamese'], styles: ['normal'], weight: '100 900' },
};
/** One file a weight, all its scripts in each. The browser slants it where it must: two more files are not worth it. */
const OPENDYSLEXIC = { from: '@fontsource/opendyslexic', name: 'opendyslexic', weights: ['400', '700'] };

/** @param {string} path */
const packageFile = (path) => join(ROOT, 'node_modules', path);

/**
 * Copies the faces into a package, with their licences and the list that background/faces.js reads.
 *
 * @param {string} out a directory that need not be there yet
 */
export function copyFaces(out) {
  mkdirSync(out, { recursive: true });
  /** @type {Record<string, {file: string, style: string, weight: string, unicodeRange: string}[]>} */
  const listed = {};
  for (const [face, { from, name, scripts, styles, weight }] of Object.entries(VARIABLE)) {
    /** @type {Record<string, string>} */
    const ranges = JSON.parse(readFileSync(packageFile(join(from, 'unicode.json')), 'utf8'));
    listed[face] = scripts.flatMap((script) =>
      styles.map((style) => ({ file: `${name}-${script}-wght-${style}.woff2`, style, weight, unicodeRange: ranges[script] })),
    );
    copyFiles(from, name, listed[face], out);
  }
  const { from, name, weights } = OPENDYSLEXIC;
  listed.opendyslexic = weights.map((weight) => ({ file: `${name}-latin-${weight}-normal.woff2`, style: 'normal', weight, unicodeRange: ANY }));
  copyFiles(from, name, listed.opendyslexic, out);
  writeFileSync(join(out, 'faces.json'), `${JSON.stringify(listed, null, 2)}\n`);
}

/**
 * @param {string} from
 * @param {string} name
 * @param {{file: string}[]} files
 * @param {string} out
 */
function copyFiles(from, name, files, out) {
  for (const { file } of files) cpSync(packageFile(join(from, 'files', file)), join(out, file));
  cpSync(packageFile(join(from, 'LICENSE')), join(out, `${name}-LICENSE.txt`));
}
