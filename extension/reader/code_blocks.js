import { element, onClick } from '../shared/element.js';
import { message } from '../shared/i18n.js';
import { copy } from './clipboard.js';
import { icon } from './icon.js';
import { toolButton } from './toolbar.js';

/** How long the button says what came of it. */
const SAID_MS = 2500;

/**
 * Gives each block of code a button that copies it.
 *
 * @returns {import('./reading_aids.js').Aid}
 */
export function createCodeBlocks() {
  const said = element('div', { class: 'heard', role: 'status' });
  /** Until each button says again what it does. @type {WeakMap<HTMLElement, ReturnType<typeof setTimeout>>} */
  const timers = new WeakMap();

  return {
    parts: [said],
    attach({ body, signal }) {
      for (const code of body.querySelectorAll('pre')) {
        // Its name is no text of the article.
        const button = onClick(toolButton('copy_code'), () => copyCode(code, button), signal);
        const box = element('div', { class: 'code' });
        code.replaceWith(box);
        box.append(code, button);
      }
    },
  };

  /**
   * @param {HTMLElement} code
   * @param {HTMLElement} button
   */
  async function copyCode(code, button) {
    const isCopied = await copy({ 'text/plain': code.textContent.replace(/\n$/, '') });
    said.textContent = message(isCopied ? 'copied' : 'not_copied');
    button.replaceChildren(icon(isCopied ? 'done' : 'close'));
    button.title = said.textContent;
    clearTimeout(timers.get(button));
    const timer = setTimeout(() => {
      said.textContent = '';
      button.replaceChildren(icon('copy_code'));
      button.title = message('button_copy_code');
    }, SAID_MS);
    timers.set(button, timer);
  }
}
