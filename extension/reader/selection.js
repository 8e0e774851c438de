import { element } from '../shared/element.js';
import { targetOf } from './anchors.js';

/** What the reader puts around parts of the article. */
const WRAPPERS = '.enlarge, .code, .scroller';
/** What it puts beside them; players come and go with a click. */
const ADDED = 'button, iframe';
/** What it says of them. */
const ADDED_ATTRIBUTES = ['tabindex', 'role', 'aria-label', 'aria-haspopup', 'style'];

/**
 * @param {HTMLElement} body the article in the reader
 * @returns {Range | undefined} what is selected of it, if anything
 */
export function selectedIn(body) {
  const root = body.getRootNode();
  const selection = document.getSelection();
  if (!selection || !(root instanceof ShadowRoot)) return undefined;
  const [selected] = selection.getComposedRanges({ shadowRoots: [root] });
  if (!selected || selected.collapsed) return undefined;
  // A selection may have been made in the page beneath, before; all of the view, by Ctrl+A, is the whole article.
  const [hasStart, hasEnd] = [root.contains(selected.startContainer), root.contains(selected.endContainer)];
  if (!(hasStart || hasEnd)) return undefined;
  const range = document.createRange();
  range.selectNodeContents(body);
  const whole = range.cloneRange();
  if (hasStart) range.setStart(selected.startContainer, selected.startOffset);
  if (hasEnd) range.setEnd(selected.endContainer, selected.endOffset);
  if (range.compareBoundaryPoints(Range.START_TO_START, whole) < 0) range.setStart(body, 0);
  if (range.compareBoundaryPoints(Range.END_TO_END, whole) > 0) range.setEnd(body, body.childNodes.length);
  return range.toString().trim() || range.cloneContents().querySelector('img, video, audio, math') ? range : undefined;
}

/**
 * A copy of a part of the article, as the core wrote it: in the elements around it (an item stays in its list), without
 * what the reader put in.
 *
 * @param {Range} range inside the article
 * @param {HTMLElement} body
 * @returns {HTMLElement}
 */
export function portionOf(range, body) {
  /** @type {Node} */
  let inside = range.cloneContents();
  for (let around = range.commonAncestorContainer; around !== body && around.parentNode; around = around.parentNode) {
    if (!(around instanceof Element)) continue;
    const shell = around.cloneNode();
    shell.appendChild(inside);
    inside = shell;
  }
  const portion = element('article', {}, inside);
  for (const wrapper of portion.querySelectorAll(WRAPPERS)) wrapper.replaceWith(...wrapper.childNodes);
  for (const added of portion.querySelectorAll(ADDED)) added.remove();
  for (const call of portion.querySelectorAll('a.call')) call.removeAttribute('class');
  // Links to what is not taken along.
  for (const link of portion.querySelectorAll('a[href^="#"]')) if (!targetOf(link, portion)) link.replaceWith(...link.childNodes);
  for (const part of portion.querySelectorAll('*')) for (const name of ADDED_ATTRIBUTES) part.removeAttribute(name);
  return portion;
}
