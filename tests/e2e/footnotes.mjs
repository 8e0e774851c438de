// @ts-check
/** Notes, shown where they are called. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { clickInView, focusedText, inView, placeOf } from './in_view.mjs';
import { NOTE } from './long_story.mjs';
import { leaveByEscape, openReader, view } from './reader.mjs';
import { storeOnly } from './sheet.mjs';

const PANEL = '[popover].note';
const CALL = 'article sup a';

/** @typedef {import('./browsers.mjs').Page} Page */

/** @param {Page} page */
const shown = (page) =>
  inView(page, (root) => {
    const panel = root.querySelector('[popover].note');
    return panel?.matches(':popover-open') ? { text: panel.querySelector('.text')?.textContent?.trim(), name: panel.getAttribute('aria-label') } : null;
  });

/** @param {Page} page */
const toFirstCall = (page) => inView(page, (root) => root.querySelector('article sup a')?.scrollIntoView({ block: 'center' }));

/** @param {import('./main.mjs').Bench} bench */
export function footnoteTests(bench) {
  async function reading() {
    const page = await bench.quiet.open(bench.served.url('aids'));
    assert.equal((await openReader(bench.quiet, page)).state, 'reading');
    await toFirstCall(page);
    return page;
  }

  describe('a footnote', () => {
    // The place that another test read to is none of these.
    beforeEach(() => storeOnly(bench.quiet, {}));

    test('is shown beside its call, without its way back', async () => {
      const page = await reading();
      await clickInView(page, CALL);
      assert.deepEqual(await shown(page), { text: NOTE, name: 'Note 1' });
      const [call, note] = [await placeOf(page, CALL), await placeOf(page, PANEL)];
      const gap = Math.max(note.y - (call.y + call.height), call.y - (note.y + note.height));
      assert.ok(gap < 40, `${gap} px away`);
      assert.ok(note.x >= 0 && note.x + note.width <= 1280 && call.x >= note.x && call.x <= note.x + note.width);
      await page.mouse.click(call.x + 5, 10);
      assert.equal(await shown(page), null, 'a click elsewhere closes it');
      assert.equal(page.url(), bench.served.url('aids'));
      await page.close();
    });

    test('opens by the keyboard, and Escape brings back to its call, then out of the view', async () => {
      const page = await reading();
      await inView(page, (root) => /** @type {HTMLElement} */ (root.querySelector('article sup a')).focus());
      await page.keyboard.press('Enter');
      assert.equal((await shown(page))?.text, NOTE);
      assert.match(await focusedText(page), new RegExp(NOTE), 'the focus is in the note');
      await page.keyboard.press('Tab');
      assert.equal(await focusedText(page), 'Go to the note');
      await page.keyboard.press('Escape');
      assert.equal(await shown(page), null);
      assert.equal(await focusedText(page), '1');
      assert.equal((await view(page))?.state, 'reading');
      await leaveByEscape(page);
      await page.close();
    });

    test('can be gone to where it stands', async () => {
      const page = await reading();
      await clickInView(page, CALL);
      await clickInView(page, '[data-action=to-note]');
      assert.equal(await shown(page), null);
      const y = await inView(page, (root, note) => [...root.querySelectorAll('article li')].find((one) => one.textContent?.includes(note))?.getBoundingClientRect().top ?? -1, NOTE);
      assert.ok(y > 0 && y < 900, `${y} px`);
      await page.close();
    });

    test('lies at the foot of a narrow window, all of it to be seen', async () => {
      const page = await reading();
      await page.setViewport({ width: 320, height: 568 });
      await toFirstCall(page);
      await clickInView(page, CALL);
      const { x, y, width, height } = await placeOf(page, PANEL);
      assert.ok(x >= 0 && x + width <= 320 && y > 250 && y + height <= 568, JSON.stringify({ x, y, width, height }));
      await page.close();
    });
  });
}
