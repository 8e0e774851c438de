/** Letters of the scripts that run from right to left. */
const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;
const LETTER = /\p{L}/gu;
/** Not the lines of byline and dates: they stand at the article's side, whatever script they are in. */
const BLOCKS = 'h1, .dek, article :is(h2, h3, h4, h5, h6, p, li, dt, dd, blockquote, figcaption, caption, th, td)';

/**
 * Sets a text in the direction that the page gives it, and each block that is mostly in a script of the other direction
 * in that one. What the page itself has marked stays as it is.
 *
 * Not by `dir="auto"`: that goes by the first letter, and a quoted name there would turn a paragraph round.
 *
 * @param {HTMLElement} reading
 * @param {'ltr' | 'rtl' | null} given
 */
export function setDirections(reading, given) {
  const hasRtl = reading.textContent.search(RTL) >= 0;
  // Most articles: nothing to count.
  const direction = given ?? (hasRtl ? directionOf(reading) : null) ?? 'ltr';
  reading.dir = direction;
  if (direction === 'ltr' && !hasRtl) return;
  for (const block of reading.querySelectorAll(BLOCKS)) {
    const around = block.parentElement?.closest('[dir]');
    const own = block.hasAttribute('dir') || (around !== reading && around?.getAttribute('dir') === 'auto') ? null : directionOf(block);
    if (own && own !== around?.getAttribute('dir')) block.setAttribute('dir', own);
  }
}

/**
 * @param {Element} element
 * @returns {'ltr' | 'rtl' | null} `null` where it has no letters
 */
function directionOf(element) {
  const text = element.textContent ?? '';
  const letters = text.match(LETTER)?.length ?? 0;
  if (letters === 0) return null;
  const rtl = text.match(RTL)?.length ?? 0;
  return rtl * 2 > letters ? 'rtl' : 'ltr';
}
