import { byId, element } from './element.js';

/** @typedef {import('./core.js').Hint} Hint */

/**
 * Shows what the page's author could do better, with a button that copies it.
 *
 * @param {Hint[]} hints
 * @param {Element[]} elements by ordinal
 * @param {(source: Element) => void} onHint told which hint's element is asked for
 */
export function showHints(hints, elements, onHint) {
  byId('hints', HTMLElement).hidden = hints.length === 0;
  const said = byId('hints-said', HTMLElement);
  said.textContent = '';
  byId('hint-list', HTMLElement).replaceChildren(
    ...hints.map((hint) => {
      const source = elements[hint.ordinal];
      const button = element('button', { type: 'button' }, lineOf(hint));
      if (source) button.addEventListener('click', () => onHint(source));
      return element('li', {}, button);
    }),
  );
  byId('copy-hints', HTMLButtonElement).onclick = async () => {
    const lines = hints.map((hint) => `- ${lineOf(hint)} (${hint.code}${pathOf(elements[hint.ordinal])})`);
    try {
      await navigator.clipboard.writeText(`${lines.join('\n')}\n`);
      said.textContent = 'Copied.';
    } catch {
      said.textContent = 'The browser does not let this page copy.';
    }
  };
}

/** @param {Hint} hint */
const lineOf = ({ text, words }) => (words ? `${text} (${words} words)` : text);

/**
 * Where an element stands, for a person who looks for it in the source.
 *
 * @param {Element | undefined} source
 */
function pathOf(source) {
  const names = [];
  for (let at = source; at && names.length < 3; at = at.parentElement ?? undefined) {
    names.unshift(at.id ? `${at.localName}#${at.id}` : at.localName);
  }
  return names.length > 0 ? `, ${names.join(' > ')}` : '';
}
