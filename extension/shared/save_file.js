import { element } from './element.js';

/** By then a browser has read it, or asked where to. */
const KEPT_MS = 60_000;

/**
 * Has the browser save a text as a file, as if it had been downloaded.
 *
 * @param {Quietpage.SavedFile} file
 */
export function saveFile({ name, text, mediaType }) {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  // Not in the document: a page's own handlers see nothing of the click.
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
