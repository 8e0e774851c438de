import { EYE_PX } from '../place.js';

/** Where in the window what is spoken is brought to. */
const AT_HEIGHT = 0.3;

/**
 * Scrolls the text along with what is spoken, until the reader has scrolled away from it; back there, it goes on.
 *
 * @param {object} options
 * @param {HTMLElement} options.scroller
 * @param {() => number} options.lowest from the window's top: what lies below this line is not seen
 * @param {(isAway: boolean) => void} options.onAway
 * @param {AbortSignal} options.signal
 */
export function createFollow({ scroller, lowest, onAway, signal }) {
  /** @type {Range | undefined} */
  let spoken;
  let isAway = false;
  /** Whether the text is moving because of us. */
  let isOurs = false;

  /** @param {boolean} next */
  function setAway(next) {
    if (next === isAway) return;
    isAway = next;
    onAway(next);
  }

  /** @param {Range} range */
  function isSeen(range) {
    const { top, bottom } = placeOf(range);
    return bottom > EYE_PX && top < lowest();
  }

  /** @param {Range} range */
  function bring(range) {
    const { top, bottom } = placeOf(range);
    if (top >= EYE_PX && bottom <= lowest()) return;
    const wanted = scroller.scrollTop + top - AT_HEIGHT * scroller.clientHeight;
    const target = Math.max(0, Math.min(wanted, scroller.scrollHeight - scroller.clientHeight));
    const way = Math.abs(target - scroller.scrollTop);
    if (way < 1) return;
    isOurs = true;
    const isSmooth = way < scroller.clientHeight && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    scroller.scrollTo({ top: target, behavior: isSmooth ? 'smooth' : 'instant' });
  }

  scroller.addEventListener('scroll', () => spoken && !isOurs && setAway(!isSeen(spoken)), { signal, passive: true });
  scroller.addEventListener(
    'scrollend',
    () => {
      if (!isOurs) return;
      isOurs = false;
      // What had not been set yet may have turned out higher or lower than the browser thought.
      if (spoken && !isSeen(spoken)) bring(spoken);
    },
    { signal },
  );
  for (const type of ['wheel', 'touchmove']) {
    scroller.addEventListener(
      type,
      () => {
        if (!isOurs) return;
        isOurs = false;
        // The reader's own way goes before ours: this ends a smooth one.
        scroller.scrollTo({ top: scroller.scrollTop, behavior: 'instant' });
      },
      { signal, passive: true },
    );
  }

  return {
    /** @param {Range | undefined} range what is spoken now; missing: nothing */
    to(range) {
      spoken = range;
      if (!range || isSeen(range)) setAway(false);
      if (range && !isAway) bring(range);
    },
    /** Brings the reader back. */
    find() {
      setAway(false);
      if (spoken) bring(spoken);
    },
  };
}

/**
 * @param {Range} range
 * @returns {DOMRect} its block's where the browser has not set it yet (article.css)
 */
function placeOf(range) {
  const place = range.getBoundingClientRect();
  const block = place.height > 0 ? undefined : range.startContainer.parentElement?.closest('article > *');
  return block?.getBoundingClientRect() ?? place;
}
