/**
 * Runs in the page at each click: closes the view that is open, opens one where none is, or has one take the place of the
 * other. And after unasked.js, where an article is to open by itself.
 */
import { createCorrections } from '../left_out/corrections.js';
import { looksLikeArticle } from '../reader/article_view.js';
import { isExtensionThere } from '../shared/browser.js';
import { reportUnavailable, requestCorrecting, requestFollowing } from '../shared/messages.js';
import { DEFAULTS } from '../shared/settings.js';
import { isPrivateWindow, lastingArea, passingArea } from '../shared/settings_area.js';
import { changeCorrections } from '../shared/stored_corrections.js';
import { loadStored } from '../shared/stored_settings.js';
import { ask } from './ask.js';
import { removeDeadViews } from './dead_views.js';
import { shared, unavailableHere } from './here.js';
import { LOADING_SHOWN_BY_MS } from './loading_wait.js';
import { openSession } from './session.js';
import { whenWanted } from './when_wanted.js';

/**
 * @typedef {object} Visit
 * @property {AbortSignal} signal when the person has begun to do something with the page, or has gone on
 * @property {boolean} hasAsked whether it may be about to open
 * @property {(isShut: boolean) => void} rememberShut whether the page stays as it is when it is come back to
 */
/**
 * One view of one document, from the click to leaving.
 *
 * @typedef {object} Session
 * @property {Quietpage.View} [view] missing: it is not known yet which it will be
 * @property {() => void} close
 * @property {() => void} [switchView] the other view takes its place
 */
/**
 * Where a person is in an article.
 *
 * @typedef {object} Place
 * @property {boolean} isStart whether nothing of the text has been scrolled away
 * @property {number} index among the elements that the core's `kept` names
 * @property {number} share how much of that is above the line that is being read, 0 to 1
 * @property {number} y where that line is in the window, in pixels
 */
/**
 * What a view begins with.
 *
 * @typedef {object} Start
 * @property {() => number} clickedAt milliseconds since 1970, known a little later
 * @property {import('../shared/settings_area.js').SettingsArea} area where settings are kept
 * @property {boolean} isPrivate whether what is changed here is for this window alone
 * @property {Promise<import('./ask.js').Asked>} asked what comes of the page
 * @property {import('./selected_part.js').Part} [selected] what that was asked of, if not all of the page
 * @property {Corrections} corrections of the person, on this page and before
 * @property {Place} [at] where the person has been reading, in the other view
 * @property {(leave: () => Handover | undefined) => Promise<boolean>} onSwitch has the other view take this one's place: `leave`
 *   ends this one, and gives nothing where it has ended; false: the other cannot be had
 * @property {(isLeft: boolean, isFollowing?: boolean) => void} onEnd `isLeft`: by the person, who stays on the page;
 *   `isFollowing`: after a link that opens quiet
 */
/** @typedef {(start: Start) => Session} Opener */
/** @typedef {ReturnType<typeof createCorrections>} Corrections */
/** @typedef {import('../shared/stored_corrections.js').Change} Change */
/** @typedef {{asked?: import('./ask.js').Asked, at?: Place}} Handover `asked`: of the whole page, as it was shown */

/** From a click to this script, however busy the page is. */
const LONGEST_WAY_MS = 5000;

/** @type {Record<Quietpage.View, Quietpage.View>} */
const OTHER = { reader: 'quiet', quiet: 'reader' };

const reason = unavailableHere();
const { quietpageUnasked: isUnasked, quietpageVisit: visit, quietpageSession: session, quietpageWish: wish, quietpageAsked: atClick } = shared;
shared.quietpageUnasked = undefined;
shared.quietpageWish = undefined;
shared.quietpageAsked = undefined;
if (isUnasked) {
  // Where it has not asked, it is another page by now.
  if (visit?.hasAsked && !reason && !session) openByItself(visit.signal);
} else if (session) {
  if (wish === undefined || wish === 'leave') session.close();
  else if (wish !== session.view) session.switchView?.();
} else if (reason) {
  reportUnavailable(reason);
} else if (atClick) {
  openAtClick(atClick);
  visit?.rememberShut(false);
}

/**
 * Opens the view that is wished for.
 *
 * @param {import('./ask_at_click.js').AskedAtClick} asking what asking.js has asked for
 */
