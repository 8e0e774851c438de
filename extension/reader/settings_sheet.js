import { READABLE_CONTRAST, contrast } from '../shared/contrast.js';
import panelCss from '../left_out/panel.css';
import { element, textButton } from '../shared/element.js';
import { message } from '../shared/i18n.js';
import { settingsForm } from '../shared/settings_form.js';
import plainButtonCss from '../shared/plain_button.css';
import formCss from '../shared/settings_form.css';
import { createAlwaysSwitch } from './always_switch.js';
import { colourRule } from './look.js';
import sheetCss from './settings_sheet.css';

/**
 * The settings beside the article, which changes as they do. They stand in a closed shadow root: what a person has
 * chosen, and for which site, is nothing for the page to read. A modal dialog, so that the browser keeps the focus in it
 * and gives it back.
 *
 * @param {object} options
 * @param {import('../shared/settings_store.js').SettingsStore} options.settings
 * @param {string} options.site its name; empty: the page has none
 * @param {boolean} options.isPrivate nothing is kept
 * @param {() => void} options.openOptions
 * @param {() => void} options.foreseeFace called when a typeface may be chosen soon
 * @param {(change: () => void) => void} options.inPlace lets the text be set anew and stay where it is
 * @param {AbortSignal} options.signal
 */
export function createSettingsSheet({ settings, site, isPrivate, openOptions, foreseeFace, inPlace, signal }) {
  const host = element('div', { class: 'sheet' });
  const unstored = element('p', { class: 'note', role: 'status' });
  /** @type {ReturnType<typeof build> | undefined} */
  let built;

  /** When first opened: the way to the article need not wait for it. */
  function build() {
    const root = host.attachShadow({ mode: 'closed' });
    const styles = new CSSStyleSheet();
    styles.replaceSync(plainButtonCss + formCss + panelCss + sheetCss);
    const colours = new CSSStyleSheet();
    root.adoptedStyleSheets = [styles, colours];
    const form = settingsForm({
      groups: ['colours', 'face', 'spacing', 'reading', 'aloud'],
      heading: 'h3',
      change: (changes) => settings.change(changes),
      signal,
    });
    const siteBox = element('input', { id: 'site-only', type: 'checkbox', role: 'switch' });
    siteBox.addEventListener('change', () => settings.setSiteOnly(siteBox.checked), { signal });
    const siteSwitch = element('label', { class: 'toggle' }, siteBox, element('span', {}, message('site_only', site)));
    siteSwitch.hidden = site === '';
    // Nothing of a private window is for the browser to keep.
    const always = site && !isPrivate ? createAlwaysSwitch(site, signal) : undefined;

    const dialog = element(
      'dialog',
      { class: 'side-panel', 'aria-labelledby': 'title', closedby: 'any', tabindex: '-1' },
      element(
        'div',
        { class: 'title-bar' },
        element('h2', { id: 'title' }, message('settings')),
        button('close-settings', message('close_settings'), () => dialog.close()),
      ),
      element(
        'div',
        { class: 'body' },
        ...form.parts,
        element('section', { class: 'end' }, siteSwitch, ...(always ? [always.element] : []), resetPart(), button('options', message('all_settings'), openOptions)),
      ),
    );
    if (isPrivate) dialog.lastElementChild?.append(element('p', { class: 'note' }, message('private_window')));
    dialog.lastElementChild?.append(unstored);
    root.append(dialog);
    // By keyboard, mouse or touch: the list of faces has the focus before one is chosen.
    dialog.addEventListener('focusin', ({ target }) => target instanceof Element && target.id === 'face' && foreseeFace(), { signal });
    // The text makes room.
    dialog.addEventListener('close', () => inPlace(() => host.removeAttribute('data-open')), { signal });
    return {
      dialog,
      askWhetherAlways: () => always?.show(),
      show() {
        const { current } = settings;
        form.show(current);
        // Colours that cannot be read must not hide the way back from them.
        const isHidden = current.theme === 'own' && contrast(current.ownText, current.ownBackground) < READABLE_CONTRAST;
        colours.replaceSync(isHidden ? `dialog { ${colourRule({ ...current, theme: 'system' })} }` : '');
        siteBox.checked = settings.siteOnly;
      },
    };
  }

  /**
   * @param {string} action
   * @param {string} text
   * @param {() => void} act
   */
  function button(action, text, act) {
    const made = textButton(action, text, act, signal);
    made.className = 'plain';
    return made;
  }

  /** What was reset can be had back, once. */
  function resetPart() {
    /** @type {(() => void) | undefined} */
    let undo;
    const said = element('span', { role: 'status' });
    const one = button('reset', message('reset'), () => {
      if (undo) undo();
      const undone = undo !== undefined;
      undo = undone ? undefined : settings.reset();
      one.textContent = message(undone ? 'reset' : 'undo');
      said.textContent = undone ? '' : message('reset_done');
    });
    return element('p', { class: 'reset' }, one, said);
  }

  return {
    element: host,
    open() {
      built ??= build();
      built.show();
      built.askWhetherAlways();
      inPlace(() => host.setAttribute('data-open', ''));
      if (!built.dialog.open) built.dialog.showModal();
      // On the whole of it, so that its name is what is heard first.
      built.dialog.focus();
    },
    /** @returns {boolean} whether there was anything to close */
    close() {
      const wasOpen = Boolean(built?.dialog.open);
      built?.dialog.close();
      return wasOpen;
    },
    /** @param {boolean} isStored */
    sayWhetherStored(isStored) {
      unstored.textContent = isStored ? '' : message('not_stored');
    },
    /** Shows what holds now. */
    update: () => built?.show(),
  };
}
