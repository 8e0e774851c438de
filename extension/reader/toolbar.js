import { message } from '../shared/i18n.js';
import { element } from './element.js';
import { icon } from './icon.js';

/**
 * @param {object} options
 * @param {string} options.dialogId
 * @param {() => void} options.close
 * @param {() => void} options.changeTheme
 * @param {(by: number) => void} options.changeTextSize in steps
 * @param {AbortSignal} options.signal
 * @returns {HTMLElement}
 */
export function createToolbar({ dialogId, close, changeTheme, changeTextSize, signal }) {
  /**
   * @param {string} action
   * @param {() => void} onClick
   */
  const button = (action, onClick) => {
    const label = message(`button_${action}`);
    const made = element('button', { type: 'button', 'data-action': action, title: label }, icon(action));
    // The theme's button has its name from its text: this label, and the theme that holds (generated content).
    if (action === 'theme') made.append(element('span', { class: 'label' }, label));
    else made.setAttribute('aria-label', label);
    made.addEventListener('click', onClick, { signal });
    return made;
  };
  const out = button('close', close);
  // The browser's own way, too: in Firefox our scripts are dead once the extension has been updated, and the view must
  // not hold anyone.
  out.setAttribute('command', 'close');
  out.setAttribute('commandfor', dialogId);
  return element(
    'div',
    { class: 'toolbar', role: 'toolbar', 'aria-label': message('toolbar') },
    out,
    button('smaller', () => changeTextSize(-1)),
    button('larger', () => changeTextSize(1)),
    button('theme', changeTheme),
  );
}
