// @ts-check
/** What axe-core finds, in every panel and state, in every theme. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { palettes } from '../../extension/reader/themes.js';
import { DEFAULTS } from '../../extension/shared/settings.js';
import { backgroundOf } from './chromium.mjs';
import { ROOT } from './driving.mjs';
import { inView } from './in_view.mjs';
import { PANELS, closePanel, openPanel } from './panels.mjs';
import { eventually, openReader, view } from './reader.mjs';
import { misfitsIn } from './reflow.mjs';
import { storeOnly } from './sheet.mjs';

const AXE = readFileSync(join(ROOT, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a theme can break. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Each theme, and what the system says; the first is what the others are compared with. */
const THEMES = [
  { theme: 'system', dark: false },
  { theme: 'system', dark: true },
  { theme: 'light', dark: true },
  { theme: 'dark', dark: false },
  { theme: 'sepia', dark: false },
  { theme: 'contrast', dark: false },
  { theme: 'contrast', dark: true },
  { theme: 'own', dark: false, ownBackground: '#123a2f', ownText: '#f2efe4', ownLink: '#ffd27a' },
];

/**
 * @param {typeof THEMES[number]} theme
 * @returns {string} its paper, as a computed style has it
 */
function paperOf({ dark, ...values }) {
  const { light, dark: night } = palettes(/** @type {Quietpage.Settings} */ ({ ...DEFAULTS, ...values }));
  const { paper } = dark ? night : light;
  return `rgb(${[1, 3, 5].map((at) => Number.parseInt(paper.slice(at, at + 2), 16)).join(', ')})`;
}

/**
 * What axe does not know: that the top layer lies above any z-index, and that a control without an appearance lets its
 * label be seen.
 */
const FOR_AXE = `.panel:popover-open, .lightbox, .sheet { z-index: 9 !important; } .sheet { position: relative; }
  .choices span { position: relative; }`;

/** @typedef {import('./browsers.mjs').Page} Page */

/**
 * @param {Page} page
 * @param {string} [within] a selector in the view's root; without it, all of the view, or of a page of the extension's own
 * @param {string[]} [rules] all, if not given
 * @param {string} [hostName] the view's element
 * @returns {Promise<string[]>} what is wrong, and the text whose contrast could not be seen
 */
export async function found(page, within, rules, hostName = 'quietpage-reader') {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(`(() => { ${AXE} })()`);
  return page.evaluate(
    async ({ css, only, tags, styles, name }) => {
      const host = document.querySelector(name);
      const part = css ? host?.shadowRoot?.querySelector(css) : null;
      // It looks for what is painted in the body alone. And the modal view makes the page inert, which it sees only in
      // the attribute.
      if (host && document.body !== host) {
        document.body.inert = true;
        Object.defineProperty(document, 'body', { get: () => host });
      }
      for (const root of [host ? host.shadowRoot : document, part?.shadowRoot]) {
        if (!root || Reflect.has(root, 'isForAxe')) continue;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(styles);
        root.adoptedStyleSheets.push(sheet);
        Reflect.set(root, 'isForAxe', true);
      }
      const { axe } = /** @type {any} */ (globalThis);
      const results = await axe.run(part?.shadowRoot?.querySelector('dialog') ?? part ?? host ?? document, {
        resultTypes: ['violations', 'incomplete'],
        preload: false,
        runOnly: only ? { type: 'rule', values: only } : { type: 'tag', values: tags },
      });
      const told = (/** @type {any} */ { id, nodes }) => nodes.map((/** @type {any} */ node) => `${id}: ${node.html.slice(0, 160)} (${node.any.concat(node.all, node.none)[0]?.message})`);
      // Text that is cut by the window's edge is seen elsewhere; signs are no text.
      const isUnseen = (/** @type {any} */ { any }) => any.some((/** @type {any} */ { data }) => !['elmPartiallyObscured', 'nonBmp'].includes(data?.messageKey));
      const unsure = results.incomplete
        .filter((/** @type {any} */ { id }) => id === 'color-contrast')
        .map((/** @type {any} */ { id, nodes }) => ({ id, nodes: nodes.filter(isUnseen) }));
      const contrasts = results.passes.concat(results.violations).find((/** @type {any} */ { id }) => id === 'color-contrast');
      if (!contrasts) return ['no text was seen'];
      return [...results.violations, ...unsure].flatMap(told);
    },
    { css: within, only: rules, tags: TAGS, styles: FOR_AXE, name: hostName },
  );
}

