import init, { __wbg_reset_state as resetModule, reportTape } from '../core/full/quietpage.js';
import { browser } from '../shared/browser.js';

/**
 * A page in filler: its structure, and every word replaced by another as long. The full module makes it, which nothing
 * else here loads.
 *
 * @param {{tape: string, url: string}} page
 * @returns {Promise<string>} what the command line reads; rejects where there is none
 */
export async function reportOf({ tape, url }) {
  await init({ module_or_path: browser.runtime.getURL('core/full/quietpage_bg.wasm') });
  try {
    // Another filler each time: nobody can look it up.
    return reportTape(tape, url, crypto.getRandomValues(new BigUint64Array(1))[0]);
  } catch (problem) {
    resetModule();
    throw problem;
  }
}
