import { childrenOf, parentElementOf } from '../../shared/element.js';
import { parentOf } from './column.js';
import { isForeign } from './coverings.js';

/** What has no box, or nothing to read. */
const NOTHING = new Set(['script', 'style', 'link', 'meta', 'template', 'noscript', 'br', 'wbr', 'source', 'track']);
const MEDIA = 'img, picture, video, audio, svg';
/** Of what stands beside something, looked at. */
const MAX_BESIDE = 40;
/** Characters by which what is made alike may say more. */
const MORE_TEXT = 200;

/**
 * What is to be done about something that the page has put into itself.
 *
 * @param {Node} node
 * @param {object} page
 * @param {import('./hiding.js').Hiding} page.hiding
 * @param {import('./column.js').Column} page.column
 * @param {import('./spared.js').Spared} page.spared
 * @param {boolean} page.isPersons whether the person has just done something that the page may answer
 * @returns {'hide' | 'again' | 'spare' | 'ask' | undefined} `again`: to be hidden, as the like of it is, though the core may
 *   know better; `spare`: a person's doing, or not the page's; `ask`: the core knows
 */
export function dealWith(node, { hiding, column, spared, isPersons }) {
  if (!node.isConnected || !isSomething(node)) return undefined;
  let branch = node;
  let parent = parentOf(node);
  while (parent && !column.isAround(parent)) {
    // In what is hidden, or in what is read.
    if (column.isText(parent) || (parent instanceof Element && hiding.isOut(parent))) return undefined;
    branch = parent;
    parent = parentOf(parent);
  }
  if (!parent || column.isText(branch) || column.isAround(branch)) return undefined;
  if (branch instanceof Element && (hiding.isOut(branch) || spared.has(node) || isForeign(branch))) return undefined;
  if (node instanceof Element && (isPersons || node.closest(':modal'))) return 'spare';
  if (column.sideOf(branch) === 'within') return node instanceof Element && isLikeHidden(node, hiding) ? 'again' : 'ask';
  if (!(node instanceof Element)) return undefined;
  // A picture that was only late.
  const isPicture = branch !== node && node.matches(MEDIA);
  return isPicture ? undefined : 'hide';
}

/**
 * @param {Element} element
 * @param {import('./hiding.js').Hiding} hiding
 * @returns {boolean} whether what is made like it is hidden beside it
 */
function isLikeHidden(element, hiding) {
  const made = madeOf(element);
  const parent = parentElementOf(element);
  const beside = (parent ? childrenOf(parent) : []).filter(hiding.isOut).slice(0, MAX_BESIDE);
  return isNamed(element) && beside.some((other) => madeOf(other) === made && element.textContent.length <= other.textContent.length + MORE_TEXT);
}

/** @param {Element} element @returns {boolean} whether how it is made says anything: plain paragraphs are all alike */
const isNamed = (element) => [element, ...childrenOf(element)].some(({ classList }) => classList.length > 0);

/** @param {Element} element @returns {string} what it is, and what is right in it */
const madeOf = (element) => [element, ...childrenOf(element)].map(({ localName, className }) => `${localName}.${className}`).join();

/** @param {Node} node */
function isSomething(node) {
  if (node instanceof Element) return !NOTHING.has(node.localName);
  return node instanceof Text && node.data.trim() !== '';
}
