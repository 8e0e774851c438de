// @ts-check
/** What a screen reader is told of the view. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { PANELS, openPanel } from './panels.mjs';
import { eventually, openReader } from './reader.mjs';
import { storeOnly } from './sheet.mjs';
import { NOISE, TITLE } from './story.mjs';

const LANDMARKS = ['banner', 'main', 'navigation', 'complementary', 'search', 'form', 'dialog', 'alertdialog', 'toolbar'];
/** As the browsers call them. */
const CONTROLS = /^(button|pushbutton|togglebutton|buttonmenu|link|checkbox|check ?button|switch|radio|radiobutton|slider|combobox|textbox|entry|summary|disclosuretriangle)$/i;

/** @param {import('./main.mjs').Bench} bench */
export function accessibleTreeTests(bench) {
  /** @param {string} name */
  async function reading(name) {
    const page = await bench.quiet.open(bench.served.url(name));
    await bench.quiet.accessibleTree(page);
    assert.equal((await openReader(bench.quiet, page)).state, 'reading');
    return page;
  }

  /**
   * @param {import('./browsers.mjs').Page} page
   * @param {string} name of something that is in it
   */
  const treeWith = (page, name) =>
    eventually(async () => {
      const tree = await bench.quiet.accessibleTree(page);
      return tree.some((one) => one.name === name) ? tree : null;
    }, `“${name}”`);

  /** @param {import('./browsers.mjs').Accessible[]} tree */
  const landmarks = (tree) => tree.filter(({ role }) => LANDMARKS.includes(role)).map(({ role, name }) => (name ? `${role}: ${name}` : role));
  /** @param {import('./browsers.mjs').Accessible[]} tree */
  const nameless = (tree) => tree.filter(({ role, name }) => CONTROLS.test(role) && !name.trim());

  describe('a screen reader', () => {
    beforeEach(() => storeOnly(bench.quiet, {}));

    test('finds the article: headings in order, its parts by name, and nothing of the page beneath', async () => {
      const page = await reading('everything');
      const tree = await treeWith(page, 'The crossing');
      assert.deepEqual(landmarks(tree), [`dialog: ${TITLE}`, 'toolbar: Reader view', 'main']);
      const headings = tree.filter(({ role }) => role === 'heading').map(({ level, name }) => `${level} ${name}`);
      assert.deepEqual(headings, [`1 ${TITLE}`, '2 The vote', '3 What it costs', '2 The work', '2 The crossing']);
      assert.deepEqual(nameless(tree), []);
      assert.ok(tree.filter(({ role }) => CONTROLS.test(role)).length > 10);
      await page.close();
    });

    test('hears nothing of the page beneath', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-none'));
      const [noise] = NOISE;
      await treeWith(page, noise);
      await openReader(bench.quiet, page);
      const tree = await treeWith(page, 'Read so far');
      assert.deepEqual(tree.filter(({ name }) => NOISE.includes(name)), []);
      await page.close();
    });

    test('finds the settings by name and nothing beneath them', async () => {
      const page = await reading('everything');
      await openPanel(bench.quiet, page, PANELS[0]);
      const tree = await treeWith(page, 'Line length');
      assert.deepEqual(landmarks(tree), ['dialog: Settings']);
      assert.deepEqual(nameless(tree), []);
      const headings = tree.filter(({ role }) => role === 'heading').map(({ level }) => level);
      assert.deepEqual([headings[0], ...new Set(headings.slice(1))], [2, 3]);
      await page.close();
    });
  });
}
