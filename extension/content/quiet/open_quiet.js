import { walkInSteps } from '../../../src/wasm/walk.js';
import { looksLikeArticle } from '../../reader/article_view.js';
import { codeOf } from '../../reader/failure_view.js';
import { message } from '../../shared/i18n.js';
import { firstWords } from '../../left_out/drawer.js';
import { loadStored } from '../../shared/stored_settings.js';
import { ask, keptIn, send, shadowRootsBut } from '../ask.js';
import { createCorrecting, decided, decisionsFor } from '../correcting.js';
import { watchJourneys } from '../journeys.js';
import { saveReport } from '../reporting.js';
import { bringBack, keepingPagePlace, placeAtEnd, placeIn, scrollerOf } from '../page_place.js';
import { createBar } from './bar.js';
import { createBarDrawer } from './bar_drawer.js';
import { LOADING_SHOWN_AFTER_MS } from '../loading_wait.js';
import { LAYOUT } from './budget.js';
import { chooseInPage } from './choosing.js';
import { columnOf } from './column.js';
import { hideCoverings } from './coverings.js';
import { closeEmptyBoxes } from './empty_boxes.js';
import { hideLess, measureText } from './hide_less.js';
import { createHiding } from './hiding.js';
import { createHolds } from './holds.js';
import { hideLeftOut } from './left_out.js';
import { unlock } from './locks.js';
import { createPauses } from './pauses.js';
import { closeRows, widthsAround } from './rows.js';
import { createSpared } from './spared.js';
import { stayQuiet } from './stay_quiet.js';
import { createWalls, dialogsAmong } from './walls.js';
import { watchPage } from './watching.js';

/** @typedef {import('../ask.js').Asked} Asked */
/** @typedef {import('../ask.js').Article} Article */

/**
 * Quiet in place: the page as it is, without what the core has left out. Everything this starts ends with its signal.
 *
 * @param {import('../main.js').Start} start
 * @returns {import('../main.js').Session}
 */
