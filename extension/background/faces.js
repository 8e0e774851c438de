import { browser } from '../shared/browser.js';
import { DEFAULTS, isBundled } from '../shared/settings.js';

/**
 * @typedef {object} ListedFile a file of faces/faces.json, which the build writes
 * @property {string} file
 * @property {string} style
 * @property {string} weight
 * @property {string} unicodeRange as in CSS
 */

/**
 * Reads of a bundled face the files that a text needs.
 *
 * @param {Quietpage.FaceWanted} wanted
 * @returns {Promise<Quietpage.FaceFile[]>}
 */
export async function faceFiles({ face, characters, italic }) {
  /** @type {Record<string, ListedFile[]>} */
  const listed = await (await packed('faces.json')).json();
  const codes = [...characters].map((one) => one.codePointAt(0) ?? 0);
  const needed = (listed[face] ?? []).filter(
    ({ style, unicodeRange }) => (italic || style === 'normal') && codes.some(isIn(unicodeRange)),
  );
  return Promise.all(
    needed.map(async ({ file, ...descriptors }) => ({ ...descriptors, bytes: await (await packed(file)).arrayBuffer() })),
  );
}

/**
 * The files for an article that is about to be shown, so that its first paint is in the face that was chosen.
 *
 * @param {Quietpage.Article} article
 * @param {Quietpage.Stored} settings
 * @returns {Promise<Quietpage.FaceFile[] | undefined>} `undefined`: the face is none of ours
 */
export async function filesFor({ title, dek, byline, html }, { everywhere, site }) {
  const { face } = { ...DEFAULTS, ...everywhere, ...site };
  if (!isBundled(face)) return undefined;
  const characters = [...new Set([title, dek, byline, html].join(' '))].join('');
  // A broken package: the text stands in the face behind it.
  return faceFiles({ face, characters, italic: /<(em|i|cite|var)\b/.test(html) }).catch(() => []);
}

/** @param {string} name */
const packed = (name) => fetch(browser.runtime.getURL(`faces/${name}`));

/**
 * @param {string} unicodeRange `U+0-FF, U+131`
 * @returns {(code: number) => boolean}
 */
function isIn(unicodeRange) {
  const ranges = unicodeRange.split(',').map((range) => {
    const [first, last = first] = range.trim().slice(2).split('-').map((hex) => Number.parseInt(hex, 16));
    return { first, last };
  });
  return (code) => ranges.some(({ first, last }) => code >= first && code <= last);
}
