// @ts-check
/** What quiet in place allows itself, and how the two views find each other's paragraphs. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { counterparts } from '../../extension/content/counterparts.js';
import { BUDGET_MS, LAYOUT, WINDOW_MS, createBudget } from '../../extension/content/quiet/budget.js';
import { createPauses } from '../../extension/content/quiet/pauses.js';

/** A clock that goes on as it is told, and what is to be done at which time. */
function createTime() {
  let now = 1000;
  /** @type {{at: number, callback: () => void}[]} */
  const timers = [];
  return {
    clock: () => now,
    isLaidOut: () => true,
    /** @param {number} ms */
    pass: (ms) => void (now += ms),
    /** @param {() => void} callback @param {number} ms */
    later: (callback, ms) => void timers.push({ at: now + ms, callback }),
    /** @param {number} until */
    run(until) {
      for (;;) {
        const [next] = timers.sort((one, other) => one.at - other.at);
        if (!next || next.at > until) break;
        timers.shift();
        now = Math.max(now, next.at);
        next.callback();
      }
      now = Math.max(now, until);
    },
  };
}

/**
 * @param {ReturnType<typeof createTime>} time
 * @param {{from: number, until: number}[]} spans when it was at work
 * @param {number} count of steps
 * @param {number} ms that each takes
 */
function* work(time, spans, count, ms) {
  for (let step = 0; step < count; step++) {
    const from = time.clock();
    time.pass(ms);
    spans.push({ from, until: time.clock() });
    yield;
  }
}

/**
 * @param {ReturnType<typeof createTime>} time
 * @param {Iterable<unknown>} steps
 * @param {number} ms for which the machine does something else, within the first
 */
function* heldUp(time, steps, ms) {
  time.pass(ms);
  yield* steps;
}

/** @param {{from: number, until: number}[]} spans @returns {number} the most that was spent in any window */
function dearestWindow(spans) {
  const starts = spans.flatMap(({ from, until }) => [from, until - WINDOW_MS]);
  const within = (/** @type {number} */ start) => spans.reduce((sum, { from, until }) => sum + Math.max(0, Math.min(until, start + WINDOW_MS) - Math.max(from, start)), 0);
  return Math.max(...starts.map(within));
}

describe('the budget', () => {
  test('is kept in every window, however much there is to do', () => {
    const time = createTime();
    /** @type {{from: number, until: number}[]} */
    const spans = [];
    const budget = createBudget(time);
    budget.add(work(time, spans, 400, 0.3));
    for (let batch = 0; batch < 200; batch++) {
      budget.urgently(work(time, spans, 3, 0.4));
      time.run(time.clock() + 7);
    }
    time.run(time.clock() + 60_000);
    assert.equal(spans.length, 400 + 600, 'work was lost');
    assert.ok(dearestWindow(spans) <= BUDGET_MS + 1e-9, `${dearestWindow(spans)} ms in one window`);
  });

  test('begins at once with what is urgent, before the page is painted', () => {
    const time = createTime();
    /** @type {{from: number, until: number}[]} */
    const spans = [];
    createBudget(time).urgently(work(time, spans, 5, 0.2));
    assert.equal(spans.length, 5);
  });

  test('has a few urgent steps done at once where one of them was held up, or the window is spent', () => {
    const time = createTime();
    /** @type {{from: number, until: number}[]} */
    const spans = [];
    const budget = createBudget(time);
    budget.urgently(heldUp(time, work(time, spans, 2, 0.2), 3));
    assert.equal(spans.length, 2);
    time.run(time.clock() + 50);
    budget.urgently(work(time, spans, 2, 0.2));
    assert.equal(spans.length, 4);
    budget.urgently(work(time, spans, 3, 0.2));
    assert.equal(spans.length, 4);
    time.run(time.clock() + 2 * WINDOW_MS);
    assert.equal(spans.length, 7);
  });

  test('does nothing else before the page is painted than what is urgent', () => {
    const time = createTime();
    /** @type {{from: number, until: number}[]} */
    const spans = [];
    const budget = createBudget(time);
    budget.add(work(time, spans, 3, 0.2));
    budget.urgently(work(time, spans, 1, 0.2));
    assert.equal(spans.length, 1);
    time.run(time.clock());
    assert.equal(spans.length, 4);
  });

  test('asks how the page is laid out only when it has just been', () => {
    const time = createTime();
    let isLaidOut = true;
    /** @type {boolean[]} */
    const asked = [];
    function* looking() {
      for (let look = 0; look < 6; look++) {
        asked.push(isLaidOut);
        // Each third look changes something.
        if (look % 3 === 2) isLaidOut = false;
        yield LAYOUT;
      }
    }
    const later = (/** @type {() => void} */ callback, /** @type {number} */ ms) =>
      time.later(() => {
        isLaidOut = true;
        callback();
      }, ms);
    createBudget({ ...time, later, isLaidOut: () => isLaidOut }).add(looking());
    time.run(time.clock());
    assert.deepEqual(asked, Array(6).fill(true));
  });

  test('a step that takes too long is followed by a rest as long', () => {
    const time = createTime();
    /** @type {{from: number, until: number}[]} */
    const spans = [];
    const budget = createBudget(time);
    budget.urgently(work(time, spans, 2, 30));
    assert.equal(spans.length, 1);
    time.run(time.clock() + WINDOW_MS - 1);
    assert.equal(spans.length, 1);
    time.run(time.clock() + 10);
    assert.equal(spans.length, 2);
  });
});

test('the page is looked at as a whole every two seconds at most, and ever less often', () => {
  const time = createTime();
  /** @type {number[]} */
  const looks = [];
  const act = () => {
    looks.push(time.clock());
    pauses.grow();
  };
  const pauses = createPauses({ now: time.clock, later: time.later, act, signal: new AbortController().signal });
  for (let tick = 0; tick < 3000; tick++) {
    pauses.askSoon();
    time.run(time.clock() + 20);
  }
  const gaps = looks.slice(1).map((at, index) => at - looks[index]);
  assert.ok(looks.length >= 4 && looks.length <= 7, `${looks.length} looks in a minute`);
  assert.ok(gaps.every((gap, index) => gap >= 2000 && gap > (gaps[index - 1] ?? 0)), gaps.join());
});

describe('counterparts', () => {
  const page = ['Harbour town votes', 'By Kari Lunde', 'Residents of the harbour town voted.', 'Photo: a boat', 'The measure passed by 1,204 votes.', 'The end'];

  test('are found by order and text, whatever stands between', () => {
    const reader = ['Harbour  town votes', 'Residents of the harbour town voted.', 'The measure passed by 1,204 votes.', 'The end'];
    assert.deepEqual(counterparts(reader, page), [0, 2, 4, 5]);
    assert.deepEqual(counterparts(page, reader), [0, 0, 1, 1, 2, 3]);
  });

  test('of a text that comes twice are each their own', () => {
    assert.deepEqual(counterparts(['Yes.', 'No.', 'Yes.'], ['Yes.', 'No.', 'Yes.']), [0, 1, 2]);
  });

  test('of a block that goes on in the other is the one that begins like it', () => {
    assert.deepEqual(counterparts(['A sentence that is long enough'], ['2', 'A sentence that is long enough, and more of it']), [1]);
  });
});
