import { parentOf } from './column.js';

/** @typedef {ReturnType<typeof createWalls>} Walls */

/** Elements between two rests. */
const STEP_ELEMENTS = 500;

/**
 * @param {Element[]} elements of the page
 * @returns {Generator<undefined, HTMLDialogElement[], undefined>} the dialogs among them
 */
export function* dialogsAmong(elements) {
  const dialogs = [];
  for (const [at, element] of elements.entries()) {
    if (element instanceof HTMLDialogElement) dialogs.push(element);
    if (at % STEP_ELEMENTS === STEP_ELEMENTS - 1) yield;
  }
  return dialogs;
}

/**
 * Modal dialogs that are to be hidden: unseen they would hold all the rest of the page. For as long as it is quiet they are
 * open without being modal, so that the page can close them, and stand again at the end as they did.
 */
export function createWalls() {
  /** Each with what is hidden that it stands in; the later over the earlier. @type {Map<HTMLDialogElement, Element>} */
  const lowered = new Map();

  /** @param {HTMLDialogElement} dialog */
  function giveBack(dialog) {
    lowered.delete(dialog);
    // The page has closed it by its attribute.
    if (!dialog.open) return;
    dialog.removeAttribute('open');
    unheard(dialog, 'open', ['beforetoggle', 'toggle'], () => dialog.showModal());
  }

  return {
    /** @param {HTMLDialogElement[]} dialogs that may be modal @param {Element} hidden */
    open(dialogs, hidden) {
      for (const dialog of dialogs) {
        if (!dialog.matches(':modal') || !isWithin(dialog, hidden)) continue;
        lowered.set(dialog, hidden);
        unheard(dialog, 'closed', ['beforetoggle', 'toggle', 'close'], () => dialog.close());
        dialog.setAttribute('open', '');
        // The page closes it itself, or opens it anew: it is not ours to give back.
        dialog.addEventListener('beforetoggle', () => lowered.delete(dialog), { once: true });
      }
    },
    /** @param {Element} shown that is hidden no longer */
    giveBackIn(shown) {
      for (const [dialog, hidden] of lowered) if (hidden === shown) giveBack(dialog);
    },
    /** Gives back the page. */
    end() {
      for (const dialog of lowered.keys()) giveBack(dialog);
    },
  };
}

/** @param {Node} node @param {Element} element @returns {boolean} whether it stands in that, over shadow trees */
function isWithin(node, element) {
  for (let up = /** @type {Node | null} */ (node); up; up = parentOf(up)) if (up === element) return true;
  return false;
}

/**
 * Opens or closes a dialog without the page hearing of it, which would take it for the person's answer.
 *
 * @param {HTMLDialogElement} dialog
 * @param {'open' | 'closed'} state what it is then
 * @param {string[]} events that tell of it, the later ones in tasks of their own
 * @param {() => void} change
 */
function unheard(dialog, state, events, change) {
  const untold = new Set(events);
  const controller = new AbortController();
  // What a dialog tells does not leave its tree.
  const root = dialog.getRootNode();
  const hearing = root instanceof ShadowRoot ? root : window;
  for (const type of events) {
    hearing.addEventListener(
      type,
      (event) => {
        if (event.target !== dialog || !untold.delete(type)) return;
        if (untold.size === 0) controller.abort();
        // Of a dialog that the page has changed back at once, one event tells of both.
        if (!('newState' in event) || event.newState === state) event.stopImmediatePropagation();
      },
      { capture: true, signal: controller.signal },
    );
  }
  try {
    change();
  } catch {
    controller.abort(); // no modal dialog any more: out of the page, or a popover
  }
}
