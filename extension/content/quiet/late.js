import { parentOf } from './column.js';
import { isForeign } from './coverings.js';

/** What has no box, or nothing to read. */
const NOTHING = new Set(['script', 'style', 'link', 'meta', 'template', 'noscript', 'br', 'wbr', 'source', 'track']);
const MEDIA = 'img, picture, video, audio, svg';

/**
 * What is to be done about something that the page has put into itself.
 *
 * @param {Node} node
 * @param {object} page
 * @param {import('./hiding.js').Hiding} page.hiding
 * @param {import('./column.js').Column} page.column
 * @param {boolean} page.isPersons whether the person has just done something that the page may answer
 * @returns {'hide' | 'spare' | 'ask' | undefined} `spare`: a person's doing, or not the page's; `ask`: the core knows
 */
export function dealWith(node, { hiding, column, isPersons }) {
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
  if (branch instanceof Element && (hiding.isOut(branch) || isForeign(branch))) return undefined;
  if (node instanceof Element && (isPersons || node.matches(':modal'))) return 'spare';
  if (column.sideOf(branch) === 'within') return 'ask';
  if (!(node instanceof Element)) return undefined;
  // A picture that was only late.
  const isPicture = branch !== node && node.matches(MEDIA);
  return isPicture ? undefined : 'hide';
}

/** @param {Node} node */
function isSomething(node) {
  if (node instanceof Element) return !NOTHING.has(node.localName);
  return node instanceof Text && node.data.trim() !== '';
}
