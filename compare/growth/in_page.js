// @ts-check
/** Runs in a made page: Quietpage alone, with the memory it takes. */

import init, { extractDocument } from 'quietpage';

const CALLS = 2;

/**
 * @param {string} moduleUrl of Quietpage's WebAssembly
 * @returns {Promise<{ ms: number, firstMs: number, memoryBytes: number, elements: number, code: string }>} the fastest and the first call;
 *   the module's memory; `code`: of the error, blank where there is an article
 */
export async function measure(moduleUrl) {
  const { memory } = await init({ module_or_path: moduleUrl });
  let code = '';
  const all = [];
  for (let call = 0; call < CALLS; call++) {
    const start = performance.now();
    try {
      extractDocument(document);
    } catch (problem) {
      code = /** @type {Error & { code?: string }} */ (problem).code ?? String(problem);
    }
    all.push(performance.now() - start);
  }
  return {
    ms: Math.min(...all),
    firstMs: all[0],
    memoryBytes: memory.buffer.byteLength,
    elements: document.getElementsByTagName('*').length,
    code,
  };
}
