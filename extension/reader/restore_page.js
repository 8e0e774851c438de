/**
 * Remembers where the person was in the page.
 *
 * @returns {() => void} brings them back there
 */
export function rememberPage() {
  const { scrollX, scrollY } = window;
  const focused = document.activeElement;
  const selection = document.getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
  // Where a text field has the focus, the selection is the field's own, which comes back with the focus.
  const isPages = selection && !isField(focused);
  const { rangeCount = 0 } = selection ?? {};

  return () => {
    if (focused instanceof HTMLElement && focused !== document.body && focused.isConnected) {
      focused.focus({ preventScroll: true });
    }
    // A press in the view can leave a caret in the page beneath.
    if (isPages && rangeCount === 0) selection.removeAllRanges();
    if (isPages && rangeCount > 0 && anchorNode?.isConnected && focusNode?.isConnected) {
      // Nodes may have become shorter meanwhile.
      selection.setBaseAndExtent(
        anchorNode,
        Math.min(anchorOffset ?? 0, lengthOf(anchorNode)),
        focusNode,
        Math.min(focusOffset ?? 0, lengthOf(focusNode)),
      );
    }
    if (window.scrollX !== scrollX || window.scrollY !== scrollY) {
      window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    }
  };
}

/** @param {Element | null} element @returns {boolean} whether a person types a text of their own into it */
export function isField(element) {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** @param {Node} node */
function lengthOf(node) {
  return node instanceof CharacterData ? node.length : node.childNodes.length;
}
