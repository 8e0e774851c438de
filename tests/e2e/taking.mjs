// @ts-check
/** The article, or a part of it, copied, saved and printed. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { PLAIN_HOST } from './driving.mjs';
import { clickInView, focusedText, inView, placeOf } from './in_view.mjs';
import { LINKS, LIST, SNIPPET, TABLE_HEAD } from './linked_story.mjs';
import { pastedHtml, pastedText } from './pasting.mjs';
import { eventually, leaveByEscape, openReader } from './reader.mjs';
import { storeOnly } from './sheet.mjs';
import { NOISE, PARAGRAPHS, TITLE } from './story.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

const BUTTON = '[data-action=take_along]';
/** The menu's entries, from its top. */
const ENTRIES = /** @type {const} */ (['markdown', 'text', 'formatted', 'file', 'print']);
const FILE = `${TITLE}.html`;

/** @param {Page} page */
const isOpen = (page) => inView(page, (root) => root.querySelector('#take_along')?.matches(':popover-open') ?? false);

/**
 * Has the article, or what is selected, taken along by the menu.
 *
 * @param {Page} page
 * @param {typeof ENTRIES[number]} entry
 */
async function takeAlong(page, entry) {
  await clickInView(page, BUTTON);
  await clickInView(page, `#take_along [role=menuitem]:nth-of-type(${ENTRIES.indexOf(entry) + 1})`);
}

/**
 * @param {Page} page
 * @param {string} sentence what the reader is to say of it
 */
async function heard(page, sentence) {
  const said = () => inView(page, (root) => root.querySelector('.toast[role=status]')?.textContent ?? '');
  await eventually(async () => (await said()) === sentence, `“${sentence}”`);
}

/**
 * Selects with the mouse from the list's beginning to its end.
 *
 * @param {Page} page
 */
async function selectList(page) {
  await inView(page, (root) => root.querySelector('article ul')?.scrollIntoView({ block: 'center' }));
  const first = await placeOf(page, 'article li:first-child');
  const last = await placeOf(page, 'article li:last-child');
  await page.mouse.move(first.x + 1, first.y + first.height / 2);
  await page.mouse.down();
  await page.mouse.move(last.x + last.width - 2, last.y + last.height / 2, { steps: 4 });
  await page.mouse.up();
}

/** @param {string} markdown */
const withoutFrontMatter = (markdown) => markdown.replace(/^---\n[^]*?\n---\n\n/, '');

/** @param {string} pdf a file */
const textOf = (pdf) => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).normalize('NFKC');

/**
 * @param {string} pdf a file
 * @returns {number} the share of its first page that is dark
 */
function darkShare(pdf) {
  const picture = execFileSync('pdftoppm', ['-gray', '-r', '20', '-singlefile', pdf]);
  const [, width, height] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(picture.toString('latin1', 0, 32)) ?? [];
  const pixels = picture.subarray(picture.length - Number(width) * Number(height));
  return pixels.filter((grey) => grey < 96).length / pixels.length;
}

