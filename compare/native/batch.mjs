// @ts-check
/** What a second core brings to `quietpage batch`. */

import { execFileSync } from 'node:child_process';
import { PROGRAMS } from '../shared/programs.mjs';
import { median } from '../shared/statistics.mjs';
import { figure, table, times } from '../shared/table.mjs';

const ROUNDS = 3;

/**
 * @param {string} folder
 * @param {number} pages in it
 */
export function reportBatch(folder, pages) {
  /** @param {string} jobs */
  const seconds = (jobs) => {
    const start = performance.now();
    execFileSync(PROGRAMS.quietpage, ['batch', folder, '--jobs', jobs], { maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] });
    return (performance.now() - start) / 1000;
  };
  /** @type {number[]} */
  const one = [];
  /** @type {number[]} */
  const two = [];
  for (let round = 0; round < ROUNDS; round++) {
    one.push(seconds('1'));
    two.push(seconds('2'));
  }
  const row = (/** @type {string} */ name, /** @type {number[]} */ all) => [name, figure((median(all) * 1000) / pages), times(median(one) / median(all))];
  console.log(`\n### quietpage batch over all ${pages} of these pages\n`);
  console.log(table(['', 'ms a page', 'speed'], [row('one thread', one), row('two threads', two)]));
}
