// @ts-check
/** The pages that contenders are measured on: files of a folder, by size. */

import { closeSync, fstatSync, openSync, readFileSync, readSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * @typedef {object} PageFile
 * @property {string} id
 * @property {string} path
 * @property {number} bytes unpacked
 *
 * @typedef {{ name: string, from: number, below: number }} SizeClass
 */

/** @type {SizeClass[]} */
export const SIZE_CLASSES = [
  { name: '10–100 KB', from: 10e3, below: 100e3 },
  { name: '0.1–1 MB', from: 100e3, below: 1e6 },
  { name: 'over 1 MB', from: 1e6, below: Infinity },
];

/**
 * @param {string} folder of `.html` and `.html.gz` files
 * @returns {PageFile[]} smallest first
 */
export function pagesIn(folder) {
  return readdirSync(folder)
    .filter((name) => /\.html(\.gz)?$/.test(name))
    .map((name) => {
      const path = join(folder, name);
      return { id: name.replace(/\.html(\.gz)?$/, ''), path, bytes: unpackedBytes(path) };
    })
    .sort((one, other) => one.bytes - other.bytes || one.id.localeCompare(other.id));
}

/**
 * The same pages in every run: evenly spread over the sizes of the class.
 *
 * @param {PageFile[]} pages
 * @param {SizeClass} size
 * @param {number} count
 */
export function sample(pages, { from, below }, count) {
  const all = pages.filter(({ bytes }) => bytes >= from && bytes < below);
  if (all.length <= count) return all;
  return Array.from({ length: count }, (_, at) => all[Math.floor(((at + 0.5) * all.length) / count)]);
}

/** @param {{ path: string } | { body: Buffer }} page */
export function bytesOf(page) {
  if ('body' in page) return page.body;
  const { path } = page;
  const bytes = readFileSync(path);
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** @param {string} path */
function unpackedBytes(path) {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (!path.endsWith('.gz')) return size;
    // A gzip file ends with the length of what is in it.
    const length = Buffer.alloc(4);
    readSync(file, length, 0, 4, size - 4);
    return length.readUInt32LE();
  } finally {
    closeSync(file);
  }
}
