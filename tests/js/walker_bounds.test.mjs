// @ts-check
/** The walker's bounds, which are the core's: below, at and above each. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

Reflect.set(globalThis, 'HTMLFormElement', class {});
Reflect.set(globalThis, 'XPathResult', { NUMBER_TYPE: 1 });
/** A document that says how many elements it has, and how many texts. */
class CountedDocument {
  elements = 1;
  texts = 0;
  getElementsByTagName() {
    return { length: this.elements };
  }
  evaluate() {
    return { numberValue: this.texts };
  }
}
Reflect.set(globalThis, 'Document', CountedDocument);
const { walk } = await import('../../src/wasm/walk.js');

const LIMITS = readFileSync(join(import.meta.dirname, '..', '..', 'src', 'limits.rs'), 'utf8');
const MAX_NODES = Number(/MAX_NODES: usize = ([\d_]+);/.exec(LIMITS)?.[1].replaceAll('_', ''));
const [, megabytes, shift] = /MAX_PAGE_BYTES: usize = (\d+) << (\d+);/.exec(LIMITS) ?? [];
const MAX_PAGE_BYTES = Number(megabytes) << Number(shift);

/**
 * What the walker says of a page of one element with texts in it.
 *
 * @param {number} texts
 * @param {string} data of each
 * @returns {string | undefined} the code with which it refuses
 */
function refusal(texts, data) {
  const root = { nodeType: 1, localName: 'html', isConnected: true, shadowRoot: null, getAttributeNames: () => [], getAttribute: () => null, firstChild: text(1) };
  /** @param {number} at @returns {object | null} */
  function text(at) {
    return at > texts ? null : { nodeType: 3, data, get parentNode() { return root; }, get nextSibling() { return text(at + 1); } };
  }
  const document = Object.assign(new CountedDocument(), { documentElement: root, defaultView: null, isConnected: true });
  Object.assign(root, { parentNode: document });
  try {
    walk(/** @type {any} */ (document));
    return undefined;
  } catch (problem) {
    return /** @type {{code?: string}} */ (problem).code ?? String(problem);
  }
}

test('a page of more nodes than the core takes is not written to its end', () => {
  // The element is one.
  for (const nodes of [MAX_NODES - 1, MAX_NODES, MAX_NODES + 1]) {
    assert.equal(refusal(nodes - 1, ''), nodes > MAX_NODES ? 'too_many_nodes' : undefined, String(nodes));
  }
});

test('a large one is counted first, and refused before any of it is asked for', () => {
  const asked = new Error('asked');
  const root = { nodeType: 1, get localName() { throw asked; } };
  for (const nodes of [MAX_NODES, MAX_NODES + 1]) {
    const document = Object.assign(new CountedDocument(), { elements: MAX_NODES / 2, texts: nodes - MAX_NODES / 2, documentElement: root, defaultView: null });
    assert.throws(() => walk(/** @type {any} */ (document)), nodes > MAX_NODES ? { code: 'too_many_nodes' } : asked, String(nodes));
  }
});

test('nor is one longer than the core takes', () => {
  // The element’s records and the text’s sign.
  const around = '\u0001html\u0004\u0005'.length;
  for (const length of [MAX_PAGE_BYTES - 1, MAX_PAGE_BYTES, MAX_PAGE_BYTES + 1]) {
    assert.equal(refusal(1, 'x'.repeat(length - around)), length > MAX_PAGE_BYTES ? 'page_too_large' : undefined, String(length));
  }
});
