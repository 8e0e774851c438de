import { element } from '../shared/element.js';
import { message } from '../shared/i18n.js';
import { closeWhenLeft } from './close_when_left.js';
import { closerOf } from './popover_focus.js';
import { toolButton } from './toolbar.js';

/**
 * A button of the toolbar that opens a short list of things to do.
 *
 * @param {object} options
 * @param {string} options.action as for toolButton; the list's id
 * @param {string} options.letter the key that opens it, and closes it
 * @param {{name: string, choose: () => void}[]} options.entries
 * @param {() => string} options.describe what is done to, said above the entries each time they are shown
 * @returns {{button: HTMLElement, panel: HTMLElement, close: () => boolean, open: () => void, keys: () => Record<string, () => void> | undefined}}
 *   `keys`: what keys do while it is open
 */
export function createMenu({ action, letter, entries, describe }) {
  const button = toolButton(action);
  button.setAttribute('popovertarget', action);
  button.setAttribute('aria-haspopup', 'menu');
  const title = element('h2', { role: 'presentation' });
  const items = entries.map(({ name, choose }) => {
    const item = element('button', { type: 'button', role: 'menuitem', tabindex: '-1' }, name);
    item.addEventListener('click', () => {
      close();
      choose();
    });
    return item;
  });
  items[0].autofocus = true;
  const panel = element('div', { id: action, class: 'panel menu', popover: '', role: 'menu' }, title, ...items);
  const close = closerOf(panel);
  panel.addEventListener('beforetoggle', (event) => {
    if (event.newState !== 'open') return;
    title.textContent = describe();
    panel.setAttribute('aria-label', `${message(`button_${action}`)}: ${title.textContent}`);
  });
  closeWhenLeft(panel, button);

  const focus = (/** @type {number} */ at) => items[(at + items.length) % items.length].focus();
  const focused = () => items.findIndex((item) => item.matches(':focus'));
  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowDown: () => focus(focused() + 1),
    ArrowUp: () => focus(Math.max(0, focused()) - 1),
    Home: () => focus(0),
    End: () => focus(-1),
    [letter]: close,
  };
  return {
    button,
    panel,
    close,
    open: () => panel.showPopover(),
    keys: () => (panel.matches(':popover-open') ? keys : undefined),
  };
}
