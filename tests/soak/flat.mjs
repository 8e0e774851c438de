// @ts-check
/** Whether memory stays what it is, however many pages are read. */

import { median } from '../../compare/shared/statistics.mjs';

/** @typedef {import('../e2e/memory.mjs').Memory} Memory */

/**
 * What the second half of a run may hold more than the first: what the engines keep for later, and what differs from one
 * look to the next. One document that stayed behind of each page would be more than any of it. Of two things nothing is asked:
 * the module's memory is as large as the largest page has asked for, and of documents without content the browsers keep
 * some to come back to.
 *
 * @type {{[what: string]: number}}
 */
const SLACK = { backgroundKB: 400, nodes: 500, nodesKB: 5000, listeners: 200, realms: 3 };
/** The first looks, at which compiled code, faces and strings are still to come. */
const WARM_UP = 2;
/** So many that a half has a median. */
const LEAST_LOOKS = 6;

/**
 * @param {Memory[]} looks in order
 * @returns {{what: string, first: number, second: number, isGrown: boolean}[]} the medians of the halves; none of too few looks
 */
export function comparedHalves(looks) {
  const settled = looks.slice(WARM_UP);
  if (settled.length < LEAST_LOOKS) return [];
  const middle = Math.floor(settled.length / 2);
  return Object.keys(settled[0]).map((what) => {
    const first = median(settled.slice(0, middle).map((look) => look[what]));
    const second = median(settled.slice(middle).map((look) => look[what]));
    return { what, first, second, isGrown: what in SLACK && second - first > SLACK[what] };
  });
}
