// @ts-check
/** How much memory the command line takes for a page. */

import { runQuietpage } from '../shared/peak.mjs';
import { median, p90 } from '../shared/statistics.mjs';
import { figure, table, times } from '../shared/table.mjs';

/** @param {{ path: string, bytes: number }[]} files */
export function reportPeaks(files) {
  if (files.length === 0) return;
  const results = files.map(({ path, bytes }) => {
    const { peakBytes } = runQuietpage(['extract', path]);
    return { megabytes: peakBytes / 1e6, ratio: peakBytes / bytes };
  });
  const row = (/** @type {string} */ name, /** @type {number[]} */ all, /** @type {(value: number) => string} */ shown) => [
    name,
    shown(median(all)),
    shown(p90(all)),
    shown(Math.max(...all)),
  ];
  console.log(`\n### Peak memory of quietpage extract, ${files.length} pages over 1 MB\n`);
  const rows = [
    row('MB', results.map(({ megabytes }) => megabytes), figure),
    row('of the page’s bytes', results.map(({ ratio }) => ratio), times),
  ];
  console.log(table(['', 'median', 'p90', 'most'], rows));
}
