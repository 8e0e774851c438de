// @ts-check
/** Put into the content script of the measured build: what it takes stands in the page's timeline, for the driver. */

/** Two scripts run in the page, one after the other. @type {{began: number, answered: number}} */
const clock = (/** @type {any} */ (globalThis).quietpageClock ??= { began: performance.now(), answered: 0 });
/** Names that no page has. */
const PREFIX = 'quietpage ';

/**
 * @param {string} name
 * @param {number} start of the page's clock
 * @param {number} [end]
 */
function measured(name, start, end = performance.now()) {
  performance.measure(PREFIX + name, { start, end });
}

/**
 * @template T
 * @param {string} name
 * @param {() => T} run
 * @returns {T}
 */
export function timed(name, run) {
  const start = performance.now();
  const result = run();
  measured(name, start);
  return result;
}

/**
 * @template T
 * @param {() => T | Promise<T>} run
 */
export function atWalk(run) {
  measured('load', clock.began);
  const start = performance.now();
  const result = run();
  if (result instanceof Promise) result.finally(() => measured('walk', start));
  else measured('walk', start);
  return result;
}

/**
 * @param {() => Promise<{stages?: {name: string, start: number, end: number}[]}>} ask
 */
export async function atRequest(ask) {
  const start = performance.now();
  const answer = await ask();
  clock.answered = performance.now();
  const stages = (answer.stages ?? []).map((one) => ({ ...one, start: one.start - performance.timeOrigin, end: one.end - performance.timeOrigin }));
  delete answer.stages;
  for (const { name, start: from, end } of stages) measured(name, from, end);
  const whole = stages.at(-1);
  if (whole) {
    measured('message', start, whole.start);
    measured('answer', whole.end, clock.answered);
  }
  return answer;
}

/**
 * @param {(callback: () => void) => void} wait
 * @param {() => void} callback
 */
export function atInserted(wait, callback) {
  const inserted = performance.now();
  measured('insert', clock.answered, inserted);
  wait(() => {
    measured('paint', inserted);
    /** @type {number | undefined} */
    const at = Reflect.get(globalThis, 'quietpageClickedAt');
    // The background may not have said it yet.
    if (at) {
      measured('inject', at - performance.timeOrigin, clock.began);
      measured('click', at - performance.timeOrigin);
    }
    callback();
  });
}
