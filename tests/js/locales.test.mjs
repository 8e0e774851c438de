// @ts-check
/** Every string of the interface, in every language: `node --test tests/js/*.test.mjs`. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { GROUPS, PRESETS, SETTINGS } from '../../extension/shared/settings.js';

const EXTENSION = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'extension');
const LOCALES = join(EXTENSION, '_locales');
/** Longest that browsers and stores show, in characters. */
const MAX_LENGTH = { name: 75, description: 132 };

/** @typedef {{message: string, description?: string, placeholders?: Record<string, {content: string, example?: string}>}} Message */
/** @typedef {Record<string, Message>} Messages */

/**
 * @param {string} language
 * @returns {Messages}
 */
const messagesOf = (language) => JSON.parse(readFileSync(join(LOCALES, language, 'messages.json'), 'utf8'));
const english = messagesOf('en');
const languages = readdirSync(LOCALES).sort();
const sources = readdirSync(EXTENSION, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(js|html)$|manifest.*\.json$/.test(path))
  .map((path) => readFileSync(join(EXTENSION, path), 'utf8'))
  .join('\n');

const PLURAL = /_(zero|one|two|few|many|other)$/;
/** Keys that `countMessage` completes by a plural form. */
const counted = [...sources.matchAll(/countMessage\('(\w+)'/g)].map((match) => match[1]);
/** Keys that a script makes of parts, as patterns. */
const madeOfParts = [...sources.matchAll(/message\(`([^`]+)`/g)]
  .map((match) => match[1])
  .filter((parts) => !parts.startsWith('$'))
  .map((parts) => new RegExp(`^${parts.replace(/\$\{[^}]*\}/g, '\\w+')}$`));
const fromSettings = new Set([
  ...SETTINGS.flatMap((setting) => [
    setting.message,
    ...(setting.type === 'enum' ? setting.values.map((value) => `${setting.message}_${value}`) : []),
  ]),
  ...GROUPS.map((group) => `group_${group}`),
  ...Object.keys(PRESETS).map((name) => `preset_${name}`),
]);

/**
 * @param {string} key
 * @returns {boolean} whether anything shows that message
 */
function isUsed(key) {
  if (/^(setting|group|preset)_/.test(key)) return fromSettings.has(key);
  if (counted.some((name) => key.startsWith(`${name}_`) && PLURAL.test(key))) return true;
  return sources.includes(`'${key}'`) || sources.includes(`__MSG_${key}__`) || madeOfParts.some((pattern) => pattern.test(key));
}

/**
 * What is put into a message: `$1`, `$2`… by the names of its placeholders.
 *
 * @param {Message} message
 */
const contents = ({ placeholders = {} }) => Object.fromEntries(Object.entries(placeholders).map(([name, { content }]) => [name, content]));

describe('the strings of the interface', () => {
  test('that scripts, manifests and settings name are all there', () => {
    const named = [
      ...[...sources.matchAll(/\bmessage\('(\w+)'/g)].map((match) => match[1]),
      ...[...sources.matchAll(/__MSG_(\w+)__/g)].map((match) => match[1]),
      ...fromSettings,
    ];
    assert.ok(named.length > 50);
    assert.deepEqual(named.filter((key) => !english[key]), []);
  });

  test('are all shown somewhere', () => {
    assert.deepEqual(Object.keys(english).filter((key) => !isUsed(key)), []);
  });

  test('say for translators what they are, and show an example of what is put in', () => {
    const silent = Object.entries(english).filter(
      ([, { description, placeholders = {} }]) => !description || Object.values(placeholders).some(({ example }) => !example),
    );
    assert.deepEqual(silent.map(([key]) => key), []);
  });

  for (const language of languages) {
    const messages = messagesOf(language);
    // Plural forms differ from language to language.
    const needed = [
      ...Object.keys(english).filter((key) => !counted.some((name) => key.startsWith(`${name}_`) && PLURAL.test(key))),
      ...counted.flatMap((name) => formsOf(language).map((form) => `${name}_${form}`)),
    ];

    test(`are complete in ${language}, with none too many`, () => {
      assert.deepEqual(Object.keys(messages).sort(), [...new Set(needed)].sort());
      assert.deepEqual(needed.filter((key) => !messages[key]?.message.trim()), []);
    });

    test(`say that they are in ${language}`, () => {
      assert.equal(messages['language'].message, language.replace('_', '-'));
    });

    test(`have their placeholders in ${language}`, () => {
      for (const [key, message] of Object.entries(messages)) {
        const model = english[key] ?? english[key.replace(PLURAL, '_other')];
        assert.deepEqual(contents(message), contents(model), key);
        const inText = [...message.message.matchAll(/\$(\w+)\$/g)].map((match) => match[1].toLowerCase());
        assert.deepEqual([...new Set(inText)].sort(), Object.keys(contents(message)).sort(), key);
      }
    });

    test(`are as short in ${language} as browsers and stores want them`, () => {
      for (const [key, length] of Object.entries(MAX_LENGTH)) assert.ok([...messages[key].message].length <= length, key);
    });
  }

  /**
   * @param {string} language its directory
   * @returns {string[]} the plural forms that its whole numbers take
   */
  function formsOf(language) {
    const rules = new Intl.PluralRules(language.replace('_', '-'));
    return [...new Set(Array.from({ length: 201 }, (_, number) => rules.select(number)))];
  }
});
