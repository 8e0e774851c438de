// @ts-check
/** The bounds on what is looked at, waited for and said in one go: below, at and above each. */

import './stub_browser.mjs';
import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';

const scope = /** @type {any} */ (globalThis);
// As far as a module asks for them when it is read.
scope.HTMLFormElement = class {};
scope.Element = class {};
// Of few elements.
scope.Document = class {
  getElementsByTagName() {
    return [];
  }
};

/** @param {number} bound */
const around = (bound) => [bound - 1, bound, bound + 1];

describe('at its bound', () => {
  test('a counterpart is looked for sixty blocks ahead', async () => {
    const { counterparts } = await import('../../extension/content/counterparts.js');
    for (const ahead of around(60)) {
      const between = Array.from({ length: ahead - 1 }, (_, at) => `Between ${at}`);
      // The last of so many that are looked at.
      assert.deepEqual(counterparts(['The end'], [...between, 'The end']), [ahead > 60 ? 0 : ahead - 1]);
    }
  });

  test('the name of a file has 120 bytes', async () => {
    const { fileName } = await import('../../extension/reader/file_name.js');
    for (const length of around(120)) assert.equal(fileName('x'.repeat(length), 'html'), `${'x'.repeat(Math.min(length, 120))}.html`);
    for (const length of around(60)) assert.equal(fileName('é'.repeat(length), 'html'), `${'é'.repeat(Math.min(length, 60))}.html`);
  });

  test('two hundred letters are said in one go', async () => {
    const { sentencesIn } = await import('../../extension/reader/aloud/sentences.js');
    for (const length of around(200)) assert.equal(sentencesIn('x'.repeat(length), 'en').length, length > 200 ? 2 : 1);
    // A character takes as long to say as three letters.
    for (const length of around(66)) assert.equal(sentencesIn('字'.repeat(length), 'zh').length, length > 66 ? 2 : 1);
  });

  test('a page that changes under the walk for the third time is held up', async (context) => {
    const { walkPage } = await import('../../extension/content/ask.js');
    // Each look at the clock takes long enough for few steps between two rests.
    let now = 0;
    context.mock.method(performance, 'now', () => (now += 15));
    for (const changes of around(3)) {
      let walks = 0;
      let rests = 0;
      const texts = Array.from({ length: 1000 }, () => ({ nodeType: 3, data: 'text', parentNode: /** @type {object} */ ({}), nextSibling: /** @type {object | null} */ (null) }));
      const root = { nodeType: 1, localName: 'html', isConnected: true, shadowRoot: null, getAttributeNames: () => [], getAttribute: () => null, firstChild: texts[0], parentNode: /** @type {object} */ ({}) };
      for (const [at, text] of texts.entries()) Object.assign(text, { parentNode: root, nextSibling: texts[at + 1] ?? null });
      scope.document = {
        defaultView: null,
        isConnected: true,
        get documentElement() {
          walks += 1;
          rests = 0;
          return root;
        },
      };
      root.parentNode = scope.document;
      // Of the walks that the page changes under, none comes to its end.
      Object.defineProperty(root, 'isConnected', { get: () => walks > changes });
      const rest = setTimeout;
      const resting = mock.method(globalThis, 'setTimeout', (/** @type {() => void} */ callback) => {
        rests += 1;
        return rest(callback);
      });
      const { tape } = await walkPage();
      resting.mock.restore();
      assert.match(tape, /text/);
      assert.deepEqual([walks, rests > 0], [changes + 1, changes < 3], `${changes} changes`);
    }
  });

  test('fifty batches of changes wait to be looked at', async (context) => {
    const { watchPage } = await import('../../extension/content/quiet/watching.js');
    const { AT_ONCE, WINDOW_MS } = await import('../../extension/content/quiet/budget.js');
    // The first step takes more than a window has, all of it stays within one; a few are done whatever they take.
    let now = 0;
    context.mock.method(performance, 'now', () => (now += now < WINDOW_MS ? WINDOW_MS / 10 : 0));
    /** @type {((records: object[]) => void)[]} */
    const told = [];
    scope.MutationObserver = class {
      /** @param {(records: object[]) => void} callback */
      constructor(callback) {
        told.push(callback);
      }
      disconnect() {}
    };
    scope.window = { addEventListener: () => undefined };
    context.mock.method(globalThis, 'setTimeout', () => 0);
    for (const batches of around(50)) {
      let stale = 0;
      now = 0;
      const controller = new AbortController();
      watchPage(/** @type {any} */ ({
        hiding: { changes: () => 0, keepAdopted: () => undefined },
        host: { isConnected: true },
        onStale: () => (stale += 1),
        signal: controller.signal,
      }));
      const [tell] = told.splice(0);
      for (let batch = 0; batch < AT_ONCE + batches; batch++) tell([]);
      assert.equal(stale, batches > 50 ? 1 : 0, `${batches} batches`);
      controller.abort();
    }
  });

  test('a page that has not stood still at the fifteenth look is looked at no more', async (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    /** @type {object[]} */
    const sent = [];
    Reflect.get(scope, 'browser').runtime = { id: 'ours', sendMessage: async (/** @type {object} */ message) => void sent.push(message) };
    let looks = 0;
    let stillFrom = 0;
    scope.window = { addEventListener: () => undefined };
    scope.location = { pathname: '/story', search: '' };
    scope.navigation = { addEventListener: () => undefined, currentEntry: { key: 'entry' } };
    scope.document = {
      readyState: 'complete',
      querySelector: () => null,
      querySelectorAll(/** @type {string} */ selector) {
        if (!selector.startsWith('p, ')) return [];
        looks += 1;
        return [{ textContent: 'x'.repeat(Math.min(looks, stillFrom)), querySelectorAll: () => [] }];
      },
    };
    for (const [at, stillAt] of around(15).entries()) {
      // It is as at the look before.
      stillFrom = stillAt - 1;
      looks = 0;
      sent.length = 0;
      await import(`../../extension/content/arrival.js?${at}`);
      for (let tick = 0; tick < 40; tick++) {
        for (let turn = 0; turn < 10; turn++) await Promise.resolve();
        context.mock.timers.tick(200);
      }
      const kinds = sent.map((message) => Reflect.get(message, 'type'));
      assert.equal(kinds.includes('arrival'), stillAt <= 15, `still at look ${stillAt}`);
      if (stillAt > 15) assert.deepEqual([looks, kinds], [15, ['follow']]);
    }
  });
});
