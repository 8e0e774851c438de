// @ts-check
/** Articles that open by themselves: what is registered, what is asked of the browser, what is refused. */

import { permissions, scripting, session, tabs } from './stub_browser.mjs';
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';

const { setAlways } = await import('../../extension/background/always.js');
const { openAtArrival, registerArrival, rememberShut } = await import('../../extension/background/arrival.js');
const { giveBackSite, grantedSites, isGranted, isHost } = await import('../../extension/shared/granted_sites.js');

const NEWS = '*://news.example/*';
const SENDER = /** @type {chrome.runtime.MessageSender} */ ({ tab: { id: 7 }, url: 'https://news.example/story' });
const ARRIVAL = { entry: 'entry-1', glance: Uint32Array.of(400, 400), title: 'A story' };
/** @type {any} */
const core = { probe: async (/** @type {any} */ { glance, url, title }) => glance.length > 1 && url === SENDER.url && title === ARRIVAL.title };

/** @param {string[]} origins what the browser has granted */
function grant(...origins) {
  permissions.origins = origins;
}

beforeEach(() => {
  grant();
  permissions.answer = true;
  scripting.registered = [];
  scripting.executed = [];
  session.entries = {};
  tabs.created = [];
});

describe('the sites', () => {
  test('are those that were granted, each once, and nothing that is no site', async () => {
    grant('https://news.example/*', NEWS, '*://b.example/*', '*://*.c.example/*', 'file:///*');
    assert.deepEqual(await grantedSites(), ['*.c.example', 'b.example', 'news.example']);
    assert.equal(await isGranted('news.example'), true);
    assert.equal(await isGranted('other.example'), false);
    grant('https://news.example/*');
    assert.equal(await isGranted('news.example'), true);
  });

  test('are given back in every form they were granted in, and no other with them', async () => {
    grant('https://news.example/*', NEWS, '*://b.example/*');
    await giveBackSite('news.example');
    assert.deepEqual(permissions.origins, ['*://b.example/*']);
  });

  test('have the name of one host', () => {
    for (const name of ['news.example', '127.0.0.1', 'xn--caf-dma.example', '[::1]', 'localhost']) assert.ok(isHost(name), name);
    for (const name of ['', '*', 'a/b', 'a.example:80', 'me@a.example', 'A.example', 'a.example#', '<b>']) assert.ok(!isHost(name), name);
  });
});

describe('the script that sees a page arrive', () => {
  const matches = () => scripting.registered.map((one) => one.matches);

  test('is registered for the granted sites, follows them, and goes with the last', async () => {
    await registerArrival();
    assert.deepEqual(matches(), []);
    grant(NEWS);
    await registerArrival();
    assert.deepEqual(matches(), [[NEWS]]);
    grant(NEWS, '*://b.example/*');
    await registerArrival();
    assert.deepEqual(matches(), [[NEWS, '*://b.example/*']]);
    grant();
    await registerArrival();
    assert.deepEqual(matches(), []);
  });

  test('is registered for what holds at the end, however fast sites come and go', async () => {
    grant(NEWS);
    const first = registerArrival();
    grant(NEWS, '*://b.example/*');
    await Promise.all([first, registerArrival()]);
    assert.deepEqual(matches(), [[NEWS, '*://b.example/*']]);
  });
});

describe('a page that has arrived', () => {
  test('is opened where it looks like an article, by what is not taken for a click', async () => {
    grant(NEWS);
    assert.equal(await openAtArrival(ARRIVAL, SENDER, core), true);
    assert.deepEqual(scripting.executed, [{ tabId: 7, files: ['unasked.js', 'asking.js', 'content.js'] }]);
  });

  test('may be looked at again where it does not look like one yet', async () => {
    grant(NEWS);
    assert.equal(await openAtArrival({ ...ARRIVAL, glance: new Uint32Array() }, SENDER, core), false);
    assert.deepEqual(scripting.executed, []);
  });

  test('is not opened where its site has been given back', async () => {
    grant('*://b.example/*');
    assert.equal(await openAtArrival(ARRIVAL, SENDER, core), true);
    assert.deepEqual(scripting.executed, []);
  });

  test('is not opened where it was left, until it was opened by hand', async () => {
    grant(NEWS);
    await rememberShut({ entry: ARRIVAL.entry, isShut: true });
    await openAtArrival(ARRIVAL, SENDER, core);
    assert.deepEqual(scripting.executed, []);
    await openAtArrival({ ...ARRIVAL, entry: 'entry-2' }, SENDER, core);
    assert.equal(scripting.executed.length, 1);
    await rememberShut({ entry: ARRIVAL.entry, isShut: false });
    await openAtArrival(ARRIVAL, SENDER, core);
    assert.equal(scripting.executed.length, 2);
  });

  test('without an entry in the history is remembered by nothing', async () => {
    grant(NEWS);
    await rememberShut({ entry: '', isShut: true });
    assert.deepEqual(session.entries, {});
  });
});

describe('the switch', () => {
  test('has the browser ask for that one site', async () => {
    assert.equal(await setAlways(true, 'news.example'), true);
    assert.deepEqual(permissions.origins, [NEWS]);
  });

  test('leaves everything as it was where the person declines', async () => {
    permissions.answer = false;
    assert.equal(await setAlways(true, 'news.example'), false);
    assert.deepEqual(permissions.origins, []);
    assert.deepEqual(tabs.created, []);
  });

  test('opens the page that asks where the browser cannot ask beside the article', async () => {
    permissions.answer = new Error('may only be called from a user input handler');
    assert.equal(await setAlways(true, 'news.example', /** @type {chrome.tabs.Tab} */ ({ windowId: 7, index: 3 })), false);
    assert.deepEqual(tabs.created, [{ url: 'options/options.html?site=news.example', windowId: 7, index: 4 }]);
  });

  test('gives the site back', async () => {
    grant(NEWS);
    assert.equal(await setAlways(false, 'news.example'), false);
    assert.deepEqual(permissions.origins, []);
  });

  test('shows the list where the site was granted together with others', async () => {
    grant('*://*.example/*');
    assert.equal(await setAlways(false, 'news.example'), true);
    assert.equal(tabs.created.length, 1);
  });

  test('only tells what holds where nothing is to change', async () => {
    grant(NEWS);
    assert.equal(await setAlways(undefined, 'news.example'), true);
    assert.equal(await setAlways(undefined, ''), false);
  });
});
