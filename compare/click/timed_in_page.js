// @ts-check
/** Put into the content script of the measured build: what it takes stands in the page's timeline, for the driver. */

const began = performance.now();
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

/** When the answer to the click came, of the page's clock. */
const answered = { at: 0 };

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

/** @param {() => void} run */
export function atWalk(run) {
  measured('load', began);
  return timed('walk', run);
}

/**
 * @param {() => Promise<{stages?: {name: string, start: number, end: number}[]}>} ask
 */
export async function atRequest(ask) {
  const start = performance.now();
  const answer = await ask();
  answered.at = performance.now();
  const stages = (answer.stages ?? []).map((one) => ({ ...one, start: one.start - performance.timeOrigin, end: one.end - performance.timeOrigin }));
  delete answer.stages;
  for (const { name, start: from, end } of stages) measured(name, from, end);
  const whole = stages.at(-1);
  if (whole) {
    measured('message', start, whole.start);
    measured('answer', whole.end, answered.at);
  }
  return answer;
}

/**
 * @param {(callback: () => void) => void} wait
 * @param {() => void} callback
 */
export function atInserted(wait, callback) {
  const inserted = performance.now();
  measured('insert', answered.at, inserted);
  wait(() => {
    measured('paint', inserted);
    /** @type {number | undefined} */
    const at = Reflect.get(globalThis, 'quietpageClickedAt');
    // The background may not have said it yet.
    if (at) {
      measured('inject', at - performance.timeOrigin, began);
      measured('click', at - performance.timeOrigin);
    }
    callback();
  });
}
