// @ts-check
/** What the view says when the extension behind it has been updated, and no sentence can be read any more. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { lateSentences } from '../../extension/reader/late_sentences.js';

const EXTENSION = join(import.meta.dirname, '..', '..', 'extension');
const ENGLISH = Object.keys(JSON.parse(readFileSync(join(EXTENSION, '_locales', 'en', 'messages.json'), 'utf8')));
const ENGLISH_FORMS = ['one', 'other'];
/** What opens nothing once the extension is gone, or is made before the article is shown. */
const NOT_LATE = ['always_switch', 'article_view', 'embeds', 'failure_view', 'header', 'insert_article', 'offers', 'settings_sheet', 'toolbar'].map((name) => join('reader', `${name}.js`));
/** Said by parts that are there with the article; what they say stands in them. */
const SAID_BEFORE = [
  'aloud', 'button_aloud_find', 'button_close_note', 'button_to_note', 'button_to_top', 'close_settings', 'failed_reloaded', 'failed_reloaded_help', 'hide_block',
  'language', 'left_out_choose', 'loading', 'name', 'note', 'pictures', 'progress', 'report_save', 'take_text',
];

test('each sentence that it may say for the first time by then is read ahead', () => {
  const files = ['reader', 'left_out'].flatMap((folder) => readdirSync(join(EXTENSION, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)));
  const sources = [...files.filter((file) => file.endsWith('.js') && !NOT_LATE.includes(file)), join('content', 'reporting.js')].map((file) => readFileSync(join(EXTENSION, file), 'utf8')).join('\n');
  const given = [...sources.matchAll(/\b(?:message|countMessage)\(([^()]*)/g)].flatMap(([, all]) => [...all.matchAll(/'(\w+)'/g)].map(([, key]) => key));
  const named = ENGLISH.filter((key) => given.includes(key) || given.some((counted) => new RegExp(`^${counted}_(one|other)$`).test(key)));
  assert.ok(named.length > 60);
  const known = [...lateSentences({ blocks: [], hints: [] }, ENGLISH_FORMS), ...SAID_BEFORE];
  assert.deepEqual(known.filter((key) => !ENGLISH.includes(key)), [], 'there is none');
  assert.deepEqual(named.filter((key) => !known.includes(key)), []);
  assert.deepEqual(SAID_BEFORE.filter((key) => !named.includes(key)), [], 'said nowhere');
});

test('so are the reasons of what is left out and the hints, each once', () => {
  const block = (/** @type {string} */ because, kept = false) => /** @type {any} */ ({ because, kept });
  const blocks = [block('label'), block('hidden_by_person'), block('label'), block('scored', true)];
  const of = lateSentences({ blocks, hints: /** @type {any} */ ([{ code: 'no_language' }]) }, ENGLISH_FORMS);
  for (const key of ['because_label', 'because_hidden_by_person', 'hint_no_language']) assert.equal(of.filter((one) => one === key).length, 1, key);
  assert.deepEqual(of.filter((key) => !ENGLISH.includes(key)), [], 'there is none');
});
