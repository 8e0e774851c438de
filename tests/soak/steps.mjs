// @ts-check
/** What a person can do, a step each: when it can be done, how often it is, and how. */

import { clickInView, inView } from '../e2e/in_view.mjs';
import { PANELS, isPanelOpen, scrollTo } from '../e2e/panels.mjs';
import { eventually } from '../e2e/reader.mjs';
import { READER_KEYS } from '../../extension/shared/reader_keys.js';
import { SETTINGS } from '../../extension/shared/settings.js';
import { PATIENCE_MS, look, lookSafely, steady, toAnotherDocument } from './seen.mjs';

/**
 * @typedef {object} Scene what a step has at hand
 * @property {import('../e2e/browsers.mjs').Quiet} quiet
 * @property {import('../e2e/browsers.mjs').Page} page
 * @property {import('./chance.mjs').Chance} chance
 * @property {() => string} otherPage the address of a page at random
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {number} weight
 * @property {('none' | 'reader' | 'quiet')[]} where which view is open
 * @property {boolean} [isOfPages] it acts on the page itself, which may change by it: not for a page that must come out as it was
 * @property {(scene: Scene) => Promise<string | void>} act gives what was drawn, for the log
 */

/** A click may be lost right after a page has loaded. */
const LOST_CLICK_MS = 8000;
const SIZES = [{ width: 1280, height: 900 }, { width: 360, height: 640 }, { width: 768, height: 1024 }, { width: 1920, height: 1080 }];
/** @type {import('puppeteer-core').KeyInput[]} */
const KEYS_OF_READING = ['PageDown', 'PageUp', 'End', 'Home', 'ArrowDown', 'ArrowUp', 'Tab', 'Escape', ' '];
/** @type {import('puppeteer-core').KeyInput[]} */
const KEYS_OF_CHANGING = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'Home', 'End', ' '];
const LONGEST_WALK = 25;

/** Waits till it is as long as a person looks before the next step. @param {Scene} scene */
const pause = ({ chance }) => new Promise((resolve) => setTimeout(resolve, chance.below(400)));

/**
 * Turns to the page: the view may have opened another tab, as the options, and a click on what is no page a notice, which a
 * press anywhere closes, but not the driver's.
 *
 * @param {Scene['quiet']} quiet
 * @param {Scene['page']} page
 */
export async function comeBack(quiet, page) {
  let notice;
  do notice = await quiet.takeNotice(page);
  while (notice);
  await page.bringToFront();
}

/**
 * Clicks the button and waits till it has done something.
 *
 * @param {Scene} scene
 */
export async function clickButton({ quiet, page }) {
  const before = await look(page);
  const isChanged = async () => {
    const now = await lookSafely(page);
    return now && (now.view !== before.view || now.mark !== before.mark);
  };
  await quiet.click(page);
  await eventually(isChanged, 'what a click does', LOST_CLICK_MS).catch(() => quiet.click(page));
  await eventually(isChanged, 'what a second click does, the first being lost', PATIENCE_MS);
}

/** @param {Scene} scene @param {(page: Scene['page']) => Promise<unknown>} act what ends what the click has begun */
async function clickAnd(scene, act) {
  await scene.quiet.click(scene.page);
  await pause(scene);
  await act(scene.page);
  await steady(scene.page);
}

/** Where the page comes out of the browser's cache, Firefox's driver would wait for it to load. @param {Scene['page']} page */
async function goBack(page) {
  await page.evaluate(() => history.back());
  await steady(page);
}

/**
 * Selects from some block of text to a later one.
 *
 * @param {Scene} scene
 */
const selectSome = ({ page, chance }) =>
  page.evaluate((from, length) => {
    const root = document.querySelector('quietpage-reader')?.shadowRoot ?? document;
    const texts = [...root.querySelectorAll('p, li, h1, h2')].filter((one) => one.checkVisibility() && one.firstChild instanceof Text);
    if (texts.length === 0) return;
    const first = from % texts.length;
    const last = Math.min(texts.length - 1, first + length);
    getSelection()?.setBaseAndExtent(/** @type {Node} */ (texts[first].firstChild), 0, texts[last], texts[last].childNodes.length);
  }, chance.below(1000), chance.below(6));

