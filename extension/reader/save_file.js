import { element } from '../shared/element.js';

/** By then a browser has read it, or asked where to. */
const KEPT_MS = 60_000;

/**
 * Has the browser save a text as a file, as if it had been downloaded.
 *
 * @param {string} name
 * @param {string} text
 * @param {string} type its media type
 * @returns {boolean} whether the browser lets this page save anything
 */
export function saveFile(name, text, type) {
  // A page in a sandbox has no origin, and may not save files; the browser does not say so to scripts.
  if (window.origin === 'null' && location.protocol.startsWith('http')) return false;
  const address = URL.createObjectURL(new Blob([text], { type }));
  // Not in the document: the page's own handlers see nothing of the click.
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
  return true;
}
