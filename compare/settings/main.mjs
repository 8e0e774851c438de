// @ts-check
/**
 * From a change in the sheet of settings to the frame that shows it, in the middle of an article of 20,000 words:
 * `node compare/settings/main.mjs [chrome|firefox…]`, after a build.
 *
 * Frames are those that the browser makes: each change is made right after one, and what the next shows is one frame away.
 * How long an empty one takes on this machine is measured too.
 */

import { BUNDLED_FACES, DEFAULTS, SETTINGS } from '../../extension/shared/settings.js';
import { BROWSERS, launch } from '../../tests/e2e/browsers.mjs';
import { longStory } from '../../tests/e2e/long_story.mjs';
import { openReader } from '../../tests/e2e/reader.mjs';
import { serve } from '../../tests/e2e/server.mjs';
import { openSheet, storeOnly } from '../../tests/e2e/sheet.mjs';
import { document as pageAround } from '../../tests/e2e/story.mjs';

/** How often each setting is changed. */
const CHANGES = 12;
/** Further from the default than the eye would overlook. */
const STEPS = 4;
/** A change that is not seen by then looks as what was before: hyphens in a wide window, the system's colours. */
const FRAMES_WAITED = 90;
/** From the focus to the choice at least: a list has to open before one can choose from it. */
const BEFORE_CHOICE_MS = 200;
/** What shows in its control alone. */
const UNSEEN = ['keepPlace', 'aloudRate'];

const names = process.argv.slice(2);
const unknown = names.find((name) => !BROWSERS.some((one) => one === name));
if (unknown) {
  console.error('usage: node compare/settings/main.mjs [chrome|firefox…]');
  process.exit(2);
}

/**
 * @param {Quietpage.Setting} setting
 * @returns {(string | number | boolean)[]} to be chosen one after the other, beginning anew after the last
 */
function valuesOf(setting) {
  switch (setting.type) {
    case 'enum':
      return [...setting.values.slice(1), setting.values[0]];
    case 'boolean':
      return [!setting.default, setting.default];
    case 'colour':
      return ['#204060', setting.default];
    case 'text':
      return ['monospace', 'sans-serif'];
    case 'number':
      return [setting.default + STEPS * setting.step, setting.default];
  }
}

/**
 * Runs in the page: changes one setting by its control.
 *
 * @param {{key?: string, value?: string | number | boolean, isFace?: boolean, isUnseen: boolean, most: number, wait?: number}} change without a key: of nothing; `isFace`: to one that is loaded
 * @returns {Promise<{handled: number, ms: number, frames: number} | null>} milliseconds till the change had been handled, and till it was painted; null: nothing looks different
 */
async function changeAndSee({ key, value = '', isFace, isUnseen, most, wait = 0 }) {
  const root = /** @type {ShadowRoot} */ (document.querySelector('quietpage-reader')?.shadowRoot);
  const sheet = /** @type {ShadowRoot} */ (root.querySelector('.sheet')?.shadowRoot);
  const dialog = /** @type {HTMLElement} */ (root.querySelector('dialog'));
  const main = /** @type {HTMLElement} */ (root.querySelector('main'));
  const isBelow = (/** @type {Element} */ one) => one.getBoundingClientRect().bottom > innerHeight / 2;
  const paragraph = /** @type {Element} */ ([...main.querySelectorAll('article > p')].find(isBelow));
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  const seen = () => {
    const { color, fontSize, lineHeight, textAlign, hyphens, marginBlockEnd } = getComputedStyle(paragraph);
    const [link] = main.querySelectorAll('a');
    const lines = [...range.getClientRects()].map((line) => `${line.x} ${line.width}`);
    const dimmed = [...main.querySelectorAll('article > p')].findIndex((one) => getComputedStyle(one).opacity !== '1');
    const looks = [getComputedStyle(dialog).backgroundColor, getComputedStyle(dialog, '::after').boxShadow, getComputedStyle(link).color, dimmed];
    return [color, fontSize, lineHeight, textAlign, hyphens, marginBlockEnd, main.clientWidth, ...looks, ...lines].join();
  };
  /** @type {() => Promise<number>} when a frame has been painted */
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });
  const before = seen();
  const faces = new Set(document.fonts);
  const isShown = () => (isFace ? [...document.fonts].some((one) => !faces.has(one)) : isUnseen || seen() !== before);

  const radio = sheet.querySelector(`input[type=radio][name=${key}][value="${value}"]`);
  const control = /** @type {HTMLInputElement} */ (radio ?? sheet.querySelector(`#${key}`));
  control?.focus({ preventScroll: true });
  await new Promise((resolve) => setTimeout(resolve, wait));
  await painted();
  const start = await painted();
  if (typeof value === 'boolean') control.checked = value;
  else if (radio) control.checked = true;
  else if (key) control.value = String(value);
  for (const type of key ? ['input', 'change'] : []) control.dispatchEvent(new Event(type, { bubbles: true }));
  const handled = performance.now() - start;
  for (let frames = 1; frames <= most; frames++) {
    const end = await painted();
    if (isShown()) return { handled, ms: end - start, frames };
  }
  return null;
}

