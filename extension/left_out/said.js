import { message } from '../shared/i18n.js';
import { firstWords } from './drawer.js';

/** Of a block, to name it by. */
const TOLD_CHARS = 48;

/**
 * What is said of a step, and of what could not be kept of it.
 *
 * @param {import('./corrections.js').Step} step
 * @param {boolean} isUndone whether that was taken back
 * @returns {string}
 */
export function sentenceOf({ keep, words, isKept }, isUndone) {
  const done = isUndone || keep === undefined ? message('undone') : message(keep ? 'said_brought_back' : 'said_hidden', firstWords(words, TOLD_CHARS) || message('left_out_no_text'));
  return isKept ? done : `${done} · ${message('not_stored')}`;
}
