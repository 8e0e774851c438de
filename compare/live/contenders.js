// @ts-check
/** Runs in the page that is measured: every contender, on that page's document. */

import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import init, { extractDocument, probe } from 'quietpage';
import { walkTape } from '../../src/wasm/walk.js';

/** @type {{[contender: string]: () => unknown}} */
const CONTENDERS = {
  quietpage: () => extractDocument(document),
  // As the extension calls it.
  quietpageBrief: () => extractDocument(document, { ledger: 'brief', hints: true }),
  walk: () => walkTape(document),
  probe: () => probe(document),
  // It changes the document it is given.
  readability: () => new Readability(/** @type {Document} */ (document.cloneNode(true))).parse(),
  // It copies the document itself.
  defuddle: () => new Defuddle(document).parse(),
  treeWalker: countNodes,
  // What it costs to be asked.
  nothing: () => undefined,
};

/** The least that any reader of a page must do. */
function countNodes() {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
  let nodes = 0;
  while (walker.nextNode()) nodes += 1;
  return nodes;
}

/**
 * Loads the module.
 *
 * @param {string} moduleUrl of Quietpage's WebAssembly
 * @returns {Promise<{ elements: number, readerable: boolean, probed: boolean }>} `readerable`: what the whole line says, `probed`: what the probe says
 */
export async function prepare(moduleUrl) {
  await init({ module_or_path: moduleUrl });
  return {
    elements: document.getElementsByTagName('*').length,
    readerable: extractDocument(document).article.readerable,
    probed: probe(document).readerable,
  };
}

/**
 * @param {string} contender
 * @param {number} calls
 * @returns {number} the milliseconds they took by the page's clock
 */
export function run(contender, calls) {
  const call = CONTENDERS[contender];
  const start = performance.now();
  for (let at = 0; at < calls; at++) call();
  return performance.now() - start;
}
