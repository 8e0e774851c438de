// @ts-check
/** What was left out: how it is grouped, why it went, and where in the reader it would stand. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { grouped } from '../../extension/left_out/groups.js';
import { setApart } from '../../extension/left_out/pieces.js';
import { cutsBetween, pageBlocks } from '../../extension/reader/page_blocks.js';

/** @param {Partial<Quietpage.Block>} values @returns {Quietpage.Block} */
const block = (values) => ({
  ordinal: 0, score: 0.3, kept: false, chars: 60, linkDensity: 0, because: 'scored_low', reasons: [], words: 10, links: 0, shape: 's', text: '', near: false,
  ...values,
});

const [FIRST, SECOND, THIRD] = ['The first paragraph of the story, which says what it is about.', 'The second goes on from there, as second ones do.', 'And the third ends it.'];

describe('the list', () => {
  test('has what the person decided first, then what stands near, then the rest with the furniture last', () => {
    const blocks = [
      block({ ordinal: 1, because: 'furniture', score: 0.02 }),
      block({ ordinal: 2 }),
      block({ ordinal: 3, kept: true, because: 'kept' }),
      block({ ordinal: 4, near: true, score: 0.01 }),
      block({ ordinal: 5, kept: true, because: 'brought_back', near: true }),
      block({ ordinal: 6, because: 'hidden_by_person', near: true }),
      block({ ordinal: 7, score: 0.05 }),
      block({ ordinal: 8, because: 'on_other_pages', score: 0.4 }),
    ];
    const ordinals = Object.fromEntries(Object.entries(grouped(blocks)).map(([name, those]) => [name, those.map(({ ordinal }) => ordinal)]));
    assert.deepEqual(ordinals, { decided: [5, 6], near: [4], around: [2], furniture: [1, 7, 8] });
  });
});

describe('what is shown of a block', () => {
  test('has a space where its pieces are set apart by style alone, and only there', () => {
    for (const [pieces, apart] of /** @type {[string[], string][]} */ ([
      [['Advertisement', 'RAIN? NOT WITH US!'], 'Advertisement RAIN? NOT WITH US!'],
      [['12', 'Comments', 'Share'], '12 Comments Share'],
      [['Read more ', 'About it'], 'Read more About it'],
      [['O', 'nce upon a time'], 'Once upon a time'],
      [['The iPhone of McDonald'], 'The iPhone of McDonald'],
      [['Menu', '', 'Search'], 'Menu Search'],
      [['In US$$5', 'Buy$$'], 'In US$$5 Buy$$'],
      [['Now from 5', 'A$1 $&'], 'Now from 5 A$1 $&'],
      [[], 'TheCore knows no piece of it'],
    ])) {
      const text = pieces.length > 0 ? pieces.join('') : apart;
      assert.equal(setApart(text, pieces), apart);
      assert.equal(setApart(apart, pieces), apart, 'twice');
    }
  });

  test('is found soon in a text without spaces, as long as it may be', () => {
    const long = 'x'.repeat(1_000_000);
    assert.equal(setApart(`${long}Y`, [long, 'Y']), `${long} Y`);
  });
});

describe('a block of the reader', () => {
  test('stands for the element of the page with its text', () => {
    assert.deepEqual(pageBlocks([FIRST, SECOND], ['Headline', FIRST, SECOND]), [[1], [2]]);
  });

  test('that is a list stands for all its items', () => {
    assert.deepEqual(pageBlocks([FIRST, 'One thing Another thing A third', THIRD], [FIRST, 'One thing', 'Another thing', 'A third', THIRD]), [[0], [1, 2, 3], [4]]);
  });

  test('shares its element with the other where the page has one for both', () => {
    assert.deepEqual(pageBlocks([FIRST, SECOND, THIRD], [`${FIRST} ${SECOND}`, THIRD]), [[0], [0], [1]]);
  });

  test('that is a picture stands for what is between its neighbours', () => {
    assert.deepEqual(pageBlocks([FIRST, '', SECOND], [FIRST, 'Photo: me', SECOND]), [[0], [1], [2]]);
    assert.deepEqual(pageBlocks([FIRST, '', SECOND], [FIRST, SECOND]), [[0], [], [1]]);
  });

  test('never stands for another’s text', () => {
    const items = Array.from({ length: 80 }, (_, at) => `Item number ${at} of a long list`);
    const [list, ...after] = pageBlocks([items.join(' '), FIRST, SECOND], [...items, FIRST, SECOND]);
    assert.deepEqual(list, [...items.keys()]);
    for (const [at, found] of after.entries()) assert.ok(found.every((index) => index === items.length + at), `${found}`);
    assert.deepEqual(pageBlocks([FIRST, '', '', SECOND], [FIRST, 'Photo: me', 'Photo: you', SECOND]), [[0], [], [], [3]]);
  });

  test('of which nothing is known stands for nothing', () => {
    assert.deepEqual(pageBlocks(['Of nowhere', FIRST], [FIRST]), [[], [0]]);
    assert.deepEqual(pageBlocks([FIRST], []), [[]]);
  });
});

describe('a cut', () => {
  const near = (/** @type {number} */ ordinal, /** @type {Partial<Quietpage.Block>} */ values = {}) => block({ ordinal, near: true, ...values });

  test('is where something seen on the page was left out between two blocks', () => {
    const cuts = cutsBetween([near(5), near(12), near(13), near(14, { because: 'not_rendered' }), near(30)], [10, 20, 25]);
    assert.deepEqual(cuts.map(({ after, blocks }) => [after, blocks.map(({ ordinal }) => ordinal)]), [[0, [12, 13]]]);
  });

  test('is none above the text, under it, or far from it', () => {
    assert.deepEqual(cutsBetween([near(1), near(99), block({ ordinal: 15 })], [10, 20]), []);
    assert.deepEqual(cutsBetween([near(15)], [-1, -1]), []);
  });
});
