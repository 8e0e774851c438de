// @ts-check
/** A directory as a zip file: the same files give the same bytes, on any day and machine. */

import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { zipSync } from 'fflate';

// A zip file holds local time without a zone: given in local parts, it is the same everywhere.
const DATE = new Date(1980, 0, 1);

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
  /** @type {import('fflate').Zippable} */
  const entries = {};
  for (const path of filesUnder(directory)) {
    entries[relative(directory, path).split(sep).join('/')] = [readFileSync(path), { mtime: DATE, level: 9 }];
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
