// @ts-check
/** What follows from the language in which the browser gives us our sentences. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { i18n } from './stub_browser.mjs';
import { listOf, uiDirection } from '../../extension/shared/i18n.js';

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

  test('lists names as its language does', () => {
    const listed = ['en', 'ar', 'ja', 'ru', 'zh-CN'].map((language) => {
      speak(language, language);
      return listOf(['A', 'B', 'C']);
    });
    assert.deepEqual(listed, ['A, B, C', 'A وB وC', 'A、B、C', 'A, B, C', 'A、B、C']);
  });
});
