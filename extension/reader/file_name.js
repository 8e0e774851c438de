/** What some system forbids. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu;
/** What is not seen, and could turn the name's end round; but for the joiners, which some scripts need. */
const UNSEEN = /(?![\u200c\u200d])\p{Cf}/gu;
/** Windows has devices under these names, whatever follows the first dot. */
const DEVICE = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=\.|$)/i;
/** File systems take 255 bytes; browsers add their own ` (1)`, and folders want room too. */
const MAX_BYTES = 120;

/**
 * @param {string} title
 * @param {string} extension
 * @returns {string} a name that every system takes
 */
export function fileName(title, extension) {
  const plain = trimmed(title.normalize('NFC').replace(UNSEEN, '').replace(FORBIDDEN, ' ').replace(/\s+/g, ' '));
  const name = trimmed(shortened(plain)).replace(DEVICE, '$1_') || 'article';
  return `${name}.${extension}`;
}

/**
 * A dot in front hides a file, and Windows drops dots and spaces at the end.
 *
 * @param {string} text
 */
function trimmed(text) {
  return text.replace(/^[\s.]+|[\s.]+$/g, '');
}

/**
 * Cut at a word where there is one.
 *
 * @param {string} text
 */
function shortened(text) {
  const bytes = (/** @type {string} */ part) => new TextEncoder().encode(part).length;
  if (bytes(text) <= MAX_BYTES) return text;
  let cut = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (bytes(cut + segment) > MAX_BYTES) break;
    cut += segment;
  }
  const space = cut.lastIndexOf(' ');
  return space > cut.length / 2 ? cut.slice(0, space) : cut;
}
