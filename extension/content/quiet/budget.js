/** What the watching may cost the page: this much time in any window of that length. */
export const BUDGET_MS = 4;
export const WINDOW_MS = 100;
/** A step is not begun with less left; most steps are far shorter. */
const RESERVE_MS = 0.5;
/** Timers come late rather than early, but are rounded. */
const MARGIN_MS = 1;

/**
 * Does work in steps, within a budget of time. A step that takes longer than was left is paid for by a longer rest.
 *
 * @param {object} options
 * @param {() => number} options.clock milliseconds, never running backwards
 * @param {(callback: () => void, ms: number) => void} options.later
 */
export function createBudget({ clock, later }) {
  /** What was spent within the last window, oldest first. @type {{until: number, ms: number}[]} */
  const spent = [];
  /** @type {Iterator<unknown>[]} */
  const jobs = [];
  let spentMs = 0;
  let isPlanned = false;

  /** @param {number} now */
  function left(now) {
    while (spent.length > 0 && spent[0].until <= now - WINDOW_MS) spentMs -= spent.shift()?.ms ?? 0;
    return BUDGET_MS - spentMs;
  }

  /** @param {number} now @returns {number} milliseconds until there is as much as a step needs */
  function rest(now) {
    let missing = RESERVE_MS - left(now);
    for (const { until, ms } of spent) {
      if (missing <= 0) return 0;
      missing -= ms;
      if (missing <= 0) return Math.max(0, until + WINDOW_MS - now) + MARGIN_MS;
    }
    return 0;
  }

  function run() {
    const from = clock();
    const available = left(from);
    let now = from;
    while (jobs.length > 0 && available - (now - from) >= RESERVE_MS) {
      if (jobs[0].next().done) jobs.shift();
      now = clock();
    }
    if (now > from) spent.push({ until: now, ms: now - from });
    spentMs += now - from;
    if (jobs.length > 0) plan(now);
  }

  /** @param {number} now */
  function plan(now) {
    if (isPlanned) return;
    isPlanned = true;
    later(() => {
      isPlanned = false;
      run();
    }, rest(now));
  }

  return {
    /**
     * Begins at once, as far as the budget goes.
     *
     * @param {Iterator<unknown>} job what `next` does is one step
     */
    urgently(job) {
      jobs.unshift(job);
      run();
    },
    /** @param {Iterator<unknown>} job done when what is before it is done */
    add(job) {
      jobs.push(job);
      plan(clock());
    },
    /** Forgets all work that is not done. */
    clear: () => void jobs.splice(0),
  };
}
