import { childrenOf } from '../../shared/element.js';
import { LAYOUT } from './budget.js';
import { parentOf } from './column.js';
import { openRows } from './rows.js';

/** Paragraphs looked at, spread over the article. */
const MAX_LOOKED_AT = 150;
/** Each costs the page's layout. */
const MAX_TRIES = 16;
/** @typedef {{element: Element, width: number, isBlock: boolean}} Measured */

/** A paragraph may lose this many pixels to rounding and scroll bars. */
const TOLERANCE = 20;

/**
 * How the article stands before anything is hidden.
 *
 * @param {import('./column.js').Column} column
 * @returns {Generator<unknown, {widths: Measured[], overflow: number}, void>} in pixels
 */
export function* measureText({ kept }) {
  const every = Math.ceil(kept.length / MAX_LOOKED_AT);
  /** @type {Measured[]} */
  const widths = [];
  for (const element of kept.filter((_, index) => index % every === 0)) {
    yield LAYOUT;
    if (isSeen(element)) widths.push({ element, width: element.getBoundingClientRect().width, isBlock: getComputedStyle(element).display !== 'inline' });
  }
  return { widths, overflow: overflow() };
}

/**
 * Takes back as much of the hiding as it takes until no paragraph is invisible or narrower than before, and the page
 * does not scroll sideways if it did not.
 *
 * @param {object} page
 * @param {import('./hiding.js').Hiding} page.hiding
 * @param {{widths: Measured[], overflow: number}} page.before
 * @param {import('./rows.js').Closed} page.closed
 * @param {import('./spared.js').Spared} page.spared what is not to be hidden; grows
 */
export function* hideLess({ hiding, before, closed, spared }) {
  /** What nothing of ours has broken. @type {Set<Element>} */
  const hopeless = new Set();
  /** What was shown again for one paragraph. @type {{element: Element, marks: import('./hiding.js').Mark[]}[]} */
  let shown = [];
  /** @type {Element | undefined} */
  let last;
  const giveUp = () => {
    for (const { element, marks } of shown.splice(0)) for (const mark of marks) hiding.mark(element, mark);
    if (last) hopeless.add(last);
  };
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const broken = yield* firstBroken(before.widths.filter(({ element }) => !hopeless.has(element)));
    if (broken !== last) {
      for (const { element } of shown) spared.add(element);
      shown = [];
    }
    last = broken;
    if (!broken && overflow() <= before.overflow) return;
    if (openRows(hiding, closed)) continue;
    if (!broken) return;
    const beside = hiddenBeside(broken, hiding);
    if (!beside) giveUp();
    for (const element of beside ?? []) {
      shown.push({ element, marks: hiding.marksOf(element) });
      hiding.unmark(element);
    }
  }
  // Too much is broken: what was shown again for the last of it stays.
  for (const { element } of shown) spared.add(element);
}

/** @param {Measured[]} texts */
function* firstBroken(texts) {
  for (const text of texts) {
    yield LAYOUT;
    if (isBroken(text)) return text.element;
  }
  return undefined;
}

/** @param {Measured} text */
function isBroken({ element, width, isBlock }) {
  // Taken away by the page itself.
  if (!element.isConnected) return false;
  return !isSeen(element) || (isBlock && element.getBoundingClientRect().width < width - TOLERANCE);
}

/**
 * @param {Element} text
 * @param {import('./hiding.js').Hiding} hiding
 * @returns {Element[] | undefined} what is hidden nearest to it in the tree
 */
function hiddenBeside(text, hiding) {
  for (let up = /** @type {Node | null} */ (text); up; up = parentOf(up)) {
    if (!(up instanceof Element)) continue;
    const hidden = [up, ...childrenOf(up)].filter(hiding.isOut);
    if (hidden.length > 0) return hidden;
  }
  return undefined;
}

/** @param {Element} element */
function isSeen(element) {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
}

/** @returns {number} pixels that the page is wider than the window */
function overflow() {
  const { scrollWidth = 0, clientWidth = 0 } = document.scrollingElement ?? {};
  return Math.max(0, scrollWidth - clientWidth);
}
