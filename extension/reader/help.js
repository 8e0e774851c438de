import { element, textButton } from '../shared/element.js';
import { message } from '../shared/i18n.js';
import { READER_KEYS } from '../shared/reader_keys.js';

/**
 * The list of all keys.
 *
 * @param {AbortSignal} viewSignal the view's end
 * @returns {import('./reading_aids.js').Aid}
 */
export function createHelp(viewSignal) {
  const done = textButton('close-keys', message('close_settings'), () => dialog.close(), viewSignal);
  const dialog = element(
    'dialog',
    { class: 'help', 'aria-labelledby': 'help-title', closedby: 'any', tabindex: '-1' },
    element('div', { class: 'title-bar' }, element('h2', { id: 'help-title' }, message('button_keys')), done),
  );
  const open = () => {
    // When first asked for: the way to the article need not wait for it.
    if (!dialog.querySelector('dl')) dialog.append(keyList());
    dialog.showModal();
    dialog.focus();
  };
  const close = () => {
    const wasOpen = dialog.open;
    dialog.close();
    return wasOpen;
  };
  return {
    parts: [dialog],
    keys: { '?': open },
    panelKeys: () => (dialog.open ? { '?': close } : undefined),
    close,
    attach({ footer, signal }) {
      const way = textButton('keys', message('button_keys'), open, signal);
      way.setAttribute('aria-haspopup', 'dialog');
      footer.append(way);
    },
  };
}

function keyList() {
  const lines = READER_KEYS.map(([key, name]) => element('div', {}, element('dt', {}, element('kbd', {}, key)), element('dd', {}, message(name))));
  return element('dl', {}, ...lines);
}
