import { childrenOf } from '../../shared/element.js';
import { closedShadowRootOf } from '../shadow_root_of.js';
import { LAYOUT } from './budget.js';
import { parentOf } from './column.js';

/** Where the window is looked at, as shares of it: bars at its edges, walls in its middle. */
const LOOKED_AT = [0.02, 0.5, 0.98].flatMap((x) => [0.02, 0.25, 0.5, 0.75, 0.98].map((y) => ({ x, y })));
/** Such a thing stays in view beside the text that tells of it. */
const FIGURE = 'figure, picture, video, canvas, math, svg, img, iframe';
/** A row without its cell would be another table. */
const PART_OF_TABLE = 'caption, colgroup, tbody, td, tfoot, th, thead, tr';
/** Of what lies one over the other at a place. */
const MAX_LAYERS = 4;

/**
 * Hides what has no text, of which the core therefore knows nothing, and lies over the page: bars of icons, dimmers,
 * frames of advertisements at the window's edge.
 *
 * @param {object} page
 * @param {import('./hiding.js').Hiding} page.hiding
 * @param {import('./column.js').Column} page.column
 * @param {import('./spared.js').Spared} page.spared not to be hidden
 */
export function* hideCoverings({ hiding, column, spared }) {
  const isLeft = (/** @type {Node} */ node) => column.isText(node) || column.isAround(node);
  /**
   * @param {Element} element
   * @param {Node} branch of what stands around the article, in which that is
   */
  const hide = (element, branch) => {
    const isFigure = column.sideOf(branch) === 'within' && (element.matches(FIGURE) || element.querySelector(FIGURE));
    if (!isFigure && !element.matches(`${PART_OF_TABLE}, :modal`) && !spared.has(element) && !isForeign(element)) hiding.mark(element, 'over');
  };
  const fixed = [];
  for (const around of column.around) {
    for (const child of childrenOf(around)) {
      if (isLeft(child) || hiding.isOut(child)) continue;
      yield LAYOUT;
      const { position } = getComputedStyle(child);
      if (position === 'fixed' || position === 'sticky') fixed.push(child);
    }
  }
  for (const child of fixed) hide(child, child);
  for (const { x, y } of LOOKED_AT) {
    for (let layer = 0; layer < MAX_LAYERS; layer++) {
      yield LAYOUT;
      const top = document.elementFromPoint(x * window.innerWidth, y * window.innerHeight);
      const covering = top && fixedAround(top, isLeft);
      if (!covering || hiding.isOut(covering.element)) break;
      hide(covering.element, covering.branch);
      if (!hiding.isOut(covering.element)) break;
    }
  }
}

/**
 * @param {Element} element
 * @param {(node: Node) => boolean} isLeft
 * @returns {{element: Element, branch: Node} | undefined} the outermost that is fixed to the window, where it is none of
 *   the article, and what it is in beside that
 */
function fixedAround(element, isLeft) {
  let fixed;
  let branch = /** @type {Node} */ (element);
  for (let up = /** @type {Node | null} */ (element); up && !isLeft(up); up = parentOf(up)) {
    if (up instanceof Element && getComputedStyle(up).position === 'fixed') fixed = up;
    branch = up;
  }
  return fixed && { element: fixed, branch };
}

/**
 * @param {Element} element
 * @returns {boolean} whether it may well be another extension's: what those show stands in shadow trees, or beside the
 *   page's body
 */
export function isForeign(element) {
  if (element.parentElement === document.documentElement) return true;
  return Boolean(closedShadowRootOf(element)) && !element.textContent.trim();
}
