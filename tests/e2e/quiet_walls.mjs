// @ts-check
/** Walls and dialogs before a page in quiet in place. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertCanBeRead, inPlaceGone, lookedAtAnew, openInPlace, pressInBar, seenOf } from './in_place.mjs';
import { stateOf } from './page_state.mjs';
import { eventually } from './reader.mjs';
import { PARAGRAPHS } from './story.mjs';

/** @param {import('./main.mjs').Bench} bench */
export function quietWalls(bench) {
  describe('before walls', () => {
    test('a wall of consent that locks, dims, blurs and holds the page is gone, and the page scrolls and can be used', async () => {
      const page = await bench.quiet.open(bench.served.url('quiet-wall'));
      await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelectorAll('.story-body p')[1]));
      const before = await stateOf(page);
      assert.equal((await openInPlace(bench.quiet, page)).state, 'quiet');
      assert.equal(await seenOf(page, '.dimmer, .consent'), 0);
      assert.equal(await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector('.grid'))).filter), 'none');
      assert.equal(await page.evaluate(() => document.querySelector('.grid')?.matches('[inert], [aria-hidden=true]')), false);
      await page.mouse.move(500, 450);
      await page.mouse.wheel({ deltaY: 80 });
      await eventually(async () => (await page.evaluate(() => scrollY)) > 0, 'scrolling');
      await assertCanBeRead(page, PARAGRAPHS);
      await page.evaluate(() => scrollTo(0, 0));
      await bench.quiet.click(page);
      await inPlaceGone(page);
      await eventually(async () => JSON.stringify(await stateOf(page)) === JSON.stringify(before), 'the page as it was').catch(() => undefined);
      assert.deepEqual(await stateOf(page), before);
      await page.close();
    });

    test('a wall that comes late and that the page withdraws again leaves the page free', async () => {
      const page = await bench.quiet.open(bench.served.url('quiet-wall'));
      await page.evaluate(() => document.querySelectorAll('.dimmer, .consent').forEach((wall) => wall.remove()));
      await page.evaluate(() => ['inert', 'aria-hidden'].forEach((name) => document.querySelector('.grid')?.removeAttribute(name)));
      assert.equal((await openInPlace(bench.quiet, page)).state, 'quiet');
      await page.evaluate(() => document.querySelector('main')?.setAttribute('inert', ''));
      await page.evaluate(() => document.querySelector('main')?.setAttribute('aria-hidden', 'true'));
      const isHeld = () => page.evaluate(() => document.querySelector('main')?.matches('[inert], [aria-hidden=true]'));
      await eventually(async () => !(await isHeld()), 'the text let go of');
      await page.evaluate(() => document.querySelector('main')?.removeAttribute('inert'));
      await page.evaluate(() => document.querySelector('main')?.removeAttribute('aria-hidden'));
      await bench.quiet.click(page);
      await inPlaceGone(page);
      assert.equal(await isHeld(), false);
      await page.close();
    });

    test('what holds the page while a viewer is open that the person has opened goes on holding it', async () => {
      const page = await bench.quiet.open(bench.served.url('quiet-wall'));
      assert.equal((await openInPlace(bench.quiet, page)).state, 'quiet');
      await page.evaluate(() =>
        document.querySelector('.story-body p')?.addEventListener('click', () => document.querySelector('main')?.setAttribute('inert', '')),
      );
      await page.click('.story-body p');
      // What comes within two seconds is the person's doing; then all of the page is looked at.
      await sleep(2100);
      await lookedAtAnew(page);
      assert.ok(await page.evaluate(() => document.querySelector('main')?.inert));
      await page.close();
    });

    test('a modal dialog of the page that is no text lets go of it, unanswered, and holds it again at the end', async () => {
      const page = await bench.quiet.open(bench.served.url('quiet-modal'));
      const before = await stateOf(page);
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'accept');
      assert.equal((await openInPlace(bench.quiet, page)).state, 'quiet');
      assert.equal(await seenOf(page, '#wall'), 0);
      await assertCanBeRead(page, PARAGRAPHS);
      await page.evaluate(() => scrollTo(0, 0));
      await pressInBar(page, 'leave');
      await inPlaceGone(page);
      assert.ok(await page.evaluate(() => document.querySelector('#wall')?.matches(':modal')));
      await eventually(async () => JSON.stringify(await stateOf(page)) === JSON.stringify(before), 'the page as it was').catch(() => undefined);
      assert.deepEqual(await stateOf(page), before);
      // What the dialog tells it tells before the next frame but one.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      assert.deepEqual(await page.evaluate(() => Reflect.get(globalThis, 'told')), []);
      await page.evaluate(() => document.querySelector('dialog')?.close());
      // The last two are tasks of their own, in whichever order.
      await eventually(() => page.evaluate(() => Reflect.get(globalThis, 'told').toSorted().join() === 'beforetoggle,close,toggle'), 'what the page does itself, told');
      await page.close();
    });

    test('a modal dialog that the page closes meanwhile is closed at the end', async () => {
      const page = await bench.quiet.open(bench.served.url('quiet-modal'));
      assert.equal((await openInPlace(bench.quiet, page)).state, 'quiet');
      const told = await page.evaluate(async () => {
        const wall = /** @type {HTMLDialogElement} */ (document.querySelector('#wall'));
        const closed = new Promise((resolve) => wall.addEventListener('close', resolve, { once: true }));
        if (wall.open) wall.close('too late');
        return Promise.race([closed.then(() => wall.returnValue), new Promise((resolve) => setTimeout(resolve, 2000, 'nothing'))]);
      });
      assert.equal(told, 'too late');
      await bench.quiet.click(page);
      await inPlaceGone(page);
      assert.equal(await page.evaluate(() => document.querySelector('#wall')?.matches('[open]')), false);
      await page.close();
    });

    test('a wall that the page opens again at once is seen, and is not given back once it has been answered', async () => {
      const page = await bench.quiet.open(bench.served.url('quiet-modal'));
      await page.evaluate(() => {
        const wall = /** @type {HTMLDialogElement} */ (document.querySelector('#wall'));
        document.querySelector('#accept')?.addEventListener('click', () => wall.close());
        const guard = new MutationObserver(() => {
          guard.disconnect();
          wall.close();
          wall.showModal();
        });
        guard.observe(wall, { attributeFilter: ['open'] });
      });
      assert.equal((await openInPlace(bench.quiet, page)).state, 'quiet');
      await eventually(async () => (await seenOf(page, '#wall:modal')) === 1, 'the wall again');
      await page.click('#accept');
      await assertCanBeRead(page, PARAGRAPHS);
      await bench.quiet.click(page);
      await inPlaceGone(page);
      assert.equal(await page.evaluate(() => document.querySelector('#wall')?.matches('[open]')), false);
      await page.close();
    });

    test('a dialog that is opened while it is quiet stays open', async () => {
      const page = await bench.quiet.open(bench.served.url('quiet-grid'));
      assert.equal((await openInPlace(bench.quiet, page)).state, 'quiet');
      await page.evaluate(() => document.querySelector('.story-body p')?.after(document.createElement('dialog')));
      await page.evaluate(() => {
        const dialog = /** @type {HTMLDialogElement} */ (document.querySelector('dialog'));
        dialog.innerHTML = '<ul><li><a href="/1">Share</a></li><li><a href="/2">Print</a></li><li><a href="/3">Subscribe now</a></li></ul>';
        dialog.showModal();
      });
      await lookedAtAnew(page);
      assert.equal(await seenOf(page, 'dialog:modal, dialog a'), 4);
      await page.close();
    });
  });
}
