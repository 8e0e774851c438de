/** Where in the window the eye is: below the toolbar. */
export const EYE_PX = 60;

/** @param {DOMRect} block @returns {number} how much of it is above the line where the eye is, 0 to 1 */
export const shareAbove = ({ top, height }) => (height > 0 ? Math.max(0, EYE_PX - top) / height : 0);

/**
 * Of a long text only what is near the window is set (article.css).
 *
 * @param {HTMLElement} block
 * @returns {DOMRect} where it stands, once it is set
 */
export function placeOnceSet(block) {
  block.style.contentVisibility = 'visible';
  return block.getBoundingClientRect();
}

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
  const share = shareAbove(before);
  const wasAt = before.top + share * before.height;
  scroller.scrollTop += after.top + share * after.height - wasAt;
}

/** Blocks further on were not being read. */
const MAX_REMEMBERED = 40;

/**
 * Where the reader is in a text of which another will take the place, mostly the same.
 *
 * @param {Element | null} article
 * @param {Element} scroller
 * @returns {(next: Element) => void} brings the first block that was being read, and that the other has too, to where it was
 */
export function rememberPlace(article, scroller) {
  if (!article || scroller.scrollTop === 0) return () => undefined;
  const { scrollTop } = scroller;
  const blocks = [...article.children];
  const present = blockAt(article.children, EYE_PX);
  const from = present ? blocks.indexOf(present) : blocks.length - 1;
  const seen = blocks.slice(Math.max(0, from), from + MAX_REMEMBERED).map((block) => ({ text: block.textContent, top: block.getBoundingClientRect().top }));
  return (next) => {
    const found = new Map([...next.children].map((block) => [block.textContent, block]));
    const known = seen.find(({ text }) => text.trim() !== '' && found.has(text));
    const block = known && found.get(known.text);
    scroller.scrollTop = scrollTop;
    if (!known || !(block instanceof HTMLElement)) return;
    scroller.scrollTop += placeOnceSet(block).top - known.top;
  };
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
