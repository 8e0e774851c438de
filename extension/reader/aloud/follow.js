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

  function isSeen() {
    const { top, bottom } = spoken?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
    return bottom > EYE_PX && top < lowest();
  }

  function bring() {
    const { top, bottom } = spoken?.getBoundingClientRect() ?? { top: EYE_PX, bottom: 0 };
    if (top >= EYE_PX && bottom <= lowest()) return;
    const wanted = scroller.scrollTop + top - AT_HEIGHT * scroller.clientHeight;
    const target = Math.max(0, Math.min(wanted, scroller.scrollHeight - scroller.clientHeight));
    if (Math.abs(target - scroller.scrollTop) < 1) return;
    isOurs = true;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scroller.scrollTo({ top: target, behavior: isCalm ? 'instant' : 'smooth' });
  }

  scroller.addEventListener('scroll', () => spoken && !isOurs && setAway(!isSeen()), { signal, passive: true });
  for (const type of ['scrollend', 'wheel', 'touchmove']) {
    scroller.addEventListener(type, () => (isOurs = false), { signal, passive: true });
  }

  return {
    /** @param {Range | undefined} range what is spoken now; missing: nothing */
    to(range) {
      spoken = range;
      if (!range || isSeen()) setAway(false);
      if (range && !isAway) bring();
    },
    /** Brings the reader back. */
    find() {
      setAway(false);
      bring();
    },
  };
}
