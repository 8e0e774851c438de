// @ts-check
/** The bounds on what quiet in place looks at and tries: below, at and above each. */

import './stub_browser.mjs';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

/** As much of the DOM as these modules ask for. */
class StubNode {
  /** @type {StubElement | null} */
  around = null;
  get parentNode() {
    return this.around;
  }
  get parentElement() {
    return this.around;
  }
}
class StubElement extends StubNode {
  localName = 'div';
  className = '';
  textContent = '';
  assignedSlot = null;
  isConnected = true;
  clientWidth = 800;
  style = { position: 'static', display: 'block', float: 'none', backgroundImage: 'none' };
  isSeen = () => true;

  /** @param {...StubElement} inner */
  constructor(...inner) {
    super();
    this.inner = inner;
    for (const one of inner) one.around = this;
  }
  get children() {
    return this.inner;
  }
  get childElementCount() {
    return this.inner.length;
  }
  get classList() {
    return this.className ? [this.className] : [];
  }
  getBoundingClientRect() {
    return { width: 400, height: 100 };
  }
  checkVisibility() {
    return this.isSeen();
  }
  matches() {
    return false;
  }
  closest() {
    return null;
  }
  querySelector() {
    return null;
  }
  querySelectorAll() {
    return this.inner;
  }
}
Object.assign(globalThis, {
  Node: StubNode,
  Element: StubElement,
  HTMLElement: class {},
  HTMLFormElement: class {},
  ShadowRoot: class {},
  getComputedStyle: (/** @type {StubElement} */ one) => one.style,
  window: { innerWidth: 1000, innerHeight: 1000 },
});

/** @param {Record<string, unknown>} document */
const useDocument = (document) => Reflect.set(globalThis, 'document', document);

/** @param {StubElement[]} out what is hidden already */
function createStubHiding(out = []) {
  /** @type {Map<StubElement, Set<string>>} */
  const marked = new Map(out.map((one) => [one, new Set(['hidden'])]));
  return {
    marked,
    mark: (/** @type {StubElement} */ one, /** @type {string} */ mark) => void marked.set(one, (marked.get(one) ?? new Set()).add(mark)),
    unmark: (/** @type {StubElement} */ one) => void marked.delete(one),
    isOut: (/** @type {StubElement} */ one) => ['hidden', 'over'].some((mark) => marked.get(one)?.has(mark)),
    has: (/** @type {StubElement} */ one, /** @type {string} */ mark) => marked.get(one)?.has(mark) ?? false,
    marksOf: (/** @type {StubElement} */ one) => [...(marked.get(one) ?? [])],
    withMark: (/** @type {string} */ mark) => [...marked].filter(([, marks]) => marks.has(mark)).map(([one]) => one),
  };
}

/** @param {StubElement} around @param {StubElement} [text] */
const stubColumn = (around, text) => ({
  around: [around],
  isAround: (/** @type {unknown} */ one) => one === around,
  isText: (/** @type {unknown} */ one) => one === text,
  sideOf: () => 'within',
});

const spared = { has: () => false, add: () => undefined };
/** @param {Iterable<unknown>} steps */
const runToEnd = (steps) => void Array.from(steps);
/** @param {number} count */
const elements = (count) => Array.from({ length: count }, () => new StubElement());
/** @param {number} bound */
const aroundBound = (bound) => [bound - 1, bound, bound + 1];

describe('at its bound', () => {
  test('four layers over a place are hidden', async () => {
    const { hideCoverings } = await import('../../extension/content/quiet/coverings.js');
    for (const count of aroundBound(4)) {
      const layers = elements(count);
      for (const layer of layers) layer.style.position = 'fixed';
      const inner = new StubElement(...layers);
      const body = new StubElement(inner);
      const hiding = createStubHiding();
      useDocument({
        // In the middle alone, so that no other place is looked at for them.
        elementFromPoint: (/** @type {number} */ x, /** @type {number} */ y) => (x === 500 && y === 500 ? layers.find((one) => !hiding.isOut(one)) : null),
      });
      runToEnd(hideCoverings(/** @type {any} */ ({ hiding, column: stubColumn(body), spared })));
      assert.equal(hiding.withMark('over').length, Math.min(count, 4), `${count} layers`);
    }
  });

  test('sixteen times hiding is taken back from around a paragraph', async () => {
    const { hideLess } = await import('../../extension/content/quiet/hide_less.js');
    useDocument({});
    for (const count of aroundBound(16)) {
      const text = new StubElement();
      /** @type {StubElement[]} */
      const hidden = [];
      for (let inner = text; hidden.length < count; inner = hidden[hidden.length - 1]) hidden.push(new StubElement(inner));
      const hiding = createStubHiding(hidden);
      text.isSeen = () => hiding.marked.size === 0;
      const before = { widths: [{ element: text, width: 400, isBlock: true }], overflow: 0 };
      runToEnd(hideLess(/** @type {any} */ ({ hiding, before, closed: new WeakMap(), spared })));
      assert.equal(hiding.marked.size, count - Math.min(count, 16), `${count} around each other`);
    }
  });

  test('a row of forty is closed', async () => {
    const { closeRows } = await import('../../extension/content/quiet/rows.js');
    useDocument({});
    for (const count of aroundBound(40)) {
      const [text, ...others] = elements(count);
      const row = new StubElement(text, ...others);
      row.style.display = 'grid';
      for (const other of others) other.isSeen = () => false;
      const hiding = createStubHiding(others);
      runToEnd(closeRows(/** @type {any} */ ({ hiding, column: stubColumn(row, text), widths: new Map([[text, 400]]), closed: new WeakMap() })));
      assert.equal(hiding.has(text, 'alone'), count <= 40, `${count} in the row`);
    }
  });

  test('the like of what comes late is looked for among forty that are hidden beside it', async () => {
    const { dealWith } = await import('../../extension/content/quiet/late.js');
    useDocument({});
    for (const count of aroundBound(40)) {
      const beside = elements(count);
      const late = new StubElement();
      // The last that is looked at.
      for (const one of [late, beside[count - 1]]) one.className = 'promo';
      const around = new StubElement(...beside, late);
      const found = dealWith(/** @type {any} */ (late), /** @type {any} */ ({ hiding: createStubHiding(beside), column: stubColumn(around), spared, isPersons: false }));
      assert.equal(found, count <= 40 ? 'again' : 'ask', `${count} beside it`);
    }
  });

  test('an empty box is closed with twelve in it', async () => {
    const { closeEmptyBoxes } = await import('../../extension/content/quiet/empty_boxes.js');
    for (const count of aroundBound(12)) {
      const box = new StubElement(...elements(count));
      const hiding = createStubHiding();
      runToEnd(closeEmptyBoxes(/** @type {any} */ ({ hiding, column: stubColumn(new StubElement(box)), spared })));
      assert.equal(hiding.withMark('empty').length, 1 + Math.min(count, 12), `${count} in the box`);
    }
  });
});
