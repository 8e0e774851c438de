import { EYE_PX, shareAbove } from '../reader/place.js';
import { parentElementOf } from '../shared/element.js';

/**
 * Where a person is in a text.
 *
 * @typedef {object} TextPlace
 * @property {Element} element the block that is being read
 * @property {number} share how much of it is above the line that is being read, 0 to 1
 * @property {number} y of that line in the window, in pixels
 */

/**
 * @param {Element[]} blocks in the text's order
 * @returns {TextPlace | undefined} `undefined` where none of them is seen below the line
 */
export function placeIn(blocks) {
  for (const element of blocks) {
    const rect = element.getBoundingClientRect();
    if (rect.height === 0 || rect.bottom <= EYE_PX) continue;
    const share = shareAbove(rect);
    return { element, share, y: rect.top + share * rect.height };
  }
  return undefined;
}

/**
 * @param {(Element | undefined)[]} blocks of the text, in its order, up to the one that is being read
 * @param {{share: number, y: number}} at where in that
 * @returns {TextPlace | undefined} where the page folds it away, the end of the last one before it that is seen
 */
export function placeAtEnd(blocks, { share, y }) {
  const seen = blocks.findLastIndex((block) => block && block.getBoundingClientRect().height > 0);
  const element = blocks[seen];
  return element && { element, share: seen === blocks.length - 1 ? share : 1, y };
}

/**
 * Scrolls the page until that place is at the height it has been at.
 *
 * @param {TextPlace} place
 */
export function bringBack({ element, share, y }) {
  if (!element.isConnected) return;
  const { top, height } = element.getBoundingClientRect();
  const by = top + share * height - y;
  if (height > 0 && Math.abs(by) >= 1) scrollerOf(element).scrollBy({ top: by, behavior: 'instant' });
}

/**
 * Changes how the page is laid out, and leaves the person at the line they were reading.
 *
 * @param {Element[]} blocks of the text, in its order
 * @param {() => void} change
 */
export function keepingPagePlace(blocks, change) {
  const place = placeIn(blocks);
  const isAtTop = !place || scrollerOf(place.element).scrollTop === 0;
  change();
  if (isAtTop) return;
  bringBack(place);
  // Browsers keep a place of their own choice when they lay out the page next.
  requestAnimationFrame(() => bringBack(place));
}

/** @param {Element} element @returns {Element} what scrolls it */
export function scrollerOf(element) {
  const page = document.scrollingElement ?? document.documentElement;
  for (let up = parentElementOf(element); up && up !== document.body && up !== page; up = parentElementOf(up)) {
    if (up.scrollHeight > up.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(up).overflowY)) return up;
  }
  return page;
}