/** @param {import('./main.mjs').Bench} bench */
export function takingTests(bench) {
  /** @param {string} [host] */
  async function reading(host = '127.0.0.1') {
    const page = await bench.quiet.open(bench.served.url('linked').replace('127.0.0.1', host));
    assert.equal((await openReader(bench.quiet, page)).state, 'reading');
    return page;
  }

  /** @returns {Promise<string>} the path of the file that was saved */
  async function savedFile() {
    const { downloads } = bench.quiet;
    const name = await eventually(async () => readdirSync(downloads).find((one) => one === FILE), 'the file');
    const path = join(downloads, name);
    // Browsers give a file its name before all of it is there.
    await eventually(async () => readFileSync(path, 'utf8').endsWith('</html>\n'), 'all of the file');
    return path;
  }

  describe('taking along', () => {
    beforeEach(async () => {
      await storeOnly(bench.quiet, {});
      for (const name of readdirSync(bench.quiet.downloads)) rmSync(join(bench.quiet.downloads, name), { force: true });
    });

    for (const [kind, host] of [['a secure page', '127.0.0.1'], ['a page without https', PLAIN_HOST]]) {
      test(`copies the article of ${kind} as Markdown under its front matter`, async () => {
        const page = await reading(host);
        await takeAlong(page, 'markdown');
        await heard(page, 'Copied');
        await leaveByEscape(page);
        const markdown = await pastedText(page);
        const [head, ...body] = markdown.split('\n---\n');
        assert.deepEqual(head.split('\n'), [
          '---',
          `title: "${TITLE}"`,
          'author: "Kari Lunde"',
          'published: 2024-05-14T09:30:00+02:00',
          `site: "${host}"`,
          `url: "${page.url()}"`,
          'lang: "en"',
        ]);
        const text = body.join('\n---\n');
        for (const paragraph of PARAGRAPHS) assert.ok(text.includes(paragraph), paragraph);
        assert.ok(text.includes(`[the council’s site](${LINKS.council})`));
        assert.ok(text.includes(LIST.map((item) => `- ${item}`).join('\n')));
        assert.ok(text.includes(`\`\`\`\n${SNIPPET}\n\`\`\``));
        assert.ok(text.includes(`| ${TABLE_HEAD.join(' | ')} |`));
        await page.close();
      });
    }

    test('copies only what is selected, where something is', async () => {
      const page = await reading();
      await selectList(page);
      await clickInView(page, BUTTON);
      assert.equal(await inView(page, (root) => root.querySelector('#take_along h2')?.textContent), 'What is selected');
      await page.keyboard.press('Enter');
      await heard(page, 'Copied');
      await leaveByEscape(page);
      assert.equal(withoutFrontMatter(await pastedText(page)), `${LIST.map((item) => `- ${item}`).join('\n')}\n`);
      await page.close();
    });

    test('copies of a selection of everything the same as of the article', async () => {
      const page = await reading();
      await eventually(() => inView(page, (root) => root.querySelector('article .enlarge') !== null), 'the picture');
      await takeAlong(page, 'markdown');
      await heard(page, 'Copied');
      await leaveByEscape(page);
      const whole = await pastedText(page);
      assert.ok(whole.includes('$t = \\frac{d}{v}$'), whole);
      await page.reload();
      await openReader(bench.quiet, page);
      await eventually(() => inView(page, (root) => root.querySelector('article .enlarge') !== null), 'the picture');
      await inView(page, (root) => {
        const body = /** @type {Element} */ (root.querySelector('article'));
        document.getSelection()?.setBaseAndExtent(body, 0, body, body.childNodes.length);
      });
      await clickInView(page, BUTTON);
      assert.equal(await inView(page, (root) => root.querySelector('#take_along h2')?.textContent), 'What is selected');
      await page.keyboard.press('Escape');
      await takeAlong(page, 'markdown');
      await heard(page, 'Copied');
      await leaveByEscape(page);
      assert.equal(await pastedText(page), whole);
      await page.close();
    });

    test('takes no notice of what is selected in the page beneath', async () => {
      const page = await bench.quiet.open(bench.served.url('linked'));
      // A word, for more would be read by itself.
      await page.evaluate(() => {
        const headline = /** @type {Text} */ (document.querySelector('h1')?.firstChild);
        getSelection()?.setBaseAndExtent(headline, 0, headline, 7);
      });
      await openReader(bench.quiet, page);
      await clickInView(page, BUTTON);
      assert.equal(await inView(page, (root) => root.querySelector('#take_along h2')?.textContent), 'The whole article');
      await page.close();
    });

    test('copies of a selection within a line what stands around it, too', async () => {
      const page = await reading();
      await inView(page, (root) => {
        const link = /** @type {Element} */ (root.querySelector('article p a'));
        const text = /** @type {Node} */ (link.firstChild);
        document.getSelection()?.setBaseAndExtent(text, 4, text, 11);
      });
      await takeAlong(page, 'markdown');
      await heard(page, 'Copied');
      await leaveByEscape(page);
      assert.equal(withoutFrontMatter(await pastedText(page)), `[council](${LINKS.council})\n`);
      await page.close();
    });

    test('copies plain text with its head and its source', async () => {
      const page = await reading();
      await takeAlong(page, 'text');
      await heard(page, 'Copied');
      await leaveByEscape(page);
      const lines = (await pastedText(page)).trimEnd().split('\n');
      assert.deepEqual(lines.slice(0, 2), [TITLE, 'Kari Lunde']);
      assert.equal(lines.at(-1), `Source: ${page.url()}`);
      assert.ok(lines.includes(PARAGRAPHS[0]) && lines.includes(LIST[0]));
      await page.close();
    });

    test('copies formatted text for what takes it, and plain text for what does not', async () => {
      const page = await reading();
      await takeAlong(page, 'formatted');
      await heard(page, 'Copied');
      await leaveByEscape(page);
      const html = await pastedHtml(page);
      assert.match(html, new RegExp(`<h1[^>]*>${TITLE}</h1>`));
      assert.ok(html.includes(`href="${LINKS.council.replace('&', '&amp;')}"`));
      assert.match(html, new RegExp(`<li[^>]*>${LIST[0]}</li>`));
      assert.ok((await pastedText(page)).startsWith(`${TITLE}\nKari Lunde\n`));
      await page.close();
    });

    test('saves one file that a browser shows by itself', async () => {
      const page = await reading();
      const requests = bench.served.requests.length;
      await takeAlong(page, 'file');
      await heard(page, `Saved as ${FILE}`);
      const path = await savedFile();
      assert.deepEqual(bench.served.requests.slice(requests), [], 'saving asks the network for nothing');
      await page.goto(pathToFileURL(path).href);
      const shown = await page.evaluate(async () => {
        const picture = /** @type {HTMLImageElement} */ (document.querySelector('figure img'));
        picture.loading = 'eager';
        await picture.decode();
        return {
          title: document.title,
          lang: document.documentElement.lang,
          encoding: document.characterSet,
          heading: document.querySelector('h1')?.textContent,
          text: document.body.innerText,
          links: [...document.querySelectorAll('a')].map(({ href }) => href),
          width: getComputedStyle(document.body).maxWidth,
          scripts: document.scripts.length,
          tools: document.querySelectorAll('button, [tabindex], [class=scroller]').length,
        };
      });
      assert.equal(shown.title, TITLE);
      assert.equal(shown.heading, TITLE);
      assert.equal(shown.lang, 'en');
      assert.equal(shown.encoding, 'UTF-8');
      assert.ok(shown.text.includes(PARAGRAPHS[7]) && shown.text.includes('The ferry on Monday'));
      assert.ok(shown.links.includes(LINKS.council) && shown.links.includes(bench.served.url('linked')));
      assert.notEqual(shown.width, 'none', 'it has its style');
      assert.deepEqual([shown.scripts, shown.tools], [0, 0]);
      await page.close();
    });

    for (const [kind, address] of /** @type {[string, () => string][]} */ ([
      ['in a sandbox', () => bench.served.url('csp-sandbox')],
      ['without https', () => bench.served.url('csp-none').replace('127.0.0.1', PLAIN_HOST)],
    ])) {
      test(`saves the file of a page ${kind}, which may not save any itself`, async () => {
        const page = await bench.quiet.open(address());
        await openReader(bench.quiet, page);
        await takeAlong(page, 'file');
        await heard(page, `Saved as ${FILE}`);
        assert.ok(readFileSync(await savedFile(), 'utf8').includes(PARAGRAPHS[0]));
        await bench.quiet.closeSavingTab();
        await page.close();
      });
    }

    test('prints the article alone, dark on white, with the links’ addresses at the end', async () => {
      await storeOnly(bench.quiet, { settings: { version: 2, values: { theme: 'dark', guide: 'paragraph' } } });
      const page = await reading();
      const state = () => inView(page, (root) => [root.querySelector('main')?.outerHTML, root.querySelector('dialog')?.scrollTop]);
      await eventually(() => inView(page, (root) => [...root.querySelectorAll('main img')].every((one) => one.closest('.enlarge'))), 'the pictures');
      await inView(page, (root) => root.querySelector('article li')?.scrollIntoView({ block: 'start' }));
      const before = await state();
      const pdf = join(bench.quiet.downloads, 'article.pdf');
      // The driver tells Firefox inches for centimetres.
      const size = bench.name === 'firefox' ? { width: '21in', height: '29.7in' } : { width: '21cm', height: '29.7cm' };
      await page.pdf({ path: pdf, printBackground: true, timeout: 120_000, ...size });
      assert.deepEqual(await eventually(async () => {
        const now = await state();
        return JSON.stringify(now) === JSON.stringify(before) ? now : null;
      }, 'the reader as it was'), before);
      const text = textOf(pdf);
      const words = text.replace(/\s+/g, ' ');
      for (const part of [TITLE, PARAGRAPHS[0], PARAGRAPHS[7], ...LIST, ...TABLE_HEAD]) {
        assert.ok(words.includes(part), `“${part}” is missing in ${text}`);
      }
      for (const noise of [...NOISE, 'left out', 'Whole article']) assert.ok(!words.includes(noise), `“${noise}” is in ${text}`);
      const end = text.slice(text.lastIndexOf('Links'));
      assert.match(end, /\[L?1\]\s+https:\/\/council\.example\/minutes/);
      assert.match(end, /\[L?2\]\s+https:\/\/yard\.example\/refit/);
      assert.match(end, /\[L?3\]\s+http:\/\/127\.0\.0\.1:\d+\/authors/);
      assert.doesNotMatch(end, /\[L?4\]|ferry\.example/, 'an address that stands in the text needs no number');
      assert.ok(text.includes(`Source: ${page.url().slice(0, 20)}`));
      assert.ok(darkShare(pdf) < 0.3, 'paper stays white');
      if (bench.name === 'chrome') assert.match(text, /1\s*\/\s*\d+\s*\n?\f/, 'pages have numbers');
      await page.close();
    });

    test('prints by the menu what is selected', async () => {
      const page = await reading();
      await page.evaluate(() => {
        addEventListener('beforeprint', () => {
          const root = document.querySelector('quietpage-reader')?.shadowRoot;
          const printed = root?.querySelectorAll('main > article:not(.not-printed)') ?? [];
          document.title = [...printed].map((one) => one.textContent.trim().replace(/\s*\n\s*/g, '|')).join();
        });
      });
      await selectList(page);
      await takeAlong(page, 'print');
      await eventually(async () => (await page.title()) === LIST.join('|') || (await page.title()) === LIST.join(''), 'the selection');
      await page.close();
    });

    test('says where the browser lets a page print nothing', async () => {
      const page = await bench.quiet.open(bench.served.url('csp-sandbox'));
      await openReader(bench.quiet, page);
      await takeAlong(page, 'print');
      await heard(page, 'This page does not let itself be printed from here. Use the browser\'s own Print.');
      await page.close();
    });

    test('goes by the keyboard, and gives the focus back', async () => {
      const page = await reading();
      await inView(page, (root) => /** @type {HTMLElement} */ (root.querySelector('[data-action=settings]')).focus());
      await page.keyboard.press('t');
      assert.equal(await focusedText(page), 'Copy as Markdown');
      for (const [key, entry] of [
        ['ArrowDown', 'Copy as plain text'],
        ['End', 'Print…'],
        ['ArrowDown', 'Copy as Markdown'],
        ['ArrowUp', 'Print…'],
        ['Home', 'Copy as Markdown'],
      ]) {
        await page.keyboard.press(/** @type {any} */ (key));
        assert.equal(await focusedText(page), entry, key);
      }
      await page.keyboard.press('Escape');
      assert.ok(!(await isOpen(page)));
      assert.equal(await inView(page, (root) => root.activeElement?.getAttribute('data-action')), 'settings');
      await page.keyboard.press('t');
      await page.keyboard.press('t');
      assert.ok(!(await isOpen(page)), 'the key does not close what it has opened');
      await page.keyboard.press('t');
      await page.keyboard.press('Tab');
      await eventually(async () => !(await isOpen(page)), 'the menu’s end');
      await page.close();
    });
  });
}
