/**
 * Gives the focus back to where it was when a popover opened, as Chromium does not always.
 *
 * @param {HTMLElement} panel a popover
 * @returns {() => boolean} closes it; says whether it was open
 */
export function closerOf(panel) {
  /** @type {Element | null} */
  let focusedBefore = null;
  panel.addEventListener('beforetoggle', () => {
    const root = panel.getRootNode();
    if (!panel.matches(':popover-open')) focusedBefore = root instanceof ShadowRoot ? root.activeElement : null;
  });
  return () => {
    if (!panel.matches(':popover-open')) return false;
    const hadFocus = panel.matches(':focus-within');
    panel.hidePopover();
    if (hadFocus && focusedBefore instanceof HTMLElement) focusedBefore.focus({ preventScroll: true });
    return true;
  };
}
