// @ts-check
/**
 * What the stores ask for beside the packages, into dist/store/: texts in each language, what the forms ask, the icon, and
 * pictures. `./build.sh store`, after a build.
 */

import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setUpStage } from './screenshots/stage.mjs';
import { ROOT } from './wasm.mjs';

const OUT = join(ROOT, 'dist', 'store');
const LOCALES = join(ROOT, 'extension', '_locales');
/** What Chrome's store asks of a screenshot, and Mozilla's recommends; and of a small promotional tile. */
const SCREENSHOT = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };

/** @param {string} language @returns {Record<string, {message: string}>} */
const messagesOf = (language) => JSON.parse(readFileSync(join(LOCALES, language, 'messages.json'), 'utf8'));

/** The listing's texts: one description, in English, for all. */
function writeTexts() {
  for (const language of readdirSync(LOCALES)) {
    const { name, description } = messagesOf(language);
    const folder = join(OUT, 'texts', language);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'name.txt'), `${name.message}\n`);
    writeFileSync(join(folder, 'summary.txt'), `${description.message}\n`);
  }
  cpSync(join(ROOT, 'store', 'description.txt'), join(OUT, 'texts', 'en', 'description.txt'));
  cpSync(join(ROOT, 'store', 'answers.json'), join(OUT, 'answers.json'));
  cpSync(join(ROOT, 'extension', 'icons', '128.png'), join(OUT, 'icon-128.png'));
}

/** @returns {string} the tile's document: the mark, the name, and what it does */
function tile() {
  const mark = readFileSync(join(ROOT, 'extension', 'icons', 'mark.svg')).toString('base64');
  const { name, description } = messagesOf('en');
  return `<style>
    body { align-items: center; background: #fbfaf7; color: #1c1f23; display: grid; gap: 0 24px; grid-template-columns: 96px 1fr; margin: 0; min-height: 280px; padding: 0 32px; box-sizing: border-box }
    h1 { font: 600 38px/1.1 'Noto Serif', serif; margin: 0 0 10px }
    p { font: 17px/1.4 'Noto Sans', sans-serif; color: #555b63; margin: 0 }
  </style><img alt="" width="96" height="96" src="data:image/svg+xml;base64,${mark}"><div><h1>${name.message}</h1><p>${description.message}</p></div>`;
}

rmSync(OUT, { recursive: true, force: true });
writeTexts();
// JPEG: Chrome's store takes no picture with an alpha channel.
const stage = await setUpStage({ type: 'jpeg', quality: 92 });
const pictures = {
  'screenshot-1-before-and-after': () => stage.beforeAndAfter(SCREENSHOT),
  'screenshot-2-reader': () => stage.take(SCREENSHOT, { theme: 'light' }),
  'screenshot-3-settings': () => stage.take(SCREENSHOT, { theme: 'dark' }, 'the settings'),
  'screenshot-4-what-was-left-out': () => stage.take(SCREENSHOT, { theme: 'sepia' }, 'what was left out'),
  'screenshot-5-quiet-in-place': () => stage.take(SCREENSHOT, { view: 'quiet' }),
  'tile': () => stage.board(TILE, tile()),
};
for (const [name, make] of Object.entries(pictures)) {
  const file = join(OUT, `${name}.jpg`);
  writeFileSync(file, await make());
  console.log(relative(ROOT, file));
}
await stage.takeDown();
