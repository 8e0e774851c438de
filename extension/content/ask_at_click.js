import { passingArea } from '../shared/settings_area.js';
import { loadCorrections, rulesOf } from '../shared/stored_corrections.js';
import { ask } from './ask.js';
import { shared } from './here.js';
import { selectedPart } from './selected_part.js';

/**
 * @typedef {object} AskedAtClick
 * @property {Promise<unknown>} walked when the page may be changed
 * @property {Promise<import('./ask.js').Asked>} asked what comes of it
 * @property {import('./selected_part.js').Part} [selected] what that was asked of, if not all of the page
 */

/** @returns {AskedAtClick} */
export function askAtClick() {
  // Opening a view may end the selection.
  const selected = selectedPart();
  /** @type {PromiseWithResolvers<void>} */
  const { promise: walked, resolve } = Promise.withResolvers();
  const asked = ask(selected ? 'selected' : 'article', { part: selected, rules: rules(selected), onWalked: resolve });
  // A fault of ours: whoever waits for the answer says so.
  asked.catch(() => resolve());
  return { walked, asked, selected };
}

/**
 * The background knows nothing of what a private window keeps to itself; there is something once one was changed here.
 * Without a look at which window this is: in Firefox the first such question takes as long as a walk.
 *
 * @param {import('./selected_part.js').Part | undefined} selected
 * @returns {Promise<Quietpage.Rule[]> | undefined}
 */
function rules(selected) {
  const memory = shared.quietpageMemory;
  if (selected || !memory?.size) return undefined;
  return loadCorrections(passingArea(memory), location.hostname).then(rulesOf);
}
