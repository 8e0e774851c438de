import { ask } from './ask.js';
import { shared } from './here.js';
import { selectedPart } from './selected_part.js';

/**
 * @typedef {object} AskedAtClick
 * @property {Promise<void>} walked when the page may be changed
 * @property {Promise<import('./ask.js').Asked>} asked what comes of it
 * @property {import('./selected_part.js').Part} [selected] what that was asked of, if not all of the page
 * @property {(rules: Promise<Quietpage.Rule[]>) => void} useRules gives it the rules, where it waits for them
 */

/** @returns {AskedAtClick} */
export function askAtClick() {
  // Opening a view may end the selection.
  const selected = selectedPart();
  /** @type {PromiseWithResolvers<void>} */
  const { promise: walked, resolve } = Promise.withResolvers();
  /** @type {PromiseWithResolvers<Quietpage.Rule[]>} */
  const { promise: rules, resolve: useRules } = Promise.withResolvers();
  // The background knows nothing of what was changed in a private window. Whether this is one is not asked: in Firefox the
  // first such question takes as long as a walk.
  const isChangedHere = Boolean(shared.quietpageMemory?.size);
  const asked = ask(selected ? 'selected' : 'article', { part: selected, rules: isChangedHere && !selected ? rules : undefined, onWalked: resolve });
  // A fault of ours: whoever waits for the answer says so.
  asked.catch(() => resolve());
  return { walked, asked, selected, useRules };
}
