import { LAYOUT } from './budget.js';
import { OUT } from './hiding.js';

/** A line across the page instead of these would break the table, the list or the row they stand in. */
const NO_PLACE_FOR_A_LINE = /^(table-|list-item|contents|inline$|ruby|none)/;
const ROW = /flex|grid/;

/**
 * Hides what the core has left out, and shows again what it had left out before and no longer does.
 *
 * @param {object} page
 * @param {import('../ask.js').Asked & {answer: Quietpage.Extracted}} page.asked
 * @param {HTMLDialogElement[]} page.dialogs
 * @param {import('./hiding.js').Hiding} page.hiding
 * @param {import('./column.js').Column} page.column
 * @param {import('./spared.js').Spared} page.spared not to be hidden
 * @param {import('./walls.js').Walls} page.walls
 */
export function* hideLeftOut({ asked: { answer, elements }, dialogs, hiding, column, spared, walls }) {
  const cuts = new Set(answer.cuts);
  /** @type {Set<Element> | undefined} */
  let walked;
  /** @type {Map<Element, 'hidden' | 'cut'>} */
  const wanted = new Map();
  for (const ordinal of answer.hide) {
    yield LAYOUT;
    const element = elements[ordinal];
    const isHeld = !element?.isConnected || element instanceof HTMLHtmlElement || element === document.body || element.contains(document.fullscreenElement);
    if (isHeld || spared.has(element) || column.isText(element) || column.isAround(element)) continue;
    const isCut = cuts.has(ordinal) && (hiding.has(element, 'cut') || canBeCut(element, wanted));
    wanted.set(element, isCut ? 'cut' : 'hidden');
  }
  /** @param {Element} element @param {import('./hiding.js').Mark} mark */
  const isOld = (element, mark) => {
    if (mark === 'hidden' || mark === 'cut') return wanted.get(element) !== mark;
    if (column.isAround(element) || column.isText(element) || spared.has(element)) return true;
    // By now the core has been asked about it.
    return mark === 'like' && !wanted.has(element) && (walked ??= new Set(elements)).has(element);
  };
  for (const mark of OUT) {
    for (const element of hiding.withMark(mark)) {
      if (isOld(element, mark)) {
        hiding.unmark(element, (one) => one === mark);
        if (!wanted.has(element)) walls.giveBackIn(element);
      }
      yield;
    }
  }
  for (const [element, mark] of wanted) {
    walls.open(dialogs, element);
    if (!hiding.has(element, mark)) hiding.mark(element, mark);
    yield;
  }
}

/**
 * @param {Element} element
 * @param {Map<Element, string>} wanted what goes beside it
 * @returns {boolean} whether a line can stand in its place, and tells something
 */
function canBeCut(element, wanted) {
  const before = element.previousElementSibling;
  // One line for all that stood between two paragraphs.
  if (before && wanted.get(before) === 'cut') return false;
  const { display, position } = getComputedStyle(element);
  if (NO_PLACE_FOR_A_LINE.test(display) || position === 'fixed' || position === 'absolute') return false;
  const parent = element.parentElement;
  if (parent && ROW.test(getComputedStyle(parent).display)) return false;
  return element.getBoundingClientRect().height > 0;
}
