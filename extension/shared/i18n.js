import { browser } from './browser.js';

/** The languages of ours that run from right to left. By name: a page's first use of `Intl` takes as long as a walk. */
const RTL_LANGUAGES = new Set(['ar', 'he']);

/** Arabic’s `other`; none of our languages has a form that begins later, but for millions. */
const LAST_FORM_FROM = 100;

/** Stand in a sentence that is read where its values will stand: of private use, and in no sentence of ours. */
const SLOTS = ['\uE001', '\uE002', '\uE003'];

/** Sentences as they were read. Once the extension is updated, Chromium gives a view that is still open no more of them. @type {Map<string, string>} */
const known = new Map();

/**
 * @param {string} key a key of _locales
 * @param {...string} values what stands for $1, $2…
 * @returns {string} empty where there is none, or where the extension was updated before it was read
 */
export function message(key, ...values) {
  return sentence(key).replace(/[\uE001-\uE003]/g, (/** @type {string} */ slot) => values[SLOTS.indexOf(slot)] ?? '');
}

/** @param {string} key */
function sentence(key) {
  try {
    const read = browser.i18n.getMessage(key, SLOTS);
    known.set(key, read);
    return read;
  } catch {
    // The extension was updated meanwhile.
    return known.get(key) ?? '';
  }
}

/** @param {readonly string[]} keys of sentences that may be needed when they cannot be read any more */
export function readAhead(keys) {
  for (const key of keys) sentence(key);
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

/** @returns {string[]} the plural forms that whole numbers take in our sentences, but for millions */
export function pluralForms() {
  const rules = new Intl.PluralRules(uiLanguage());
  return [...new Set(Array.from({ length: LAST_FORM_FROM + 1 }, (_, count) => rules.select(count)))];
}

/**
 * The language to format numbers and dates in: the browser's where our sentences are in it too, else that of our
 * sentences, so that one line never mixes two.
 *
 * @returns {string} a BCP 47 tag
 */
export function uiLanguage() {
  const ours = message('language');
  const browsers = browsersLanguage();
  return browsers.split('-')[0] === ours ? browsers : ours;
}

function browsersLanguage() {
  try {
    return browser.i18n.getUILanguage();
  } catch {
    // As with the sentences.
    return '';
  }
}

/**
 * By the language of our sentences, not the browser's: one that we do not speak gets English, and that from the left.
 *
 * @returns {'ltr' | 'rtl'} the direction of our sentences
 */
export function uiDirection() {
  return RTL_LANGUAGES.has(message('language')) ? 'rtl' : 'ltr';
}

/**
 * Names one after the other, set apart as our sentences' language does it.
 *
 * @param {string[]} names
 * @returns {string}
 */
export function listOf(names) {
  // Not `unit`, whose lists have no commas in Russian, and in Chinese nothing at all between their parts.
  return new Intl.ListFormat(uiLanguage(), { type: 'conjunction', style: 'narrow' }).format(names);
}

/** Says in what language a page of the extension's own is, and sets it in that language's direction. */
export function speakOurLanguage() {
  document.documentElement.lang = message('language');
  document.documentElement.dir = uiDirection();
}
