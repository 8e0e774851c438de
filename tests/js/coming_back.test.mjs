// @ts-check
/** How often a view comes back to a page that takes it away. */

import './stub_browser.mjs';
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';

const api = /** @type {any} */ (Reflect.get(globalThis, 'browser'));
const { MAX_RETURNS, PEACE_MS, createComingBack } = await import('../../extension/content/coming_back.js');

/**
 * Has a page take the view away again and again.
 *
 * @param {number} times
 * @param {number} everyMs
 * @param {AbortSignal} [signal]
 * @returns {{returns: number, losses: number}} how often it came back, and gave up
 */
function takenAway(times, everyMs, signal = new AbortController().signal) {
  let now = 0;
  const done = { returns: 0, losses: 0 };
  const comeBack = createComingBack({ onLost: () => (done.losses += 1), signal, now: () => now });
  for (let time = 0; time < times; time++) {
    comeBack(() => (done.returns += 1));
    now += everyMs;
  }
  return done;
}

describe('a view that the page takes away', () => {
  beforeEach(() => {
    api.runtime = { id: 'ours' };
    Reflect.set(globalThis, 'document', { documentElement: {} });
  });

  test('comes back twenty times, and then the person gets the page', () => {
    for (const times of [MAX_RETURNS - 1, MAX_RETURNS, MAX_RETURNS + 1]) {
      assert.deepEqual(takenAway(times, 10), { returns: Math.min(times, MAX_RETURNS), losses: times > MAX_RETURNS ? 1 : 0 });
    }
  });

  test('comes back for ever where the page leaves it in peace between', () => {
    for (const [everyMs, losses] of [[PEACE_MS - 1, 1], [PEACE_MS, 1], [PEACE_MS + 1, 0]]) {
      assert.equal(takenAway(MAX_RETURNS + 1, everyMs).losses, losses, `every ${everyMs} ms`);
    }
  });

  test('does nothing once it has ended, and gives up where the extension is gone or another page stands there', () => {
    assert.deepEqual(takenAway(2, 10, AbortSignal.abort()), { returns: 0, losses: 0 });
    const done = { returns: 0, losses: 0 };
    const comeBack = createComingBack({ onLost: () => (done.losses += 1), signal: new AbortController().signal });
    Object.assign(/** @type {any} */ (globalThis).document, { documentElement: {} });
    comeBack(() => (done.returns += 1));
    assert.deepEqual(done, { returns: 0, losses: 1 });
    api.runtime = undefined;
    assert.deepEqual(takenAway(1, 10), { returns: 0, losses: 1 });
  });
});
