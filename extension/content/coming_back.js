import { isExtensionThere } from '../shared/browser.js';

/** A page that takes this often what is ours, without a while of peace, means it: the person gets the page. */
export const MAX_RETURNS = 20;
/** Pages that render themselves anew, or say something in a popover, now and then mean nothing by it. */
export const PEACE_MS = 10_000;

/**
 * Puts back what a page takes of a view, as long as that makes sense.
 *
 * @param {object} options
 * @param {() => void} options.onLost called instead where the page means it, or there is nothing to come back to
 * @param {AbortSignal} options.signal the view's end
 * @param {() => number} [options.now] milliseconds
 * @returns {(putBack: () => void) => void} to be called each time
 */
export function createComingBack({ onLost, signal, now = () => performance.now() }) {
  const page = document.documentElement;
  let returns = 0;
  let lastAt = -Infinity;
  return (putBack) => {
    if (signal.aborted) return;
    const at = now();
    returns = at - lastAt > PEACE_MS ? 1 : returns + 1;
    lastAt = at;
    // A script left over from before an update gives way to the new one; and another page has been written in place of this.
    if (returns > MAX_RETURNS || !isExtensionThere() || document.documentElement !== page) onLost();
    else putBack();
  };
}
