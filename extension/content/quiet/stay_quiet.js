import { browser } from '../../shared/browser.js';
import { ATTRIBUTE } from './hiding.js';

/** A page that takes this often what is ours, without a while of peace, means it: the person gets the page. */
const MAX_RETURNS = 20;
/** Pages that render themselves anew now and then mean nothing by it. */
const PEACE_MS = 10_000;
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
  const page = document.documentElement;
  const { host, probe } = bar;
  let returns = 0;
  let lastAt = -Infinity;

  /** @param {() => void} putBack */
  function comeBack(putBack) {
    if (signal.aborted) return;
    const now = performance.now();
    returns = now - lastAt > PEACE_MS ? 1 : returns + 1;
    lastAt = now;
    // A script left over from before an update gives way to the new one; and another page has been written in place of this.
    if (returns > MAX_RETURNS || !browser.runtime?.id || document.documentElement !== page) onLost();
    else putBack();
  }

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
      hiding.adoptAnew();
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
