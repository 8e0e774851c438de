import { browser } from '../shared/browser.js';
import { element } from '../shared/element.js';
import { giveBackSite, grantedSites, isGranted, isHost, requestSite } from '../shared/granted_sites.js';
import { message } from '../shared/i18n.js';

/**
 * The sites on which articles open by themselves: each can be taken back, and one that was chosen beside an article is
 * asked for here where it could not be there.
 *
 * @param {object} options
 * @param {string | null} options.asked that site
 * @param {(sentence: string) => void} options.say
 * @param {AbortSignal} options.signal
 * @returns {Promise<{element: HTMLElement, focus: () => void}>} `focus`: on the question, where there is one
 */
export async function alwaysSection({ asked, say, signal }) {
  const heading = element('h2', { id: 'always', tabindex: '-1' }, message('always'));
  const list = element('div');
  const question = element('div', { class: 'question', hidden: '' });
  if (asked && isHost(asked)) question.append(...questionParts(asked));

  async function show() {
    const sites = await grantedSites();
    list.replaceChildren(sites.length > 0 ? element('ul', {}, ...sites.map(line)) : element('p', {}, message('always_none')));
    question.hidden = !asked || (await isGranted(asked));
  }

  /** @param {string} host */
  function questionParts(host) {
    const ask = element('button', { type: 'button', class: 'plain', 'data-action': 'always' }, message('always_site', host));
    // The first thing in the handler: browsers let a click ask, and nothing that comes later.
    ask.addEventListener(
      'click',
      async () => {
        const isOn = await requestSite(host).catch(() => false);
        say(message(isOn ? 'always_on' : 'always_declined', host));
        // The question, and with it the button, goes.
        if (isOn) heading.focus();
      },
      { signal },
    );
    return [element('p', {}, message('always_question', host)), element('div', { class: 'buttons' }, ask)];
  }

  /** @param {string} host */
  function line(host) {
    const name = host === '*' ? message('always_everywhere') : host;
    const label = message('always_end_site', name);
    const end = element('button', { type: 'button', class: 'plain', 'data-action': 'end-always', 'aria-label': label }, message('always_end'));
    end.addEventListener(
      'click',
      async () => {
        const isEnded = await giveBackSite(host).then(() => true, () => false);
        say(message(isEnded ? 'always_ended' : 'always_declined', name));
        // The line, and with it the button, goes.
        if (isEnded) heading.focus();
      },
      { signal },
    );
    return element('li', {}, element('bdi', {}, name), end);
  }

  browser.permissions.onAdded.addListener(show);
  browser.permissions.onRemoved.addListener(show);
  await show();
  return {
    element: element('section', { 'aria-labelledby': 'always' }, heading, element('p', { class: 'soft' }, message('always_help')), question, list),
    focus() {
      if (question.hidden) return;
      question.scrollIntoView({ block: 'center' });
      question.querySelector('button')?.focus({ preventScroll: true });
    },
  };
}
