/** @typedef {ReturnType<typeof createWalls>} Walls */

/**
 * Modal dialogs that are to be hidden: unseen they would hold all the rest of the page. They are closed for as long as it is
 * quiet, and stand again at the end as they did.
 */
export function createWalls() {
  /** The later over the earlier. @type {HTMLDialogElement[]} */
  const closed = [];
  return {
    /** @param {HTMLDialogElement} dialog */
    open(dialog) {
      closed.push(dialog);
      unheard(dialog, ['beforetoggle', 'toggle', 'close'], () => dialog.close());
    },
    /** Gives back the page. */
    end() {
      for (const dialog of closed.splice(0)) {
        // The page may have opened it itself.
        if (dialog.isConnected && !dialog.open) unheard(dialog, ['beforetoggle', 'toggle'], () => dialog.showModal());
      }
    },
  };
}

/**
 * Opens or closes a dialog without the page hearing of it, which would take it for the person's answer.
 *
 * @param {HTMLDialogElement} dialog
 * @param {string[]} events that tell of it, the later ones in tasks of their own
 * @param {() => void} change
 */
function unheard(dialog, events, change) {
  const untold = new Set(events);
  const controller = new AbortController();
  for (const type of events) {
    window.addEventListener(
      type,
      (event) => {
        if (event.target !== dialog) return;
        event.stopImmediatePropagation();
        untold.delete(type);
        if (untold.size === 0) controller.abort();
      },
      { capture: true, signal: controller.signal },
    );
  }
  change();
}
