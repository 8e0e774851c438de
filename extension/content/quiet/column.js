import { shadowRootOf } from '../shadow_root_of.js';

/** @typedef {ReturnType<typeof columnOf>} Column */

/**
 * Where in the page the article is: its elements, and all that stand around them.
 *
 * @param {Element[]} kept the elements of the article, in the order of the page
 */
export function columnOf(kept) {
  const texts = new Set(kept);
  const spine = allAround(kept);
  const first = chainOf(kept[0]);
  const last = chainOf(kept[kept.length - 1]);

  return {
    kept,
    /** Whether it is one of the article's elements. @param {Node} node */
    isText: (node) => texts.has(/** @type {Element} */ (node)),
    /** Whether any of the article's elements stands in it. @param {Node} node */
    isAround: (node) => spine.has(node),
    /** Whether it comes where the text itself would go on. @param {Node} node */
    isGoingOn: (node) => node.parentNode !== null && node.parentNode === kept[kept.length - 1]?.parentNode,
    /** What stands around the article, from the inside. */
    around: /** @type {Element[]} */ ([...spine].filter((node) => node instanceof Element)),
    /** @returns {boolean} whether so much of it has been taken out of the page that it must be looked for anew */
    isGone: () => kept.filter((element) => !element.isConnected).length * 2 > kept.length,
    /**
     * Where an element stands whose parent is around the article.
     *
     * @param {Node} node
     * @returns {'before' | 'within' | 'after'} the whole article
     */
    sideOf(node) {
      const parent = node.parentNode;
      const opening = parent && first.get(parent);
      const closing = parent && last.get(parent);
      // Of what fills a slot, the way to it goes through another tree.
      if (opening?.parentNode === parent && follows(opening, node)) return 'before';
      if (closing?.parentNode === parent && follows(node, closing)) return 'after';
      return 'within';
    },
  };
}

/**
 * @param {Node} node
 * @returns {Node | null} the parent as it is seen: of what fills a slot, where the slot is; of a shadow tree, its host
 */
export function parentOf(node) {
  const slot = node instanceof Element ? node.assignedSlot : null;
  if (slot) return slot;
  // Of a form, the control of that name would be taken for it.
  return Reflect.get(Node.prototype, 'parentNode', node) ?? (node instanceof ShadowRoot ? node.host : null);
}

/** @param {Element[]} elements @returns {Set<Node>} all that any of them stands in */
export function allAround(elements) {
  /** @type {Set<Node>} */
  const around = new Set();
  for (const element of elements) {
    for (let up = parentOf(element); up && !around.has(up); up = parentOf(up)) around.add(up);
  }
  return around;
}

/**
 * @param {Node | undefined} element
 * @returns {Map<Node, Node>} each node around it → its child on the way to it
 */
function chainOf(element) {
  const chain = new Map();
  for (let node = element, up = node && parentOf(node); node && up; node = up, up = parentOf(up)) chain.set(up, node);
  return chain;
}

/** @param {Node} node @param {Node} other */
const follows = (node, other) => Boolean(other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);

/** @param {Iterable<Element>} elements @returns {Set<ShadowRoot>} of those elements that have one */
export function shadowRootsOf(elements) {
  return new Set([...elements].flatMap((element) => shadowRootOf(element) ?? []));
}
