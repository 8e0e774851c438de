/** Where in the window the eye is: below the toolbar. */
export const EYE_PX = 60;

/**
 * Sets a text anew, and leaves the reader at the line that was being read: browsers keep the place by themselves only
 * where nothing but heights above it changes.
 *
 * @param {Element | null | undefined} article whose children stand one below the other; missing: nothing to keep
 * @param {() => void} change
 */
export function keepingPlace(article, change) {
  const scroller = article?.closest('dialog');
  if (!article || !scroller || scroller.scrollTop === 0) {
    change();
    return;
  }
  const block = blockAt(article.children, EYE_PX);
  const before = block?.getBoundingClientRect();
  change();
  if (!block || !before) return;
  const after = block.getBoundingClientRect();
  // The same part of the block, however long it has become.
  const share = before.height > 0 ? Math.max(0, EYE_PX - before.top) / before.height : 0;
  const wasAt = before.top + share * before.height;
  scroller.scrollTop += after.top + share * after.height - wasAt;
}

/**
 * @param {HTMLCollection} blocks
 * @param {number} y
 * @returns {Element | undefined} the first that ends below that height
 */
export function blockAt(blocks, y) {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle].getBoundingClientRect().bottom > y) high = middle;
    else low = middle + 1;
  }
  return blocks[low];
}