async function openAtClick({ walked, asked, selected, useRules }) {
  const startedAt = Date.now();
  let isClosed = false;
  const close = () => {
    isClosed = true;
    shared.quietpageSession = undefined;
  };
  shared.quietpageSession = {
    close() {
      close();
      shared.quietpageVisit?.rememberShut(true);
    },
  };
  window.addEventListener('pagehide', close);
  const corrections = correctionsHere();
  // That something happens is to be seen, however long the walk takes.
  const shownBy = new Promise((resolve) => setTimeout(resolve, LOADING_SHOWN_BY_MS));
  if (shared.quietpageMemory?.size) useRules(corrections.rules());
  const [opener] = await Promise.all([usualView().then((usual) => openerOf(wished(usual))), Promise.race([walked, shownBy])]);
  window.removeEventListener('pagehide', close);
  if (isClosed) return;
  open(opener ?? openSession, { clickedAt: () => clickedAt(startedAt), asked, selected, corrections });
}

/** @param {Quietpage.View} usual */
function wished(usual) {
  if (wish === 'other') return OTHER[usual];
  return wish === 'reader' || wish === 'quiet' ? wish : usual;
}

/**
 * @param {Quietpage.View} view
 * @returns {Promise<Opener | undefined>} undefined where the extension may not come here any more
 */
async function openerOf(view) {
  return view === 'reader' ? openSession : whenWanted('quiet', 'quietpageOpenQuiet');
}

/**
 * @param {number} startedAt when this script was run
 * @returns {number} when the person has clicked: what the background says of it comes a little later than this script, and
 *   until then it is the click before
 */
function clickedAt(startedAt) {
  const { quietpageClickedAt: at } = shared;
  return at && startedAt - at < LONGEST_WAY_MS ? at : startedAt;
}

/**
 * Opens the view once the article is there, so that a page which is none stays untouched.
 *
 * @param {AbortSignal} signal
 */
async function openByItself(signal) {
  const startedAt = Date.now();
  const corrections = correctionsHere();
  const [asked, usual] = await Promise.all([askForArticle(corrections), usualView()]);
  if (!asked.answer.ok || !looksLikeArticle(asked.answer.article)) return;
  const opener = await openerOf(usual);
  // What the person has opened, and may have closed again, meanwhile, is theirs.
  const isClicked = (shared.quietpageClickedAt ?? 0) >= startedAt;
  if (opener && !isClicked && !signal.aborted && !shared.quietpageSession) {
    open(opener, { clickedAt: () => startedAt, asked: Promise.resolve(asked), corrections });
  }
}

/**
 * @param {Opener} openView
 * @param {Pick<Start, 'clickedAt' | 'asked' | 'selected' | 'corrections' | 'at'>} start
 */
function open(openView, { selected, ...start }) {
  removeDeadViews();
  const isReader = openView === openSession;
  shared.quietpageSession = openView({
    ...start,
    // Quiet in place is of the page, not of a part.
    ...(selected && !isReader ? { asked: askForArticle(start.corrections) } : { selected }),
    area: area(),
    isPrivate: isPrivateWindow(),
    async onSwitch(leave) {
      const now = Date.now();
      const { corrections } = start;
      const opener = await openerOf(isReader ? 'quiet' : 'reader');
      const from = opener && leave();
      if (from) open(opener, { clickedAt: () => now, asked: from.asked ? Promise.resolve(from.asked) : askForArticle(corrections), corrections, at: from.at });
      return opener !== undefined;
    },
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
    if (!persisted || !isExtensionThere() || shared.quietpageSession) return;
    const corrections = correctionsHere();
    open(openSession, { clickedAt: () => backAt, asked: askForArticle(corrections), corrections });
  };
  window.addEventListener('pageshow', openAgain, { once: true });
}

/**
 * The background knows nothing of what a private window keeps to itself.
 *
 * @param {Corrections} corrections
 */
function askForArticle(corrections) {
  return ask('article', { marks: corrections.marks, rules: isPrivateWindow() ? corrections.rules() : undefined });
}

/** @returns {Promise<Quietpage.View>} what the button opens */
async function usualView() {
  const { everywhere } = await loadStored(area(), '');
  return everywhere.view ?? DEFAULTS.view;
}

function correctionsHere() {
  const rules = area();
  const host = location.hostname;
  // What stays is written in one place for all tabs; what a private window keeps is this document's alone.
  const change = isPrivateWindow() ? (/** @type {Change[]} */ changes) => changeCorrections(rules, host, changes) : requestCorrecting;
  return createCorrections({ area: rules, host, change });
}

function area() {
  return isPrivateWindow() ? passingArea((shared.quietpageMemory ??= new Map())) : lastingArea();
}
