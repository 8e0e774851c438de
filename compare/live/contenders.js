// @ts-check
/** Runs in the page that is measured: every contender in turn on the same document, one round after the other. */

import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import init, { extractDocument, probe } from 'quietpage';
import { walkTape } from '../../src/wasm/walk.js';

/** What a timer cannot tell is called often enough for this. */
const SAMPLE_MS = 2;
/** Before what is measured: browsers compile what is called often once more, WebAssembly and JavaScript alike. */
const WARM_UP_MS = 1000;
const MIN_ROUNDS = 3;
const MAX_CALLS = 200;

/** @type {{[contender: string]: () => unknown}} */
const CONTENDERS = {
  treeWalker: countNodes,
  quietpage: () => extractDocument(document),
  // As the extension calls it.
  quietpageBrief: () => extractDocument(document, { ledger: 'brief', hints: true }),
  walk: () => walkTape(document),
  probe: () => probe(document),
  // It changes the document it is given.
  readability: () => new Readability(/** @type {Document} */ (document.cloneNode(true))).parse(),
  // It copies the document itself.
  defuddle: () => new Defuddle(document).parse(),
};

/** The least that any reader of a page must do. */
function countNodes() {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
  let nodes = 0;
  while (walker.nextNode()) nodes += 1;
  return nodes;
}

/**
 * @typedef {object} Measured
 * @property {{[contender: string]: number[]}} samples milliseconds a call, of each round
 * @property {number} elements
 * @property {number} tapeBytes
 * @property {boolean} readerable what the whole line says
 * @property {boolean} probed what the probe says
 */

/**
 * @param {string} moduleUrl of Quietpage's WebAssembly
 * @param {{ contenders: string[], rounds: number, budgetMs: number }} options
 * @returns {Promise<Measured>}
 */
export async function measure(moduleUrl, { contenders, rounds, budgetMs }) {
  await init({ module_or_path: moduleUrl });
  /** @type {{[contender: string]: number}} */
  const calls = {};
  const warm = performance.now() + WARM_UP_MS;
  do {
    for (const name of contenders) calls[name] = callsFor(time(CONTENDERS[name], 1));
  } while (performance.now() < warm);
  /** @type {{[contender: string]: number[]}} */
  const samples = Object.fromEntries(contenders.map((name) => [name, []]));
  const end = performance.now() + budgetMs;
  for (let round = 0; round < rounds && (round < MIN_ROUNDS || performance.now() < end); round++) {
    // Each comes first once: what the one before has left to be collected is nobody's lot.
    for (let turn = 0; turn < contenders.length; turn++) {
      const name = contenders[(round + turn) % contenders.length];
      await new Promise((rested) => setTimeout(rested));
      samples[name].push(time(CONTENDERS[name], calls[name]));
    }
  }
  return {
    samples,
    elements: document.getElementsByTagName('*').length,
    tapeBytes: walkTape(document).length,
    readerable: extractDocument(document, { ledger: 'brief' }).article.readerable,
    probed: probe(document).readerable,
  };
}

/** @param {number} ms that one call takes */
const callsFor = (ms) => Math.min(MAX_CALLS, Math.max(1, Math.ceil(SAMPLE_MS / Math.max(ms, 0.001))));

/**
 * @param {() => unknown} call
 * @param {number} times
 * @returns {number} milliseconds a call
 */
function time(call, times) {
  const start = performance.now();
  for (let at = 0; at < times; at++) call();
  return (performance.now() - start) / times;
}
