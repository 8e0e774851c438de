import init, { __wbg_reset_state as resetModule, extractTape, probeLengths } from '../core/quietpage.js';
import { browser } from '../shared/browser.js';
import { refused } from '../shared/messages.js';
import { wordsFor } from './words.js';

/**
 * The wasm module, loaded at the first call.
 *
 * @returns {{
 *   prepare: () => void,
 *   extract: (page: Quietpage.Reading) => Promise<Quietpage.Answer>,
 *   probe: (paragraphLengths: Uint32Array) => Promise<boolean>,
 * }} `prepare`: loads it ahead, for a call that is about to come; `probe`: whether a page with such paragraphs looks like an article
 */
export function createCore() {
  /** @type {Promise<unknown> | undefined} */
  let loading;
  let broken = false;

  async function load() {
    loading ??= init({ module_or_path: browser.runtime.getURL('core/quietpage_bg.wasm') });
    try {
      await loading;
    } catch (problem) {
      // The next call tries again.
      loading = undefined;
      throw problem;
    }
    if (broken) resetModule();
    broken = false;
  }

  return {
    prepare() {
      load().catch(() => undefined); // the call says what is wrong, and the one after it tries again
    },
    async probe(paragraphLengths) {
      await load();
      return probeLengths(paragraphLengths).readerable;
    },
    async extract({ tape, url, keep, marks, rules, furniture, comments = false }) {
      try {
        await load();
        const extracted = extractTape(tape, url, { keep, ledger: 'brief', hints: true, marks: marks ?? [], rules: rules ?? [], furniture, comments });
        return { ok: true, ...extracted, words: wordsFor(extracted.article, extracted.leftOut) };
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
