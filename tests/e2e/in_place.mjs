// @ts-check
/** What a test does with quiet in place: have it opened, look at the page in it, press its buttons. */

import assert from 'node:assert/strict';
import { eventually } from './reader.mjs';
import { PARAGRAPHS } from './story.mjs';

/** @typedef {import('./browsers.mjs').Quiet} Quiet */
/** @typedef {import('./browsers.mjs').Page} Page */

/** A click may be lost right after a page has loaded. */
const LOST_CLICK_MS = 8000;

/** @param {Page} page @returns {Promise<{state: string, text: string, alert: string | null} | null>} null where it is not open */
export const bar = (page) =>
  page.evaluate(() => {
    const host = document.querySelector('quietpage-bar');
    const root = host?.shadowRoot;
    const state = host?.getAttribute('data-state');
    if (!root || !state) return null;
    return { state, text: root.textContent, alert: root.querySelector('[role=alert]')?.textContent?.trim() ?? null };
  });

/**
 * Clicks the button, which is set to open quiet in place, and waits till the page is quiet, or cannot be.
 *
 * @param {Quiet} quiet
 * @param {Page} page
 */
export async function openInPlace(quiet, page) {
  await quiet.click(page);
  await eventually(() => bar(page), 'quiet in place', LOST_CLICK_MS).catch(() => quiet.click(page));
  return eventually(() => bar(page), 'quiet in place');
}

/** @param {Page} page */
export const inPlaceGone = (page) => eventually(async () => (await page.evaluate(() => document.querySelector('quietpage-bar'))) === null, 'the end of quiet in place');

/** @param {Page} page @param {string} action */
export async function pressInBar(page, action) {
  const place = await eventually(
    () =>
      page.evaluate((name) => {
        const button = document.querySelector('quietpage-bar')?.shadowRoot?.querySelector(`[data-action=${name}]`);
        const around = button?.closest('.bar');
        if (!button?.checkVisibility() || around?.matches('[data-away]') || around?.getAnimations().length !== 0) return null;
        const { x, y, width, height } = button.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }, action),
    `the button ${action}`,
  );
  await page.mouse.click(place.x, place.y);
}

/**
 * Goes through the page to its end, as far as it scrolls, and looks whether all of the story can be read.
 *
 * @param {Page} page
 * @param {string[]} paragraphs each in an element of its own
 * @param {number} [from] where to begin, in pixels from the page's top
 */
export async function assertCanBeRead(page, paragraphs, from = 0) {
  const unread = await page.evaluate(async (texts, start) => {
    /** @type {Map<string, Set<string>>} what lay over a line of it, and where the page was scrolled to */
    const wrong = new Map();
    const seen = new Set();
    /** @param {string} text */
    const look = (text) => {
      // Anew each time: a page may make its elements anew.
      const paragraph = [...document.querySelectorAll('p')].find((one) => one.textContent.trim() === text);
      if (!paragraph) return;
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        if (top < 0 || bottom > innerHeight) continue;
        for (const x of [left + 2, (left + right) / 2, right - 2]) {
          const at = document.elementFromPoint(x, (top + bottom) / 2);
          if (at && paragraph.contains(at)) seen.add(text);
          else wrong.set(text, new Set([...(wrong.get(text) ?? []), `${at?.localName}.${at?.className} at ${Math.round(scrollY)}`]));
        }
      }
    };
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 250)));
    scrollTo(0, start);
    await frame();
    for (;;) {
      texts.forEach(look);
      const before = scrollY;
      scrollBy({ top: innerHeight * 0.6, behavior: 'instant' });
      await frame();
      if (scrollY <= before) break;
    }
    return texts.flatMap((text) => {
      const problem = wrong.has(text) ? `covered by ${[...(wrong.get(text) ?? [])]}` : seen.has(text) ? '' : 'never seen';
      return problem ? [`${text.slice(0, 40)}: ${problem}`] : [];
    });
  }, paragraphs, from);
  assert.deepEqual(unread, []);
}

/** @param {Page} page */
export const extent = (page) =>
  page.evaluate(() => ({
    height: document.documentElement.scrollHeight,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    column: document.querySelector('.story-body, article')?.getBoundingClientRect().width ?? 0,
  }));

/** @param {Page} page @param {string} selector @returns {Promise<number>} how many of them have a box that is seen */
export const seenOf = (page, selector) =>
  page.evaluate(
    (css) =>
      [...document.querySelectorAll(css)].filter((one) => {
        const { width, height } = one.getBoundingClientRect();
        return one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && width > 0 && height > 2;
      }).length,
    selector,
  );

/** The first paragraph that is not above the line where one reads. @param {Page} page @returns {Promise<string>} its text */
export const paragraphAtTop = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('quietpage-reader')?.shadowRoot ?? document;
    const paragraphs = [...root.querySelectorAll('article p')].filter((one) => one.checkVisibility());
    return paragraphs.find((one) => one.getBoundingClientRect().bottom > 64)?.textContent.trim() ?? '';
  });

/** Has what comes into the text looked at as a whole. @param {Page} page */
export async function lookedAtAnew(page) {
  await page.evaluate((text) => {
    const more = document.createElement('section');
    more.innerHTML = `<p>${text}</p><aside id="looked">More on this: <a href="/1">Tickets</a> <a href="/2">Timetables</a></aside>`;
    document.querySelector('.story-body p')?.after(more);
  }, PARAGRAPHS[1].replace('1', '2'));
  await eventually(async () => (await seenOf(page, '#looked')) === 0, 'another look');
}
