// @ts-check

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { PROGRAMS } from './programs.mjs';

/**
 * Runs a command of Quietpage's to its end.
 *
 * @param {string[]} args
 * @returns {{ ms: number, wallMs: number, peakBytes: number, status: number }} `ms`: of the processor, `wallMs`: that have passed,
 *   `peakBytes`: the most memory it had at a time, NaN where that cannot be told
 */
export function runQuietpage(args) {
  const script = join(import.meta.dirname, 'peak.py');
  const { peakBytes, ...rest } = JSON.parse(execFileSync('python3', [script, PROGRAMS.quietpage, ...args], { encoding: 'utf8' }));
  return { ...rest, peakBytes: peakBytes ?? Number.NaN };
}
