// @ts-check
/** Settings: what they can be, how they are kept, and what is left out of storage. */

import { storage, store } from './stub_browser.mjs';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const { exportFile, importFile, settingsEntries } = await import('../../extension/options/backup.js');
const { contrast } = await import('../../extension/shared/contrast.js');
const { DEFAULTS, PRESETS, SETTINGS, validate } = await import('../../extension/shared/settings.js');
const { lastingArea, migrateStored, passingArea, replaceStored, takeBack } = await import('../../extension/shared/settings_area.js');
const { createSettings } = await import('../../extension/shared/settings_store.js');
const { loadStored, readStored } = await import('../../extension/shared/stored_settings.js');

const EXTENSION = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'extension');
/** Longer than a change waits to be written. */
const WRITTEN_MS = 300;

/**
 * A view's settings, as they hold and as they end.
 *
 * @param {{area?: import('../../extension/shared/settings_area.js').SettingsArea, host?: string}} [options]
 */
async function opened({ area = lastingArea(), host = 'news.example' } = {}) {
  const controller = new AbortController();
  /** @type {Quietpage.Settings[]} */
  const shown = [];
  const settings = createSettings({ area, host, signal: controller.signal, onChange: (current) => shown.push(current) });
  settings.begin(await loadStored(area, host));
  return { settings, shown, close: () => controller.abort() };
}

describe('a setting', () => {
  test('has a default that it can be', () => {
    assert.deepEqual(validate(DEFAULTS), { values: DEFAULTS, ignored: [] });
  });

  test('out of its range comes to the end of it, between two steps to the nearer', () => {
    const { values } = validate({ size: 1e9, measure: -5, lineHeight: 1.62 });
    assert.deepEqual(values, { size: 300, measure: 30, lineHeight: 1.6 });
  });

  test('that holds what it cannot be is named', () => {
    const hostile = { theme: 'purple', size: Number.NaN, measure: '66', ownText: 'red', letterKeys: 1, faceName: 7, unheardOf: true };
    assert.deepEqual(validate(hostile), { values: {}, ignored: Object.keys(hostile) });
  });

  test('that is a text is one line, and no longer than it may be', () => {
    const { values } = validate({ faceName: `  Gill\nSans\u0000 ${'x'.repeat(500)}` });
    assert.match(values.faceName ?? '', /^Gill Sans x{1,}$/);
    assert.equal(values.faceName?.length, 100);
  });

  test('can be what WCAG 1.4.12 asks for', () => {
    const asked = { lineHeight: 1.5, letterSpacing: 12, wordSpacing: 16, paragraphSpacing: 200 };
    assert.deepEqual(validate(asked), { values: asked, ignored: [] });
  });

  test('of a preset can be what the preset makes it', () => {
    for (const values of Object.values(PRESETS)) assert.deepEqual(validate(values), { values, ignored: [] });
  });

  test('is shown only beside a setting there is', () => {
    for (const { when } of SETTINGS) {
      const other = when && SETTINGS.find(({ key }) => key === when[0]);
      if (when) assert.ok(other?.type === 'enum' && other.values.includes(String(when[1])));
    }
  });
});

describe('stored settings', () => {
  test('of version 1 become those of today', () => {
    const { everywhere, unreadable } = readStored({ theme: 'dark', textSize: 2 }, '');
    assert.deepEqual(everywhere, { theme: 'dark', size: 120 });
    assert.deepEqual(unreadable, []);
  });

  test('of version 1 are written anew at an update, and the old ones go', async () => {
    store({ theme: 'dark', textSize: -6, other: 1 });
    await migrateStored(lastingArea());
    assert.deepEqual(storage.entries, { other: 1, settings: { version: 2, values: { theme: 'dark', size: 55 } } });
  });

  test('of a newer version are read as far as they are known', () => {
    const { everywhere, unreadable } = readStored({ settings: { version: 99, values: { theme: 'sepia', glow: 3 } } }, '');
    assert.deepEqual(everywhere, { theme: 'sepia' });
    assert.deepEqual(unreadable, ['glow']);
  });

  for (const broken of [null, 7, 'dark', [], {}, { version: 2 }, { version: 2, values: [] }, { version: -1e15, values: {} }, { version: 2.5, values: {} }]) {
    test(`that are ${JSON.stringify(broken)} are the defaults, and say so`, () => {
      const { everywhere, unreadable } = readStored({ settings: broken }, '');
      assert.deepEqual(everywhere, {});
      // Nothing stored is nothing broken.
      assert.deepEqual(unreadable, broken === null ? [] : ['storage']);
    });
  }

  test('that cannot be reached are the defaults, and say so', async () => {
    store({});
    storage.isBroken = true;
    assert.deepEqual(await loadStored(lastingArea(), 'news.example'), { everywhere: {}, site: null, unreadable: ['storage'], isOutOfReach: true });
  });
});

