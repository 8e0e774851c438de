import { loadCorrections, rulesOf } from '../shared/stored_corrections.js';

/** @typedef {import('../shared/stored_corrections.js').Change} Change */

/**
 * What the person has decided of an element here.
 *
 * @typedef {object} Decision
 * @property {boolean} keep
 * @property {string[]} shapes of the rules that it is for the site; known once the core has told them
 */
/**
 * All that is decided at one time.
 *
 * @typedef {object} State
 * @property {ReadonlyMap<Element, Decision>} decided the later decision later
 * @property {ReadonlySet<string>} forgotten shapes of rules from visits before that no longer hold
 */
/**
 * What was done at once.
 *
 * @typedef {object} Step
 * @property {Element[]} elements to which
 * @property {boolean | undefined} keep `undefined`: whatever was decided of them no longer holds
 * @property {string} words the first block's, to name it by
 * @property {State} before
 * @property {State} after
 * @property {Change[]} rules what it changes for the site
 * @property {Change[] | null} taken what takes that back; `null`: nothing of it is kept
 * @property {boolean} isKept whether storage has followed it, there or back; if not, as there is no room, it holds for this page
 */

/**
 * What the person puts right on one page, step by step, there and back. On the page it holds for the elements alone, as
 * marks; on the site's other pages, and the next time, for what is like their blocks, as rules.
 *
 * @param {object} options
 * @param {import('../shared/settings_area.js').SettingsArea} options.area where rules are read from
 * @param {string} options.host
 * @param {(changes: Change[]) => Promise<Change[] | null>} options.change what is kept for that host; gives what takes it back,
 *   `null` or a rejection where it could not be
 */
export function createCorrections({ area, host, change: changeRules }) {
  /** @type {Step[]} */
  const done = [];
  /** @type {Step[]} */
  const undone = [];
  /** @type {State} */
  let state = { decided: new Map(), forgotten: new Set() };
  /** The rules from visits before, read when first needed. @type {Promise<Quietpage.Rule[]> | undefined} */
  let earlier;
  /** @param {Change[]} changes */
  const change = (changes) => changeRules(changes).catch(() => null);
  const readEarlier = () => (earlier ??= loadCorrections(area, host).then(rulesOf));

  /**
   * @param {Step[]} from
   * @param {Step[]} to
   * @param {'before' | 'after'} side of the step on which things are then
   */
  async function move(from, to, side) {
    const step = from.pop();
    if (!step) return undefined;
    to.push(step);
    state = step[side];
    const taken = await change(side === 'before' ? (step.taken ?? []) : step.rules);
    step.isKept = taken !== null;
    if (side === 'after') step.taken ??= taken;
    return step;
  }

  return {
    /** Another after each step: what was asked before it is answered too late. */
    version: () => state,
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
    /** @param {Element | undefined} element whether anything was decided of it here, and not on a visit before */
    isDecided: (element) => element !== undefined && state.decided.has(element),
    /**
     * @param {Element[]} elements the element behind each ordinal
     * @returns {Quietpage.Mark[]}
     */
    marks: (elements) =>
      [...state.decided].map(([element, { keep }]) => ({ ordinal: elements.indexOf(element), keep })).filter(({ ordinal }) => ordinal >= 0),
    /** Those from visits before that still hold, and those of what was decided here of elements that the page has rendered anew. */
    async rules() {
      const gone = done.filter(({ elements }) => !elements.some(({ isConnected }) => isConnected));
      const since = rulesOf(gone.flatMap(({ rules }) => rules.flatMap(({ to }) => to ?? [])));
      const shapes = new Set(since.map(({ shape }) => shape));
      const rules = await readEarlier();
      return [...rules.filter(({ shape }) => !state.forgotten.has(shape) && !shapes.has(shape)), ...since];
    },
    /**
     * @param {Element[]} elements
     * @param {boolean | undefined} keep
     * @param {Quietpage.Block[]} [blocks] in them, as far as the core has told of them
     * @param {boolean} [isForSite] whether it makes rules: what another part of the page than its article is like says nothing of articles
     * @returns {Promise<Step>}
     */
    async decide(elements, keep, blocks = [], isForSite = true) {
      await readEarlier();
      const before = state;
      const decided = new Map(before.decided);
      const shapes = blocks.map(({ shape }) => shape);
      /** @type {Change[]} */
      let rules = [];
      if (keep === undefined) {
        rules = [...shapes, ...elements.flatMap((element) => decided.get(element)?.shapes ?? [])].map((shape) => ({ shape }));
      } else if (keep && isForSite) {
        rules = rulesFrom(blocks, true);
      }
      for (const element of elements) {
        decided.delete(element);
        if (keep !== undefined) decided.set(element, { keep, shapes: keep ? shapes : [] });
      }
      const forgotten = keep === undefined ? new Set([...before.forgotten, ...shapes]) : before.forgotten;
      state = { decided, forgotten };
      const taken = await change(rules);
      const step = { elements, keep, words: blocks[0]?.text ?? '', before, after: state, rules, taken, isKept: taken !== null };
      done.push(step);
      undone.length = 0;
      return step;
    },
    /**
     * Keeps for the site that blocks were hidden: what they are like the core tells once they are left out.
     *
     * @param {Step} step the last
     * @param {Quietpage.Block[]} blocks as the core tells of them after it
     * @param {Element[]} elements the element behind each ordinal
     */
    async settle(step, blocks, elements) {
      if (step.keep !== false || step.rules.length > 0) return;
      // Others in the same element were left out before.
      const hidden = blocks.filter(({ ordinal, because }) => because === 'hidden_by_person' && step.elements.includes(elements[ordinal]));
      step.words ||= hidden[0]?.text ?? '';
      for (const { ordinal, shape } of hidden) step.after.decided.get(elements[ordinal])?.shapes.push(shape);
      step.rules = rulesFrom(hidden, false);
      step.taken = await change(step.rules);
      step.isKept = step.taken !== null;
    },
    /** @returns {Promise<Step | undefined>} what was undone */
    undo: () => move(done, undone, 'before'),
    /** @returns {Promise<Step | undefined>} what was done again */
    redo: () => move(undone, done, 'after'),
  };
}

/**
 * @param {Quietpage.Block[]} blocks
 * @param {boolean} keep
 * @returns {Change[]}
 */
function rulesFrom(blocks, keep) {
  return blocks.map(({ shape, text }) => ({ shape, to: { keep, shape, words: text, on: true } }));
}
