// @ts-check
/** The article's pictures by themselves. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { clickInView, inView, placeOf } from './in_view.mjs';
import { PICTURES } from './long_story.mjs';
import { eventually, leaveByEscape, openReader, view } from './reader.mjs';
import { storeOnly } from './sheet.mjs';

const [FERRY, HARBOUR] = PICTURES.map(([, caption]) => caption);
const ENLARGE = 'button.enlarge';

/** @typedef {import('./browsers.mjs').Page} Page */

/** @param {Page} page */
const shown = (page) =>
  inView(page, (root) => {
    const dialog = root.querySelector('dialog.lightbox');
    const picture = dialog?.querySelector('img');
    if (!dialog?.matches(':modal') || !picture) return null;
    const { x, y, width, height } = picture.getBoundingClientRect();
    return { alt: picture.alt, src: new URL(picture.src).pathname, caption: dialog.querySelector('.caption')?.textContent, x, y, width, height };
  });

/** @param {import('./main.mjs').Bench} bench */
export function lightboxTests(bench) {
  async function reading() {
    const page = await bench.quiet.open(bench.served.url('aids'));
    assert.equal((await openReader(bench.quiet, page)).state, 'reading');
    await inView(page, (root) => root.querySelector('article figure')?.scrollIntoView({ block: 'center' }));
    await eventually(() => inView(page, (root) => root.querySelector('button.enlarge') !== null), 'the picture');
    return page;
  }

  /** Opens the first picture. */
  async function looking() {
    const page = await reading();
    await clickInView(page, ENLARGE);
    await eventually(async () => ((await shown(page))?.width ?? 0) > 100, 'the picture by itself');
    return page;
  }

  describe('a picture', () => {
    // The place that another test read to is none of these.
    beforeEach(() => storeOnly(bench.quiet, {}));

    test('is shown by itself with its caption, then the next; Escape gives the focus back', async () => {
      const page = await reading();
      await inView(page, (root) => /** @type {HTMLElement} */ (root.querySelector('button.enlarge')).focus());
      await page.keyboard.press('Enter');
      const first = await eventually(() => shown(page), 'the picture by itself');
      assert.deepEqual([first.alt, first.caption], [FERRY, FERRY]);
      await page.keyboard.press('ArrowRight');
      const second = await eventually(async () => ((await shown(page))?.alt === HARBOUR ? shown(page) : null), 'the next');
      assert.equal(second?.caption, HARBOUR);
      await eventually(async () => (await shown(page))?.src === '/harbour-large.svg', 'the largest of the page’s candidates');
      await page.keyboard.press('ArrowRight');
      assert.equal((await shown(page))?.alt, HARBOUR, 'there is no third');
      await clickInView(page, '.lightbox [data-action=previous]');
      assert.equal((await shown(page))?.alt, FERRY);
      await page.keyboard.press('Escape');
      assert.equal(await shown(page), null);
      assert.equal((await view(page))?.state, 'reading');
      assert.match(await inView(page, (root) => root.activeElement?.getAttribute('aria-label') ?? ''), new RegExp(`: ${FERRY}$`));
      await leaveByEscape(page);
      await page.close();
    });

    test('is enlarged and moved: by keys, buttons, wheel, double click and drag', async () => {
      const page = await looking();
      const sizes = async () => /** @type {NonNullable<Awaited<ReturnType<typeof shown>>>} */ (await shown(page));
      const fitting = await sizes();
      await page.keyboard.press('+');
      assert.equal(Math.round((await sizes()).width), Math.round(fitting.width * 1.5));
      await clickInView(page, '.lightbox [data-action=zoom_in]');
      await clickInView(page, '.lightbox [data-action=zoom_in]');
      const large = await sizes();
      await page.keyboard.press('ArrowRight');
      assert.ok((await sizes()).x < large.x, 'the right of it comes into sight');
      const { x, y, width, height } = await placeOf(page, '.lightbox .frame');
      const [middleX, middleY] = [x + width / 2, y + height / 2];
      const before = await sizes();
      await page.mouse.move(middleX, middleY);
      await page.mouse.down();
      await page.mouse.move(middleX + 60, middleY + 40, { steps: 4 });
      await page.mouse.up();
      const after = await sizes();
      assert.deepEqual([Math.round(after.x - before.x), Math.round(after.y - before.y)], [60, 40]);
      await page.keyboard.press('0');
      assert.equal((await sizes()).width, fitting.width);
      await page.mouse.wheel({ deltaY: -200 });
      await eventually(async () => (await sizes()).width > fitting.width, 'the wheel');
      await page.mouse.click(middleX, middleY, { count: 2 });
      assert.equal((await sizes()).width, fitting.width);
      await page.mouse.click(x + 5, middleY);
      assert.equal(await shown(page), null, 'a click beside it closes');
      await page.close();
    });

    test('asks for nothing but what the page names', async () => {
      const page = await bench.quiet.open(bench.served.url('aids'));
      bench.served.requests.length = 0;
      await openReader(bench.quiet, page);
      await inView(page, (root) => root.querySelector('article figure')?.scrollIntoView({ block: 'center' }));
      await eventually(() => inView(page, (root) => root.querySelector('button.enlarge') !== null), 'the picture');
      await clickInView(page, ENLARGE);
      await page.keyboard.press('ArrowRight');
      await eventually(async () => (await shown(page))?.alt === HARBOUR, 'the next');
      const allowed = ['/picture.svg', '/harbour.svg', '/harbour-large.svg'];
      assert.deepEqual(bench.served.requests.filter((path) => !allowed.includes(path)), []);
      await page.close();
    });

    test('has its controls within a window of 320 px, large enough', async () => {
      const page = await looking();
      await page.setViewport({ width: 320, height: 480 });
      const wrong = await inView(page, (root) =>
        [...root.querySelectorAll('.lightbox button')].filter((one) => {
          const { left, right, width, height } = one.getBoundingClientRect();
          return left < 0 || right > 320 || Math.min(width, height) < 24 || !one.getAttribute('aria-label');
        }).length,
      );
      assert.equal(wrong, 0);
      await page.close();
    });
  });
}
