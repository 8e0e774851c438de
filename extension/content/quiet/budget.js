/** What the watching may cost the page: this much time in any window of that length. */
export const BUDGET_MS = 4;
export const WINDOW_MS = 100;
/** What is planned for: the last step may take longer than was left, and memory be tidied up in it. */
const PLANNED_MS = 2.5;
/**
 * Of what is urgent so many steps in a window are begun whatever the clock says, while less than a frame has passed: where
 * the machine stalls, or the clock goes by whole milliseconds, a short step looks dear, and an advertisement would be seen.
 */
export const AT_ONCE = 6;
const FRAME_MS = 16;
/** A step is not begun with less left: most are far shorter, but memory may be tidied up in any of them. */
const RESERVE_MS = 1;
/** What it costs to be called back. */
const CALL_MS = 0.3;
/** Timers come late rather than early, but are rounded. */
const MARGIN_MS = 1;

/** What a job yields where its next step asks how the page is laid out. */
export const LAYOUT = Symbol('layout');

/**
 * Does work in steps, within a budget of time. A step that takes longer than was left is paid for by a longer rest.
 *
 * @param {object} options
 * @param {() => number} options.clock milliseconds, never running backwards
 * @param {(callback: () => void, ms: number) => void} options.later calls back when the page has just been laid out
 * @param {() => boolean} options.isLaidOut whether it still is as then, as far as is known; asking would cost a layout else
 */
export function createBudget({ clock, later, isLaidOut }) {
  /** What was spent within the last window, oldest first; `steps` that were urgent. @type {{until: number, ms: number, steps: number}[]} */
  const spent = [];
  /** @type {Iterator<unknown>[]} */
  const urgent = [];
  /** @type {Iterator<unknown>[]} */
  const jobs = [];
  let spentMs = 0;
  let urgentSteps = 0;
  let isPlanned = false;

  /** @param {number} now */
  function left(now) {
    while (spent.length > 0 && spent[0].until <= now - WINDOW_MS) {
      spentMs -= spent[0].ms;
      urgentSteps -= spent[0].steps;
      spent.shift();
    }
    return PLANNED_MS - spentMs;
  }

  /** @param {number} now @returns {number} milliseconds until there is as much as a step needs */
  function rest(now) {
    let missing = CALL_MS + RESERVE_MS - left(now);
    for (const { until, ms } of spent) {
      if (missing <= 0) return 0;
      missing -= ms;
      if (missing <= 0) return Math.max(0, until + WINDOW_MS - now) + MARGIN_MS;
    }
    return 0;
  }

  /** @param {boolean} isUrgent whether only what is urgent is to be done: the page has not been laid out */
  function run(isUrgent) {
    const from = clock();
    const callMs = isUrgent ? 0 : CALL_MS;
    const available = left(from) - callMs;
    const stepsBefore = urgentSteps;
    let now = from;
    const isAtOnce = () => isUrgent && urgentSteps < AT_ONCE && now - from < FRAME_MS;
    while (available - (now - from) >= RESERVE_MS || isAtOnce()) {
      const queue = urgent.length > 0 || isUrgent ? urgent : jobs;
      if (queue.length === 0) break;
      if (isUrgent) urgentSteps += 1;
      const { done, value } = queue[0].next();
      if (done) queue.shift();
      now = clock();
      if (value === LAYOUT && !isLaidOut()) break;
    }
    const ms = now - from + callMs;
    const steps = urgentSteps - stepsBefore;
    if (ms > 0 || steps > 0) spent.push({ until: now, ms, steps });
    spentMs += ms;
    if (urgent.length + jobs.length > 0) plan(now);
  }

  /** @param {number} now */
  function plan(now) {
    if (isPlanned) return;
    isPlanned = true;
    later(() => {
      isPlanned = false;
      run(false);
    }, rest(now));
  }

  return {
    /**
     * Begins at once, as far as the budget goes.
     *
     * @param {Iterator<unknown>} job what `next` does is one step
     */
    urgently(job) {
      urgent.unshift(job);
      run(true);
    },
    /** @param {Iterator<unknown>} job done when what is before it is done */
    add(job) {
      jobs.push(job);
      plan(clock());
    },
    /** Forgets all work that is not done. */
    clear() {
      urgent.splice(0);
      jobs.splice(0);
    },
  };
}
