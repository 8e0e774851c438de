import { changeCorrections } from '../shared/stored_corrections.js';

/** @typedef {import('../shared/stored_corrections.js').Change} Change */

/**
 * What was done at once: to which elements, and what of it is kept for the site.
 *
 * @typedef {object} Step
 * @property {Element[]} elements
 * @property {boolean | undefined} keep `undefined`: whatever was decided of them no longer holds
 * @property {string} words the first block's, to name it by
 * @property {Map<Element, boolean>} before what was decided of all elements
 * @property {Map<Element, boolean>} after
 * @property {Change[]} rules what it changes for the site; known once the core has said what the blocks are like
 * @property {Change[]} taken what takes that back
 */

/**
 * What the person puts right on one page, step by step, there and back. Each step holds for the site as well: as a rule
 * for what is like the block. A rule is taken back before the core is asked again, and kept afterwards, as only then the
 * core has told the shape of a block that had been kept.
 *
 * @param {object} options
 * @param {import('../shared/settings_area.js').SettingsArea} options.area where what holds for the site is kept
 * @param {string} options.host
 */
export function createCorrections({ area, host }) {
  /** @type {Step[]} */
  const done = [];
  /** @type {Step[]} */
  const undone = [];
  /** @type {Map<Element, boolean>} */
  let decided = new Map();
  /** What cannot be kept, as the extension was updated meanwhile, holds for this page. @param {Change[]} changes */
  const change = (changes) => changeCorrections(area, host, changes).catch(() => /** @type {Change[]} */ ([]));

  return {
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
    /** @param {Element | undefined} element whether anything was decided of it here, and not on a visit before */
    isDecided: (element) => element !== undefined && decided.has(element),
    /**
     * @param {Element[]} elements the element behind each ordinal
     * @returns {Quietpage.Mark[]}
     */
    marks: (elements) =>
      [...decided].map(([element, keep]) => ({ ordinal: elements.indexOf(element), keep })).filter(({ ordinal }) => ordinal >= 0),
    /**
     * @param {Element[]} elements
     * @param {boolean | undefined} keep
     * @param {Pick<Quietpage.Block, 'shape' | 'text'>[]} [blocks] in them, as far as the core has told of them
     * @returns {Promise<Step>}
     */
    async decide(elements, keep, blocks = []) {
      const after = new Map(decided);
      for (const element of elements) {
        // The later decision comes later.
        after.delete(element);
        if (keep !== undefined) after.set(element, keep);
      }
      const rules = keep === undefined ? blocks.map(({ shape }) => ({ shape })) : [];
      const step = { elements, keep, words: blocks[0]?.text ?? '', before: decided, after, rules, taken: await change(rules) };
      decided = after;
      done.push(step);
      undone.length = 0;
      return step;
    },
    /**
     * Keeps for the site what the step means there.
     *
     * @param {Step} step the last
     * @param {Quietpage.Block[]} blocks as the core tells of them after it
     * @param {Element[]} elements the element behind each ordinal
     */
    async settle(step, blocks, elements) {
      const { keep } = step;
      if (keep === undefined || step.rules.length > 0) return;
      const those = blocks.filter(({ ordinal }) => step.elements.includes(elements[ordinal]));
      step.words ||= those[0]?.text ?? '';
      step.rules = those.filter(({ shape }) => shape).map(({ shape, text }) => ({ shape, to: { keep, shape, words: text, on: true } }));
      step.taken = await change(step.rules);
    },
    /** @returns {Promise<Step | undefined>} what was undone */
    async undo() {
      const step = done.pop();
      if (!step) return undefined;
      undone.push(step);
      decided = step.before;
      await change(step.taken);
      return step;
    },
    /** @returns {Promise<Step | undefined>} what was done again */
    async redo() {
      const step = undone.pop();
      if (!step) return undefined;
      done.push(step);
      decided = step.after;
      await change(step.rules);
      return step;
    },
  };
}
