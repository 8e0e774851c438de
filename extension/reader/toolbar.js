import { message } from '../shared/i18n.js';
import { element } from '../shared/element.js';
import { icon } from './icon.js';

/**
 * @param {object} options
 * @param {string} options.dialogId
 * @param {() => void} options.close
 * @param {() => void} options.switchView
 * @param {() => void} options.openSheet
 * @param {(by: number) => void} options.changeTextSize in steps
 * @param {AbortSignal} options.signal
 * @returns {{element: HTMLElement, add: (buttons: HTMLElement[]) => void}} `add`: puts further buttons into it
 */
export function createToolbar({ dialogId, close, switchView, openSheet, changeTextSize, signal }) {
  /**
   * @param {string} action
   * @param {() => void} onClick
   * @param {string} [label]
   */
  const button = (action, onClick, label) => {
    const made = toolButton(action, label);
    made.addEventListener('click', onClick, { signal });
    return made;
  };
  const out = button('close', close);
  // The browser's own way, too: in Firefox our scripts are dead once the extension has been updated, and the view must
  // not hold anyone.
  out.setAttribute('command', 'close');
  out.setAttribute('commandfor', dialogId);
  const settings = button('settings', openSheet);
  settings.setAttribute('aria-haspopup', 'dialog');
  const toolbar = element(
    'div',
    { class: 'toolbar', role: 'toolbar', 'aria-label': message('toolbar') },
    out,
    button('quiet', switchView, message('setting_view_quiet')),
    button('smaller', () => changeTextSize(-1)),
    button('larger', () => changeTextSize(1)),
    settings,
  );
  return { element: toolbar, add: (buttons) => out.after(...buttons) };
}

/**
 * @param {string} action whose picture is in icon.js
 * @param {string} [label] missing: its name in _locales is `button_` and the action
 * @returns {HTMLButtonElement}
 */
export function toolButton(action, label = message(`button_${action}`)) {
  return element('button', { type: 'button', 'data-action': action, title: label, 'aria-label': label }, icon(action));
}
