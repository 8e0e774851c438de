import { isField } from '../reader/restore_page.js';
import { parentElementOf } from '../shared/element.js';

/** @typedef {import('../../src/wasm/walk.js').Part} Part */

/** Fewer characters are a word under a double click, or a slip. */
const MIN_CHARACTERS = 20;
/** What says whose text it is, and when it was written. */
const CREDITS = 'h1, [itemprop~=headline], [rel~=author], [itemprop~=author], [itemprop~=datePublished], time';
const MAX_CREDITS = 50;

/**
 * What the person has selected on the page, as long as it is more than a word or two. It is taken once: the selection
 * may go, the part stays.
 *
 * @returns {Part | undefined}
 */
export function selectedPart() {
  const selection = document.getSelection();
  // Chromium tells of a text field's own selection, too, which is none of the page.
  if (!selection || isField(document.activeElement) || selection.toString().replace(/\s+/g, ' ').trim().length < MIN_CHARACTERS) return undefined;
  // Firefox lets a person select in many places.
  const ranges = Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index).cloneRange());
  /** @param {Node} node */
  const isIn = (node) => ranges.some((range) => range.intersectsNode(node));

  const credits = [document.head, ...[...document.querySelectorAll(CREDITS)].slice(0, MAX_CREDITS)].filter((one) => one && !isIn(one));
  const outside = new Set(credits);
  /** @type {Set<Node>} */
  const around = new Set(credits.flatMap(ancestors));
  /** @param {Node} node */
  const isCredit = (node) => credits.some((credit) => credit.contains(node));

  return {
    has: (element) => around.has(element) || isIn(inLight(element)) || isCredit(element),
    isOutside: (element) => outside.has(element),
    textOf(text) {
      const light = inLight(text);
      if (light === text ? isCredit(text) : isIn(light)) return text.data;
      return ranges.map((range) => (range.intersectsNode(text) ? pieceOf(text, range) : '')).join('');
    },
  };
}

/** @param {Element} element */
function ancestors(element) {
  const found = [];
  for (let up = parentElementOf(element); up; up = parentElementOf(up)) found.push(up);
  return found;
}

/**
 * What stands for the node in the page's own tree: a selection holds a shadow tree by its host.
 *
 * @param {Node} node
 * @returns {Node}
 */
function inLight(node) {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? inLight(root.host) : node;
}

/**
 * @param {Text} text
 * @param {Range} range that touches it
 */
function pieceOf(text, { startContainer, startOffset, endContainer, endOffset }) {
  return text.data.slice(text === startContainer ? startOffset : 0, text === endContainer ? endOffset : undefined);
}
