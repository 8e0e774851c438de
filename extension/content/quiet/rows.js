import { childrenOf } from '../../shared/element.js';
import { LAYOUT } from './budget.js';

/** A row with more in it is no row of columns. */
const MAX_COLUMNS = 40;
/** Share of the row that may be empty beside the text: a margin, no hole. */
const MARGIN = 0.08;

/**
 * @typedef {Map<Element, number>} Widths in pixels
 * @typedef {WeakMap<Element, number>} Closed each row → the width of the text in it; 0: it is not to be closed
 */

/**
 * @param {import('./column.js').Column} column
 * @returns {Generator<unknown, Widths, void>} of what stands around the article, before anything is hidden
 */
export function* widthsAround({ around, kept }) {
  /** @type {Widths} */
  const widths = new Map();
  for (const element of [...around, ...kept]) {
    yield LAYOUT;
    widths.set(element, element.getBoundingClientRect().width);
  }
  return widths;
}

/**
 * Where the text is alone in its row now, puts it into the middle, no wider than it was.
 *
 * @param {object} page
 * @param {import('./hiding.js').Hiding} page.hiding
 * @param {import('./column.js').Column} page.column
 * @param {Widths} page.widths before anything was hidden
 * @param {Closed} page.closed the rows that are; grows
 */
export function* closeRows({ hiding, column, widths, closed }) {
  for (const row of column.around) {
    yield LAYOUT;
    if (row === document.documentElement || row.childElementCount > MAX_COLUMNS) continue;
    const children = childrenOf(row);
    if (!children.some(hiding.isOut)) continue;
    const [text, ...others] = children.filter((child) => hasPlace(child));
    if (!text || others.length > 0 || !(column.isAround(text) || column.isText(text)) || hiding.has(text, 'alone')) continue;
    // Of a text that was rendered anew: as wide as the one before it.
    const width = closed.get(row) ?? Math.ceil(widths.get(text) ?? 0);
    if (width === 0 || !(closed.has(row) || leavesHole(row, text, width))) continue;
    if (isRow(row)) hiding.mark(row, 'row');
    closed.set(row, width);
    setAlone(text, width, hiding);
  }
}

/**
 * Has what comes into such a row stand as what stood in it, before it is painted: it may be the text, rendered anew.
 *
 * @param {Node} node
 * @param {import('./hiding.js').Hiding} hiding
 * @param {Closed} closed
 */
export function keepInRow(node, hiding, closed) {
  const width = node instanceof Element && node.parentElement && closed.get(node.parentElement);
  if (width) setAlone(node, width, hiding);
}

/**
 * @param {Element} text
 * @param {number} width in pixels
 * @param {import('./hiding.js').Hiding} hiding
 */
function setAlone(text, width, hiding) {
  hiding.mark(text, 'alone');
  hiding.mark(text, `w${width}`);
}

/**
 * Takes that back, for good.
 *
 * @param {import('./hiding.js').Hiding} hiding
 * @param {Closed} closed
 * @returns {boolean} whether there was anything
 */
export function openRows(hiding, closed) {
  const texts = hiding.withMark('alone');
  for (const element of [...texts, ...hiding.withMark('row')]) hiding.unmark(element, (mark) => mark === 'row' || mark === 'alone' || /^w\d/.test(mark));
  for (const { parentElement: row } of texts) if (row) closed.set(row, 0);
  return texts.length > 0;
}

/** @param {Element} row */
function isRow(row) {
  const { display, flexDirection } = getComputedStyle(row);
  return display === 'grid' || (display === 'flex' && flexDirection.startsWith('row'));
}

/**
 * @param {Element} row
 * @param {Element} text all that is left in it
 * @param {number} width that it had
 */
function leavesHole(row, text, width) {
  const isFloating = getComputedStyle(text).float !== 'none';
  if (!isFloating && !isRow(row)) return false;
  const now = text.getBoundingClientRect().width;
  return now > width + 1 || row.clientWidth - now > row.clientWidth * MARGIN;
}

/** @param {Element} element */
function hasPlace(element) {
  if (!element.checkVisibility()) return false;
  const { position } = getComputedStyle(element);
  const { width, height } = element.getBoundingClientRect();
  return position !== 'absolute' && position !== 'fixed' && width > 0 && height > 0;
}
