// @ts-check
/** What a click on a page that cannot be read comes to. */

import { action, tabs } from './stub_browser.mjs';
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';

const { showNotice } = await import('../../extension/background/unavailable.js');

const TAB = /** @type {chrome.tabs.Tab} */ ({ id: 7, windowId: 1, index: 3 });

beforeEach(() => {
  Object.assign(tabs, { closed: [], created: [] });
  Object.assign(action, { popup: '', opened: [] });
});

describe('the notice', () => {
  test('opens at the button, where the next click is a click again', async () => {
    await showNotice(TAB, 'pdf');
    assert.deepEqual(action.opened, ['notice/notice.html?reason=pdf']);
    assert.equal(action.popup, '');
  });

  test('is not shown of a tab that was closed just after the click, nor is that a fault', async () => {
    tabs.closed = [7];
    await showNotice(TAB, 'blocked');
    assert.deepEqual([action.opened, tabs.created], [[], []]);
  });
});
