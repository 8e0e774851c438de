import { createComingBack } from '../coming_back.js';
import { ATTRIBUTE } from './hiding.js';

/** A few frames. */
const LOOKED_AGAIN_MS = 50;

/**
 * Keeps what quiet in place has put into the page where it is: the bar, the marks, the style sheet.
 *
 * @param {object} options
 * @param {ReturnType<typeof import('./bar.js').createBar>} options.bar
 * @param {import('./hiding.js').Hiding} options.hiding
 * @param {() => void} options.onLost the page is not to be kept quiet
 * @param {AbortSignal} options.signal
 */
export function stayQuiet({ bar, hiding, onLost, signal }) {
  const { host, probe } = bar;
  const comeBack = createComingBack({ onLost, signal });

  const marks = new MutationObserver((records) => {
    const taken = new Set(records.map(({ target }) => /** @type {Element} */ (target)).filter(hiding.isTaken));
    if (taken.size > 0) comeBack(() => taken.forEach(hiding.putBack));
  });
  const barsOwn = new MutationObserver(() => bar.isWhole() || comeBack(bar.raise));
  barsOwn.observe(host, { attributeFilter: ['inert', 'popover'] });
  host.addEventListener('toggle', () => host.isConnected && !bar.isWhole() && comeBack(bar.raise), { signal });
  /** Of a style sheet that is taken away nothing is told, but what it gives the probe goes with it. */
  function lookForSheet() {
    if (!bar.isWhole() || probe.clientWidth > 0 || hiding.showsAll()) return;
    comeBack(() => {
      hiding.restoreSheet();
      // Where it is taken again before the next frame, no size has changed.
      setTimeout(lookForSheet, LOOKED_AGAIN_MS);
    });
  }
  const sizes = new ResizeObserver(lookForSheet);
  signal.addEventListener('abort', () => {
    for (const observer of [marks, barsOwn, sizes]) observer.disconnect();
  });

  return {
    /** The page has taken out the bar. */
    comeBack: () => comeBack(bar.raise),
    /** To be called when elements have been marked. */
    follow() {
      for (const root of hiding.roots()) marks.observe(root, { attributeFilter: [ATTRIBUTE], subtree: true });
      sizes.observe(probe);
    },
  };
}
