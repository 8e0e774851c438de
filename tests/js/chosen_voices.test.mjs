// @ts-check
/** The voice chosen for a language is kept, and forgotten with all else. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { storage } from './stub_browser.mjs';
import { createChosenVoices, forgetVoices } from '../../extension/shared/chosen_voices.js';
import { lastingArea } from '../../extension/shared/settings_area.js';

beforeEach(() => {
  storage.entries = {};
});

test('a voice is kept for the next reading, beside those of other languages', async () => {
  const area = lastingArea();
  const first = createChosenVoices(area);
  await first.choose('de', 'Anna');
  await first.choose('en', 'Karen');
  const next = createChosenVoices(area);
  await next.load();
  assert.deepEqual(next.all, { de: 'Anna', en: 'Karen' });
});

test('what else stands there is no voice', async () => {
  storage.entries = { voices: { de: 7, en: 'Karen' } };
  const area = lastingArea();
  const chosen = createChosenVoices(area);
  await chosen.load();
  assert.deepEqual(chosen.all, { en: 'Karen' });
});

test('forgotten, no voice comes back', async () => {
  const area = lastingArea();
  await createChosenVoices(area).choose('de', 'Anna');
  await forgetVoices(area);
  const next = createChosenVoices(area);
  await next.load();
  assert.deepEqual(next.all, {});
});
