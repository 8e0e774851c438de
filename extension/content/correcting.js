import { send } from './ask.js';

/** @typedef {import('../left_out/corrections.js').Step} Step */
/** @typedef {import('./ask.js').Article} Article */

/**
 * Has the core decide anew about the page as it was walked, after each step that a person takes to put it right. One
 * after the other, as each begins from what the one before has decided.
 *
 * @param {object} options
 * @param {import('./main.js').Corrections} options.corrections
 * @param {() => Article | undefined} options.shown what can be put right now
 * @param {(article: Article, step: Step, isUndone: boolean) => void} options.onCorrected
 * @param {(code: string) => void} options.onRefused
 * @param {(problem: unknown) => void} options.onProblem
 * @param {AbortSignal} options.signal
 */
export function createCorrecting({ corrections, shown, onCorrected, onRefused, onProblem, signal }) {
  let correcting = Promise.resolve();

  /**
   * @param {() => Promise<Step | undefined>} take
   * @param {boolean} [isUndone]
   */
  function correct(take, isUndone = false) {
    correcting = correcting.then(() => correctBy(take, isUndone)).catch(onProblem);
  }

  /** @param {() => Promise<Step | undefined>} take @param {boolean} isUndone */
  async function correctBy(take, isUndone) {
    let page = shown();
    const step = page && (await take());
    // To its end even where the view is left meanwhile: only then is what was hidden kept for the site.
    while (page && step) {
      const { answer, ...walked } = await send(page, page.keep, await decided(corrections, page.elements, page.keep));
      if (answer.ok && page.keep === 'article') await corrections.settle(step, answer.blocks, walked.elements);
      const now = shown();
      if (signal.aborted || !now) return;
      if (now === page) {
        if (answer.ok) onCorrected({ ...page, answer }, step, isUndone);
        else onRefused(answer.code);
        return;
      }
      // The page has been read anew meanwhile.
      page = now;
    }
  }

  return {
    /** @param {Element[]} elements @param {boolean | undefined} keep @param {Quietpage.Block[]} [blocks] */
    decide: (elements, keep, blocks) => correct(() => corrections.decide(elements, keep, blocks, shown()?.keep === 'article')),
    undo: () => correct(corrections.undo, true),
    redo: () => correct(corrections.redo),
  };
}

/**
 * What the person has decided that holds for such a part of the page: rules are of articles alone.
 *
 * @param {import('./main.js').Corrections} corrections
 * @param {Quietpage.Keep} keep
 * @returns {import('./ask.js').Decisions}
 */
export const decisionsFor = (corrections, keep) => ({
  marks: keep === 'selected' ? undefined : corrections.marks,
  rules: keep === 'article' ? corrections.rules() : undefined,
});

/**
 * The same, as the core is told of it.
 *
 * @param {import('./main.js').Corrections} corrections
 * @param {Element[]} elements the element behind each ordinal
 * @param {Quietpage.Keep} keep
 * @returns {Promise<{marks?: Quietpage.Mark[], rules?: Quietpage.Rule[]}>}
 */
export async function decided(corrections, elements, keep) {
  const { marks, rules } = decisionsFor(corrections, keep);
  return { marks: marks?.(elements), rules: await rules };
}
