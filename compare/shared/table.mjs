// @ts-check
/** Tables as Markdown, so that what a run prints can be recorded as it is. */

/**
 * @param {string[]} header the first column is text, the others are figures
 * @param {string[][]} rows
 * @returns {string}
 */
export function table(header, rows) {
  const widths = header.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at].length)));
  const line = (/** @type {string[]} */ cells) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(' | ')} |`;
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}

/**
 * @param {number} value
 * @returns {string} with three digits that count, or all before the point
 */
export function figure(value) {
  if (!Number.isFinite(value)) return '–';
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(value >= 10 ? 1 : 2);
}

/** @param {number} value */
export const times = (value) => (Number.isFinite(value) ? `${figure(value)}×` : '–');
