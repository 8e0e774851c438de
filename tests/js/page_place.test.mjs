// @ts-check
/** Where a text that has been read elsewhere is found in the page. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeAtEnd } from '../../extension/content/page_place.js';

/** @param {number} height of what the page shows of it */
const block = (height) => /** @type {Element} */ (/** @type {unknown} */ ({ getBoundingClientRect: () => ({ height }) }));

const AT = { share: 0.25, y: 300 };

test('a text that the page folds away is read on at the end of the line above it', () => {
  const [question, folded] = [block(20), block(0)];
  assert.deepEqual(placeAtEnd([question], AT), { element: question, ...AT });
  assert.deepEqual(placeAtEnd([question, folded, folded], AT), { element: question, share: 1, y: 300 });
  // What has gone from the page since.
  assert.deepEqual(placeAtEnd([question, undefined], AT), { element: question, share: 1, y: 300 });
  assert.equal(placeAtEnd([folded], AT), undefined);
});