/** @param {import('./main.mjs').Bench} bench */
export function axeTests(bench) {
  /**
   * Has one theme after the other hold, in the view that is open.
   *
   * @param {Page} options
   * @param {Page} page
   * @param {(theme: typeof THEMES[number]) => Promise<void>} check
   * @returns {Promise<string[]>} the paper of each
   */
  async function inEveryTheme(options, page, check) {
    const papers = [];
    const paper = () => inView(page, (root) => getComputedStyle(/** @type {Element} */ (root.querySelector('dialog'))).backgroundColor);
    for (const theme of THEMES) {
      const { dark, ...values } = theme;
      // A colour on its way to another would be measured.
      await bench.quiet.useSystem(page, { dark, reducedMotion: true });
      await options.evaluate((changed) => (Reflect.get(globalThis, 'browser') ?? chrome).storage.local.set({ settings: { version: 2, values: changed } }), values);
      await eventually(async () => (await paper()) === paperOf(theme), `the paper of ${JSON.stringify(theme)}`);
      papers.push(await paper());
      await check(theme);
    }
    return papers;
  }

  describe('axe finds nothing', () => {
    beforeEach(() => storeOnly(bench.quiet, {}));
    afterEach(async () => bench.quiet.useSystem((await bench.quiet.browser.pages())[0], {}));

    test('in the article and whatever opens over it, in every theme', async () => {
      const { quiet, served } = bench;
      const options = await quiet.openOptions();
      const page = await quiet.open(served.url('everything'));
      assert.equal((await openReader(quiet, page)).state, 'reading');
      for (const panel of [undefined, ...PANELS]) {
        if (panel) await openPanel(quiet, page, panel);
        const papers = await inEveryTheme(options, page, async (theme) => {
          const where = `${panel?.name ?? 'the article'}, ${JSON.stringify(theme)}`;
          assert.deepEqual(await found(page, panel?.panel, theme === THEMES[0] ? undefined : COLOUR_RULES), [], where);
        });
        assert.equal(new Set(papers).size, 6, 'themes have the same paper');
        if (panel) await closePanel(page, panel);
      }
      await page.close();
      await options.close();
    });

    for (const { state, name, selected, notice } of [
      { state: 'failed', name: 'empty' },
      { state: 'reading', name: 'links', notice: 'show-everything' },
      { state: 'reading', name: 'two-texts', notice: 'other-text' },
      { state: 'reading', name: 'busy', selected: '.story-body p', notice: 'read-article' },
    ]) {
      test(`in the view of the page “${name}”${notice ? `, with the notice above it in every theme` : ''}`, async () => {
        const { quiet, served } = bench;
        const page = await quiet.open(served.url(name));
        if (selected) await page.evaluate((css) => getSelection()?.selectAllChildren(/** @type {Element} */ (document.querySelector(css))), selected);
        assert.equal((await openReader(quiet, page)).state, state);
        assert.deepEqual(await found(page), []);
        if (notice) {
          const options = await quiet.openOptions();
          await page.bringToFront();
          await inEveryTheme(options, page, async (theme) => {
            assert.ok(await inView(page, (root, action) => root.querySelector(`.offer [data-action=${action}]`)?.checkVisibility(), notice));
            assert.deepEqual(await found(page, '.offer', COLOUR_RULES), [], JSON.stringify(theme));
          });
          await options.close();
        }
        await page.close();
      });
    }

    test('in the marks, in every theme', async () => {
      const { quiet, served } = bench;
      const options = await quiet.openOptions();
      const page = await quiet.open(served.url('csp-none'));
      await page.setViewport({ width: 320, height: 640 });
      await openReader(quiet, page);
      await eventually(() => inView(page, (root) => root.querySelector('.cut-mark') !== null), 'the mark');
      assert.deepEqual(await found(page), []);
      await page.keyboard.press('j');
      await eventually(() => inView(page, (root) => root.querySelector('.block-mark')?.checkVisibility()), 'the frame');
      assert.deepEqual(await misfitsIn(page), []);
      // Of the text in the frame it cannot tell the ground.
      await inEveryTheme(options, page, async (theme) => {
        assert.deepEqual(await found(page, '.cuts', theme === THEMES[0] ? undefined : COLOUR_RULES), [], JSON.stringify(theme));
      });
      await page.close();
      await options.close();
    });

    // Firefox lets nobody into the background, to hold its answer back.
    if (bench.name === 'chrome') {
      test('while the core is at work', async () => {
        const worker = await backgroundOf(bench.quiet.browser);
        await worker.evaluate(() => {
          const { local } = chrome.storage;
          const { get } = local;
          const released = new Promise((resolve) => Reflect.set(globalThis, 'release', resolve));
          local.get = /** @type {any} */ (async (/** @type {any} */ keys) => {
            await released;
            local.get = get;
            return Reflect.apply(get, local, [keys]);
          });
        });
        const page = await bench.quiet.open(bench.served.url('everything'));
        await bench.quiet.click(page);
        try {
          await eventually(() => inView(page, (root) => root.querySelector('[role=status] progress') !== null).catch(() => false), 'the waiting');
          assert.deepEqual(await found(page), []);
          assert.equal((await view(page))?.state, 'loading');
        } finally {
          await worker.evaluate(() => Reflect.get(globalThis, 'release')());
        }
        await eventually(async () => (await view(page))?.state === 'reading', 'the article');
        await page.close();
      });
    }

    for (const [path, ready] of [
      ['options/options.html', '.said'],
      ['notice/notice.html?reason=blocked', 'h1:not(:empty)'],
    ]) {
      test(`in ${path}, by day and by night`, async () => {
        await storeOnly(bench.quiet, {
          'look:news.example': { version: 2, values: { measure: 50 } },
          'corrections:news.example': { version: 1, at: 1, corrections: [{ keep: true, shape: 'in p 0 one ', words: 'A note', on: true }] },
          settings: { version: 2, values: { theme: 'own' } },
        });
        const page = await bench.quiet.openOwn(path, ready);
        await page.bringToFront();
        assert.deepEqual(await found(page), []);
        const paper = () => page.evaluate(() => ['html', 'body'].map((one) => getComputedStyle(/** @type {Element} */ (document.querySelector(one))).backgroundColor).join());
        const day = await paper();
        await bench.quiet.useSystem(page, { dark: true, reducedMotion: true });
        await eventually(async () => (await paper()) !== day, 'the night');
        assert.deepEqual(await found(page, undefined, COLOUR_RULES), []);
        await page.close();
      });
    }
  });
}
