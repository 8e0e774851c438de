import { element } from '../shared/element.js';
import { message } from '../shared/i18n.js';
import { correctedSites } from '../shared/stored_corrections.js';
import { renewList } from './renewed_list.js';

/** @typedef {Quietpage.Correction} Correction */
/** @typedef {import('../shared/stored_corrections.js').Change} Change */

/**
 * What the person has brought back or hidden, by site: each can be switched off and on, and removed.
 *
 * @param {object} options
 * @param {(host: string, changes: Change[]) => void} options.change
 * @param {(host: string, changes: Change[], sentence: string) => void} options.remove the same, saying what was done, with a
 *   way back
 * @param {AbortSignal} options.signal
 * @returns {{element: HTMLElement, show: (stored: Record<string, unknown>) => void}}
 */
export function correctionsSection({ change, remove, signal }) {
  const heading = element('h2', { id: 'corrections', tabindex: '-1' }, message('corrections'));
  const list = element('div');
  const help = element('p', { class: 'soft' }, message('corrections_help'));
  const section = element('section', { class: 'corrections', 'aria-labelledby': 'corrections', hidden: '' }, heading, help, list);

  /**
   * @param {string} host
   * @param {Correction[]} all
   */
  function siteParts(host, all) {
    const removeAll = remover('remove-corrections', host, () => remove(host, all.map(({ shape }) => ({ shape })), message('corrections_removed', host)));
    return [
      element('div', { class: 'site' }, element('h3', {}, element('bdi', {}, host)), removeAll),
      element('ul', {}, ...all.map((one, at) => line(host, one, at))),
    ];
  }

  /**
   * @param {string} host
   * @param {Correction} one
   * @param {number} at its place among the site's
   */
  function line(host, one, at) {
    const { keep, words, on, shape } = one;
    const box = element('input', { type: 'checkbox', role: 'switch', 'data-key': `${host} ${shape}` });
    box.checked = on;
    box.addEventListener('change', () => change(host, [{ shape, to: { ...one, on: box.checked }, at }]), { signal });
    const name = words || message('left_out_no_text');
    const decision = message(keep ? 'because_brought_back' : 'because_hidden_by_person');
    const says = element('span', {}, element('q', { dir: 'auto' }, name), ' ', element('small', {}, decision));
    const away = remover('remove-correction', name, () => remove(host, [{ shape }], message('corrections_removed', name)));
    return element('li', {}, element('label', { class: 'toggle' }, box, says), away);
  }

  /**
   * @param {string} action
   * @param {string} what
   * @param {() => void} onClick
   */
  function remover(action, what, onClick) {
    const label = message('remove_site', what);
    const made = element('button', { type: 'button', class: 'plain', 'data-action': action, 'aria-label': label }, message('remove'));
    made.addEventListener(
      'click',
      () => {
        // It goes with what it removes.
        heading.focus({ preventScroll: true });
        onClick();
      },
      { signal },
    );
    return made;
  }

  return {
    element: section,
    show(stored) {
      const sites = correctedSites(stored);
      section.hidden = sites.length === 0;
      // What a switch has changed, too.
      renewList(list, sites.flatMap(({ host, corrections }) => siteParts(host, corrections)));
    },
  };
}
