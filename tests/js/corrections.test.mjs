// @ts-check
/** What the person has put right: as steps on one page, and as it is kept for a site. */

import { storage, store } from './stub_browser.mjs';
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';

const { createCorrections } = await import('../../extension/left_out/corrections.js');
const { exportFile, importFile, settingsEntries } = await import('../../extension/options/backup.js');
const { lastingArea, passingArea, replaceStored } = await import('../../extension/shared/settings_area.js');
const { changeCorrections, changeInTurn, correctedSites, loadCorrections, readCorrections, rulesOf } = await import('../../extension/shared/stored_corrections.js');

const HOST = 'news.example';
const KEY = `corrections:${HOST}`;

/** @param {string} shape @param {boolean} [keep] @returns {Quietpage.Correction} */
const correction = (shape, keep = true) => ({ keep, shape, words: `words of ${shape}`, on: true });

/** @param {string} shape @param {boolean} [keep] */
const change = (shape, keep) => ({ shape, to: correction(shape, keep) });

/** What is kept for the site, as `+shape` and `-shape`. */
const kept = async () => (await loadCorrections(lastingArea(), HOST)).map(({ keep, shape }) => (keep ? '+' : '-') + shape);

describe('what is kept for a site', () => {
  beforeEach(() => store({}));

  test('comes back as it was, the opposite in its place', async () => {
    await changeCorrections(lastingArea(), HOST, [change('a'), change('b')]);
    await changeCorrections(lastingArea(), HOST, [change('a', false)]);
    assert.deepEqual(await kept(), ['+b', '-a']);
    assert.deepEqual(Object.keys(storage.entries), [KEY]);
  });

  test('is all that two tabs change at once, and each takes back its own', async () => {
    const backs = await Promise.all(['a', 'b', 'c'].map((shape) => changeInTurn(lastingArea(), HOST, [change(shape)])));
    assert.deepEqual(await kept(), ['+a', '+b', '+c']);
    await Promise.all(backs.slice(0, 2).map((back) => changeInTurn(lastingArea(), HOST, back)));
    assert.deepEqual(await kept(), ['+c']);
  });

  test('is taken back by what the change itself says', async () => {
    await changeCorrections(lastingArea(), HOST, [change('a')]);
    const back = await changeCorrections(lastingArea(), HOST, [change('a', false), change('b')]);
    await changeCorrections(lastingArea(), HOST, back);
    assert.deepEqual(await kept(), ['+a']);
    await changeCorrections(lastingArea(), HOST, [{ shape: 'a' }]);
    assert.deepEqual(storage.entries, {});
  });

  test('is no rule while it is switched off', () => {
    assert.deepEqual(rulesOf([correction('a'), { ...correction('b'), on: false }]), [{ keep: true, shape: 'a' }]);
  });

  test('is no more than 100 for a site and 100 sites, the oldest go', async () => {
    for (let n = 0; n < 3; n++) await changeCorrections(lastingArea(), HOST, Array.from({ length: 100 }, (_, at) => change(`${n * 100 + at}`)));
    const shapes = (await loadCorrections(lastingArea(), HOST)).map(({ shape }) => Number(shape));
    assert.deepEqual([shapes.length, shapes[0], shapes.at(-1)], [100, 200, 299]);
    const sites = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`corrections:s${n}`, { version: 1, at: n, corrections: [correction('a')] }]));
    store(sites);
    await changeCorrections(lastingArea(), HOST, [change('a')]);
    assert.equal(Object.keys(storage.entries).length, 100);
    assert.ok(!('corrections:s0' in storage.entries) && KEY in storage.entries);
  });

  test('survives rubbish in storage', async () => {
    const rubbish = [null, 7, 'x', [], { corrections: 'x' }, { version: 9, at: 'x', corrections: [null, 7, {}, { keep: 1, shape: 'a', words: 'x' }, { keep: true, shape: '', words: 'x' }, correction('good')] }];
    for (const entry of rubbish) {
      store({ [KEY]: entry });
      const found = await loadCorrections(lastingArea(), HOST);
      assert.deepEqual(found, entry === rubbish.at(-1) ? [correction('good')] : []);
      await changeCorrections(lastingArea(), HOST, [change('new')]);
      assert.ok((await kept()).includes('+new'));
    }
    assert.deepEqual(correctedSites({ 'corrections:a': null, other: 1 }), []);
    storage.isBroken = true;
    assert.deepEqual(await loadCorrections(lastingArea(), HOST), []);
  });

  test('is of words only what names it, and of a page without a host nothing', async () => {
    assert.equal(readCorrections({ corrections: [{ ...correction('a'), words: 'w'.repeat(500) }] }).corrections[0].words.length, 80);
    assert.deepEqual(await changeCorrections(lastingArea(), '', [change('a')]), []);
    assert.deepEqual(storage.writes, []);
  });

  test('in a private window is read, and what is new stays in memory', async () => {
    await changeCorrections(lastingArea(), HOST, [change('a')]);
    const before = structuredClone(storage.entries);
    const area = passingArea(new Map());
    await changeCorrections(area, HOST, [change('b', false)]);
    assert.deepEqual((await loadCorrections(area, HOST)).map(({ shape }) => shape), ['a', 'b']);
    assert.deepEqual(storage.entries, before);
  });

  test('goes into the file of settings and comes back by it', async () => {
    await changeCorrections(lastingArea(), HOST, [change('a'), change('b', false)]);
    const file = exportFile(settingsEntries(storage.entries));
    const before = structuredClone(storage.entries);
    await replaceStored(lastingArea(), {});
    assert.deepEqual(storage.entries, {});
    const read = importFile(file);
    assert.deepEqual(read?.ignored, []);
    await replaceStored(lastingArea(), read?.entries ?? {});
    assert.deepEqual(storage.entries[KEY], before[KEY]);
  });

  test('is ignored in a file that holds none, or not for a host', () => {
    const read = importFile(JSON.stringify({ kind: 'quietpage-settings', [KEY]: { corrections: 7 }, 'corrections:a b': { version: 1, at: 1, corrections: [correction('a')] } }));
    assert.deepEqual(read?.ignored, [KEY, 'corrections:a b']);
  });
});

