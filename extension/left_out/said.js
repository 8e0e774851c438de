import { message } from '../shared/i18n.js';
import { firstWords } from './drawer.js';

/** Of a block, to name it by. */
const TOLD_CHARS = 48;

/**
 * What is said of a step.
 *
 * @param {import('./corrections.js').Step} step
 * @param {boolean} isUndone whether that was taken back
 */
export function sentenceOf({ keep, words }, isUndone) {
  if (isUndone || keep === undefined) return message('undone');
  return message(keep ? 'said_brought_back' : 'said_hidden', firstWords(words, TOLD_CHARS) || message('left_out_no_text'));
}
