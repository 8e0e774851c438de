import { browser } from './browser.js';

/**
 * @param {string} key a key of _locales
 * @param {...string} values what stands for $1, $2…
 * @returns {string}
 */
export function message(key, ...values) {
  return browser.i18n.getMessage(key, values);
}

/**
 * A sentence with a number in it, in the plural form that the language asks for: `KEY_one`, `KEY_few`, … `KEY_other`.
 *
 * @param {string} key
 * @param {number} count
 * @returns {string}
 */
export function countMessage(key, count) {
  const language = uiLanguage();
  const shown = new Intl.NumberFormat(language).format(count);
  const form = new Intl.PluralRules(language).select(count);
  return message(`${key}_${form}`, shown) || message(`${key}_other`, shown);
}

/**
 * The language to format numbers and dates in: the browser's where our sentences are in it too, else that of our
 * sentences, so that one line never mixes two.
 *
 * @returns {string} a BCP 47 tag
 */
export function uiLanguage() {
  const ours = message('language');
  const browsers = browser.i18n.getUILanguage();
  return browsers.split('-')[0] === ours ? browsers : ours;
}

/** @returns {'ltr' | 'rtl'} the direction of our sentences */
export function uiDirection() {
  return message('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
}
