// @ts-check
/** What a soak is judged by: chance that can be repeated, and whether memory is flat. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chanceOf } from '../soak/chance.mjs';
import { comparedHalves } from '../soak/flat.mjs';
import { difference } from '../soak/seen.mjs';

const drawn = (/** @type {number} */ seed, /** @type {number} */ visit) => {
  const { below } = chanceOf(seed, visit);
  return Array.from({ length: 20 }, () => below(1000));
};

describe('chance', () => {
  test('is the same for the same seed and visit, and another for each other', () => {
    assert.deepEqual(drawn(7, 3), drawn(7, 3));
    assert.notDeepEqual(drawn(7, 3), drawn(7, 4));
    assert.notDeepEqual(drawn(7, 3), drawn(8, 3));
  });

  test('draws by weight, and all there is', () => {
    const chance = chanceOf(1, 0);
    const counts = { rare: 0, often: 0 };
    for (let n = 0; n < 1000; n++) counts[chance.weighted([{ name: /** @type {const} */ ('rare'), weight: 1 }, { name: /** @type {const} */ ('often'), weight: 9 }]).name] += 1;
    assert.ok(counts.rare > 50 && counts.rare < 200, JSON.stringify(counts));
    assert.deepEqual(new Set(Array.from({ length: 100 }, () => chance.oneOf('abc'.split('')))), new Set(['a', 'b', 'c']));
  });
});

describe('memory', () => {
  const looks = (/** @type {(at: number) => number} */ nodes) => Array.from({ length: 12 }, (_, at) => ({ nodes: nodes(at), moduleKB: 1000 * at }));
  const grown = (/** @type {(at: number) => number} */ nodes) => comparedHalves(looks(nodes)).filter(({ isGrown }) => isGrown).map(({ what }) => what);

  test('that goes up and down is flat, also where the first looks are of more or less', () => {
    assert.deepEqual(grown((at) => 1000 + (at % 3) * 300), []);
    assert.deepEqual(grown((at) => (at < 2 ? 0 : 9000)), []);
    assert.deepEqual(grown((at) => (at < 2 ? 90_000 : 1000)), []);
  });

  test('of which each page leaves something behind has grown; that of the module may', () => {
    assert.deepEqual(grown((at) => 1000 + at * 200), ['nodes']);
  });

  test('of too few looks is not compared', () => {
    assert.deepEqual(comparedHalves(looks(() => 1).slice(0, 6)), []);
  });
});

test('a difference is shown where it begins', () => {
  assert.match(difference('<p class="a">x</p>', '<p class="b">x</p>'), /^at 10 of 18 and 18/);
});
