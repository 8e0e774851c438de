import { parentOf } from './column.js';

/** @typedef {ReturnType<typeof createSpared>} Spared */

/** What is not to be hidden, whatever is said of it: the person has opened it, or hiding it has broken the page. */
export function createSpared() {
  /** @type {WeakSet<Node>} */
  const spared = new WeakSet();
  /** @type {WeakSet<Node>} */
  const around = new WeakSet();
  return {
    /** @param {Element} element */
    add(element) {
      spared.add(element);
      for (let up = parentOf(element); up; up = parentOf(up)) around.add(up);
    },
    /** @param {Node} node @returns {boolean} whether hiding it would hide anything of that */
    has(node) {
      if (around.has(node)) return true;
      for (let up = /** @type {Node | null} */ (node); up; up = parentOf(up)) if (spared.has(up)) return true;
      return false;
    },
  };
}
