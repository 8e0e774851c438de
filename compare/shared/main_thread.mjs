// @ts-check

import { readFileSync, readdirSync } from 'node:fs';

/** How a browser's own processes for pages are called. */
const OF_PAGES = /--type=renderer|-contentproc.*\btab\b/;
const NS_PER_MS = 1e6;

/**
 * A clock of what the main threads of a browser's pages have worked: whatever else the machine does is not in it, which on
 * a shared machine is most of what a page's own clock shows. Only Linux tells it to others.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @returns {(() => number) | undefined} milliseconds
 */
export function mainThreadClock(browser) {
  const root = browser.process()?.pid;
  if (process.platform !== 'linux' || root === undefined) return undefined;
  const pids = descendants(root).filter((pid) => OF_PAGES.test(read(pid, 'cmdline').replaceAll('\0', ' ')));
  return () => pids.reduce((sum, pid) => sum + Number(read(pid, 'schedstat').split(' ')[0]), 0) / NS_PER_MS;
}

/**
 * @param {number} root
 * @returns {number[]}
 */
function descendants(root) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    // "PID (NAME) STATE PARENT …": a name may hold anything.
    const parent = Number(read(Number(name), 'stat').split(') ').at(-1)?.split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [root];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

/**
 * @param {number} pid
 * @param {string} file
 * @returns {string} blank where the process has ended
 */
function read(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