/**
 * Presses a button, link or fold of the view, as it is seen.
 *
 * @param {Scene} scene
 * @returns {Promise<string>} which
 */
async function pressSomething({ page, chance }) {
  const pressed = await page.evaluate((draw) => {
    const root = document.querySelector('quietpage-reader, quietpage-bar')?.shadowRoot;
    const all = [...(root?.querySelectorAll('button, summary, a[href], .enlarge') ?? [])].filter((one) => one.checkVisibility({ visibilityProperty: true }));
    const one = all[draw % all.length];
    if (!one) return null;
    one.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, right, top, bottom } = one.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    // The bar goes away while one scrolls.
    return x < 0 || x > innerWidth || y < 0 || y > innerHeight ? null : { x, y, name: `${one.localName} ${one.getAttribute('data-action') ?? one.textContent.trim().slice(0, 30)}` };
  }, chance.below(10_000));
  if (!pressed) return 'nothing that is in sight';
  await page.mouse.click(pressed.x, pressed.y);
  return pressed.name;
}

/** What has the focus, through the closed roots that are open to the test. @param {Scene['page']} page */
const focusedId = (page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at instanceof HTMLInputElement && at.type === 'file' ? 'file' : at?.id || at?.getAttribute('data-action') || '';
  });

/** They have the browser ask, in a window of its own that nobody answers. */
const ASKING = ['always', 'file', 'import'];

/**
 * Goes through what can be changed by keys, and changes some of it.
 *
 * @param {Scene['page']} page
 * @param {Scene['chance']} chance
 */
async function changeByKeys(page, chance) {
  const pressed = [];
  for (let changes = chance.below(4); changes >= 0; changes--) {
    for (let tabs = chance.below(12); tabs >= 0; tabs--) await page.keyboard.press('Tab');
    const key = chance.oneOf(KEYS_OF_CHANGING);
    const id = await focusedId(page);
    if (ASKING.includes(id)) continue;
    await page.keyboard.press(key);
    pressed.push(`${id || '?'} ${key}`);
  }
  return pressed.join(', ');
}

/** A value that a setting can have. @param {Quietpage.Setting} setting @param {Scene['chance']} chance */
function drawn(setting, chance) {
  if (setting.type === 'enum') return chance.oneOf(setting.values);
  if (setting.type === 'number') return setting.min + chance.below(1 + Math.round((setting.max - setting.min) / setting.step)) * setting.step;
  if (setting.type === 'colour') return `#${chance.below(0x1000000).toString(16).padStart(6, '0')}`;
  return setting.type === 'boolean' ? chance.isLikely(0.5) : 'Georgia';
}

/** @param {Scene} scene */
async function clickSomewhere({ page, chance }) {
  const { width, height } = page.viewport() ?? SIZES[0];
  const [x, y] = [chance.below(width), chance.below(height)];
  await page.mouse.click(x, y);
  return `${x}, ${y}`;
}

