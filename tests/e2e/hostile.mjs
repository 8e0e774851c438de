// @ts-check
/**
 * Two walls stand between a page and the view, each tried alone: what comes through the core's typed body is put into a
 * live page as it is, and what the page wrote is put before the browser's sanitizer as if the body were broken.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { build } from 'esbuild';
import { ROOT } from './driving.mjs';
import { serve } from './server.mjs';

/** @typedef {{hits: number, foreign: string[], addresses: string[], names: string[]}} Seen */

/** What neither wall may let through: all that runs, loads by itself, frames, asks, or is a name for the page's scripts. */
const FORBIDDEN = [
  'script', 'style', 'link', 'meta', 'base', 'iframe', 'frame', 'object', 'embed', 'applet', 'form', 'input', 'button', 'select',
  'textarea', 'svg', 'template', 'dialog', 'slot', 'marquee', 'portal', 'noscript', 'title', 'annotation-xml', 'maction', 'mglyph',
];

/** @param {string} name a file of tests/hostile */
const lines = (name) => readFileSync(join(ROOT, 'tests', 'hostile', name), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));

function vectors() {
  const addresses = lines('addresses.txt');
  return [...lines('places.txt').flatMap((place) => addresses.map((address) => place.replaceAll('{}', address))), ...lines('markup.txt')];
}

const PAGE = `<!doctype html><title>Walls</title><body><div id="before">words</div><main></main>
<script>hits = 0; hit = () => { hits += 1; }; browser = { i18n: { getMessage: (key) => key } };</script>
<script src="/walls.js"></script></body>`;

/** A page with both walls in it: the core's full module, and the file that makes elements of a string. */
async function serveWalls() {
  const source = `
    import init, { extractHtml } from './dist/www/pkg/quietpage.js';
    import { insertArticle } from './extension/reader/insert_article.js';
    const ready = init({ module_or_path: '/quietpage_bg.wasm' });
    globalThis.walls = {
      ready: () => ready.then(() => true),
      body: (html) => extractHtml(html, 'https://news.example/story', { keep: 'selected' }).article.html,
      insertArticle,
    };`;
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: ROOT },
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'error',
    define: { 'import.meta.url': 'location.href' },
  });
  return serve({
    '/walls.html': { type: 'text/html; charset=utf-8', body: PAGE },
    '/walls.js': { type: 'text/javascript', body: outputFiles[0].text },
    '/quietpage_bg.wasm': { type: 'application/wasm', body: readFileSync(join(ROOT, 'dist', 'www', 'pkg', 'quietpage_bg.wasm')) },
  });
}

/**
 * Puts vectors into a live page, one after the other, and looks at what became of each and of the page.
 *
 * @param {import('./browsers.mjs').Page} page
 * @param {'body' | 'sanitizer'} wall the one that stands
 * @returns {Promise<{tried: number, found: {vector: string, found: string}[]}>}
 */
const tried = (page, wall) =>
  page.evaluate(
    async (wall, all, forbidden) => {
      const scope = /** @type {any} */ (globalThis);
      await scope.walls.ready();
      const story = `<p>${'Residents voted to keep the last car ferry across the sound. '.repeat(4)}</p>`;
      const main = document.querySelector('main');
      if (!main) throw new Error('no main');
      const pageBefore = document.documentElement.outerHTML;
      /** @type {{vector: string, found: string}[]} */
      const found = [];
      // Of pictures' and links' addresses these alone; the rest is not there at all.
      const harmless = /^(https?:|mailto:|#qp-)/;
      let tried = 0;
      for (const vector of all) {
        const hitsBefore = scope.hits;
        if (wall === 'body') main.innerHTML = scope.walls.body(`<!doctype html><body>${story}${vector}${story}`);
        else scope.walls.insertArticle(main, `${story}${vector}${story}`);
        tried += 1;
        const say = (/** @type {string} */ what) => found.push({ vector, found: what });
        for (const element of main.querySelectorAll('*')) {
          if (forbidden.includes(element.localName)) say(`<${element.localName}>`);
          if (element.shadowRoot) say('a shadow root');
          for (const { name, value } of element.attributes) {
            if (/^on|^style$|^is$|^action$|^formaction$|^ping$|^popover|^command|xlink/.test(name)) say(`${name}=${value}`);
            const isAddress = ['href', 'src', 'poster'].includes(name);
            if (isAddress && wall === 'body' && !harmless.test(value)) say(`${name}=${value}`);
          }
          // Other schemes than this one the sanitizer leaves to the browser, which runs nothing of them in a page.
          if (element instanceof HTMLAnchorElement && element.protocol === 'javascript:') say(`href=${element.href}`);
        }
        // Handlers of what failed to load run a moment later.
        if (tried % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 30));
        if (scope.hits !== hitsBefore) say('it ran');
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
      if (scope.hits > 0) found.push({ vector: 'one of all', found: `${scope.hits} ran` });
      main.replaceChildren();
      if (document.documentElement.outerHTML !== pageBefore) found.push({ vector: 'one of all', found: 'the page is another' });
      return { tried, found };
    },
    wall,
    vectors(),
    FORBIDDEN,
  );

/** @param {import('./main.mjs').Bench} bench */
export function hostile(bench) {
  describe('of what a hostile page wrote, nothing runs and nothing is more than text', () => {
    for (const wall of /** @type {const} */ (['body', 'sanitizer'])) {
      test(`by the ${wall} alone`, async () => {
        const served = await serveWalls();
        try {
          const page = await bench.quiet.open(served.url('walls.html'));
          const { tried: count, found } = await tried(page, wall);
          assert.ok(count >= 2_700, `${count} tried`);
          assert.deepEqual(found, []);
          await page.close();
        } finally {
          await served.close();
        }
      });
    }

    test('and a hit would be seen', async () => {
      const served = await serveWalls();
      try {
        const page = await bench.quiet.open(served.url('walls.html'));
        const hits = await page.evaluate(async () => {
          const main = document.querySelector('main');
          if (main) main.innerHTML = '<img src="x:x" onerror="hit()">';
          await new Promise((resolve) => setTimeout(resolve, 300));
          return /** @type {any} */ (globalThis).hits;
        });
        assert.equal(hits, 1);
        await page.close();
      } finally {
        await served.close();
      }
    });
  });
}
