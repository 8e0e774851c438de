// @ts-check
/** What a click, a shortcut or an entry of a menu comes to in a page. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { scripting } from './stub_browser.mjs';
import { toggle } from '../../extension/background/toggle.js';

const tab = /** @type {chrome.tabs.Tab} */ ({ id: 7 });
/** What ran in the page, in order, but for the note of when the click was. */
const ran = () => scripting.ran.filter((one) => Array.isArray(one) && typeof one[0] === 'string');

beforeEach(() => {
  scripting.ran = [];
  scripting.page = {};
});

test('the button runs the script that knows what is open, and wishes for nothing', async () => {
  await toggle(tab);
  assert.deepEqual(ran(), [['asking.js', 'content.js']]);
});

for (const wish of /** @type {const} */ (['reader', 'quiet', 'other', 'leave'])) {
  test(`“${wish}” is known in the page before the script that asks for it`, async () => {
    await toggle(tab, wish);
    assert.deepEqual(ran(), [[wish], ['asking.js', 'content.js']]);
  });
}
