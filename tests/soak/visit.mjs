// @ts-check
/** One visit to a page: some steps at random, what must hold after each, and the page as it was at the end. */

import { inView } from '../e2e/in_view.mjs';
import { wholeStateOf } from '../e2e/page_state.mjs';
import { eventually } from '../e2e/reader.mjs';
import { PATIENCE_MS, difference, look, lookOnceSettled, markDocument, toAnotherDocument } from './seen.mjs';
import { STEPS, anyPanelIsOpen, clickButton, comeBack } from './steps.mjs';

/** @typedef {import('./steps.mjs').Scene} Scene */

const FEWEST_STEPS = 4;
const MORE_STEPS = 10;
const STEP_MS = 120_000;
/** Panels lie above each other, and each takes an Escape. */
const MOST_ESCAPES = 8;
const ANSWER_MS = 10_000;
const GONE_MS = 5000;
/** What the policy of these pages keeps from them and from the reader alike: pictures, frames, and what Firefox asks for anew for the copy that it prints. */
const OWN_POLICY = /^Content-Security-Policy: .*\(((img|media|frame|font)-src|default-src\) at https?:)/;
/** Firefox's own, where it still begins a script in a tab that is closing: a window without a timer. */
const TAB_CLOSING = /^NS_ERROR_NOT_INITIALIZED/;
/** What the driver says where a document has gone while it was spoken to. */
const DOCUMENT_GONE = /context (was|is) destroyed|Cannot find (context|execution)|detached|ERR_ABORTED|NS_BINDING_ABORTED|no such (node|frame|handle)|DiscardedBrowsingContext|collected|synthesizeMouseAtPoint|is not to be seen|['"]shadowRoot['"]|null \(reading/i;

/**
 * @param {Scene & {soakPage: import('./pages.mjs').SoakPage, visit: number, faults: () => Promise<import('../e2e/console_faults.mjs').Fault[]>, log: (line: string) => void}} scene
 * @returns {Promise<{steps: number, views: number, compared: number}>} how many steps were taken, views seen, and pages found
 *   as they were
 */
export async function makeVisit(scene) {
  const { quiet, page, chance, soakPage, visit, faults, log } = scene;
  log(`${soakPage.name}`);
  await toAnotherDocument(page, () => page.goto(soakPage.url));
  let documents = 0;
  let mark = '';
  const count = FEWEST_STEPS + chance.below(MORE_STEPS);
  const done = { steps: 0, views: 0, compared: 0 };
  let baseline;
  try {
    baseline = await begin();
  } catch (problem) {
    // The page's own script has led elsewhere before anything was done with it.
    if (soakPage.isStill || !DOCUMENT_GONE.test(String(problem))) throw problem;
    return done;
  }
  let seen = await lookOnceSettled(page);
  for (; done.steps < count; done.steps++) {
    const { view } = seen;
    const step = chance.weighted(STEPS.filter(({ where, isOfPages }) => where.includes(view) && !(isOfPages && soakPage.isStill)));
    log(`  ${view}: ${step.name}`);
    await comeBack(quiet, page);
    const drawn = await within(step.act(scene), step.name);
    if (drawn) log(`    ${drawn}`);
    seen = await lookOnceSettled(page);
    if (seen.view !== 'none' && view !== seen.view) done.views += 1;
    await assertNoFaults();
    if (seen.mark === mark) continue;
    // Another document, by a link, a reload or the way back: what it was before the view that may be open nobody knows.
    if (!(await isOurs())) return done;
    await leave();
    baseline = await begin();
    seen = await look(page);
  }
  await comeBack(quiet, page);
  if (seen.view === 'reader') await within(assertAnswers(), 'hearing a key');
  await within(leave(), 'leaving');
  await assertNoFaults();
  if (baseline && (await look(page)).mark === mark) {
    await assertAsItWas(baseline);
    done.compared += 1;
  }
  return done;

  /** @returns the page as it is, where none of its scripts changes it */
  async function begin() {
    // A mark for each: the way back may lead to one that was marked before.
    mark = `${visit}.${documents++}`;
    await markDocument(page, mark);
    return (await isStill()) ? wholeStateOf(page) : undefined;
  }

  /** Not by what the driver knows of the tab, which comes later. */
  function isStill() {
    return page.evaluate(() => document.URL.includes('/still/'));
  }

  /** Whether it is a page of the soak, and not one of the browser's that says that nothing was found. */
  async function isOurs() {
    const url = await page.evaluate(() => document.URL).catch(() => ''); // it is not let in there
    return url.startsWith(new URL(soakPage.url).origin);
  }

  async function assertNoFaults() {
    // What the browser does not name a script of may be the page's own, where it has some.
    const found = (await faults()).filter(({ source, message }) => (source !== '' || soakPage.isStill) && !OWN_POLICY.test(message) && !TAB_CLOSING.test(message));
    if (found.length > 0) throw new Error(`in a console: ${found.map(({ source, message }) => `${message} (${source})`).join('\n  ')}`);
  }

  /** The reader hears a key, in time: Tab leads on from what has the focus. */
  async function assertAnswers() {
    const isWithin = await inView(page, (root) => {
      Reflect.set(globalThis, 'soakFocus', root.activeElement);
      // In a root of its own, or in a frame or player, the focus moves unseen.
      return root.activeElement?.matches('.sheet, .aloud-choices, iframe, video, audio') ?? false;
    });
    // Nor does it leave a panel of which one thing alone can take it.
    if (isWithin || (await anyPanelIsOpen(page))) return;
    await page.keyboard.press('Tab');
    await eventually(() => inView(page, (root) => root.activeElement !== Reflect.get(globalThis, 'soakFocus')), 'what the Tab key does', ANSWER_MS);
  }

  /** Leaves whatever is open, by the button or by Escape. */
  async function leave() {
    const { view } = await lookOnceSettled(page);
    const isByKey = view === 'reader' && chance.isLikely(0.5);
    log(`  ${view}: leave${isByKey ? ' by Escape' : ''}`);
    if (view === 'none') return;
    if (!isByKey) return clickButton(scene);
    for (let presses = 0; presses < MOST_ESCAPES; presses++) {
      await page.keyboard.press('Escape');
      if (await eventually(async () => (await look(page)).view === 'none', 'its end', GONE_MS / MOST_ESCAPES).catch(() => false)) return;
    }
    await eventually(async () => (await look(page)).view === 'none', `the end of the view after ${MOST_ESCAPES} times Escape`, PATIENCE_MS);
  }

  /** @param {Awaited<ReturnType<typeof wholeStateOf>>} before */
  async function assertAsItWas(before) {
    const after = await wholeStateOf(page);
    if (after.markup !== before.markup) throw new Error(`the page is not as it was, ${difference(before.markup, after.markup)}`);
    for (const what of /** @type {const} */ (['title', 'styleSheets', 'url'])) {
      if (after[what] !== before[what]) throw new Error(`the page is not as it was: ${what} ${after[what]}, was ${before[what]}`);
    }
  }
}

/**
 * A step may lead away from the page that it is taken in, which is not held against it.
 *
 * @param {Promise<string | void>} acting
 * @param {string} name
 */
async function within(acting, name) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const tooLong = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`“${name}” is not over after ${STEP_MS} ms`)), STEP_MS);
  });
  try {
    return await /** @type {Promise<string | void>} */ (Promise.race([acting, tooLong]));
  } catch (problem) {
    if (DOCUMENT_GONE.test(String(problem))) return `the document went: ${String(problem).split('\n')[0]}`;
    throw problem;
  } finally {
    clearTimeout(timer);
  }
}
