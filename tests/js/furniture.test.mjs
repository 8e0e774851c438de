// @ts-check
/** What is learned of a site's pages: what is asked for, what is kept of it, and what never is. */

import { storage, store } from './stub_browser.mjs';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const { furnitureFor, learnFrom } = await import('../../extension/background/furniture.js');
const { DEFAULTS } = await import('../../extension/shared/settings.js');
const { lastingArea } = await import('../../extension/shared/settings_area.js');
const { addPage, forgetFurniture, readFurniture } = await import('../../extension/shared/stored_furniture.js');

const HOST = 'news.example';
const area = lastingArea();
/** @param {string} url @param {Quietpage.Keep} [keep] */
const page = (url, keep = 'article') => ({ tape: '', url, keep });
/** @type {Quietpage.Stored} */
const on = { everywhere: { learnFurniture: true }, site: null, unreadable: [] };
/** @type {Quietpage.Stored} */
const off = { everywhere: {}, site: null, unreadable: [] };

/** Reads a page as the background does. @param {string} url @param {number[]} hashes */
async function read(url, hashes) {
  const host = new URL(url).host;
  const furniture = await furnitureFor(area, host, page(url), on);
  assert.ok(furniture);
  await learnFrom(area, host, url, furniture.salt, hashes);
  return furniture.seen;
}

describe('what a site’s pages have in common', () => {
  test('is learned by nobody who has not switched it on', async () => {
    store({});
    assert.equal(DEFAULTS.learnFurniture, false);
    assert.equal(await furnitureFor(area, HOST, page(`https://${HOST}/a`), off), undefined);
    assert.equal(await furnitureFor(area, HOST, page(`https://${HOST}/a`, 'everything'), on), undefined);
    assert.deepEqual(storage.writes, []);
  });

  test('is what its other pages had, at their newest, and no other site’s', async () => {
    store({});
    assert.deepEqual(await read(`https://${HOST}/a`, [1, 2]), []);
    assert.deepEqual(await read(`https://${HOST}/b`, [2, 3]), [1, 2]);
    assert.deepEqual(await read(`https://${HOST}/a#top`, [1, 4]), [2, 3]);
    assert.deepEqual(await read(`https://${HOST}/c`, [5]), [2, 3, 1, 4]);
    assert.deepEqual(await read('https://other.example/a', [6]), []);
  });

  test('holds the last pages of a site and the last sites, each with so many hashes', async () => {
    store({});
    for (let at = 0; at < 10; at++) await read(`https://${HOST}/${at}`, Array.from({ length: 210 }, (_, hash) => at * 1_000 + hash));
    const { pages } = await readFurniture(area, HOST);
    assert.deepEqual([pages.length, pages[0].hashes[0], pages[7].hashes.length], [8, 2_000, 200]);
    for (let at = 0; at < 100; at++) {
      storage.entries[`furniture:${at}.example`] = { pages: [], at: Date.now() + at };
    }
    const { salt } = await readFurniture(area, HOST);
    Object.assign(Object(storage.entries[`furniture:${HOST}`]), { at: 1 });
    await addPage(area, 'newest.example', 'the salt before all was forgotten', { page: 'p', hashes: [] });
    assert.ok(!('furniture:newest.example' in storage.entries));
    await addPage(area, 'newest.example', salt, { page: 'p', hashes: [] });
    const sites = Object.keys(storage.entries).filter((key) => key.startsWith('furniture:'));
    assert.equal(sites.length, 100);
    assert.ok(!sites.includes(`furniture:${HOST}`), 'the oldest went');
  });

  test('tells neither a page’s address nor, on another device, the same of it', async () => {
    store({});
    await read(`https://${HOST}/secret-story`, [1]);
    const [written] = (await readFurniture(area, HOST)).pages;
    assert.ok(!JSON.stringify(storage.entries).includes('secret-story'));
    store({});
    await read(`https://${HOST}/secret-story`, [1]);
    assert.notEqual((await readFurniture(area, HOST)).pages[0].page, written.page);
  });

  test('is nothing where storage holds nonsense or is out of reach', async () => {
    store({ furniture: 'salt', [`furniture:${HOST}`]: { pages: [{ page: 1 }, { page: 'p', hashes: [-1] }, null, { page: 'q', hashes: [7] }] } });
    assert.deepEqual((await furnitureFor(area, HOST, page(`https://${HOST}/a`), on))?.seen, [7]);
    storage.isBroken = true;
    assert.equal(await furnitureFor(area, HOST, page(`https://${HOST}/a`), on), undefined);
    storage.isBroken = false;
  });

  test('is what two tabs read at once, and once it is wiped nothing of a page that was being read', async () => {
    store({});
    await read(`https://${HOST}/a`, [1]);
    await Promise.all([read(`https://${HOST}/b`, [2]), read(`https://${HOST}/c`, [3])]);
    assert.deepEqual(await read(`https://${HOST}/d`, [4]), [1, 2, 3]);
    await Promise.all([read(`https://${HOST}/e`, [5]), forgetFurniture(area)]);
    assert.deepEqual(Object.keys(storage.entries).filter((key) => key !== 'furniture'), []);
  });

  test('is wiped whole, and nothing else is', async () => {
    store({ settings: { version: 2, values: {} } });
    await read(`https://${HOST}/a`, [1]);
    await forgetFurniture(area);
    assert.deepEqual(Object.keys(storage.entries), ['settings']);
  });
});
