import { element, textButton } from '../shared/element.js';
import { message } from '../shared/i18n.js';

/**
 * What is shown may not be what was meant: says so above it, and offers another part of the page.
 *
 * @param {object} options
 * @param {Quietpage.Keep} options.keep what is shown
 * @param {boolean} options.hasSecond whether another text of the page comes close
 * @param {boolean} options.isDoubtful whether it is hardly an article
 * @param {import('./view.js').Actions} options.actions
 * @param {AbortSignal} options.signal
 * @returns {HTMLElement[]} none or one
 */
export function offers({ keep, hasSecond, isDoubtful, actions, signal }) {
  /**
   * @param {string} sentence a key in _locales
   * @param {string} action whose words in _locales are `button_` and this
   * @param {Quietpage.Keep} offered
   */
  const offer = (sentence, action, offered) => {
    const button = textButton(action, message(`button_${action.replaceAll('-', '_')}`), () => actions.read(offered), signal);
    return [element('aside', { class: 'offer' }, element('p', {}, message(sentence)), button)];
  };
  if (keep === 'selected') return offer('only_selected', 'read-article', 'article');
  if (keep === 'everything') return [];
  if (isDoubtful) return offer('no_article_here', 'show-everything', 'everything');
  const other = otherText(keep, hasSecond);
  return other ? offer(keep === 'second' ? 'second_text' : 'two_texts', 'other-text', other) : [];
}

/**
 * The text that a key shows in place of this one.
 *
 * @param {Quietpage.Keep} keep what is shown
 * @param {boolean} hasSecond
 * @returns {Quietpage.Keep | undefined}
 */
export function otherText(keep, hasSecond) {
  if (keep === 'article' && hasSecond) return 'second';
  return keep === 'article' ? undefined : 'article';
}
