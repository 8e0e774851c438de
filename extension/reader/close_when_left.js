/**
 * Closes a popover when the focus goes elsewhere in the view, also by way of the browser's own controls: what has the focus
 * must not lie beneath it.
 *
 * @param {HTMLElement} panel a popover
 * @param {HTMLElement} [opener] a button that stands beside it, and closes it itself
 */
export function closeWhenLeft(panel, opener) {
  /** @param {Event} event */
  const onFocus = ({ target }) => {
    if (target instanceof Node && target !== opener && !panel.contains(target)) panel.hidePopover();
  };
  panel.addEventListener('beforetoggle', ({ newState }) => {
    const root = panel.getRootNode();
    if (newState === 'open') root.addEventListener('focusin', onFocus);
    else root.removeEventListener('focusin', onFocus);
  });
}
