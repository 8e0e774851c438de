/**
 * What of a page's code is coloured. The library's expressions take the square of a text's length on code that is written
 * to that end, and cannot be interrupted: at this length the worst that was found keeps the page waiting for less than half
 * a second.
 */

/** UTF-16 units: some 170 lines. */
export const MAX_BLOCK = 6000;
/** UTF-16 units. What has longer lines is data. */
export const MAX_LINE = 999;
/** UTF-16 units, of all blocks together: each token costs a range. */
export const MAX_ALL = 200_000;
/** Of all blocks together; after that no further block is begun. */
export const MAX_SPENT_MS = 300;

const LONG_LINE = new RegExp(`.{${MAX_LINE + 1}}`);

/**
 * @template {{text: {data: string}}} B
 * @param {B[]} blocks
 * @returns {B[]} those that are coloured; the others stay plain
 */
export function withinLimits(blocks) {
  let all = 0;
  return blocks.filter(({ text: { data } }) => {
    if (data.length > MAX_BLOCK || LONG_LINE.test(data) || all + data.length > MAX_ALL) return false;
    all += data.length;
    return true;
  });
}

/**
 * The time that colouring takes.
 *
 * @param {() => number} [now] milliseconds since whenever
 */
export function stopwatch(now = () => performance.now()) {
  let spentMs = 0;
  return {
    /** Whether no further block is begun. */
    isTimeUp: () => spentMs >= MAX_SPENT_MS,
    /** @param {() => void} act what takes that time */
    time(act) {
      const begunAt = now();
      act();
      spentMs += now() - begunAt;
    },
  };
}
