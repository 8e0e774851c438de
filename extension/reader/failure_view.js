import { message } from '../shared/i18n.js';
import { element, textButton } from '../shared/element.js';

/** Codes for which a second try can come out otherwise. */
const CAN_TRY_AGAIN = new Set(['no_text', 'no_answer', 'core_failed', 'bad_tape']);
/** Codes for which there is something to show after all. */
const CAN_SHOW_EVERYTHING = new Set(['no_article']);

/**
 * @param {unknown} problem that nobody has foreseen, or a page beyond the walker's bounds
 * @returns {string} the code of what is said of it
 */
export function codeOf(problem) {
  const { code } = /** @type {{code?: unknown}} */ (Object(problem));
  return typeof code === 'string' ? code : 'other';
}

/**
 * What went wrong and what can be done, in plain sentences.
 *
 * @param {string} code
 * @param {Pick<import('./view.js').Actions, 'close' | 'tryAgain' | 'read'>} actions
 * @param {AbortSignal} signal
 * @returns {Node[]}
 */
export function failureParts(code, actions, signal) {
  const button = (/** @type {string} */ action, /** @type {() => void} */ act) => textButton(action, message(`button_${action.replaceAll('-', '_')}`), act, signal);
  const buttons = element('div', { class: 'buttons' });
  if (CAN_SHOW_EVERYTHING.has(code)) buttons.append(button('show-everything', () => actions.read('everything')));
  if (CAN_TRY_AGAIN.has(code)) buttons.append(button('try-again', actions.tryAgain));
  buttons.append(button('back', actions.close));
  const sentence = message(`failed_${code}`) || message('failed_other');
  const help = message(`failed_${code}_help`) || message('failed_other_help');
  return [
    element('div', { class: 'notice' }, element('p', { role: 'alert' }, element('strong', {}, sentence), ` ${help}`), buttons),
  ];
}
