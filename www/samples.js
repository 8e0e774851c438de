/**
 * @typedef {object} Sample
 * @property {string} name the file under samples/, without .html
 * @property {string} label
 */

/** Invented pages, each of a kind with a habit of its own. @type {Sample[]} */
export const SAMPLES = [
  { name: 'news', label: 'A loud news page' },
  { name: 'recipe', label: 'A recipe' },
  { name: 'manual', label: 'A page of documentation' },
  { name: 'japanese', label: 'A Japanese column' },
  { name: 'arabic', label: 'An Arabic report' },
];

/** @param {Sample} sample @returns {string} where its page is */
export function addressOf(sample) {
  return new URL(`samples/${sample.name}.html`, document.baseURI).href;
}
