// @ts-check
/**
 * Opens a browser with the extension on a page and presses its button: `run [chrome|firefox] [FILE|URL]`.
 * With no display: takes pictures of the page and of the reader view, and prints the article as Markdown.
 */

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { launch } from '../tests/e2e/browsers.mjs';
import { openReader } from '../tests/e2e/reader.mjs';
import { serve } from '../tests/e2e/server.mjs';
import { ROOT } from './wasm.mjs';

/** A page of ours, with all the noise of a news site. */
const SAMPLE = join(ROOT, 'tests', 'fixtures', 'seed-published-by', 'page.html');

/** @param {string} problem */
function refuse(problem) {
  console.error(`run: ${problem}\nUsage: ./build.sh run [chrome|firefox] [FILE|URL]`);
  process.exit(2);
}

const words = process.argv.slice(2);
const name = words[0] === 'chrome' || words[0] === 'firefox' ? words.shift() : 'chrome';
const what = words.shift() ?? SAMPLE;
const isAddress = /^https?:\/\//.test(what);
if (words.length > 0) refuse(`what is “${words[0]}”?`);
if (!isAddress && !existsSync(what)) refuse(`there is no file ${what}`);

const hasDisplay = process.platform === 'darwin' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const path = `/${basename(what)}`;
const served = await serve(
  isAddress ? {} : { [path]: { type: 'text/html', body: readFileSync(resolve(what)) } },
);
const quiet = await launch(/** @type {'chrome' | 'firefox'} */ (name), { headless: !hasDisplay });
const page = await quiet.open(isAddress ? what : served.origin + encodeURI(path));

if (hasDisplay) {
  await openReader(quiet, page);
  console.log('The reader view is open. Close the browser to end this.');
  await new Promise((ended) => quiet.browser.once('disconnected', ended));
} else {
  const out = join(ROOT, 'dist', 'run');
  mkdirSync(out, { recursive: true });
  await page.screenshot({ path: join(out, 'page.png') });
  const shown = await openReader(quiet, page);
  await page.screenshot({ path: join(out, 'reader.png') });
  if (shown.state === 'reading') {
    console.log(await asMarkdown());
    console.error(`\n${shown.ms} ms from the click to the article; pictures in dist/run/`);
  } else {
    console.error(`run: ${shown.alert}`);
    process.exitCode = 1;
  }
  await quiet.close();
}
await served.close();

/** The article as the core writes it, from the page as it stands in the browser: through the site's own module. */
async function asMarkdown() {
  const { default: init, extractHtml } = await import(join(ROOT, 'dist', 'www', 'pkg', 'quietpage.js'));
  await init({ module_or_path: readFileSync(join(ROOT, 'dist', 'www', 'pkg', 'quietpage_bg.wasm')) });
  const html = await page.evaluate(() => {
    const copy = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
    copy.querySelector('quietpage-reader')?.remove();
    return `<!doctype html>${copy.outerHTML}`;
  });
  const { article } = extractHtml(html, page.url());
  const facts = [article.byline, article.published, article.siteName].filter(Boolean).join(' · ');
  return [article.title && `# ${article.title}`, article.dek && `*${article.dek}*`, facts, article.markdown]
    .filter(Boolean)
    .join('\n\n');
}