export function openQuiet({ clickedAt, area, isPrivate, asked, corrections, at, onSwitch, onEnd }) {
  const controller = new AbortController();
  const { signal } = controller;
  const hiding = createHiding();
  const holds = createHolds();
  const spared = createSpared();
  const walls = createWalls();
  /** @type {import('./rows.js').Closed} */
  const closed = new WeakMap();
  const before = { focused: document.activeElement, x: window.scrollX, y: window.scrollY };
  const correcting = createCorrecting({
    corrections,
    shown: () => (bar.state === 'quiet' ? shown : undefined),
    onCorrected: showCorrected,
    onRefused: (code) => bar.showFailure(code),
    onProblem: failUnforeseen,
    signal,
  });
  const drawer = createBarDrawer({ actions: { ...correcting, choose, point, report: () => saveReport(shown, isPrivate) }, corrections, signal });
  const bar = createBar({
    area,
    actions: { close, switchView, tryAgain: () => read(shown?.keep ?? 'article'), read },
    drawer,
    signal,
  });
  const pauses = createPauses({ now: () => performance.now(), later: setTimeout, act: lookAgain, signal });
  const watch = watchPage({
    hiding, holds, closed, spared, host: bar.host, signal,
    onStale: pauses.askSoon,
    onGone: pauses.askSoon,
    onLost: () => stay.comeBack(),
  });
  const stay = stayQuiet({ bar, hiding, onLost: () => end(false), signal });
  let isFromOtherView = at !== undefined;
  /** While the person chooses a block. @type {(() => void) | undefined} */
  let stopChoosing;
  let isWalking = false;
  /** @type {Article | undefined} */
  let shown;
  /** Where the page stood when it had become quiet; other numbers later: the person has scrolled. @type {number | undefined} */
  let quietAt;

  /** @param {Quietpage.Keep} keep */
  function read(keep) {
    const veil = { covers: hiding.isOut, hints: shown?.hints ?? new WeakMap() };
    show(ask(keep, { host: bar.host, veil, ...decisionsFor(corrections, keep) }));
  }

  /** A fault of ours. It must end in a sentence like all else. @param {unknown} problem */
  async function failUnforeseen(problem) {
    console.error('Quietpage:', problem);
    if (signal.aborted) return;
    bar.useSettings(await loadStored(area, location.hostname));
    if (!signal.aborted) bar.showFailure(codeOf(problem));
  }

  /** @param {Promise<Asked>} asking */
  async function show(asking) {
    const startedAt = bar.state === 'waiting' ? clickedAt : Date.now;
    const timer = setTimeout(async () => {
      bar.useSettings(await loadStored(area, location.hostname));
      if (bar.state === 'waiting' && !signal.aborted) bar.showLoading();
    }, LOADING_SHOWN_AFTER_MS);
    try {
      const found = await asking;
      // The background knows nothing of what a private window keeps to itself.
      const settings = isPrivate || !found.answer.settings ? await loadStored(area, location.hostname) : found.answer.settings;
      if (signal.aborted) return;
      bar.useSettings(settings);
      const { answer } = found;
      if (!answer.ok) {
        bar.showFailure(answer.code);
      } else if (!answer.article.html.trim() || answer.kept.length === 0) {
        bar.showFailure('no_article');
      } else if (keptIn({ ...found, answer }).length === 0) {
        // The page has rendered itself anew since.
        if (isFromOtherView) read(found.keep);
        else bar.showFailure('no_text');
        isFromOtherView = false;
      } else {
        quieten({ ...found, answer });
        const isDoubtful = !looksLikeArticle(answer.article);
        bar.showQuiet({ sentence: isDoubtful ? message('no_article_here') : answer.words.leftOut, texts: keptIn({ ...found, answer }), startedAt });
      }
    } catch (problem) {
      failUnforeseen(problem);
    } finally {
      clearTimeout(timer);
    }
  }

  /** @param {Article} article */
  function quieten(article) {
    const texts = keptIn(article);
    keepingPagePlace(texts, () => runOut(steps(article)));
    const place = at && placeAtEnd(article.answer.kept.slice(0, at.index + 1).map((ordinal) => article.elements[ordinal]), at);
    if (at?.isStart) {
      scrollerOf(texts[0]).scrollTo({ top: 0, behavior: 'instant' });
    } else if (place) {
      bringBack(place);
      requestAnimationFrame(() => bringBack(place));
    }
    // Twice: what is done about the place in the next frame is not the person's doing.
    requestAnimationFrame(() => requestAnimationFrame(() => (quietAt = window.scrollY)));
  }

  /** @param {Article} article */
  function* steps(article) {
    const column = columnOf(keptIn(article));
    // Those that are closed already: what is measured is how the page stands with them.
    yield* closeRows({ hiding, column, widths: new Map(), closed });
    const text = yield* measureText(column);
    const widths = yield* widthsAround(column);
    for (const ordinal of article.answer.comments ?? []) if (article.elements[ordinal]) spared.add(article.elements[ordinal]);
    const dialogs = yield* dialogsAmong(article.elements);
    yield* hideLeftOut({ asked: article, dialogs, hiding, column, spared, walls });
    // What holds the page later may be a viewer that the person has opened.
    yield* unlock({ hiding, holds: shown ? undefined : holds, column });
    yield* hideCoverings({ hiding, column, spared });
    yield* closeEmptyBoxes({ hiding, column, spared });
    yield* closeRows({ hiding, column, widths, closed });
    yield* hideLess({ hiding, before: text, closed, spared });
    shown = article;
    drawer.show(article);
    hiding.showAll(false);
    stay.follow();
    yield* watch.follow(column, article, dialogs);
  }

  /** The page has changed: walks it again, in the page's own pauses. */
  function lookAgain() {
    if (isWalking) {
      pauses.askSoon();
      return;
    }
    isWalking = true;
    watch.budget.add(walkAgain());
  }

  function* walkAgain() {
    const { hints = new WeakMap(), keep = /** @type {const} */ ('article') } = shown ?? {};
    try {
      const written = yield* walkInSteps(document, { shadowRootOf: shadowRootsBut(bar.host), veil: { covers: hiding.isOut, hints } });
      if (written) askAbout(written, keep, hints);
      else pauses.askSoon();
    } finally {
      isWalking = false;
    }
  }

  /**
   * @param {import('../../../src/wasm/walk.js').Walk} written
   * @param {Quietpage.Keep} keep
   * @param {WeakMap<Element, string>} hints
   */
  function askAbout(written, keep, hints) {
    const version = corrections.version();
    decided(corrections, written.elements, keep).then((of) => send(written, keep, of)).then(({ answer, ...walked }) => {
      if (signal.aborted) return;
      if (version !== corrections.version()) {
        // The person has decided something meanwhile.
        pauses.askSoon();
        return;
      }
      if (answer.ok && answer.kept.length > 0) watch.budget.add(follow({ ...walked, answer, hints, keep }));
      // Where the article was there is another page now.
      else if (!shown || keptIn(shown).length === 0) end(false);
      else pauses.askSoon();
    }, failUnforeseen);
  }

  /**
   * Over several frames, in which the person may scroll: the browser itself keeps the place.
   *
   * @param {Article} article
   */
  function* follow(article) {
    if (keptIn(article).length * 2 < article.answer.kept.length) {
      // It has been rendered anew meanwhile.
      pauses.askSoon();
      return;
    }
    pauses.grow();
    yield* steps(article);
    yield LAYOUT;
    bar.showQuiet({ sentence: article.answer.words.leftOut, texts: keptIn(article) });
  }

  /**
   * @param {Article} article as the person has put it right
   * @param {import('../../left_out/corrections.js').Step} step
   * @param {boolean} isUndone
   */
  function showCorrected(article, step, isUndone) {
    keepingPagePlace(keptIn(article), () => runOut(steps(article)));
    bar.showQuiet({ sentence: drawer.tell(step, isUndone) ?? article.answer.words.leftOut, texts: keptIn(article) });
  }

  /** Has the person choose a block of the text, to hide it. */
  function choose() {
    if (!shown) return;
    const { answer } = shown;
    stopChoosing?.();
    bar.say(message('choose_in_page'));
    stopChoosing = chooseInPage({
      texts: keptIn(shown),
      hiding,
      host: bar.host,
      onPoint: ({ textContent }) => bar.say(firstWords(textContent)),
      onEnd(element) {
        stopChoosing = undefined;
        bar.say(answer.words.leftOut);
        if (element) correcting.decide([element], false);
      },
      signal,
    });
  }

  /** @param {Element | undefined} element */
  function point(element) {
    const pointed = hiding.withMark('pointed');
    for (const earlier of pointed) hiding.unmark(earlier, (mark) => mark === 'pointed');
    if (element) {
      hiding.mark(element, 'pointed');
      element.scrollIntoView({ block: 'start', behavior: 'instant' });
      // For who does not see it.
      bar.say(firstWords(element.textContent) || message('left_out_no_text'));
    } else if (pointed.length > 0 && shown && !stopChoosing) {
      bar.say(shown.answer.words.leftOut);
    }
  }

  /** @returns {import('../main.js').Place | undefined} */
  function place() {
    const texts = shown ? keptIn(shown) : [];
    const found = placeIn(texts);
    if (!found || !shown) return undefined;
    const { answer, elements } = shown;
    const index = answer.kept.findIndex((ordinal) => elements[ordinal] === found.element);
    return { isStart: scrollerOf(found.element).scrollTop === 0, index, share: found.share, y: found.y };
  }

  function switchView() {
    onSwitch(() => {
      if (signal.aborted) return undefined;
      const from = { asked: shown, at: place() };
      end(false);
      return from;
    });
  }

  function close() {
    end(true);
  }

  /** @param {boolean} isLeft @param {boolean} [isElsewhere] the page shows something else by now, at a place of its own */
  function end(isLeft, isElsewhere = false) {
    if (signal.aborted) return;
    const { focused } = before;
    const { activeElement } = document;
    const isNowhere = activeElement === null || activeElement === document.body;
    const isFocusOurs = activeElement === bar.host || (isNowhere && focused?.checkVisibility() === false);
    const hasScrolled = at !== undefined || (quietAt !== undefined && Math.abs(window.scrollY - quietAt) > 2);
    controller.abort();
    bar.remove();
    if (hasScrolled && shown) keepingPagePlace(keptIn(shown), hiding.end);
    else hiding.end();
    walls.end();
    holds.end();
    if (!hasScrolled && !isElsewhere) scrollBack();
    if (isFocusOurs && focused instanceof HTMLElement && focused !== document.body) focused.focus({ preventScroll: true });
    onEnd(isLeft);
  }

  /** To the pixel. */
  function scrollBack() {
    const { x, y } = before;
    const scroll = () => {
      // Firefox keeps what part of a pixel it has added, but not at the top.
      for (const top of [0, y]) window.scrollTo({ left: x, top, behavior: 'instant' });
    };
    const isAway = () => window.scrollX !== x || window.scrollY !== y;
    if (isAway()) scroll();
    // Browsers keep a place of their own choice when they lay out the page next.
    requestAnimationFrame(() => {
      if (isAway()) scroll();
    });
  }

  // What has been read till now may be the beginning.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', pauses.askSoon, { once: true, signal });
  watchJourneys(() => end(false, true), signal);
  // The document may come back from the browser's cache: as the page then.
  window.addEventListener('pagehide', () => end(false), { signal });
  show(asked);
  return { view: 'quiet', close, switchView };
}

/** @param {Iterator<unknown>} steps */
function runOut(steps) {
  while (!steps.next().done);
}
