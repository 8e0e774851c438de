import { copy } from '../reader/clipboard.js';
import { element, onClick, textButton } from '../shared/element.js';
import { message, uiLanguage } from '../shared/i18n.js';

/**
 * What the page's author could do better, folded away, and a button that copies it.
 *
 * @param {object} options
 * @param {(sentence: string) => void} options.say what came of copying
 * @param {(ordinal: number) => (() => void) | undefined} options.wayTo shows the person an element; none where there is nothing to show
 * @param {AbortSignal} options.signal
 */
export function createForAuthor({ say, wayTo, signal }) {
  /** @type {Quietpage.Hint[]} */
  let hints = [];
  const summary = element('summary');
  const list = element('ul');
  const button = textButton('copy-hints', message('take_text'), copyHints, signal);
  const details = element('details', { class: 'for-author' }, summary, list, button);

  async function copyHints() {
    // What is said twice is to be heard twice.
    say('');
    const isCopied = await copy({ 'text/plain': asLines(hints) });
    say(message(isCopied ? 'copied' : 'not_copied'));
  }

  /** @param {Quietpage.Hint} hint */
  function item({ code, ordinal }) {
    const show = wayTo(ordinal);
    if (!show) return element('li', {}, sentenceOf(code));
    return element('li', {}, onClick(element('button', { type: 'button', class: 'way' }, sentenceOf(code)), show, signal));
  }

  return {
    element: details,
    /** @param {Quietpage.Hint[]} next where there are none, nothing is seen of it */
    show(next) {
      hints = next;
      details.hidden = hints.length === 0;
      summary.textContent = message('for_author', new Intl.NumberFormat(uiLanguage()).format(hints.length));
      const focused = [...list.children].findIndex((one) => one.matches(':focus-within'));
      list.replaceChildren(...hints.map(item));
      list.children[focused]?.querySelector('button')?.focus({ preventScroll: true });
    },
  };
}

/** @param {string} code */
const sentenceOf = (code) => message(`hint_${code}`);

/**
 * @param {Pick<Quietpage.Hint, 'code'>[]} hints
 * @returns {string} a line for each
 */
export const asLines = (hints) => hints.map(({ code }) => `- ${sentenceOf(code)} (${code})`).join('\n');
