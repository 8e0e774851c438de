/**
 * Closes a popover when the Tab key leads on from it: what has the focus must not lie beneath it.
 *
 * @param {HTMLElement} panel a popover
 * @param {HTMLElement} [opener] a button that stands beside it, and closes it itself
 */
export function closeWhenLeft(panel, opener) {
  const belongs = (/** @type {Node} */ node) => panel.contains(node) || node === opener;
  for (const part of [panel, opener]) {
    part?.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !belongs(relatedTarget) && panel.matches(':popover-open')) panel.hidePopover();
    });
  }
}
