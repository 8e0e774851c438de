// @ts-check
/** How an element's shadow tree is got at. */

import './stub_browser.mjs';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const { closedShadowRootOf, shadowRootOf } = await import('../../extension/content/shadow_root_of.js');

/** @param {object} fields of an element, as Firefox shows it */
const element = (fields) => /** @type {Element} */ (fields);
const [open, closed] = [{ is: 'open' }, { is: 'closed' }];

test('an open tree is seen on every element that can have one, a closed one at first only on custom elements', () => {
  assert.equal(shadowRootOf(element({ localName: 'div', shadowRoot: open })), open);
  assert.equal(shadowRootOf(element({ localName: 'a-player', shadowRoot: null, openOrClosedShadowRoot: closed })), closed);
  const curious = element({ localName: 'div', shadowRoot: null, openOrClosedShadowRoot: closed });
  assert.equal(shadowRootOf(curious), null);
  assert.equal(closedShadowRootOf(curious), closed);
});

test('a form’s control is not taken for its shadow tree, nor for its name', () => {
  const control = { localName: 'input' };
  for (const localName of ['form', control]) {
    const form = element({ localName, shadowRoot: control, openOrClosedShadowRoot: control });
    assert.equal(shadowRootOf(form), null);
    assert.equal(closedShadowRootOf(form), null);
  }
});
