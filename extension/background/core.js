import init, { __wbg_reset_state as resetModule, extractTape } from '../core/quietpage.js';
import { browser } from '../shared/browser.js';
import { refused } from '../shared/messages.js';
import { wordsFor } from './words.js';

/**
 * The wasm module, loaded at the first call.
 *
 * @returns {{extract: (page: {tape: string, url: string, keep: Quietpage.Keep}) => Promise<Quietpage.Answer>}}
 */
export function createCore() {
  /** @type {Promise<unknown> | undefined} */
  let loading;
  let broken = false;

  return {
    async extract({ tape, url, keep }) {
      try {
        loading ??= init({ module_or_path: browser.runtime.getURL('core/quietpage_bg.wasm') });
        await loading;
        if (broken) resetModule();
        broken = false;
        const { article, blocks, leftOut, hasSecond } = extractTape(tape, url, { keep, ledger: 'brief' });
        return { ok: true, article, blocks, leftOut, hasSecond, words: wordsFor(article, leftOut) };
      } catch (problem) {
        const { code, message } = /** @type {Error & {code?: string}} */ (problem);
        if (code) return refused(code, message);
        // A trap leaves the module's memory as it happened to be: the next call starts from a fresh one.
        broken = true;
        loading = undefined;
        return refused('core_failed', String(problem));
      }
    },
  };
}