/** @param {string} key @param {unknown} value */
const isLoaded = (key, value) => key === 'face' && BUNDLED_FACES.some((one) => one === value);

/** @param {number[]} values */
const median = (values) => [...values].sort((one, other) => one - other)[values.length >> 1];

const page = longStory({ marked: true, perPart: 15 }).replace('</p>', ' <a href="/more">More of it</a></p>');
const served = await serve({ '/long.html': { type: 'text/html', body: pageAround(page) } });
for (const name of BROWSERS.filter((one) => names.length === 0 || names.includes(one))) {
  const quiet = await launch(name);
  await storeOnly(quiet, {});
  const tab = await quiet.open(served.url('long.html'));
  // All of it: of a text as long as this the core is not always sure.
  await tab.evaluate(() => getSelection()?.selectAllChildren(/** @type {Element} */ (document.querySelector('article'))));
  const { text } = await openReader(quiet, tab);
  // Nobody selects that much; each frame Chromium would go through all of it.
  await tab.evaluate(() => getSelection()?.removeAllRanges());
  await openSheet(quiet, tab);
  await tab.evaluate(() => {
    const dialog = /** @type {HTMLElement} */ (document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('dialog'));
    dialog.scrollTop = dialog.scrollHeight * 0.6;
  });
  /** @param {Quietpage.SettingKey} key @param {string | number | boolean} value */
  const change = (key, value) => tab.evaluate(changeAndSee, { key, value, isFace: isLoaded(key, value), isUnseen: UNSEEN.includes(key), most: FRAMES_WAITED, wait: BEFORE_CHOICE_MS });

  const empty = [];
  for (let n = 0; n < CHANGES; n++) empty.push((await tab.evaluate(changeAndSee, { isUnseen: true, most: 1 }))?.ms ?? Number.NaN);
  console.log(`\n${name}, ${text.split(/\s+/).length} words; an empty frame: ${median(empty).toFixed(0)} ms`);
  console.log('setting            changes   handled     painted, ms     in frame');
  console.log('                                ms    median  worst   median  worst');
  for (const setting of SETTINGS.filter(({ group }) => group !== 'keys')) {
    const { key, when } = setting;
    if (when) await change(when[0], /** @type {string} */ (when[1]));
    /** @type {Map<string, NonNullable<Awaited<ReturnType<typeof change>>>[]>} a row each for what is at hand and what is loaded */
    const rows = new Map();
    const values = valuesOf(setting);
    for (let n = 0; n < CHANGES; n++) {
      const value = values[n % values.length];
      const outcome = await change(key, value);
      const row = isLoaded(key, value) ? `${key}, bundled` : key;
      if (outcome) rows.set(row, [...(rows.get(row) ?? []), outcome]);
    }
    await change(key, setting.default);
    if (when) await change(when[0], DEFAULTS[when[0]]);
    for (const [row, found] of rows) {
      const [handled, ms, frames] = /** @type {const} */ (['handled', 'ms', 'frames']).map((what) => found.map((one) => one[what]));
      const columns = [
        [found.length, 8], [median(handled).toFixed(1), 10], [median(ms).toFixed(0), 10], [Math.max(...ms).toFixed(0), 7], [median(frames), 9], [Math.max(...frames), 7],
      ];
      console.log(row.padEnd(18) + columns.map(([value, width]) => String(value).padStart(Number(width))).join(''));
    }
  }
  await quiet.close();
}
await served.close();