describe('what was replaced', () => {
  test('is taken back, but for what has been stored for a site since', async () => {
    const own = (/** @type {number} */ size) => ({ version: 2, values: { size } });
    store({ settings: own(110), 'look:a.example': own(120), 'corrections:b.example': 'before', 'place:1': 'elsewhere' });
    const replaced = await replaceStored(lastingArea(), { settings: own(130), 'look:c.example': own(140) });
    assert.deepEqual(storage.entries, { settings: own(130), 'look:c.example': own(140), 'place:1': 'elsewhere' });
    await lastingArea().set({ settings: own(150), 'corrections:b.example': 'since', 'corrections:d.example': 'new' });
    await takeBack(lastingArea(), replaced);
    assert.deepEqual(storage.entries, {
      settings: own(110), 'look:a.example': own(120), 'corrections:b.example': 'since', 'corrections:d.example': 'new', 'place:1': 'elsewhere',
    });
  });
});

describe('a change', () => {
  test('is written once it has come to rest', async () => {
    store({});
    const { settings, shown, close } = await opened();
    for (const size of [105, 110, 115]) settings.change({ size });
    assert.deepEqual(storage.writes, []);
    await sleep(WRITTEN_MS);
    assert.deepEqual(storage.writes, ['settings']);
    assert.deepEqual(storage.entries.settings, { version: 2, values: { size: 115 } });
    assert.deepEqual(shown.map(({ size }) => size), [100, 105, 110, 115]);
    close();
  });

  test('takes away nothing of what is stored and not known yet, or out of reach', async () => {
    const entries = { settings: { version: 2, values: { theme: 'sepia', letterKeys: false } } };
    store(structuredClone(entries));
    const controller = new AbortController();
    /** @type {unknown[]} */
    const told = [];
    const settings = createSettings({ area: lastingArea(), host: '', signal: controller.signal, onChange: ({ theme }) => told.push(theme), onWritten: (isStored) => told.push(isStored) });
    settings.beginUnknown();
    settings.change({ size: 115 });
    settings.begin(await loadStored(lastingArea(), ''));
    settings.beginUnknown();
    assert.deepEqual(told, ['system', 'sepia']);
    storage.isBroken = true;
    settings.restart(await loadStored(lastingArea(), ''));
    storage.isBroken = false;
    settings.change({ size: 115 });
    settings.flush();
    assert.deepEqual(told.slice(2), ['system', 'system', false]);
    assert.equal(settings.current.size, 115);
    controller.abort();
    assert.deepEqual(storage.entries, entries);
  });

  test('is written when the view closes before that', async () => {
    store({});
    const { settings, close } = await opened();
    settings.change({ size: 115 });
    close();
    assert.deepEqual(storage.entries.settings, { version: 2, values: { size: 115 } });
    assert.equal(storage.listeners.size, 0);
  });

  test('is followed by other views', async () => {
    store({});
    const one = await opened();
    const other = await opened();
    one.settings.change({ theme: 'sepia' });
    await sleep(WRITTEN_MS);
    assert.equal(other.settings.current.theme, 'sepia');
    assert.equal(other.shown.length, 2);
    one.close();
    other.close();
  });

  test('for one site only leaves the others as they are', async () => {
    store({ settings: { version: 2, values: { size: 120 } } });
    const one = await opened();
    one.settings.setSiteOnly(true);
    assert.equal(one.settings.current.size, 120);
    one.settings.change({ size: 150, letterKeys: false });
    one.close();
    assert.deepEqual(storage.entries['look:news.example'], { version: 2, values: { size: 150 } });
    assert.deepEqual(storage.entries.settings, { version: 2, values: { size: 120, letterKeys: false } });
    const elsewhere = await opened({ host: 'other.example' });
    assert.equal(elsewhere.settings.current.size, 120);
    elsewhere.close();
    const again = await opened();
    assert.ok(again.settings.siteOnly);
    assert.equal(again.settings.current.size, 150);
    again.settings.setSiteOnly(false);
    assert.equal(again.settings.current.size, 120);
    again.close();
    assert.ok(!('look:news.example' in storage.entries));
  });

  test('back to the defaults can be undone', async () => {
    store({ settings: { version: 2, values: { size: 120, theme: 'dark', letterKeys: false } } });
    const { settings, close } = await opened();
    const undo = settings.reset();
    assert.deepEqual(settings.current, { ...DEFAULTS, letterKeys: false });
    undo();
    assert.deepEqual(settings.current, { ...DEFAULTS, size: 120, theme: 'dark', letterKeys: false });
    close();
  });
});

