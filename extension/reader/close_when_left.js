/**
 * Closes a popover when the Tab key leads out of it: what has the focus must not lie beneath it.
 *
 * @param {HTMLElement} panel a popover
 * @param {HTMLElement} [opener] the button that stands beside it and closes it itself
 */
export function closeWhenLeft(panel, opener) {
  panel.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && relatedTarget !== opener && !panel.contains(relatedTarget)) panel.hidePopover();
  });
}
