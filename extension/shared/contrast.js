/** Below this, text is hard to read (WCAG 2.2, 1.4.3). */
export const READABLE_CONTRAST = 4.5;
/** For who needs more (WCAG 2.2, 1.4.6). */
export const ENHANCED_CONTRAST = 7;

/**
 * How far apart two colours are: WCAG's contrast ratio.
 *
 * @param {string} one `#rrggbb`
 * @param {string} other
 * @returns {number} 1 to 21
 */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * @param {string} colour `#rrggbb`
 * @returns {number} relative luminance, 0 (black) to 1 (white), as WCAG defines it
 */
export function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * @param {string} one `#rrggbb`
 * @param {string} other
 * @param {number} share of the first, 0 to 1
 * @returns {string} what lies between them in sRGB, as `color-mix()` has it
 */
export function mixed(one, other, share) {
  const channels = [1, 3, 5].map((at) => {
    const [first, second] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round(share * first + (1 - share) * second);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