describe('a step', () => {
  /** Elements are told apart by identity alone. */
  const elements = /** @type {Element[]} */ (/** @type {unknown} */ (Array.from({ length: 5 }, (_, n) => ({ n, isConnected: true }))));
  /** @param {number} ordinal */
  const block = (ordinal) => /** @type {Quietpage.Block} */ (/** @type {unknown} */ ({ ordinal, because: 'scored_low', shape: `s${ordinal}`, text: `Block ${ordinal}` }));

  /** @param {import('../../extension/shared/settings_area.js').SettingsArea} [area] */
  function page(area = lastingArea()) {
    const corrections = createCorrections({ area, host: HOST, change: (changes) => changeCorrections(area, HOST, changes) });
    return {
      corrections,
      /** @param {number[]} ordinals @param {boolean | undefined} keep @param {Quietpage.Block[]} [blocks] */
      async decide(ordinals, keep, blocks) {
        const step = await corrections.decide(ordinals.map((ordinal) => elements[ordinal]), keep, blocks);
        const because = (/** @type {number} */ ordinal) => (keep === false && ordinals.includes(ordinal) ? 'hidden_by_person' : 'scored_low');
        const ledger = elements.map((_, ordinal) => ({ ...block(ordinal), because: because(ordinal) }));
        // Beside one that is hidden, another that had been left out before.
        await corrections.settle(step, [...ledger, ...ordinals.map((ordinal) => ({ ...block(ordinal), shape: 'before' }))], elements);
        return step;
      },
      marks: () => corrections.marks(elements).map(({ ordinal, keep }) => (keep ? '+' : '-') + ordinal),
    };
  }

  beforeEach(() => store({}));

  test('marks the page and rules the site, there and back and there again', async () => {
    const { corrections, decide, marks } = page();
    await decide([1], true, [block(1)]);
    const hidden = await decide([2, 3], false);
    assert.equal(hidden.words, 'Block 2');
    assert.deepEqual([marks(), await kept()], [['+1', '-2', '-3'], ['+s1', '-s2', '-s3']]);
    await corrections.undo();
    assert.deepEqual([marks(), await kept()], [['+1'], ['+s1']]);
    await corrections.undo();
    assert.deepEqual([marks(), await kept()], [[], []]);
    assert.equal(await corrections.undo(), undefined);
    await corrections.redo();
    await corrections.redo();
    assert.deepEqual([marks(), await kept()], [['+1', '-2', '-3'], ['+s1', '-s2', '-s3']]);
    assert.deepEqual([corrections.canUndo(), corrections.canRedo()], [true, false]);
  });

  test('after an undone one forgets that', async () => {
    const { corrections, decide, marks } = page();
    await decide([1], true, [block(1)]);
    await corrections.undo();
    await decide([2], false);
    assert.equal(await corrections.redo(), undefined);
    assert.deepEqual(marks(), ['-2']);
  });

  test('in the other direction takes the place of the first', async () => {
    const { corrections, decide, marks } = page();
    await decide([1], true, [block(1)]);
    await decide([2], false);
    await decide([1], false);
    assert.deepEqual([marks(), await kept()], [['-2', '-1'], ['-s2', '-s1']]);
    await corrections.undo();
    assert.deepEqual([marks(), await kept()], [['+1', '-2'], ['+s1', '-s2']]);
  });

  test('takes back what was decided before, on this page or on another visit', async () => {
    await changeCorrections(lastingArea(), HOST, [change('s4', false)]);
    const { corrections, decide, marks } = page();
    await decide([1], true, [block(1)]);
    await decide([1], undefined, [block(1)]);
    await decide([4], undefined, [block(4)]);
    assert.deepEqual([marks(), await kept()], [[], []]);
    assert.equal(corrections.isDecided(elements[1]), false);
    assert.deepEqual(await corrections.rules(), []);
    await corrections.undo();
    assert.deepEqual([marks(), await kept()], [[], ['-s4']]);
    assert.deepEqual(await corrections.rules(), [{ keep: false, shape: 's4' }]);
  });

  test('made here is no rule for this page, where it holds for its elements alone', async () => {
    await changeCorrections(lastingArea(), HOST, [change('s4')]);
    const { corrections, decide } = page();
    await decide([1], false);
    assert.deepEqual(await corrections.rules(), [{ keep: true, shape: 's4' }]);
  });

  test('is a rule for this page once the page has rendered its elements anew', async () => {
    const { corrections, decide } = page();
    await decide([1], false);
    await decide([2], false);
    Object.assign(elements[1], { isConnected: false });
    assert.deepEqual(await corrections.rules(), [{ keep: false, shape: 's1' }]);
    await corrections.undo();
    await corrections.undo();
    assert.deepEqual(await corrections.rules(), []);
    Object.assign(elements[1], { isConnected: true });
  });

  test('takes the rule back under the shape that it was kept by', async () => {
    const { decide } = page();
    await decide([1], true, [block(1)]);
    await decide([1], undefined, [{ ...block(1), shape: 'kept by another shape' }]);
    assert.deepEqual(await kept(), []);
  });

  test('holds for the page where nothing can be kept', async () => {
    const area = { ...lastingArea(), set: () => Promise.reject(new Error('the extension was updated')) };
    const { corrections, decide, marks } = page(area);
    assert.equal((await decide([1], false)).isKept, false);
    assert.deepEqual(marks(), ['-1']);
    assert.equal((await corrections.undo())?.isKept, true);
    assert.deepEqual(marks(), []);
  });

  test('that could not be kept is kept when it is done again, and then taken back', async () => {
    await changeCorrections(lastingArea(), HOST, [change('s1', false)]);
    let isFull = true;
    const { set } = lastingArea();
    const { corrections, decide } = page({ ...lastingArea(), set: (entries) => (isFull ? Promise.reject(new Error('no room')) : set(entries)) });
    assert.equal((await decide([1], true, [block(1)])).isKept, false);
    assert.deepEqual(await kept(), ['-s1']);
    await corrections.undo();
    assert.deepEqual(await kept(), ['-s1']);
    isFull = false;
    assert.equal((await corrections.redo())?.isKept, true);
    assert.deepEqual(await kept(), ['+s1']);
    isFull = true;
    assert.equal((await corrections.undo())?.isKept, false);
    assert.deepEqual(await kept(), ['+s1']);
  });
});
