// @ts-check
/** What follows from the language in which the browser gives us our sentences. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { i18n } from './stub_browser.mjs';
import { listOf, message, pluralForms, readAhead, uiDirection, uiLanguage } from '../../extension/shared/i18n.js';

const LOCALES = join(import.meta.dirname, '..', '..', 'extension', '_locales');
/** ISO 15924. */
const RTL_SCRIPTS = ['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

/**
 * @param {string} browsers the language of the browser
 * @param {string} ours the language of our sentences
 */
function speak(browsers, ours) {
  i18n.browsers = browsers;
  i18n.ours = ours;
}

describe('the interface', () => {
  for (const [browsers, ours, direction] of /** @type {const} */ ([
    ['ar-EG', 'ar', 'rtl'],
    ['he', 'he', 'rtl'],
    ['en-US', 'en', 'ltr'],
    ['zh-TW', 'zh-TW', 'ltr'],
    ['fa', 'en', 'ltr'],
  ])) {
    test(`in ${ours}, in a browser that speaks ${browsers}, is set ${direction}`, () => {
      speak(browsers, ours);
      assert.equal(uiDirection(), direction);
    });
  }

  test('is set from right to left in each language of ours that runs so', () => {
    const script = (/** @type {string} */ language) => new Intl.Locale(language.replace('_', '-')).maximize().script ?? '';
    const rightToLeft = readdirSync(LOCALES).filter((one) => RTL_SCRIPTS.includes(script(one)));
    assert.ok(rightToLeft.length > 0);
    for (const language of rightToLeft) {
      speak(language, language);
      assert.equal(uiDirection(), 'rtl', language);
    }
  });

  test('lists names as its language does', () => {
    const listed = ['en', 'ar', 'ja', 'ru', 'zh-CN'].map((language) => {
      speak(language, language);
      return listOf(['A', 'B', 'C']);
    });
    assert.deepEqual(listed, ['A, B, C', 'A وB وC', 'A、B、C', 'A, B, C', 'A、B、C']);
  });
});

test('the plural forms of each of our languages are all that its numbers under ten thousand take', () => {
  const counts = Array.from({ length: 10_000 }, (_, count) => count);
  for (const language of readdirSync(LOCALES).map((one) => one.replace('_', '-'))) {
    speak(language, language);
    const rules = new Intl.PluralRules(language);
    assert.deepEqual(pluralForms().sort(), [...new Set(counts.map((count) => rules.select(count)))].sort(), language);
  }
});

test('sentences that were read are known when the extension is gone, with their values', () => {
  const api = /** @type {any} */ (Reflect.get(globalThis, 'browser')).i18n;
  const { getMessage, getUILanguage } = api;
  const gone = () => {
    throw new Error('Extension context invalidated.');
  };
  speak('de-AT', 'de');
  api.getMessage = (/** @type {string} */ key, /** @type {any} */ values) =>
    ({ language: 'de', of: `Bild ${values[0]} von ${values[1]}`, late: `Noch ${values[0]}` })[key] ?? '';
  assert.equal(message('of', '$2', '9'), 'Bild $2 von 9');
  readAhead(['late']);
  assert.equal(uiLanguage(), 'de-AT');
  Object.assign(api, { getMessage: gone, getUILanguage: gone });
  assert.deepEqual([message('of', '3', '4'), message('late', '5 Min.'), message('never'), uiLanguage()], ['Bild 3 von 4', 'Noch 5 Min.', '', 'de']);
  Object.assign(api, { getMessage, getUILanguage });
});
