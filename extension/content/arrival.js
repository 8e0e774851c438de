/**
 * Runs on the sites where articles open by themselves, from the beginning of each page, and on a page that a link which opens
 * quiet has led to: looks whether it is an article.
 */
import { glance, textsIn } from '../../src/wasm/glance.js';
import { rememberShut, requestFollowing, requestOpening } from '../shared/messages.js';
import { watchJourneys } from './journeys.js';

/** Between two looks; a page that is the same in both stands still. */
const LOOK_MS = 200;
/** Later than that the person has begun to read the page as it is. */
const MAX_LOOKS = 15;
/** An application that has gone on shows what it has shown before until the next page is there; most are by then. */
const LEFT_LOOKS = 7;
/** What begins anything that a person does with a page. */
const ACTS = ['keydown', 'pointerdown', 'wheel'];

watchVisits();

/** A visit is one page at its address: of a document there are several where it is an application, or comes back. */
function watchVisits() {
  let visit = beginVisit();
  const beginAnother = (/** @type {string} */ left) => {
    visit.abort();
    visit = beginVisit(left);
  };
  window.addEventListener('pageshow', ({ persisted }) => persisted && beginAnother(''));
  watchJourneys(() => beginAnother(textsIn(glance(document))));
}

/**
 * @param {string} [left] the texts that the document has shown before, in the visit before
 * @returns {AbortController} whose signal ends the visit, or that something may open by itself in it
 */
function beginVisit(left = '') {
  const controller = new AbortController();
  const { signal } = controller;
  for (const type of ACTS) {
    window.addEventListener(type, ({ isTrusted }) => isTrusted && controller.abort(), { capture: true, passive: true, signal });
  }
  const visit = { signal, hasAsked: false, rememberShut: (/** @type {boolean} */ isShut) => rememberShut(entryKey(), isShut) };
  /** @type {import('./here.js').Shared} */ (globalThis).quietpageVisit = visit;
  lookUntilOpened(visit, left);
  return controller;
}

/** @param {import('./main.js').Visit} visit @param {string} left */
async function lookUntilOpened(visit, left) {
  const { signal } = visit;
  // Chromium's; the types do not know it.
  if (Reflect.get(document, 'prerendering')) await next('prerenderingchange');
  if (document.readyState === 'loading') await next('DOMContentLoaded');
  // A site's front page is no article, however much text is on it.
  if (location.pathname === '/' && !location.search) return;
  let seen = '';
  let refused = '';
  for (let looks = 0; looks < MAX_LOOKS && !signal.aborted; looks++) {
    const glanced = glance(document);
    const now = textsIn(glanced);
    const isLeft = now === left && looks < LEFT_LOOKS;
    if (now === seen && now !== refused && !isLeft) {
      visit.hasAsked = true;
      if (await requestOpening({ entry: entryKey(), glance: glanced, title: document.querySelector('title')?.textContent ?? '' })) return;
      refused = now;
    }
    seen = now;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  // If a link has led here, it was to a page that stays as it is.
  requestFollowing();
}

/** @returns {string} the same when this entry of the tab's history is reloaded or come back to; it tells nothing else */
function entryKey() {
  return navigation.currentEntry?.key ?? '';
}

/** @param {string} type of the document's next event */
function next(type) {
  return new Promise((resolve) => document.addEventListener(type, resolve, { once: true }));
}
