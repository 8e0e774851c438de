import init, { __wbg_reset_state as resetModule, extractTape, probeGlance } from '../core/quietpage.js';
import { browser } from '../shared/browser.js';
import { refused } from '../shared/messages.js';
import { wordsFor } from './words.js';

/**
 * The wasm module, loaded at the first call.
 *
 * @returns {{
 *   prepare: () => void,
 *   extract: (page: Quietpage.Reading) => Promise<Quietpage.Answer>,
 *   probe: (page: {glance: Uint32Array, url: string, title: string}) => Promise<boolean>,
 * }} `prepare`: loads it ahead, for a call that is about to come; `probe`: whether a page looks like an article at a
 *   glance
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
    async probe({ glance, url, title }) {
      await load();
      return probeGlance(glance, url, title).readerable;
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
