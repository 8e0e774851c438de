// @ts-check
/** Runs in a made page: Quietpage alone, with the memory it takes. */

import init, { extractDocument } from 'quietpage';

/**
 * Loads the module.
 *
 * @param {string} moduleUrl of Quietpage's WebAssembly
 */
export async function prepare(moduleUrl) {
  await init({ module_or_path: moduleUrl });
}

/** @returns {string} the code of the error, blank where there is an article */
export function extract() {
  try {
    extractDocument(document);
    return '';
  } catch (problem) {
    return /** @type {Error & { code?: string }} */ (problem).code ?? String(problem);
  }
}

/**
 * @param {string} moduleUrl
 * @returns {Promise<{ memoryBytes: number, elements: number }>} `memoryBytes`: of the module
 */
export async function facts(moduleUrl) {
  const { memory } = await init({ module_or_path: moduleUrl });
  return { memoryBytes: memory.buffer.byteLength, elements: document.getElementsByTagName('*').length };
}
