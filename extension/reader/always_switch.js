import { element } from '../shared/element.js';
import { message } from '../shared/i18n.js';
import { requestAlways } from '../shared/messages.js';

/**
 * The switch that has articles of this site open by themselves. It shows what the browser has granted, which can be
 * changed elsewhere.
 *
 * @param {string} site its name
 * @param {AbortSignal} signal
 * @returns {{element: HTMLElement, show: () => void}}
 */
export function createAlwaysSwitch(site, signal) {
  const box = element('input', { id: 'always', type: 'checkbox', role: 'switch' });
  /** @param {boolean} [on] */
  const use = async (on) => {
    // While the person is asked nothing has been granted, and they may never answer.
    if (on) box.checked = false;
    box.checked = await requestAlways(on);
  };
  box.addEventListener('change', () => use(box.checked), { signal });
  // It may have been granted in another tab, where Firefox asks.
  document.addEventListener('visibilitychange', () => document.hidden || use(), { signal });
  return { element: element('label', { class: 'toggle' }, box, element('span', {}, message('always_site', site))), show: () => use() };
}
