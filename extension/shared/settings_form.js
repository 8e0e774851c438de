import { READABLE_CONTRAST, contrast } from './contrast.js';
import { element } from './element.js';
import { message, uiLanguage } from './i18n.js';
import { GROUPS, PRESETS, SETTINGS, validValue } from './settings.js';
import { settingControl } from './setting_controls.js';

/**
 * A form for all settings, made from their list: the reader's sheet and the options page show the same.
 *
 * @param {object} options
 * @param {readonly Quietpage.SettingGroup[]} [options.groups]
 * @param {'h2' | 'h3'} [options.heading] of each group
 * @param {(changes: Partial<Quietpage.Settings>) => void} options.change called at each change, with valid values
 * @param {AbortSignal} options.signal
 * @returns {{parts: HTMLElement[], show: (settings: Quietpage.Settings) => void}} `show`: what holds
 */
export function settingsForm({ groups = GROUPS, heading = 'h2', change, signal }) {
  const presets = presetButtons(change, signal);
  const readable = contrastLine();
  const controls = SETTINGS.filter(({ group }) => groups.includes(group)).map((setting) => ({
    setting,
    control: settingControl(
      setting,
      (chosen) => {
        const value = validValue(setting, chosen);
        if (value !== undefined) change({ [setting.key]: value });
      },
      signal,
    ),
  }));

  const sections = groups.map((group) => {
    const own = controls.filter(({ setting }) => setting.group === group).map(({ control }) => control.element);
    const name = `group-${group}`;
    const title = element(heading, { id: name, class: 'group' }, message(`group_${group}`));
    const section = element('section', { 'aria-labelledby': name }, title, ...own);
    if (group === 'colours') section.append(readable.element);
    return section;
  });

  return {
    parts: [presets.element, ...sections],
    show(settings) {
      presets.show(settings);
      readable.show(settings);
      for (const { setting, control } of controls) {
        control.element.hidden = Boolean(setting.when && settings[setting.when[0]] !== setting.when[1]);
        control.show(settings[setting.key]);
      }
    },
  };
}

/**
 * @param {(changes: Partial<Quietpage.Settings>) => void} change
 * @param {AbortSignal} signal
 */
function presetButtons(change, signal) {
  const buttons = Object.entries(PRESETS).map(([name, values]) => {
    const button = element('button', { type: 'button', 'data-preset': name }, message(`preset_${name}`));
    button.addEventListener('click', () => change(values), { signal });
    return { button, values: Object.entries(values) };
  });
  return {
    element: element(
      'fieldset',
      { class: 'setting presets' },
      element('legend', {}, message('presets')),
      element('div', { class: 'choices' }, ...buttons.map(({ button }) => button)),
    ),
    /** @param {Quietpage.Settings} settings */
    show(settings) {
      for (const { button, values } of buttons) {
        const holds = values.every(([key, value]) => settings[/** @type {Quietpage.SettingKey} */ (key)] === value);
        button.setAttribute('aria-pressed', String(holds));
      }
    },
  };
}

/** How well the person's own colours can be read. */
function contrastLine() {
  const line = element('p', { class: 'contrast', role: 'status' });
  return {
    element: line,
    /** @param {Quietpage.Settings} settings */
    show({ theme, ownBackground, ownText, ownLink }) {
      line.hidden = theme !== 'own';
      const ratios = [ownText, ownLink].map((colour) => contrast(colour, ownBackground));
      const low = Math.min(...ratios) < READABLE_CONTRAST;
      // Rounded down: what says 4.5 is 4.5.
      const [text, link] = ratios.map((ratio) => new Intl.NumberFormat(uiLanguage()).format(Math.floor(ratio * 10) / 10));
      const words = `${message('contrast', text, link)} ${message(low ? 'contrast_low' : 'contrast_good')}`;
      line.classList.toggle('warning', low);
      if (line.textContent !== words) line.textContent = words;
    },
  };
}
