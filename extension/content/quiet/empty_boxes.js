import { childrenOf } from '../../shared/element.js';
import { LAYOUT } from './budget.js';

/** What shows something without any text. */
const SHOWN = 'img, picture, video, audio, canvas, svg, iframe, object, embed, input, textarea, select, button, math, hr, progress, meter, dialog';
/** Lower boxes are the page's own spacing. */
const MIN_HEIGHT_PX = 40;
/** Of what stands in such a box, one in the other. */
const MAX_INNER = 12;

/**
 * Closes boxes in which there is nothing, kept free by the page for what is hidden or never comes. What comes into one after
 * all makes its own room.
 *
 * @param {object} page
 * @param {import('./hiding.js').Hiding} page.hiding
 * @param {import('./column.js').Column} page.column
 * @param {import('./spared.js').Spared} page.spared
 */
export function* closeEmptyBoxes({ hiding, column, spared }) {
  const empty = [];
  for (const around of column.around) {
    for (const box of childrenOf(around)) {
      if (column.isText(box) || column.isAround(box) || hiding.isOut(box) || spared.has(box)) continue;
      yield LAYOUT;
      if (isEmpty(box) && box.getBoundingClientRect().height >= MIN_HEIGHT_PX) empty.push(box);
    }
  }
  for (const box of empty) {
    for (const element of [box, ...[...box.querySelectorAll('*')].slice(0, MAX_INNER)]) hiding.mark(element, 'empty');
    yield;
  }
}

/** @param {Element} box */
function isEmpty(box) {
  if (box.matches(SHOWN) || box.localName.includes('-') || box.querySelector(SHOWN)) return false;
  return !box.textContent.trim() && getComputedStyle(box).backgroundImage === 'none';
}