describe('a private window', () => {
  test('reads what is stored and writes nothing, whatever is changed in it', async () => {
    store({ settings: { version: 2, values: { theme: 'dark' } }, 'look:other.example': { version: 2, values: {} } });
    const area = passingArea(new Map());
    const { settings, close } = await opened({ area });
    assert.equal(settings.current.theme, 'dark');
    settings.change({ size: 150 });
    settings.setSiteOnly(true);
    settings.change({ measure: 40 });
    settings.reset();
    settings.setSiteOnly(false);
    close();
    await migrateStored(area);
    await replaceStored(area, {});
    await sleep(WRITTEN_MS);
    assert.deepEqual(storage.writes, []);
  });

  test('knows what was changed in it when the reader opens again', async () => {
    store({});
    const area = passingArea(new Map());
    const first = await opened({ area });
    first.settings.change({ size: 150 });
    first.close();
    const second = await opened({ area });
    assert.equal(second.settings.current.size, 150);
    second.close();
  });

  test('follows what others store, but for what was changed in it', async () => {
    store({});
    const area = passingArea(new Map());
    const { settings, close } = await opened({ area });
    await lastingArea().set({ settings: { version: 2, values: { theme: 'sepia' } } });
    assert.equal(settings.current.theme, 'sepia');
    settings.change({ size: 150 });
    settings.flush();
    await sleep(0);
    await lastingArea().set({ settings: { version: 2, values: { theme: 'dark' } } });
    assert.deepEqual([settings.current.theme, settings.current.size], ['sepia', 150]);
    close();
  });

  test('has no way round: one file writes to storage that stays', () => {
    const writers = readdirSync(EXTENSION, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.js'))
      .filter((path) => {
        // In memory, and gone with the browser.
        const lasting = readFileSync(join(EXTENSION, path), 'utf8').replaceAll('storage.session.', '');
        return /storage\b[\s\S]{0,20}?\b(set|remove|clear)\(|\b(localStorage|sessionStorage|indexedDB|caches)\b/.test(lasting);
      });
    assert.deepEqual(writers, [join('shared', 'settings_area.js')]);
  });
});

describe('a file of settings', () => {
  const kept = {
    settings: { version: 2, values: { theme: 'sepia', size: 130 } },
    'look:news.example': { version: 2, values: { measure: 50 } },
  };

  test('gives back what was exported', () => {
    const file = exportFile(settingsEntries({ ...kept, unrelated: 1 }));
    assert.deepEqual(importFile(file), { entries: kept, ignored: [] });
  });

  test('of an older version is migrated', () => {
    const file = JSON.stringify({ kind: 'quietpage-settings', settings: { version: 1, values: { textSize: 1, theme: 'dark' } } });
    assert.deepEqual(importFile(file)?.entries.settings, { version: 2, values: { size: 110, theme: 'dark' } });
  });

  test('says what in it was ignored', () => {
    const file = JSON.stringify({
      kind: 'quietpage-settings',
      settings: { version: 2, values: { theme: 'dark', size: 'huge', glow: 1 } },
      'look:news.example': { version: 2, values: { align: 'diagonal' } },
      'look:<script>': { version: 2, values: {} },
      'look:broken.example': 3,
      extra: {},
    });
    const read = importFile(file);
    assert.deepEqual(read?.entries, {
      settings: { version: 2, values: { theme: 'dark' } },
      'look:news.example': { version: 2, values: {} },
    });
    assert.deepEqual(read?.ignored, ['size', 'glow', 'look:news.example align', 'look:<script>', 'look:broken.example', 'extra']);
  });

  for (const wrong of ['', 'not JSON', 'null', '[]', '{}', '{"kind":"other"}', '"quietpage-settings"']) {
    test(`that is ${wrong || 'empty'} changes nothing`, () => assert.equal(importFile(wrong), null));
  }
});

describe('contrast', () => {
  test('is that of WCAG', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
    assert.equal(contrast('#ffffff', '#777777').toFixed(2), '4.48');
  });
});
