import { ENHANCED_CONTRAST, READABLE_CONTRAST, contrast, mixed } from '../shared/contrast.js';
import { isDark } from './themes.js';

/** @type {Record<Quietpage.TokenKind, string>} */
const ON_LIGHT = {
  attribute: '#6b4a9c', comment: '#6a665c', constant: '#95480a', keyword: '#a01d5c', string: '#2b692f', title: '#1c5791', type: '#00656b',
};
/** @type {Record<Quietpage.TokenKind, string>} */
const ON_DARK = {
  attribute: '#c3b0ee', comment: '#a09c93', constant: '#f0b27a', keyword: '#f08fb3', string: '#a5d18f', title: '#8fbfe8', type: '#7fd1c8',
};
/** How much nearer to the ink a colour is tried that cannot be read on its ground. */
const STEP = 0.1;

/**
 * What the parts of a code are told apart by, readable on the ground that code has in a theme; the ink where nothing else is.
 *
 * @param {import('./themes.js').Palette} palette
 * @param {Quietpage.Theme} theme whose palette that is
 * @returns {Record<Quietpage.TokenKind, string>}
 */
export function codeColours(palette, theme) {
  const wanted = theme === 'contrast' ? ENHANCED_CONTRAST : READABLE_CONTRAST;
  const colours = Object.entries(isDark(palette) ? ON_DARK : ON_LIGHT);
  return /** @type {Record<Quietpage.TokenKind, string>} */ (Object.fromEntries(colours.map(([kind, colour]) => [kind, readable(colour, palette, wanted)])));
}

/**
 * @param {string} colour
 * @param {import('./themes.js').Palette} palette
 * @param {number} wanted contrast
 */
function readable(colour, { ink, shade }, wanted) {
  for (let share = 0; share < 1; share += STEP) {
    const nearer = mixed(ink, colour, share);
    if (contrast(nearer, shade) >= wanted) return nearer;
  }
  return ink;
}
