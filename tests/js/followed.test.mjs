// @ts-check
/** Links that open quiet: which pages are looked at because of one, and when the waiting ends. */

import { action, permissions, scripting, session, tabs } from './stub_browser.mjs';
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';

const { follow, forget, openQuietly, waitForFollowed, wasFollowed } = await import('../../extension/background/followed.js');
const { openAtArrival } = await import('../../extension/background/arrival.js');

const TAB = 7;
const LINK = { to: 'https://news.example/next#top', from: 'entry-1' };
const PAGE = { entry: 'entry-2', address: 'https://news.example/next', isRedirected: false, isSeen: false };
const LOOKED_AT = { tabId: TAB, files: ['arrival.js'] };

/** @param {'loading' | 'complete'} status @param {object | Error} page what is found in the tab then */
async function update(status, page) {
  scripting.page = page;
  await Promise.all([...tabs.listeners.onUpdated].map((listener) => listener(TAB, { status })));
}

const isListening = () => tabs.listeners.onUpdated.size + tabs.listeners.onRemoved.size > 0;

beforeEach(async (context) => {
  /** @type {import('node:test').TestContext} */ (context).mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1000 });
  permissions.origins = [];
  Object.assign(scripting, { executed: [], page: new Error('no page') });
  Object.assign(tabs, { created: [], updated: [] });
  session.entries = {};
  Object.assign(action, { text: '', title: '' });
  await waitForFollowed();
});

describe('a link on its way', () => {
  test('is looked out for, and nothing is where there is none', async () => {
    assert.equal(isListening(), false);
    await follow(TAB, LINK);
    assert.equal(isListening(), true);
    await forget(TAB);
    assert.equal(isListening(), false);
    assert.deepEqual(session.entries, {});
  });

  test('is looked out for again when the background has slept', async () => {
    await follow(TAB, LINK);
    for (const listeners of Object.values(tabs.listeners)) listeners.clear();
    const waiting = waitForFollowed();
    assert.equal(isListening(), true, 'before anything is awaited');
    await waiting;
    assert.equal(isListening(), true);
  });

  test('is forgotten after a while, and with its tab', async (context) => {
    await follow(TAB, LINK);
    context.mock.timers.tick(25_000);
    await new Promise(setImmediate);
    assert.deepEqual([session.entries, isListening()], [{}, false]);
    await follow(TAB, LINK);
    for (const listener of tabs.listeners.onRemoved) await listener(TAB, {});
    assert.deepEqual([session.entries, isListening()], [{}, false]);
  });

  test('keeps what else there is in memory', async () => {
    session.entries = { 'shut:entry-9': true };
    await follow(TAB, LINK);
    await forget(TAB);
    assert.deepEqual(session.entries, { 'shut:entry-9': true });
  });
});

describe('a page that comes into the tab', () => {
  beforeEach(() => follow(TAB, LINK));

  test('is looked at once, and may open', async () => {
    await update('loading', { ...PAGE, entry: LINK.from });
    assert.deepEqual(scripting.executed, [], 'the page with the link is still there');
    await update('loading', PAGE);
    await update('complete', { ...PAGE, isSeen: true });
    assert.deepEqual(scripting.executed, [LOOKED_AT]);
    assert.deepEqual([await wasFollowed(TAB, 'entry-2'), await wasFollowed(TAB, 'entry-3'), await wasFollowed(TAB, '')], [true, false, false]);
  });

  test('is looked at where the site sends on to it, at once or by a page of its own', async () => {
    await update('loading', { ...PAGE, address: 'https://news.example/other', isRedirected: true });
    await update('loading', { ...PAGE, address: 'https://news.example/third' });
    assert.deepEqual(scripting.executed, [LOOKED_AT, LOOKED_AT]);
  });

  test('is none of ours where the link does not lead there', async () => {
    await update('loading', { ...PAGE, address: 'https://news.example/typed' });
    assert.deepEqual([scripting.executed, session.entries, action.text], [[], {}, '']);
  });

  test('is seen already where articles open by themselves', async () => {
    permissions.origins = ['*://news.example/*'];
    await update('loading', PAGE);
    assert.deepEqual([scripting.executed, session.entries], [[], {}]);
  });

  test('has the button marked where the browser does not let us in', async () => {
    const blocked = new Error('Missing host permission for the tab');
    await update('loading', blocked);
    assert.equal(action.text, '', 'between two pages');
    await update('complete', blocked);
    assert.deepEqual([action.text, session.entries], ['¶', {}]);
  });

  test('has no mark where nobody can read it', async () => {
    await update('complete', new Error('Cannot access contents of an error page'));
    assert.deepEqual([action.text, session.entries], ['', {}]);
  });

  test('opens once', async () => {
    await update('loading', PAGE);
    const sender = /** @type {any} */ ({ tab: { id: TAB }, url: PAGE.address });
    const core = /** @type {any} */ ({ probe: async () => true });
    const arrival = { entry: PAGE.entry, glance: new Uint32Array(), title: '' };
    await openAtArrival(arrival, sender, core);
    await openAtArrival(arrival, sender, core);
    assert.deepEqual(scripting.executed, [LOOKED_AT, { tabId: TAB, files: ['unasked.js', 'asking.js', 'content.js'] }]);
    assert.deepEqual(session.entries, {});
  });
});

test('the entry of the context menu goes to the page and waits for it', async () => {
  scripting.page = { ...PAGE, entry: 'entry-0' };
  await openQuietly(TAB, LINK.to);
  assert.deepEqual(tabs.updated, [{ id: TAB, url: LINK.to }]);
  await update('loading', PAGE);
  assert.deepEqual(scripting.executed, [LOOKED_AT]);
});
