// @ts-check
/** What a second core brings to `quietpage batch`. */

import { runQuietpage } from '../shared/peak.mjs';
import { figure, table, times } from '../shared/table.mjs';

const ROUNDS = 3;
const JOBS = ['1', '2'];

/**
 * @param {string} folder
 * @param {number} pages in it
 */
export function reportBatch(folder, pages) {
  /** The fastest round of each. @type {{[jobs: string]: { ms: number, wallMs: number }}} */
  const fastest = Object.fromEntries(JOBS.map((jobs) => [jobs, { ms: Infinity, wallMs: Infinity }]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const jobs of JOBS) {
      const { ms, wallMs } = runQuietpage(['batch', folder, '--jobs', jobs]);
      fastest[jobs] = { ms: Math.min(ms, fastest[jobs].ms), wallMs: Math.min(wallMs, fastest[jobs].wallMs) };
    }
  }
  const row = (/** @type {string} */ jobs) => {
    const { ms, wallMs } = fastest[jobs];
    return [`--jobs ${jobs}`, figure(ms / pages), figure(wallMs / pages), times(fastest['1'].wallMs / wallMs)];
  };
  console.log(`\n### quietpage batch over all ${pages} of these pages\n`);
  console.log(table(['', 'processor’s ms a page', 'ms a page', 'speed'], JOBS.map(row)));
}