/** @type {Step[]} */
export const STEPS = [
  { name: 'click', weight: 14, where: ['none'], act: clickButton },
  { name: 'click', weight: 1, where: ['reader', 'quiet'], act: clickButton },
  {
    name: 'click twice', weight: 2, where: ['none', 'reader', 'quiet'],
    act: (scene) => clickAnd(scene, (page) => scene.quiet.click(page)),
  },
  {
    name: 'select and click', weight: 2, where: ['none'],
    async act(scene) {
      await selectSome(scene);
      await clickButton(scene);
    },
  },
  {
    name: 'click and reload', weight: 1, where: ['none', 'reader', 'quiet'],
    act: (scene) => clickAnd(scene, (page) => toAnotherDocument(page, () => page.reload())),
  },
  {
    name: 'click and go elsewhere', weight: 1, where: ['none', 'reader', 'quiet'],
    act: (scene) => clickAnd(scene, (page) => toAnotherDocument(page, () => page.goto(scene.otherPage()))),
  },
  { name: 'go elsewhere', weight: 1, where: ['reader', 'quiet'], act: ({ page, otherPage }) => toAnotherDocument(page, () => page.goto(otherPage())) },
  {
    name: 'go elsewhere and back', weight: 2, where: ['none', 'reader', 'quiet'],
    async act({ page, otherPage }) {
      await toAnotherDocument(page, () => page.goto(otherPage()));
      await goBack(page);
    },
  },
  { name: 'click and go back', weight: 1, where: ['none'], act: (scene) => clickAnd(scene, goBack) },
  { name: 'reload', weight: 1, where: ['reader', 'quiet'], act: ({ page }) => toAnotherDocument(page, () => page.reload()) },
  {
    name: 'a second tab', weight: 2, where: ['none', 'reader', 'quiet'],
    async act(scene) {
      const { quiet, otherPage } = scene;
      const second = await quiet.browser.newPage();
      await toAnotherDocument(second, () => second.goto(otherPage()));
      await second.bringToFront();
      await quiet.click(second);
      await pause(scene);
      await second.close();
    },
  },
  {
    name: 'the usual keys', weight: 6, where: ['reader'],
    async act({ page, chance }) {
      const keys = Array.from({ length: 1 + chance.below(6) }, () => chance.oneOf(KEYS_OF_READING));
      for (const key of keys) await page.keyboard.press(key);
      return keys.join(' ');
    },
  },
  {
    name: 'keys of the reader', weight: 14, where: ['reader'],
    async act(scene) {
      const keys = Array.from({ length: 1 + scene.chance.below(5) }, () => scene.chance.oneOf(READER_KEYS)[0]);
      for (const key of keys) {
        await scene.page.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (key));
        if (scene.chance.isLikely(0.5)) await pause(scene);
      }
      return keys.join(' ');
    },
  },
  {
    name: 'a panel', weight: 6, where: ['reader'],
    async act({ page, chance }) {
      const panel = chance.oneOf(PANELS);
      // Pressed again, most of them close.
      if (await isPanelOpen(page, panel)) return `${panel.name}: is open`;
      if (!(await canBePressed(page, panel.opener))) return `${panel.name}: not to be reached`;
      await clickInView(page, panel.opener);
      if (panel.panel !== '.aloud-bar') await eventually(() => isPanelOpen(page, panel), panel.name);
      return panel.name;
    },
  },
  {
    name: 'the settings by keys', weight: 4, where: ['reader'],
    async act({ quiet, page, chance }) {
      const [sheet] = PANELS;
      if (await anyPanelIsOpen(page)) return 'another panel is open';
      await page.keyboard.press('s');
      if (!(await eventually(() => isPanelOpen(page, sheet), sheet.name, 2000).catch(() => false))) return 'letters are switched off, or typed';
      await quiet.openClosedRoot(page, sheet.panel);
      const changed = await changeByKeys(page, chance);
      if (chance.isLikely(0.7)) await page.keyboard.press('Escape');
      return changed;
    },
  },
  { name: 'press something', weight: 8, where: ['reader'], act: pressSomething },
  { name: 'press something', weight: 5, where: ['quiet'], act: pressSomething },
  {
    name: 'select and copy', weight: 2, where: ['reader'],
    async act(scene) {
      await selectSome(scene);
      await scene.page.keyboard.down('Control');
      await scene.page.keyboard.press('c');
      await scene.page.keyboard.up('Control');
    },
  },
  {
    // The browser opens `details` of the page for what it finds in them.
    name: 'find', weight: 2, where: ['none', 'reader', 'quiet'], isOfPages: true,
    async act({ page, chance }) {
      const word = chance.oneOf(['the', 'and', 'a', 'Quietpage', 'de']);
      await page.evaluate((text) => void Reflect.get(globalThis, 'find')(text), word);
      return word;
    },
  },
  {
    name: 'scroll', weight: 6, where: ['none', 'reader', 'quiet'],
    async act({ page, chance }) {
      const { width, height } = page.viewport() ?? SIZES[0];
      await page.mouse.move(width / 2, height / 2);
      for (let turns = chance.below(4); turns >= 0; turns--) await page.mouse.wheel({ deltaY: chance.below(3000) - 600 });
    },
  },
  {
    name: 'resize', weight: 3, where: ['none', 'reader', 'quiet'],
    async act({ page, chance }) {
      const size = chance.oneOf(SIZES);
      await page.setViewport(size);
      return `${size.width}`;
    },
  },
  {
    name: 'the system changes', weight: 1, where: ['none', 'reader', 'quiet'],
    async act({ quiet, page, chance }) {
      const system = { dark: chance.isLikely(0.5), forcedColours: chance.isLikely(0.2), reducedMotion: chance.isLikely(0.3) };
      await quiet.useSystem(page, system);
      return JSON.stringify(system);
    },
  },
  {
    name: 'other settings, from another tab', weight: 1, where: ['none', 'reader', 'quiet'],
    async act({ quiet, chance }) {
      const values = Object.fromEntries(SETTINGS.filter(() => chance.isLikely(0.25)).map((setting) => [setting.key, drawn(setting, chance)]));
      const options = await quiet.openOptions();
      await options.evaluate(async (all) => {
        await (Reflect.get(globalThis, 'browser') ?? chrome).storage.local.set({ settings: { version: 2, values: all } });
      }, values);
      await options.close();
      return JSON.stringify(values);
    },
  },
  {
    name: 'the options page', weight: 1, where: ['none', 'reader', 'quiet'],
    async act({ quiet, chance }) {
      const options = await quiet.openOptions();
      await options.bringToFront();
      const changed = await changeByKeys(options, chance);
      await options.close();
      return changed;
    },
  },
  {
    name: 'walk by Tab and press Enter', weight: 2, where: ['reader'],
    async act({ page, chance }) {
      for (let tabs = chance.below(LONGEST_WALK); tabs >= 0; tabs--) await page.keyboard.press('Tab');
      const id = await focusedId(page);
      if (!ASKING.includes(id)) await page.keyboard.press('Enter');
      return id;
    },
  },
  {
    name: 'keys of the page', weight: 3, where: ['none', 'quiet'], isOfPages: true,
    async act({ page, chance }) {
      const keys = Array.from({ length: 1 + chance.below(5) }, () => chance.oneOf([...KEYS_OF_READING, 'j', 'k', 'x', 'u']));
      for (const key of keys) await page.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (key));
      return keys.join(' ');
    },
  },
  { name: 'click somewhere', weight: 3, where: ['none', 'quiet'], isOfPages: true, act: clickSomewhere },
  { name: 'click somewhere', weight: 3, where: ['reader'], act: clickSomewhere },
];

/**
 * Brings something of the reader into sight, if it is there, and says whether nothing lies over it: a panel may.
 *
 * @param {Scene['page']} page
 * @param {string} selector
 */
async function canBePressed(page, selector) {
  const isShown = await inView(page, (root, css) => root.querySelector(css)?.checkVisibility({ visibilityProperty: true }) === true, selector);
  if (!isShown) return false;
  await scrollTo(page, selector);
  return inView(
    page,
    (root, css) => {
      const found = root.querySelector(css);
      if (!found) return false;
      const { left, right, top, bottom } = found.getBoundingClientRect();
      const uppermost = root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return uppermost !== null && found.contains(uppermost);
    },
    selector,
  );
}

/** @param {Scene['page']} page with the reader open */
export async function anyPanelIsOpen(page) {
  for (const panel of PANELS) if (panel.isOver && (await isPanelOpen(page, panel))) return true;
  return false;
}
