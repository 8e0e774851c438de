import drawerCss from '../../left_out/drawer.css';
import panelCss from '../../left_out/panel.css';
import iconCss from '../../reader/icon.css';
import { failureParts } from '../../reader/failure_view.js';
import { colourRule } from '../../reader/look.js';
import { toolButton } from '../../reader/toolbar.js';
import { createHost, element, onClick } from '../../shared/element.js';
import { message, uiDirection } from '../../shared/i18n.js';
import plainButtonCss from '../../shared/plain_button.css';
import { createSettings } from '../../shared/settings_store.js';
import barCss from './bar.css';
import { keepBesideText } from './bar_place.js';
import { watchBarKeys } from './bar_keys.js';

/**
 * @typedef {'waiting' | 'quiet' | 'failed'} State `waiting`: for what the core says
 * @typedef {{close: () => void, switchView: () => void, tryAgain: () => void, read: (keep: Quietpage.Keep) => void}} Actions
 */

/**
 * The bar of quiet in place: says what was done to the page, and leads away from it. In the top layer, as the page knows
 * no place that nothing of its own lies over.
 *
 * @param {object} options
 * @param {import('../../shared/settings_area.js').SettingsArea} options.area where settings are kept
 * @param {Actions} options.actions
 * @param {ReturnType<typeof import('./bar_drawer.js').createBarDrawer>} options.drawer
 * @param {AbortSignal} options.signal
 */
export function createBar({ area, actions, drawer, signal }) {
  const { host, root } = createHost('quietpage-bar');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([barCss, iconCss, plainButtonCss, panelCss, drawerCss].join('\n'));
  const colours = new CSSStyleSheet();
  root.adoptedStyleSheets.push(sheet, colours);
  const settings = createSettings({
    area,
    host: location.hostname,
    signal,
    onChange: (current) => colours.replaceSync(`.bar, .left-out { ${colourRule(current)} }`),
  });

  const said = element('p', { role: 'status' });
  const back = onClick(toolButton('leave', message('button_back')), actions.close, signal);
  const fold = onClick(toolButton('fold'), () => setFolded(true, unfold), signal);
  const unfold = onClick(toolButton('unfold'), () => setFolded(false, back), signal);
  const reader = onClick(toolButton('reader', message('setting_view_reader')), actions.switchView, signal);
  const buttons = element('div', { class: 'buttons' }, reader, drawer.button, back, fold);
  const quietParts = [element('strong', {}, message('setting_view_quiet')), said, buttons];
  const open = element('div', { class: 'open' }, ...quietParts);
  const bar = element('section', { class: 'bar', lang: message('language'), dir: uiDirection(), 'aria-label': message('setting_view_quiet') }, open, unfold);
  unfold.hidden = true;
  const probe = element('div', { class: 'probe' });
  root.append(bar, drawer.part, probe);

  /** @type {State} */
  let state = 'waiting';

  /** @param {boolean} isFolded @param {HTMLElement} [next] what takes the focus */
  function setFolded(isFolded, next) {
    open.hidden = isFolded;
    unfold.hidden = !isFolded;
    next?.focus();
  }

  /** Whether it is where it can be seen and pressed. */
  const isWhole = () => host.matches('[popover=manual]:popover-open:not([inert])');

  function raise() {
    if (host.getAttribute('popover') !== 'manual') host.setAttribute('popover', 'manual');
    host.removeAttribute('inert');
    if (!host.isConnected) document.documentElement.append(host);
    // What the page has defined by our name may have taken it out at once.
    if (host.isConnected && !host.matches(':popover-open')) host.showPopover();
  }

  /** @param {State} next */
  function become(next) {
    state = next;
    host.setAttribute('data-state', next);
    raise();
  }

  watchBarKeys({
    host,
    onEscape: () => drawer.back() || actions.close(),
    onShortcut: drawer.shortcut,
    signal,
  });
  const place = keepBesideText({ host, bar, signal });

  return {
    host,
    /** As wide as a pixel while the page has the style sheet that hides. */
    probe,
    raise,
    isWhole,
    get state() {
      return state;
    },
    /** @param {Quietpage.Stored} stored */
    useSettings: (stored) => settings.begin(stored),
    showLoading() {
      open.replaceChildren(element('p', { role: 'status' }, message('loading')));
      raise();
    },
    /**
     * @param {object} quiet
     * @param {string} quiet.sentence what was done
     * @param {Element[]} quiet.texts not to be covered
     * @param {() => number} [quiet.startedAt] milliseconds since 1970
     */
    showQuiet({ sentence, texts, startedAt }) {
      if (!open.contains(said)) open.replaceChildren(...quietParts);
      become('quiet');
      place.beside(texts);
      if (startedAt) host.setAttribute('data-ms', String(Date.now() - startedAt()));
      // Into what stands there already, so that it is heard.
      if (said.textContent !== sentence) said.textContent = sentence;
    },
    /** @param {string} sentence */
    say(sentence) {
      said.textContent = sentence;
    },
    /** @param {string} code */
    showFailure(code) {
      drawer.close();
      open.replaceChildren(...failureParts(code, actions, signal));
      setFolded(false);
      become('failed');
    },
    remove: () => host.remove(),
  };
}
