// @ts-check
/** A directory as a zip file: the same files give the same bytes, on any day and machine. */

import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { zipSync } from 'fflate';

// A zip file holds local time without a zone: given in local parts, it is the same everywhere.
const DATE = new Date(1980, 0, 1);
/** In a zip file: the attributes are a mode. */
const UNIX = 3;

/**
 * @param {string} directory
 * @returns {string[]} the files under it, in order of their names
 */
export function filesUnder(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * @param {string} directory
 * @returns {Uint8Array} the zip file
 */
export function pack(directory) {
  return packFiles(directory, filesUnder(directory).map((path) => relative(directory, path).split(sep).join('/')));
}

/**
 * @param {string} directory
 * @param {string[]} names of files in it, with `/` between folders; they stand in the zip file in this order
 * @param {Set<string>} [programs] those that a shell may run; nothing else of the files' modes is kept
 * @returns {Uint8Array} the zip file
 */
export function packFiles(directory, names, programs) {
  /** @type {import('fflate').Zippable} */
  const entries = {};
  for (const name of names) {
    /** @type {import('fflate').ZipOptions} */
    const options = { mtime: DATE, level: 9 };
    if (programs) Object.assign(options, { os: UNIX, attrs: (programs.has(name) ? 0o100755 : 0o100644) << 16 });
    entries[name] = [readFileSync(join(directory, name)), options];
  }
  return zipSync(entries);
}

/**
 * @param {Uint8Array} bytes
 * @returns {number} how many they are after brotli at its strongest
 */
export function brotliSize(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return brotliCompressSync(bytes, { params }).length;
}
