// @ts-check
/** What the stores are told of the extension is true of it and fits their forms: `node --test tests/js/*.test.mjs`. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Of Chrome's store: characters of an answer, of a description. */
const MAX_ANSWER = 1000;
const MAX_DESCRIPTION = 16_000;

const read = (/** @type {string} */ path) => readFileSync(join(ROOT, path), 'utf8');
const answers = JSON.parse(read('store/answers.json'));
const manifests = ['', '.chrome', '.firefox'].map((browser) => JSON.parse(read(`extension/manifest${browser}.json`)));
const asked = (/** @type {string} */ key) => manifests.flatMap((manifest) => manifest[key] ?? []).sort();

test('each permission that is asked for has its reason, and no other', () => {
  assert.deepEqual(Object.keys(answers.permissions).sort(), asked('permissions'));
  assert.deepEqual(Object.keys(answers['optional host permissions']).sort(), asked('optional_host_permissions'));
  // Had one of these anything in it, the forms would ask for more.
  for (const key of ['host_permissions', 'optional_permissions', 'content_scripts']) assert.deepEqual(asked(key), []);
});

test('answers are sentences that fit the form', () => {
  const all = Object.values(answers).flatMap((answer) => (typeof answer === 'string' ? answer : Object.values(answer)));
  for (const answer of all) {
    assert.match(answer, /^[A-Z].*\.$/);
    assert.ok(answer.length <= MAX_ANSWER, answer);
  }
});

test('the description fits, and counts what it counts', () => {
  const description = read('store/description.txt');
  assert.ok(description.length <= MAX_DESCRIPTION);
  const languages = readdirSync(join(ROOT, 'extension', '_locales')).length;
  assert.equal(Number(description.match(/(\d+) languages/)?.[1]), languages);
});
