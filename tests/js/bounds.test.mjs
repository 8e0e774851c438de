// @ts-check
/** The bounds on what is kept of sites and pages: below, at and above each. */

import { storage, store } from './stub_browser.mjs';
import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';

const { importFile } = await import('../../extension/options/backup.js');
const { dropOldPlaces } = await import('../../extension/shared/places.js');
const { lastingArea } = await import('../../extension/shared/settings_area.js');
const { changeCorrections, correctionsEntry, readCorrections } = await import('../../extension/shared/stored_corrections.js');
const { addPage, readFurniture } = await import('../../extension/shared/stored_furniture.js');

const area = lastingArea();
/** @param {number} bound */
const around = (bound) => [bound - 1, bound, bound + 1];
/** @param {number} at */
const correction = (at) => ({ keep: false, shape: `p ${at}`, words: 'Ours', on: true });
/** @param {string} prefix */
const kept = (prefix) => Object.keys(storage.entries).filter((key) => key.startsWith(prefix)).length;

describe('at its bound', () => {
  beforeEach(() => store({}));

  test('a site keeps its last hundred corrections', async () => {
    for (const count of around(100)) {
      const entry = correctionsEntry(Array.from({ length: count }, (_, at) => correction(at)));
      const { corrections } = readCorrections(entry);
      assert.deepEqual([corrections.length, corrections.at(-1)?.shape], [Math.min(count, 100), `p ${count - 1}`]);
    }
  });

  test('a shape longer than any of the core’s is none', () => {
    for (const length of around(1000)) {
      const { corrections } = readCorrections(correctionsEntry([{ ...correction(0), shape: 'p'.repeat(length) }]));
      assert.equal(corrections.length, length > 1000 ? 0 : 1);
    }
  });

  test('what a page’s script sends is stored as far as it is a correction', async () => {
    for (const length of around(1000)) {
      store({});
      const shape = 'p'.repeat(length);
      await changeCorrections(area, 'news.example', [{ shape, to: { ...correction(0), shape, words: 'w'.repeat(5000), ...{ more: 'm'.repeat(5000) } } }]);
      const { corrections = [] } = Object(storage.entries['corrections:news.example']);
      assert.deepEqual(corrections, length > 1000 ? [] : [{ ...correction(0), shape, words: 'w'.repeat(80) }]);
    }
  });

  test('what a correction is named by is cut', () => {
    for (const length of around(80)) {
      const { corrections } = readCorrections(correctionsEntry([{ ...correction(0), words: 'w'.repeat(length) }]));
      assert.equal(corrections[0].words.length, Math.min(length, 80));
    }
  });

  test('a hundred sites are corrected, and the oldest goes', async () => {
    for (const count of around(100)) {
      store(Object.fromEntries(Array.from({ length: count - 1 }, (_, at) => [`corrections:${at}.example`, correctionsEntry([correction(0)], at + 1)])));
      await changeCorrections(area, 'newest.example', [{ shape: 'p 0', to: correction(0) }]);
      assert.equal(kept('corrections:'), Math.min(count, 100));
      assert.equal('corrections:0.example' in storage.entries, count <= 100);
      assert.ok('corrections:newest.example' in storage.entries);
    }
  });

  test('two hundred places are kept, and the oldest goes', async () => {
    for (const count of around(200)) {
      store(Object.fromEntries(Array.from({ length: count }, (_, at) => [`place:${at}`, { block: 1, share: 0, text: '', at: at + 1 }])));
      await dropOldPlaces(area);
      assert.deepEqual([kept('place:'), 'place:0' in storage.entries], [Math.min(count, 200), count <= 200]);
    }
  });

  test('a site’s furniture is of its last eight pages, two hundred hashes each', async () => {
    const { salt } = await readFurniture(area, 'news.example');
    for (let page = 1; page <= 9; page++) {
      const hashes = around(200)[Math.max(0, page - 7)];
      await addPage(area, 'news.example', salt, { page: String(page), hashes: Array.from({ length: hashes }, (_, hash) => hash) });
      const { pages } = await readFurniture(area, 'news.example');
      assert.deepEqual([pages.length, pages.at(-1)?.hashes.length], [Math.min(page, 8), Math.min(hashes, 200)]);
    }
  });

  test('a hundred sites’ furniture is kept, and the oldest goes', async () => {
    for (const count of around(100)) {
      store(Object.fromEntries(Array.from({ length: count - 1 }, (_, at) => [`furniture:${at}.example`, { pages: [], at: at + 1 }])));
      const { salt } = await readFurniture(area, 'newest.example');
      await addPage(area, 'newest.example', salt, { page: 'p', hashes: [] });
      assert.deepEqual([kept('furniture:'), 'furniture:0.example' in storage.entries], [Math.min(count, 100), count <= 100]);
      assert.ok('furniture:newest.example' in storage.entries);
    }
  });

  test('nothing else is read to know how many there are', async () => {
    store({ 'place:0': { block: 1, share: 0, text: '', at: 1 }, 'furniture:large.example': {} });
    const read = mock.method(area, 'get');
    await dropOldPlaces(area);
    assert.equal(read.mock.callCount(), 0);
    read.mock.restore();
  });

  test('a file of settings longer than any of ours is none', () => {
    const start = '{"kind":"quietpage-settings","x":"';
    for (const length of around(40_000_000)) {
      const read = importFile(`${start}${'x'.repeat(length - start.length - 2)}"}`);
      assert.equal(read !== null, length <= 40_000_000);
    }
  });
});
