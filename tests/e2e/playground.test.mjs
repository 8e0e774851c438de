// @ts-check
/** The playground, in each browser: `node --test tests/e2e/playground.test.mjs`, after a build. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

/** @typedef {import('puppeteer-core').Page} Page */

const SITE = fileURLToPath(new URL('../../dist/www', import.meta.url));
const VIEWPORT = { width: 1280, height: 900 };

/** The site is a page like any other: no extension is needed, so that these are plain browsers. */
const LAUNCHERS = {
  chrome: () =>
    puppeteer.launch({
      executablePath: process.env.QUIETPAGE_CHROMIUM ?? '/usr/bin/chromium',
      pipe: true,
      defaultViewport: VIEWPORT,
      args: [
        ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
        // Chromium's sandbox refuses to run as root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    }),
  firefox: () =>
    puppeteer.launch({
      browser: 'firefox',
      executablePath: process.env.QUIETPAGE_FIREFOX ?? '/usr/bin/firefox-esr',
      defaultViewport: VIEWPORT,
    }),
};

const HEADLINE = 'Island keeps its last ferry, by one vote';
const SENTENCE = 'The council of Hvaløya voted late on Thursday to buy the Havsula';

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** A plain static server of dist/www, that remembers what was asked of it. */
async function serveSite() {
  /** @type {string[]} */
  const requests = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    requests.push(pathname);
    readFile(join(SITE, normalize(pathname))).then(
      (bytes) => response.writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'text/plain' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the site has no port');
  return {
    origin: `http://127.0.0.1:${bound.port}`,
    requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @param {Page} page */
async function settled(page) {
  await page.waitForFunction(() => ['done', 'failed'].includes(document.body.dataset.state ?? ''), { timeout: 20_000 });
}

/**
 * @param {Page} page
 * @param {string} name
 */
async function pick(page, name) {
  await page.evaluate((sample) => {
    delete document.body.dataset.state;
    const button = document.querySelector(`[data-sample="${sample}"]`);
    if (!(button instanceof HTMLElement)) throw new Error(`no sample ${sample}`);
    button.click();
  }, name);
  await settled(page);
}

/**
 * @param {Page} page
 * @param {string} html
 * @param {string} [address]
 */
async function paste(page, html, address = '') {
  await page.evaluate(
    (pasted, at) => {
      delete document.body.dataset.state;
      /** @type {HTMLTextAreaElement} */ (document.getElementById('html')).value = pasted;
      /** @type {HTMLInputElement} */ (document.getElementById('address')).value = at;
      /** @type {HTMLFormElement} */ (document.getElementById('own')).requestSubmit();
    },
    html,
    address,
  );
  await settled(page);
}

/**
 * @param {Page} page
 * @param {string} selector
 */
function textOf(page, selector) {
  return page.evaluate((sought) => document.querySelector(sought)?.textContent ?? '', selector);
}

/** What is marked on the shown page. @param {Page} page */
function marks(page) {
  return page.evaluate(() => {
    const shown = document.querySelector('iframe')?.contentDocument;
    return [...(shown?.querySelectorAll('[data-quietpage]') ?? [])].map((element) => {
      const style = getComputedStyle(element);
      return {
        state: element.getAttribute('data-quietpage'),
        label: element.getAttribute('data-quietpage-label') ?? '',
        text: element.textContent ?? '',
        background: style.backgroundColor,
        line: style.outlineStyle,
        rendered: element.checkVisibility(),
      };
    });
  });
}

for (const [name, launch] of Object.entries(LAUNCHERS)) {
  describe(`the playground in ${name}`, { timeout: 120_000 }, () => {
    /** @type {Awaited<ReturnType<typeof serveSite>>} */
    let site;
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    /** @type {Page} */
    let page;

    before(async () => {
      site = await serveSite();
      browser = await launch();
      page = await browser.newPage();
      await page.goto(`${site.origin}/playground.html`);
      await settled(page);
    });
    after(async () => {
      await browser?.close();
      site?.close();
    });

    test('shows the headline of a picked sample', async () => {
      await pick(page, 'news');
      assert.equal(await textOf(page, '#panel-reader .headline'), HEADLINE);
    });

    test('tints every block, and tells kept from left out by line and word', async () => {
      await pick(page, 'news');
      const shown = (await marks(page)).filter((mark) => mark.rendered);
      const story = shown.find((mark) => mark.text.includes(SENTENCE));
      const menu = shown.find((mark) => mark.text.includes('Imprint'));
      assert.equal(story?.line, 'solid');
      assert.match(story.label, /^kept \d+ %$/);
      assert.equal(menu?.line, 'dashed');
      assert.match(menu.label, /^left out \d+ %$/);
      assert.notEqual(story.background, menu.background);
      assert.deepEqual(shown.filter((mark) => mark.background === 'rgba(0, 0, 0, 0)'), []);
    });

    test('says why when the keyboard moves to a block', async () => {
      await pick(page, 'news');
      await page.focus('#tinted');
      await page.keyboard.press('Tab');
      await page.waitForSelector('#reasons li');
      const first = await textOf(page, '#reasons');
      await page.keyboard.press('ArrowDown');
      await page.waitForFunction((before) => document.querySelector('#reasons')?.textContent !== before, {}, first);
      assert.match(await textOf(page, '#reasons'), /(kept|left out) score \d+ %\. Block \d+ of \d+/);
    });

    test('says why when the mouse points at a block', async () => {
      await pick(page, 'news');
      const frame = await (await page.$('iframe'))?.contentFrame();
      const block = await frame?.$('article p.dek');
      await block?.hover();
      await page.waitForSelector('#reasons li');
      const described = await page.evaluate(() => {
        const shown = document.querySelector('iframe')?.contentDocument;
        return shown?.querySelector('article p.dek')?.getAttribute('aria-description') ?? '';
      });
      const first = (await textOf(page, '#reasons li')).trim();
      assert.ok(described.includes(first), `${first} is not among: ${described}`);
    });

    test('counts: kept and left out are all blocks of the list', async () => {
      await pick(page, 'recipe');
      const counts = await page.evaluate(() =>
        ['count-kept', 'count-out', 'count-all'].map((id) => Number(document.getElementById(id)?.textContent)),
      );
      const rows = await page.evaluate(() => document.querySelectorAll('#block-list li').length);
      assert.ok(counts[0] > 0 && counts[1] > 0, `${counts}`);
      assert.equal(counts[0] + counts[1], counts[2]);
      assert.equal(rows, counts[2]);
    });

    test('runs nothing of a pasted page, and fetches nothing for it from elsewhere', async () => {
      const elsewhere = await serveSite();
      const attack = `top.quietpageRan = 1; parent.quietpageRan = 1`;
      await paste(
        page,
        `<!doctype html><title>Pasted</title><meta http-equiv="refresh" content="0;url=${elsewhere.origin}/refreshed">
        <script>${attack}</script><script src="${elsewhere.origin}/asked.js"></script><body onload="${attack}">
        <article><h1>A pasted headline of some length</h1><p>A paragraph with enough words in it, and commas, to be read as text.</p>
        <img src="${elsewhere.origin}/pixel"><img src="data:," onerror="${attack}"><svg onload="${attack}"></svg><iframe src="${elsewhere.origin}/framed"></iframe>
        <iframe srcdoc="<script>${attack}</script>"></iframe><a id="link" href="javascript:${attack}">link</a></article>`,
      );
      assert.equal(await page.evaluate(() => document.body.dataset.state), 'done');
      await page.evaluate(() => document.querySelector('iframe')?.contentDocument?.getElementById('link')?.click());
      await new Promise((resolve) => setTimeout(resolve, 500)); // time enough for what must not happen
      assert.equal(await page.evaluate(() => 'quietpageRan' in window), false);
      assert.equal(await page.evaluate(() => document.querySelector('iframe')?.contentDocument?.title), 'Pasted');
      assert.deepEqual(elsewhere.requests, []);
      elsewhere.close();
    });

    test('tells the author what could be better, for them to copy', async () => {
      const paragraph = (/** @type {string} */ day) => `On ${day} it rained again, said the warden of the dam, and the river rose to the mark of the year 1954 before it fell.`;
      await paste(
        page,
        `<!doctype html><html lang="en"><meta property="og:type" content="article"><title>Rain in the valley</title><h1>Rain in the valley</h1>
        <div>${['Monday', 'Tuesday', 'Wednesday', 'Thursday'].map(paragraph).join('<br><br>')}</div>`,
      );
      const said = await page.evaluate(() => [...document.querySelectorAll('#hint-list li')].map((one) => one.textContent ?? ''));
      assert.deepEqual(said.map((line) => line.replace(/\d+/, 'n')), ['The first paragraph has no element of its own. (n words)']);
      await page.evaluate(() => {
        navigator.clipboard.writeText = async (text) => void Reflect.set(globalThis, 'copied', text);
      });
      await page.click('#copy-hints');
      await page.waitForFunction(() => document.getElementById('hints-said')?.textContent === 'Copied.');
      assert.match(await page.evaluate(() => String(Reflect.get(globalThis, 'copied'))), /^- The first paragraph .* \(bare_first_paragraph, html > body > div\)\n$/);
      await paste(page, '<!doctype html><html lang="en"><title>Shoe</title><h1>Shoe</h1><p>A shoe of leather, for long ways.</p>');
      assert.equal(await page.evaluate(() => document.getElementById('hints')?.hidden), true, 'no story, no hints');
    });

    test('names an error with its code and in words', async () => {
      await paste(page, '<!doctype html><title>Empty</title>');
      assert.match(await textOf(page, '#failure'), /no text\..*no_text/);
      await paste(page, '<p>A page.', 'somewhere');
      assert.match(await textOf(page, '#failure'), /not an absolute address\..*bad_url/);
      await pick(page, 'news');
      assert.equal(await textOf(page, '#failure'), '');
    });
  });
}
