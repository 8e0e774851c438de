/** One control for each type of setting: an element to show, and a way to show a value in it. */
import { element } from './element.js';
import { countMessage, message, uiLanguage } from './i18n.js';

/** More values than this stand in a list that opens. */
const MAX_RADIOS = 6;

/**
 * @typedef {object} Control
 * @property {HTMLElement} element
 * @property {(value: any) => void} show
 */

/**
 * @template {Quietpage.Setting} S
 * @callback MakeControl
 * @param {S} setting
 * @param {(value: string | number | boolean) => void} change called with what the person chose, as they choose
 * @param {AbortSignal} signal
 * @returns {Control}
 */

/**
 * @param {Quietpage.Setting} setting
 * @param {(value: string | number | boolean) => void} change
 * @param {AbortSignal} signal
 * @returns {Control}
 */
export function settingControl(setting, change, signal) {
  switch (setting.type) {
    case 'enum':
      return setting.values.length > MAX_RADIOS ? list(setting, change, signal) : radios(setting, change, signal);
    case 'number':
      return slider(setting, change, signal);
    case 'boolean':
      return toggle(setting, change, signal);
    case 'text':
      return textField(setting, change, signal);
    case 'colour':
      return colourField(setting, change, signal);
  }
}

/** @type {MakeControl<Quietpage.EnumSetting>} */
function radios({ key, values, message: name }, change, signal) {
  const inputs = values.map((value) => element('input', { type: 'radio', name: key, value }));
  const labels = inputs.map((input) => element('label', {}, input, element('span', {}, message(`${name}_${input.value}`))));
  const choices = element('div', { class: 'choices' }, ...labels);
  choices.addEventListener('change', ({ target }) => target instanceof HTMLInputElement && change(target.value), { signal });
  return {
    element: element('fieldset', { class: 'setting', 'data-setting': key }, element('legend', {}, message(name)), choices),
    show: (value) => inputs.forEach((input) => (input.checked = input.value === value)),
  };
}

/** @type {MakeControl<Quietpage.EnumSetting>} */
function list({ key, values, message: name }, change, signal) {
  const options = values.map((value) => element('option', { value }, message(`${name}_${value}`)));
  const select = element('select', { id: key }, ...options);
  select.addEventListener('change', () => change(select.value), { signal });
  return { element: labelled(key, name, select), show: (value) => (select.value = value) };
}

/** @type {MakeControl<Quietpage.NumberSetting>} */
function slider({ key, min, max, step, unit, message: name }, change, signal) {
  const range = element('input', { id: key, type: 'range', min: `${min}`, max: `${max}`, step: `${step}` });
  const shown = element('output', { for: key });
  const show = (/** @type {number} */ value) => {
    range.valueAsNumber = value;
    const text = withUnit(value, unit);
    shown.textContent = text;
    range.setAttribute('aria-valuetext', text);
  };
  const changed = () => {
    show(range.valueAsNumber);
    change(range.valueAsNumber);
  };
  range.addEventListener('input', changed, { signal });
  // For those who cannot drag.
  const stepper = (/** @type {'less' | 'more'} */ direction, /** @type {string} */ sign) => {
    const button = element('button', { type: 'button', class: 'step', 'aria-label': message(direction, message(name)) }, sign);
    button.addEventListener(
      'click',
      () => {
        if (direction === 'less') range.stepDown();
        else range.stepUp();
        changed();
      },
      { signal },
    );
    return button;
  };
  const line = element('div', { class: 'slider' }, stepper('less', '−'), range, stepper('more', '+'));
  const head = element('div', { class: 'head' }, element('label', { for: key }, message(name)), shown);
  return { element: element('div', { class: 'setting', 'data-setting': key }, head, line), show };
}

/** @type {MakeControl<Quietpage.BooleanSetting>} */
function toggle({ key, message: name }, change, signal) {
  const box = element('input', { id: key, type: 'checkbox', role: 'switch' });
  box.addEventListener('change', () => change(box.checked), { signal });
  const label = element('label', { class: 'toggle' }, box, element('span', {}, message(name)));
  return { element: element('div', { class: 'setting', 'data-setting': key }, label), show: (value) => (box.checked = value) };
}

/** @type {MakeControl<Quietpage.TextSetting>} */
function textField({ key, maxLength, message: name }, change, signal) {
  const field = element('input', { id: key, type: 'text', maxlength: `${maxLength}`, autocomplete: 'off', spellcheck: 'false' });
  field.addEventListener('input', () => change(field.value), { signal });
  return {
    element: labelled(key, name, field),
    // Not while it is typed into: the value comes back without the space just typed at its end.
    show: (value) => {
      if (field.value.trim() !== value) field.value = value;
    },
  };
}

/** @type {MakeControl<Quietpage.ColourSetting>} */
function colourField({ key, message: name }, change, signal) {
  const field = element('input', { id: key, type: 'color' });
  field.addEventListener('input', () => change(field.value), { signal });
  return { element: labelled(key, name, field), show: (value) => (field.value = value) };
}

/**
 * @param {string} key
 * @param {string} name
 * @param {HTMLElement} field
 */
function labelled(key, name, field) {
  return element('div', { class: 'setting line', 'data-setting': key }, element('label', { for: key }, message(name)), field);
}

/**
 * @param {number} value
 * @param {Quietpage.NumberSetting['unit']} unit
 * @returns {string} as a person reads it, and hears it
 */
export function withUnit(value, unit) {
  const language = uiLanguage();
  if (unit === 'percent') return new Intl.NumberFormat(language, { style: 'percent' }).format(value / 100);
  if (unit === 'characters') return countMessage('unit_characters', value);
  return message('unit_times', new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value));
}
