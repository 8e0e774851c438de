// @ts-check
/** The interface in a language that is read from right to left. */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchInLanguage } from './in_language.mjs';
import { inView } from './in_view.mjs';
import { PANELS, closePanel, openPanel } from './panels.mjs';
import { eventually, openReader } from './reader.mjs';
import { misfitsIn } from './reflow.mjs';

/** Where the toolbar stands beside the text, and where the settings do. */
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 320, height: 640 };

/**
 * Runs in a page: how far an element is from the window's edges, or, `text`, its first line's text.
 *
 * @param {ParentNode} root
 * @param {string} css
 */
const edges = (root, css) => {
  const found = /** @type {Element} */ (root.querySelector(css));
  const range = document.createRange();
  range.selectNodeContents(found);
  const { left, right } = found.getBoundingClientRect();
  const line = range.getBoundingClientRect();
  return { left, right: innerWidth - right, textLeft: line.left, textRight: innerWidth - line.right };
};

/** @param {import('./main.mjs').Bench} bench */
export function mirroredTests(bench) {
  describe('an interface from right to left', () => {
    /** @type {import('./browsers.mjs').Quiet} */
    let quiet;
    before(async () => (quiet = await launchInLanguage(bench.name, 'ar')));
    after(() => quiet?.close());

    test('is mirrored: buttons, contents and settings on the left; an English article is not', async () => {
      const page = await quiet.open(bench.served.url('everything'));
      await openReader(quiet, page);
      const sideOf = (/** @type {string} */ css) => inView(page, edges, css);
      const bar = await sideOf('.toolbar');
      assert.ok(bar.left < 40 && bar.right > 1000, JSON.stringify(bar));
      const [title, text] = [await sideOf('h1'), await sideOf('main')];
      assert.ok(title.textLeft - text.left < 5 && title.textRight > text.right + 5, JSON.stringify({ title, text }));
      const [settings, contents] = PANELS;
      await openPanel(quiet, page, contents);
      const list = await sideOf('#contents');
      assert.ok(list.left < 80 && list.right > 800, JSON.stringify(list));
      await closePanel(page, contents);
      await openPanel(quiet, page, settings);
      const sheet = await inView(
        page,
        (root) => {
          const dialog = /** @type {Element} */ (root.querySelector('.sheet')?.shadowRoot?.querySelector('dialog'));
          const [less, more] = [...dialog.querySelectorAll('.step')].map((one) => one.getBoundingClientRect().left);
          return { left: dialog.getBoundingClientRect().left, isMirrored: less > more, text: dialog.querySelector('h2')?.textContent };
        },
      );
      assert.equal(sheet.text, 'الإعدادات');
      assert.ok(sheet.left === 0 && sheet.isMirrored, JSON.stringify(sheet));
      assert.ok((await sideOf('main')).left > 300, 'the settings lie over the text');
      await page.close();
    });

    test('has its arrow keys lead to where they point', async () => {
      const page = await quiet.open(bench.served.url('everything'));
      await openReader(quiet, page);
      const left = () => inView(page, (root) => root.activeElement?.getBoundingClientRect().left ?? 0);
      await page.setViewport(PHONE);
      for (const css of ['.toolbar', '.player']) {
        if (css === '.player') await openPanel(quiet, page, /** @type {import('./panels.mjs').Panel} */ (PANELS.find(({ panel }) => panel === '.aloud-bar')));
        // Those of the player come with the file that reads.
        const focusSecond = () =>
          inView(page, (root, toolbar) => {
            const button = /** @type {HTMLElement | undefined} */ (root.querySelectorAll(`${toolbar} button:not([hidden])`)[1]);
            button?.focus();
            return button !== undefined;
          }, css);
        await eventually(focusSecond, `two buttons in ${css}`);
        const before = await left();
        await page.keyboard.press('ArrowLeft');
        const after = await left();
        assert.ok(after < before, `${css}: from ${before} to ${after}`);
        await page.keyboard.press('ArrowRight');
        assert.equal(await left(), before);
      }
      await page.close();
    });

    test('fits a window of 320 px', async () => {
      const page = await quiet.open(bench.served.url('everything'));
      await page.setViewport(PHONE);
      await openReader(quiet, page);
      assert.deepEqual(await misfitsIn(page), []);
      const close = await inView(page, edges, '[data-action=close]');
      assert.ok(close.right < 40, 'the way out is not where lines begin');
      for (const panel of PANELS) {
        await openPanel(quiet, page, panel);
        assert.deepEqual(await misfitsIn(page, panel.panel), [], panel.name);
        await closePanel(page, panel);
      }
      await page.close();
    });

    test('has its options mirrored, too', async () => {
      const page = await quiet.openOptions();
      for (const size of [DESK, PHONE]) {
        await page.setViewport(size);
        const found = await page.evaluate(`(() => {
          const edges = ${edges};
          const [less, more] = ['.step:first-child', '.step:last-child'].map((css) => edges(document, css).left);
          return { main: edges(document, 'main'), title: edges(document, 'h1'), isMirrored: less > more, direction: document.dir };
        })()`);
        const { main, title, isMirrored, direction } = /** @type {any} */ (found);
        assert.ok(direction === 'rtl' && isMirrored && title.textRight - main.right < 5, JSON.stringify(found));
        assert.deepEqual(await misfitsIn(page), []);
      }
      await page.close();
    });
  });
}
