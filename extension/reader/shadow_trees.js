import { closedShadowRootOf } from '../content/shadow_root_of.js';
import { isExtensionThere } from '../shared/browser.js';

/** A search rests this long after so many elements: a fraction of a millisecond's work, on a page of 3,000 a second for all. */
const REST_MS = 100;
const STEP = 300;

/**
 * Looks for a page's shadow trees as long as it lasts: nothing tells of those that are made later.
 *
 * @param {object} options
 * @param {Element} options.except whose tree is not looked for
 * @param {(roots: ShadowRoot[]) => void} options.onFound called once for each, closed ones too
 * @param {AbortSignal} options.signal
 */
export function lookForShadowTrees({ except, onFound, signal }) {
  /** @type {WeakSet<ShadowRoot>} */
  const known = new WeakSet();
  let search = searched(document, except);
  const timer = setInterval(() => {
    // Without it, after an update, closed trees are out of reach.
    if (!isExtensionThere()) {
      clearInterval(timer);
      return;
    }
    const found = [];
    for (let asked = 0; asked < STEP; asked++) {
      const { done, value: root } = search.next();
      if (done) {
        search = searched(document, except);
        break;
      }
      if (!root || known.has(root)) continue;
      known.add(root);
      found.push(root);
    }
    if (found.length) onFound(found);
  }, REST_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/**
 * @param {Document | ShadowRoot} tree
 * @param {Element} except
 * @returns {Generator<ShadowRoot | null | undefined>} one for each element, in shadow trees too
 */
function* searched(tree, except) {
  for (const element of tree.querySelectorAll('*')) {
    const root = element === except ? null : closedShadowRootOf(element);
    yield root;
    if (root) yield* searched(root, except);
  }
}
