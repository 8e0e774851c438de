// @ts-check
/** Keys that do something by themselves, on every layout. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keyOf } from '../../extension/reader/keyboard.js';

describe('a key by itself', () => {
  for (const [layout, key, code, expected] of [
    ['English', 's', 'KeyS', 's'],
    ['Dvorak, by its sign, not its place', 's', 'Semicolon', 's'],
    ['French, by its sign, not its place', 'a', 'KeyQ', 'a'],
    ['Turkish', 'ş', 'Semicolon', 'ş'],
    ['Russian', 'ы', 'KeyS', 's'],
    ['Greek', 'σ', 'KeyS', 's'],
    ['Arabic', 'س', 'KeyS', 's'],
    ['Hebrew', 'ד', 'KeyS', 's'],
    ['Korean', 'ㄴ', 'KeyS', 's'],
    ['Persian digits', '۰', 'Digit0', '0'],
    ['Russian, a sign that is the same everywhere', '+', 'Equal', '+'],
    ['Hebrew, a sign in a letter’s place', '/', 'KeyQ', '/'],
    ['Arabic, a key with a name', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'],
    ['Russian, a key that is no letter’s in Latin', 'ж', 'Semicolon', 'ж'],
  ]) {
    test(layout, () => assert.equal(keyOf({ key, code }), expected));
  }

  test('Russian, with the shift key', () => assert.equal(keyOf({ key: 'И', code: 'KeyB', shiftKey: true }), 'B'));
});
