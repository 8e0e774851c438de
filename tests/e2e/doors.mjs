// @ts-check
/**
 * The live door and the command line on the same pages: `node tests/e2e/doors.mjs FOLDER [N]`.
 *
 * Each page is opened in Chromium with its scripts off and the network shut but for the page itself, and walked there; the
 * tape goes through the full module. The command line reads the same file. Prints the mean word F1 of the two texts, and
 * the pages on which they differ most. Exits 1 below the floor.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { cargoMetadata } from '../../scripts/wasm.mjs';
import { CHROMIUM_FLAGS } from './chromium.mjs';
import { ROOT, program } from './driving.mjs';
import { wordF1 } from './word_f1.mjs';

const FLOOR = 0.995;
const WORST = 10;

const [folder, count = '100'] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node tests/e2e/doors.mjs FOLDER [N]');
  process.exit(2);
}

const files = readdirSync(folder)
  .filter((name) => /\.html(\.gz)?$/.test(name))
  .sort()
  .slice(0, Number(count));

/**
 * The texts by the command line, of these files alone.
 *
 * @returns {Map<string, string>}
 */
function byCommandLine() {
  const chosen = mkdtempSync(join(tmpdir(), 'quietpage-doors-'));
  for (const file of files) symlinkSync(resolve(folder, file), join(chosen, file));
  const command = join(cargoMetadata().targetDirectory, 'release', 'quietpage');
  const lines = execFileSync(command, ['batch', chosen], { encoding: 'utf8', maxBuffer: 1 << 30 });
  rmSync(chosen, { recursive: true });
  return new Map(
    lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map(({ id, text }) => [id, text ?? '']),
  );
}

/** The walker as one script that defines `walkTape` in a page's isolated world. */
async function walker() {
  const { outputFiles } = await build({
    stdin: { contents: `export { walkTape } from './src/wasm/walk.js';`, resolveDir: ROOT },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'quietpageWalker',
  });
  return `${outputFiles[0].text}; quietpageWalker.walkTape(document)`;
}

/** @returns {Promise<Map<string, string>>} */
async function byLivePage() {
  const { default: init, extractTape } = await import(join(ROOT, 'dist', 'www', 'pkg', 'quietpage.js'));
  await init({ module_or_path: readFileSync(join(ROOT, 'dist', 'www', 'pkg', 'quietpage_bg.wasm')) });
  const script = await walker();
  const browser = await puppeteer.launch({
    executablePath: program('QUIETPAGE_CHROMIUM', ['chromium', 'chromium-browser', 'google-chrome']),
    pipe: true,
    args: CHROMIUM_FLAGS,
  });
  const texts = new Map();
  for (const file of files) {
    const page = await browser.newPage();
    const client = await page.createCDPSession();
    await page.setJavaScriptEnabled(false);
    await page.setRequestInterception(true);
    const bytes = readFileSync(join(folder, file));
    const body = file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    let served = false;
    page.on('request', (request) => {
      if (served || !request.isNavigationRequest()) return request.abort();
      served = true;
      return request.respond({ contentType: 'text/html', body });
    });
    await page.goto('http://page.test/', { waitUntil: 'domcontentloaded' });
    // Scripts are off in the page; an isolated world, such as an extension's, runs all the same.
    const { frameTree } = await client.send('Page.getFrameTree');
    const world = await client.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
    const { result } = await client.send('Runtime.evaluate', {
      expression: script,
      contextId: world.executionContextId,
      returnByValue: true,
    });
    texts.set(file.replace(/\.html(\.gz)?$/, ''), textOf(() => extractTape(result.value, '').article.text));
    await page.close();
  }
  await browser.close();
  return texts;
}

/**
 * @param {() => string} extract
 * @returns {string} empty where the core refuses, as the command line's text is then
 */
function textOf(extract) {
  try {
    return extract();
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem) return '';
    throw problem;
  }
}

const command = byCommandLine();
const live = await byLivePage();
const pages = [...command.entries()]
  .map(([id, text]) => ({ id, read: text, walked: live.get(id) ?? '' }))
  .map((page) => ({ ...page, f1: wordF1(page.read, page.walked) }))
  .sort((one, other) => one.f1 - other.f1);
const mean = pages.reduce((sum, page) => sum + page.f1, 0) / pages.length;
const equal = pages.filter((page) => page.read === page.walked).length;
console.log(`${pages.length} pages: mean word F1 ${mean.toFixed(4)}, ${equal} equal to the byte`);
for (const { id, f1, read, walked } of pages.slice(0, WORST).filter((page) => page.f1 < 1)) {
  console.log(`${f1.toFixed(3)}  ${id}: ${read.length} characters by the command line, ${walked.length} live`);
}
process.exit(mean < FLOOR ? 1 : 0);
