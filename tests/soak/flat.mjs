// @ts-check
/** Whether memory stays what it is, however many pages are read. */

import { median } from '../../compare/shared/statistics.mjs';

/** @typedef {import('../e2e/memory.mjs').Memory} Memory */

/**
 * What the second half of a run may hold more than the first: what the engines keep for later, and what differs from one
 * look to the next. A page's document that stays behind is more than any of it. The module's memory is not among them: it is
 * as large as the largest page has asked for.
 *
 * @type {{[what: string]: number}}
 */
const SLACK = { backgroundKB: 400, nodes: 500, nodesKB: 100, listeners: 100, documents: 2, realms: 2 };
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
