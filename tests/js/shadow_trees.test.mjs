// @ts-check
/** The search for a page's shadow trees while the view is open. */

import './stub_browser.mjs';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';

const api = /** @type {any} */ (Reflect.get(globalThis, 'browser'));
const { lookForShadowTrees } = await import('../../extension/reader/shadow_trees.js');

class Tree {
  /** @param {object[]} elements */
  constructor(...elements) {
    this.elements = elements;
  }
  querySelectorAll() {
    return [...this.elements];
  }
}
class Root extends Tree {}
/** @param {unknown} openOrClosedShadowRoot as Firefox tells it */
const host = (openOrClosedShadowRoot) => ({ localName: 'div', openOrClosedShadowRoot });

/** @type {Tree} */
let page;
/** @type {AbortController} */
let controller;
/** @type {unknown[]} */
let found;

beforeEach(() => {
  api.runtime = { id: 'there' };
  mock.timers.enable({ apis: ['setInterval'] });
  page = new Tree();
  controller = new AbortController();
  found = [];
  Object.assign(globalThis, { document: page });
});
afterEach(() => {
  controller.abort();
  mock.timers.reset();
});

/** @param {object} [except] */
function look(except = {}) {
  const onFound = (/** @type {unknown[]} */ roots) => found.push(...roots);
  lookForShadowTrees({ except: /** @type {Element} */ (except), onFound, signal: controller.signal });
}

test('finds each shadow tree once, those in others and those made later too, but for the view’s own', () => {
  const inner = new Root();
  const outer = new Root(host(null), host(inner));
  const view = host(new Root(host(new Root())));
  page.elements = [host(outer), view];
  look(view);
  mock.timers.tick(300);
  assert.deepEqual(found, [outer, inner]);
  const late = new Root();
  page.elements.push(host(late));
  mock.timers.tick(300);
  assert.deepEqual(found, [outer, inner, late]);
});

test('rests after 300 elements', () => {
  const [near, far] = [new Root(), new Root()];
  page.elements = [...Array.from({ length: 299 }, () => host(null)), host(near), host(far)];
  look();
  mock.timers.tick(100);
  assert.deepEqual(found, [near]);
  mock.timers.tick(100);
  assert.deepEqual(found, [near, far]);
});

for (const [end, happens] of Object.entries({
  'the view’s end': () => controller.abort(),
  'the end of its extension': () => delete api.runtime.id,
})) {
  test(`ends with ${end}`, () => {
    look();
    happens();
    page.elements = [host(new Root())];
    mock.timers.tick(1000);
    assert.deepEqual(found, []);
  });
}
