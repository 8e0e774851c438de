// @ts-check
/** Put into the background of the measured build: what each stage of an answer takes goes with the answer. */

const now = () => performance.timeOrigin + performance.now();

/** Of the request that is being answered: the driver makes one at a time. @type {{name: string, start: number, end: number}[]} */
const stages = [];

/**
 * @template T
 * @param {string} name
 * @param {() => T} run
 * @returns {T}
 */
export function timed(name, run) {
  const start = now();
  const note = () => stages.push({ name, start, end: now() });
  const result = run();
  if (result instanceof Promise) result.finally(note);
  else note();
  return result;
}

/**
 * @template T
 * @param {() => Promise<T>} answer
 * @returns {Promise<T & {stages: typeof stages}>}
 */
export async function timedAnswer(answer) {
  stages.length = 0;
  const start = now();
  const answered = await answer();
  return { ...answered, stages: [...stages, { name: 'background', start, end: now() }] };
}
