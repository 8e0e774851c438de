// @ts-check
/** One page: every contender on the same document, one after the other and in another order each round. */

import { mainThreadClock } from '../shared/main_thread.mjs';
import { bytesOf } from '../shared/pages.mjs';

/** What is over sooner is called often enough for this. */
const SAMPLE_MS = 10;
const MAX_CALLS = 500;
/** Before what is measured: browsers compile what is called often once more, WebAssembly and JavaScript alike. */
const WARM_UP_MS = 1500;
const MIN_ROUNDS = 2;

/**
 * @typedef {object} Measured
 * @property {{[contender: string]: number}} ms of a call, the fastest round
 * @property {number} elements
 * @property {boolean} readerable what the whole line says of the page
 * @property {boolean} probed what the probe says
 */

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {import('../shared/lab.mjs').Lab} lab
 * @param {{ path: string } | { body: Buffer }} file
 * @param {{ contenders: string[], rounds: number, budgetMs: number }} options `budgetMs`: after that no further round begins
 * @returns {Promise<Measured>}
 */
export async function measure(browser, lab, file, { contenders, rounds, budgetMs }) {
  const page = await browser.newPage();
  try {
    await page.goto(lab.show(bytesOf(file)), { waitUntil: 'load' });
    await page.bringToFront();
    const facts = await page.evaluate(async (script, wasm) => (await import(script)).prepare(wasm), lab.scriptUrl, lab.wasmUrl);
    const clock = mainThreadClock(browser);

    /** @param {string} contender @param {number} calls */
    const time = async (contender, calls) => {
      const before = clock?.() ?? 0;
      const ms = await page.evaluate(async (script, ...args) => (await import(script)).run(...args), lab.scriptUrl, contender, calls);
      return clock ? clock() - before : Number(ms);
    };

    /** @type {{[contender: string]: number}} */
    const calls = {};
    const warm = Date.now() + WARM_UP_MS;
    for (let round = 0; round === 0 || Date.now() < warm; round++) {
      for (const name of contenders) {
        const taken = (await time(name, calls[name] ?? 1)) / (calls[name] ?? 1);
        calls[name] = Math.min(MAX_CALLS, Math.max(1, Math.ceil(SAMPLE_MS / Math.max(taken, 0.01))));
      }
    }

    const asked = [...contenders, 'nothing'];
    /** @type {{[contender: string]: number}} */
    const fastest = Object.fromEntries(asked.map((name) => [name, Infinity]));
    const end = Date.now() + budgetMs;
    for (let round = 0; round < rounds && (round < MIN_ROUNDS || Date.now() < end); round++) {
      // Each comes first once: what the one before has left to be collected is nobody's lot.
      for (let turn = 0; turn < asked.length; turn++) {
        const name = asked[(round + turn) % asked.length];
        fastest[name] = Math.min(fastest[name], await time(name, calls[name] ?? 1));
      }
    }
    const ms = Object.fromEntries(contenders.map((name) => [name, Math.max(0.001, fastest[name] - fastest.nothing) / calls[name]]));
    return { ...facts, ms };
  } finally {
    await page.close();
  }
}
