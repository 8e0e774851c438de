/** The least time between two times that the page is looked at as a whole, and how it grows. */
const FIRST_MS = 2000;
const GROWTH = 1.5;
const LONGEST_MS = 60_000;

/**
 * Has something done again, soon but not too often: the more often it was done, the longer are the pauses.
 *
 * @param {object} options
 * @param {() => number} options.now milliseconds
 * @param {(callback: () => void, ms: number) => unknown} options.later
 * @param {() => void} options.act
 * @param {AbortSignal} options.signal
 */
export function createPauses({ now, later, act, signal }) {
  let pause = FIRST_MS;
  let lastAt = -Infinity;
  let isPlanned = false;
  return {
    /** At once where the last time is long ago. */
    askSoon() {
      if (isPlanned) return;
      isPlanned = true;
      later(() => {
        isPlanned = false;
        if (signal.aborted) return;
        lastAt = now();
        act();
      }, Math.max(0, lastAt + pause - now()));
    },
    /** To be called when it has come to something. */
    grow() {
      pause = Math.min(LONGEST_MS, pause * GROWTH);
    },
  };
}
