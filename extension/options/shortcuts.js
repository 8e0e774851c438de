import { browser } from '../shared/browser.js';
import { element } from '../shared/element.js';
import { message } from '../shared/i18n.js';
import { READER_KEYS } from '../shared/reader_keys.js';

/** Where Chromium lets shortcuts be changed; a link there would do nothing. */
const CHROMIUM_PAGE = 'chrome://extensions/shortcuts';

/**
 * The shortcuts that hold, and how to change them.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<Node[]>} none where the browser knows no shortcuts, as on Android
 */
export async function shortcutParts(signal) {
  const { commands } = browser;
  if (!commands) return [];
  const listed = (await commands.getAll()).map(({ name, description, shortcut }) =>
    line(shortcut || message('shortcut_none'), name === '_execute_action' ? message('action_title') : (description ?? '')),
  );
  return [element('ul', { class: 'shortcuts' }, ...listed), ...howToChange(signal)];
}

/** @returns {HTMLElement} the keys that a setting switches off */
export function letterKeyList() {
  return element('ul', {}, ...READER_KEYS.map(([key, name]) => line(key, message(name))));
}

/**
 * @param {string} keys
 * @param {string} what
 */
function line(keys, what) {
  return element('li', {}, element('span', {}, what), element('kbd', {}, keys));
}

/**
 * @param {AbortSignal} signal
 * @returns {Node[]}
 */
function howToChange(signal) {
  const open = /** @type {(() => Promise<void>) | undefined} */ (Reflect.get(browser.commands, 'openShortcutSettings'));
  const button = element('button', { type: 'button', class: 'plain', 'data-action': 'shortcuts' }, message('change_shortcuts'));
  button.addEventListener('click', () => (open ? open.call(browser.commands) : browser.tabs.create({ url: CHROMIUM_PAGE })), { signal });
  const buttons = element('div', { class: 'buttons' }, button);
  return open ? [buttons] : [buttons, element('p', { class: 'soft' }, message('shortcuts_at'), ' ', element('code', {}, CHROMIUM_PAGE))];
}
