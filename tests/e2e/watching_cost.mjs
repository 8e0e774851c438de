// @ts-check
/** What quiet in place costs a page that never rests. */

import { setTimeout as sleep } from 'node:timers/promises';
import { WINDOW_MS } from '../../extension/content/quiet/budget.js';

/** @typedef {import('./browsers.mjs').Page} Page */
/** When a call began, and how long it took; in milliseconds. @typedef {{at: number, ms: number}} Call */

/**
 * Chromium's own account of the time its processor was at work for the extension's script in the page: however busy the
 * machine is with other things, those are not in it.
 *
 * @param {Page} page
 * @param {number} lastsMs
 * @returns {Promise<Call[]>}
 */
export async function tracedCalls(page, lastsMs) {
  await page.tracing.start({ categories: ['devtools.timeline'] });
  await sleep(lastsMs);
  const traced = await page.tracing.stop();
  /** @type {{name: string, ts: number, tdur?: number, args: {data?: {url?: string}}}[]} in microseconds */
  const events = JSON.parse(Buffer.from(traced ?? []).toString()).traceEvents;
  return events
    .filter(({ name, args }) => name === 'FunctionCall' && /^chrome-extension:.*\/quiet\.js$/.test(args.data?.url ?? ''))
    .map(({ ts, tdur = 0 }) => ({ at: ts / 1000, ms: tdur / 1000 }))
    .sort((one, other) => one.at - other.at);
}

/** @param {Call[]} calls in the order of time @returns {number[]} what was spent in the windows that begin with each, the least first */
export const inWindows = (calls) =>
  calls
    .map(({ at }, first) => {
      let ms = 0;
      for (let index = first; index < calls.length && calls[index].at < at + WINDOW_MS; index++) ms += calls[index].ms;
      return ms;
    })
    .sort((one, other) => one - other);

/** @param {number[]} sorted the least first @param {number} share */
export const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
