import { message } from '../shared/i18n.js';
import { element, onClick } from '../shared/element.js';
import { icon } from './icon.js';
import { makeOneStop } from './toolbar_focus.js';

/** As in reader.css. */
const IN_COLUMN = '(width >= 64em) and (height >= 34em)';

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
  const out = onClick(toolButton('close'), close, signal);
  // The browser's own way, too: in Firefox our scripts are dead once the extension has been updated, and the view must
  // not hold anyone.
  out.setAttribute('command', 'close');
  out.setAttribute('commandfor', dialogId);
  const settings = onClick(toolButton('settings'), openSheet, signal);
  settings.setAttribute('aria-haspopup', 'dialog');
  const toolbar = element(
    'div',
    { class: 'toolbar', role: 'toolbar', 'aria-label': message('toolbar') },
    out,
    onClick(toolButton('quiet', message('setting_view_quiet')), switchView, signal),
    onClick(toolButton('smaller'), () => changeTextSize(-1), signal),
    onClick(toolButton('larger'), () => changeTextSize(1), signal),
    settings,
  );
  const column = matchMedia(IN_COLUMN);
  const orient = () => toolbar.setAttribute('aria-orientation', column.matches ? 'vertical' : 'horizontal');
  column.addEventListener('change', orient, { signal });
  orient();
  return { element: makeOneStop(toolbar, signal), add: (buttons) => out.after(...buttons) };
}

/**
 * @param {string} action whose picture is in icon.js
 * @param {string} [label] missing: its name in _locales is `button_` and the action
 * @returns {HTMLButtonElement}
 */
export function toolButton(action, label = message(`button_${action}`)) {
  return element('button', { type: 'button', 'data-action': action, title: label, 'aria-label': label }, icon(action));
}
