// @ts-check
/**
 * What a content script that was taken over gets from the background, which is that of the package, before an API that
 * writes down what it is asked for: `node --test tests/e2e/taken_over.mjs`, after a build.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, beforeEach, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ROOT } from './driving.mjs';

const PACKAGE = join(ROOT, 'dist', 'chrome');
const TAPE = `\u0001html\u0001body\u0001p\u0004${'The river rose over its banks in the night. '.repeat(20)}\u0005\u0005\u0005`;
/** Of a page of ten long paragraphs and few links. */
const STORY_GLANCE = Uint32Array.from([12, 6, 1, 3, 0, 1, 1, 1, 1, ...Array(10).fill([400, 0]).flat()]);
const RULE = { keep: false, shape: 'in p 0 one', words: 'Ours', on: true };
const OTHERS = { 'corrections:bank.example': { version: 1, at: 1, corrections: [{ ...RULE, words: 'Of the bank' }] } };
/** As the browser says who asks. */
const SENDER = { url: 'https://news.example/flood', tab: { id: 7, windowId: 1, index: 2, incognito: false } };

/** @typedef {{path: string, args: any[]}} Call */

/** @type {Call[]} what the background has asked of the browser */
let calls = [];
/** @type {Record<string, unknown>} */
let stored = {};
/** @type {(request: any, sender: any, respond: (answer: any) => void) => unknown} */
let onMessage;

/** What the browser answers, where an answer matters. @type {Record<string, (...args: any[]) => any>} */
const ANSWERS = {
  'runtime.getURL': (path) => String(pathToFileURL(join(PACKAGE, path))),
  'i18n.getMessage': (key) => key,
  'i18n.getUILanguage': () => 'en',
  'storage.local.get': async (keys) => Object.fromEntries(Object.entries(stored).filter(([key]) => !keys || [keys].flat().includes(key))),
  'storage.local.set': async (entries) => void Object.assign(stored, entries),
  'storage.session.get': async () => ({}),
  'permissions.contains': async () => false,
  'permissions.request': async () => false,
  'runtime.onMessage.addListener': (listener) => (onMessage = listener),
};

/** @param {string} path @returns {any} an API in which everything is there */
const api = (path) =>
  new Proxy(() => undefined, {
    get: (_, name) => api(path ? `${path}.${String(name)}` : String(name)),
    apply(_, __, args) {
      calls.push({ path, args });
      const answer = ANSWERS[path];
      return answer ? answer(...args) : Promise.resolve();
    },
  });

/**
 * @param {unknown} request
 * @param {object} [sender]
 * @returns {Promise<any>} the answer; undefined where there is none to come
 */
const ask = (request, sender = SENDER) => new Promise((resolve) => onMessage(request, sender, resolve) === true || resolve(undefined));

/** @param {string} path */
const called = (path) => calls.filter((call) => call.path === path).map(({ args }) => args[0]);

describe('a content script that was taken over', () => {
  before(async () => {
    Reflect.set(globalThis, 'chrome', api(''));
    const locks = { request: async (/** @type {string} */ _, /** @type {() => unknown} */ act) => act() };
    Object.defineProperty(globalThis, 'navigator', { value: { locks }, configurable: true });
    globalThis.fetch = async (address) => new Response(readFileSync(new URL(String(address))), { headers: { 'content-type': 'application/wasm' } });
    await import(String(pathToFileURL(join(PACKAGE, 'background', 'main.js'))));
  });

  beforeEach(() => {
    calls = [];
    stored = structuredClone(OTHERS);
  });

  test('reads no other site’s corrections, whatever address it names', async () => {
    const answer = await ask({ type: 'extract', tape: TAPE, url: 'https://bank.example/', host: 'bank.example', keep: 'article' });
    assert.equal(answer.ok, true);
    const keys = called('storage.local.get').flat();
    assert.ok(keys.includes('corrections:news.example'));
    assert.ok(!keys.some((key) => key === null || key.includes('bank.example')), keys.join());
  });

  test('corrects no other site, and none in a private window', async () => {
    const request = { type: 'correct', host: 'bank.example', url: 'https://bank.example/', changes: [{ shape: RULE.shape, to: RULE }] };
    await ask(request);
    assert.deepEqual(Object.keys(stored).sort(), ['corrections:bank.example', 'corrections:news.example']);
    assert.deepEqual(stored['corrections:bank.example'], OTHERS['corrections:bank.example']);
    stored = {};
    assert.equal(await ask(request, { ...SENDER, tab: { ...SENDER.tab, incognito: true } }), undefined);
    assert.deepEqual(stored, {});
  });

  test('has files of the extension put into its own tab alone, and no others', async () => {
    await ask({ type: 'aloud', tabId: 8, files: ['content.js'], target: { tabId: 8 } });
    assert.deepEqual(called('scripting.executeScript').map(({ target, files }) => [target, files]), [[{ tabId: 7 }, ['aloud.js']]]);
    calls = [];
    await ask({ type: '../options/options' });
    await ask({ type: 'aloud' }, { url: SENDER.url });
    assert.deepEqual(called('scripting.executeScript'), []);
  });

  test('asks for its own site alone', async () => {
    await ask({ type: 'always', on: true, host: 'bank.example' });
    const origins = called('permissions.request').flatMap((wanted) => wanted.origins);
    assert.deepEqual(origins, ['*://news.example/*']);
  });

  test('opens nothing on arrival where the person has not allowed that, and in its own tab where they have', async () => {
    const arrival = { type: 'arrival', tabId: 8, entry: 'x', glance: STORY_GLANCE, title: 'A ferry for the town' };
    await ask(arrival);
    assert.deepEqual(called('scripting.executeScript'), []);
    ANSWERS['permissions.contains'] = async ({ origins }) => origins.every((/** @type {string} */ one) => one.includes('news.example'));
    await ask(arrival);
    assert.deepEqual(called('scripting.executeScript').map(({ target }) => target), [{ tabId: 7 }]);
  });

  test('gets nothing for a request that is none', async () => {
    for (const request of [{}, { type: 'toString' }, { type: '__proto__' }, { type: ['extract'] }]) {
      assert.equal(await ask(request), undefined, JSON.stringify(request));
    }
    assert.deepEqual(calls, []);
  });
});
