/** Texts of an element that are looked at: more than its first words are made of. */
const MAX_PIECES = 40;
/** Characters on either side by which their meeting is found. */
const MAX_SIDE = 40;

/**
 * A block's text with a space where two of its pieces meet that the page sets apart by its style alone: “AdvertisementRain”.
 *
 * @param {string} text
 * @param {Iterable<string>} pieces of which it is made
 * @returns {string}
 */
export function setApart(text, pieces) {
  let apart = text;
  let before = '';
  for (const piece of pieces) {
    const [end = ''] = /\S*[\p{Ll}\p{N}]$/u.exec(before.slice(-MAX_SIDE)) ?? [];
    const [beginning = ''] = /^\p{Lu}\S*/u.exec(piece.slice(0, MAX_SIDE)) ?? [];
    // By a function: `$` in a text that is put in would stand for something.
    if (end && beginning) apart = apart.replace(end + beginning, () => `${end} ${beginning}`);
    if (piece) before = piece;
  }
  return apart;
}

/**
 * @param {Element | undefined} element
 * @returns {Generator<string>} its first texts
 */
export function* piecesOf(element) {
  if (!element) return;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let count = 0; count < MAX_PIECES && walker.nextNode(); count++) yield walker.currentNode.nodeValue ?? '';
}
