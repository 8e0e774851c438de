import { childrenOf } from '../../shared/element.js';
import { watchActs } from './acts.js';
import { createBudget } from './budget.js';
import { parentOf, shadowRootsOf } from './column.js';
import { HOLDING } from './holds.js';
import { dealWith } from './late.js';
import { unlock } from './locks.js';
import { keepInRow } from './rows.js';

/** Batches of changes that wait to be looked at; where there are more, the whole page is looked at anew instead. */
const MAX_WAITING = 50;
/** Of the text that was there, what has come in its place if it has been rendered anew. */
const RENDERED_ANEW = 0.5;

/**
 * Follows what the page does to itself while it is quiet, at a price that the page does not notice.
 *
 * @param {object} options
 * @param {import('./hiding.js').Hiding} options.hiding
 * @param {import('./holds.js').Holds} options.holds
 * @param {import('./rows.js').Closed} options.closed rows in which the text is alone
 * @param {import('./spared.js').Spared} options.spared what is not to be hidden; grows
 * @param {Element} options.host the bar
 * @param {() => void} options.onStale the article may be another now
 * @param {() => void} options.onGone it has been taken out of the page
 * @param {() => void} options.onLost the bar has been
 * @param {AbortSignal} options.signal
 */
export function watchPage({ hiding, holds, closed, spared, host, onStale, onGone, onLost, signal }) {
  let laidOutAt = 0;
  const budget = createBudget({
    clock: () => performance.now(),
    later: (callback, ms) =>
      afterFrame(() => {
        laidOutAt = hiding.changes();
        callback();
      }, ms),
    isLaidOut: () => hiding.changes() === laidOutAt,
  });
  /** @type {import('./column.js').Column | undefined} */
  let column;
  let keepsComments = false;
  let waiting = 0;
  const hasJustActed = watchActs(host, signal);
  const changes = new MutationObserver((records) => {
    if (waiting >= MAX_WAITING) {
      onStale();
      return;
    }
    waiting += 1;
    budget.urgently(lookAt(records, hasJustActed()));
  });
  let isUnlocking = false;
  const locking = new MutationObserver(() => {
    if (!column || isUnlocking) return;
    isUnlocking = true;
    budget.add(unlockOnce(column, hasJustActed()));
  });
  signal.addEventListener('abort', () => {
    changes.disconnect();
    locking.disconnect();
    budget.clear();
  });
  /**
   * Has a modal dialog stay that is opened while it is quiet: asked for, or not ours to answer. One that nobody could see
   * would hold the page.
   *
   * @param {Event} event
   */
  function onToggle({ target }) {
    if (!(target instanceof Element) || !target.matches(':modal')) return;
    for (let up = /** @type {Node | null} */ (target); up; up = parentOf(up)) {
      if (up instanceof Element && hiding.isOut(up)) show(up);
    }
    spared.add(target);
  }

  /** @param {import('./column.js').Column} of @param {boolean} isPersons whether the person has just done something */
  function* unlockOnce(of, isPersons) {
    isUnlocking = false;
    yield* unlock({ hiding, holds: isPersons ? undefined : holds, column: of });
  }

  /** @param {Element} element */
  function show(element) {
    hiding.unmark(element);
    spared.add(element);
  }

  /**
   * @param {Node} node that the page has put into itself
   * @param {import('./column.js').Column} column
   * @param {boolean} isPersons whether the person has just done something
   * @returns {boolean} whether the article may be another now
   */
  function lookAtNew(node, column, isPersons) {
    const what = dealWith(node, { hiding, column, spared, isPersons });
    if (what === 'hide') hiding.mark(/** @type {Element} */ (node), 'late');
    if (what === 'again') hiding.mark(/** @type {Element} */ (node), 'like');
    if (what === 'spare') spared.add(/** @type {Element} */ (node));
    // Of a page that is still loading it may be the rest of the text; of any, comments that are to stay.
    return what === 'ask' || what === 'again' || (what === 'hide' && (mayBeComments(node, column) || (document.readyState !== 'complete' && column.isGoingOn(node))));
  }

  /** @param {Node} node @param {import('./column.js').Column} column */
  function mayBeComments(node, column) {
    return keepsComments && column.sideOf(node) !== 'before';
  }

  /** @param {MutationRecord[]} records @param {boolean} isPersons */
  function* lookAt(records, isPersons) {
    try {
      if (!host.isConnected) onLost();
      if (signal.aborted) return;
      hiding.keepAdopted();
      if (column?.isGone()) {
        // Not to be seen for a moment as it was: the text that has come is not hidden, what stands around it still is.
        if (!isRenderedAnew(records, column)) hiding.showAll(true);
        column = undefined;
        onGone();
      }
      let isStale = false;
      for (const { addedNodes, removedNodes } of records) {
        if (column && [...removedNodes].some(column.isText)) isStale = true;
        for (const node of addedNodes) {
          keepInRow(node, hiding, closed);
          // Without a column the answer is on its way.
          if (!column || signal.aborted) return;
          if (node !== host && lookAtNew(node, column, isPersons)) isStale = true;
          yield;
        }
      }
      if (isStale) onStale();
    } finally {
      waiting -= 1;
    }
  }

  return {
    budget,
    /**
     * @param {import('./column.js').Column} next what to watch from here on
     * @param {import('../ask.js').Article} article of which it is
     * @param {HTMLDialogElement[]} dialogs of the page
     */
    *follow(next, { elements: known, answer }, dialogs) {
      column = next;
      keepsComments = answer.comments !== undefined;
      for (const root of [document, ...shadowRootsOf(next.around)]) changes.observe(root, { childList: true, subtree: true });
      for (const element of next.around) locking.observe(element, { attributeFilter: HOLDING });
      for (const element of [document.documentElement, document.body]) locking.observe(element, { attributeFilter: ['class', 'style', ...HOLDING] });
      document.addEventListener('toggle', onToggle, { capture: true, signal });
      // What a dialog tells does not leave its tree.
      for (const dialog of dialogs) dialog.getRootNode().addEventListener('toggle', onToggle, { capture: true, signal });
      const before = new Set(known);
      for (const child of next.around.flatMap(childrenOf)) {
        if (!before.has(child) && lookAtNew(child, next, false)) onStale();
        yield;
      }
    },
  };
}

/**
 * Calls back when the page has just been laid out for a frame: asking where things are costs little then. While nobody
 * sees the page, there are none.
 *
 * @param {() => void} callback
 * @param {number} ms not before
 */
function afterFrame(callback, ms) {
  setTimeout(() => requestAnimationFrame(() => void scheduler.postTask(callback, { priority: 'user-blocking' })), ms);
}

/**
 * @param {MutationRecord[]} records
 * @param {import('./column.js').Column} column that has gone
 * @returns {boolean} whether what has come is about as much text
 */
function isRenderedAnew(records, column) {
  const lengthOf = (/** @type {Node[]} */ nodes) => nodes.reduce((sum, node) => sum + (node.textContent?.length ?? 0), 0);
  const added = records.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node.isConnected);
  return lengthOf(added) > lengthOf(column.kept) * RENDERED_ANEW;
}
