/**
 * Runs in the page at each click: closes the reader view where one is open, opens one where none is. And after
 * unasked.js, where an article is to open by itself.
 */
import { looksLikeArticle } from '../reader/article_view.js';
import { browser } from '../shared/browser.js';
import { reportUnavailable, requestFollowing } from '../shared/messages.js';
import { isPrivateWindow, lastingArea, passingArea } from '../shared/settings_area.js';
import { ask } from './ask.js';
import { openSession } from './session.js';

/**
 * What this extension's scripts in this document share; the page cannot see it.
 *
 * @typedef {object} Shared
 * @property {number} [quietpageClickedAt] milliseconds since 1970, set by the background at each click, just before or just after
 * @property {boolean} [quietpageUnasked] set by unasked.js: no click is behind this run
 * @property {Visit} [quietpageVisit] set by arrival.js, on sites where articles open by themselves
 * @property {{close: () => void}} [quietpageSession] the open reader view
 * @property {Map<string, unknown>} [quietpageMemory] settings changed in a private window, for as long as the document lives
 */
/**
 * @typedef {object} Visit
 * @property {AbortSignal} signal when the person has begun to do something with the page, or has gone on
 * @property {boolean} hasAsked whether it may be about to open
 * @property {(isShut: boolean) => void} rememberShut whether the page stays as it is when it is come back to
 */
const shared = /** @type {Shared} */ (globalThis);
// Of what is not here, the page's own elements would be found by that name.
for (const name of ['quietpageClickedAt', 'quietpageUnasked', 'quietpageVisit', 'quietpageSession', 'quietpageMemory']) {
  if (!Object.hasOwn(globalThis, name)) Object.defineProperty(globalThis, name, { value: undefined, writable: true, configurable: true });
}

const reason = unavailableHere();
const { quietpageUnasked: isUnasked, quietpageVisit: visit } = shared;
shared.quietpageUnasked = undefined;
if (isUnasked) {
  // Where it has not asked, it is another page by now.
  if (visit?.hasAsked && !reason && !shared.quietpageSession) openByItself(visit.signal);
} else if (shared.quietpageSession) {
  shared.quietpageSession.close();
} else if (reason) {
  reportUnavailable(reason);
} else {
  const startedAt = Date.now();
  open({ clickedAt: () => shared.quietpageClickedAt ?? startedAt });
  visit?.rememberShut(false);
}

/**
 * Opens the view once the article is there, so that a page which is none stays untouched.
 *
 * @param {AbortSignal} signal
 */
async function openByItself(signal) {
  const startedAt = Date.now();
  const asked = await ask('article');
  const isWanted = asked.answer.ok && looksLikeArticle(asked.answer.article);
  if (isWanted && !signal.aborted && !shared.quietpageSession) open({ clickedAt: () => startedAt, asked: Promise.resolve(asked) });
}

/** @param {Pick<Parameters<typeof openSession>[0], 'clickedAt' | 'asked'>} start */
function open(start) {
  // A view whose extension was updated meanwhile: no script answers for it any more.
  for (const dead of document.querySelectorAll('quietpage-reader')) dead.remove();
  const isPrivate = isPrivateWindow();
  shared.quietpageSession = openSession({
    ...start,
    area: isPrivate ? passingArea((shared.quietpageMemory ??= new Map())) : lastingArea(),
    isPrivate,
    onEnd(isLeft, isFollowing) {
      shared.quietpageSession = undefined;
      if (isLeft) shared.quietpageVisit?.rememberShut(true);
      if (isFollowing && isLeft) requestFollowing();
      if (isFollowing && !isLeft) openWhenBack();
    },
  });
}

/** The way back from a link that opens quiet leads to the article as it was, where the browser has kept the document. */
function openWhenBack() {
  const openAgain = (/** @type {PageTransitionEvent} */ { persisted }) => {
    const backAt = Date.now();
    if (persisted && browser.runtime?.id && !shared.quietpageSession) open({ clickedAt: () => backAt });
  };
  window.addEventListener('pageshow', openAgain, { once: true });
}

/** @returns {Quietpage.Unavailable | undefined} why nothing can be shown in this document */
function unavailableHere() {
  if (document.contentType === 'application/pdf') return 'pdf';
  // A picture, a feed, a drawing: either no text, or no place for our elements.
  const isHtml = document.documentElement instanceof HTMLElement;
  return isHtml && !/^(image|video|audio)\//.test(document.contentType) ? undefined : 'no_html';
}
