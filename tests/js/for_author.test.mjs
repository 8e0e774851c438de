// @ts-check
/** What the page's author could do better: a sentence for each of the core's codes, and what is copied. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import './stub_browser.mjs';
import { asLines } from '../../extension/left_out/for_author.js';

/** @param {string} path in the project */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
/** @type {Record<string, {message: string}>} */
const english = JSON.parse(read('extension/_locales/en/messages.json'));

describe('the hints for the author', () => {
  test('have a sentence for every code of the core, and none for another', () => {
    const variants = /pub enum Code \{([^}]*)\}/.exec(read('src/hints.rs'))?.[1].match(/\w+/g) ?? [];
    const codes = variants.map((name) => name.replace(/(?!^)[A-Z]/g, '_$&').toLowerCase());
    assert.ok(codes.includes('bare_first_paragraph'));
    const keys = Object.keys(english).filter((key) => key.startsWith('hint_'));
    assert.deepEqual(keys.sort(), codes.map((code) => `hint_${code}`).sort());
  });

  test('are copied as a line each, with the code', (context) => {
    const { i18n } = /** @type {any} */ (Reflect.get(globalThis, 'browser'));
    context.mock.method(i18n, 'getMessage', (/** @type {string} */ key) => english[key]?.message ?? '');
    assert.equal(
      asLines([{ code: 'bare_first_paragraph' }, { code: 'no_language' }]),
      '- The first paragraph has no element of its own. (bare_first_paragraph)\n- The page does not say its language. (no_language)',
    );
  });
});
