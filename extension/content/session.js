import { codeOf } from '../reader/failure_view.js';
import { watchKeys } from '../reader/keyboard.js';
import { leadIntoPage, watchLinks } from '../reader/links.js';
import { EYE_PX } from '../reader/place.js';
import { rememberPage } from '../reader/restore_page.js';
import { stayOnTop } from '../reader/stay_on_top.js';
import { createView } from '../reader/view.js';
import { isExtensionThere } from '../shared/browser.js';
import { loadStored } from '../shared/stored_settings.js';
import { ask, keptIn } from './ask.js';
import { createCorrecting, decisionsFor } from './correcting.js';
import { counterparts } from './counterparts.js';
import { watchJourneys } from './journeys.js';
import { LOADING_SHOWN_AFTER_MS, LOADING_SHOWN_BY_MS } from './loading_wait.js';
import { placeIn } from './page_place.js';
import { saveReport } from './reporting.js';

/**
 * One reading of one document in the reader view: from the click to leaving. Everything it starts ends with its signal.
 *
 * @param {import('./main.js').Start} start
 * @returns {import('./main.js').Session}
 */
export function openSession({ clickedAt, area, isPrivate, asked, selected, corrections, at, onSwitch, onEnd }) {
  const controller = new AbortController();
  const { signal } = controller;
  const restorePage = rememberPage();
  /** @type {Quietpage.Keep} */
  let kept = selected ? 'selected' : 'article';
  /** What is shown, once there is an answer. @type {import('./ask.js').Article | undefined} */
  let shown;
  const { decide, undo, redo } = createCorrecting({
    corrections,
    shown: () => (view.state === 'reading' ? shown : undefined),
    onCorrected(article, step, isUndone) {
      shown = article;
      view.showCorrected({ ...article.answer, elements: article.elements, keep: kept, corrections }, step, isUndone);
    },
    onRefused: (code) => view.showFailure(code),
    onProblem: failUnforeseen,
    signal,
  });
  const view = createView({
    area,
    isPrivate,
    signal,
    actions: { close, switchView, tryAgain: () => read(kept), read, decide, undo, redo, report: () => saveReport(shown, isPrivate) },
  });

  /** @param {Quietpage.Keep} keep */
  function read(keep) {
    kept = keep;
    show(ask(keep, { part: keep === 'selected' ? selected : undefined, host: view.host, ...decisionsFor(corrections, keep) }));
  }

  /** A fault of ours, or a page beyond all bounds. It must end in a sentence like all else. @param {unknown} problem */
  async function failUnforeseen(problem) {
    console.error('Quietpage:', problem);
    if (signal.aborted) return;
    view.showFailure(codeOf(problem));
    view.useSettings(await loadStored(area, location.hostname));
  }

  /**
   * Shows what comes of it.
   *
   * @param {Promise<import('./ask.js').Asked>} asking
   */
  async function show(asking) {
    const now = Date.now();
    const startedAt = view.state === 'waiting' ? clickedAt : () => now;
    const wait = Math.min(LOADING_SHOWN_AFTER_MS, Math.max(0, startedAt() + LOADING_SHOWN_BY_MS - now));
    let isAnswered = false;
    const timer = setTimeout(async () => {
      view.useSettings(await loadStored(area, location.hostname));
      // Not by the state alone: it stays `loading` until the article is painted, and that would have it covered.
      if (view.state === 'loading' && !isAnswered && !signal.aborted) view.showLoading();
    }, wait);
    try {
      view.open();
      const found = await asking;
      const { answer, elements, keep } = found;
      isAnswered = true;
      if (signal.aborted) return;
      kept = keep;
      // The background knows nothing of what a private window keeps to itself.
      const settings = isPrivate || !answer.settings ? await loadStored(area, location.hostname) : answer.settings;
      if (signal.aborted) return;
      view.useSettings(settings);
      if (keep === 'selected' && (answer.ok ? !answer.article.html.trim() : answer.code === 'no_text')) {
        // The headline alone, which stands above the text, or what is no text.
        read('article');
      } else if (!answer.ok) {
        view.showFailure(answer.code);
      } else if (!answer.article.html.trim()) {
        view.showFailure(keep === 'everything' ? 'no_text' : 'no_article');
      } else {
        const isFirst = !shown;
        shown = { ...found, answer };
        await view.showArticle({ ...answer, elements, keep, corrections, startedAt, begin: isFirst ? begin : undefined });
      }
    } catch (problem) {
      failUnforeseen(problem);
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Brings the person to the paragraph they have been reading in the page.
   *
   * @param {Element[]} blocks
   * @param {Element} scroller
   */
  function begin(blocks, scroller) {
    const from = at ?? placeInPage();
    if (!from || !shown) return;
    const block = blocks[counterparts(keptTexts(shown), textsOf(blocks))[from.index] ?? 0];
    if (!block) return;
    const { top, height } = block.getBoundingClientRect();
    const line = from.isStart ? 0 : scroller.scrollTop + top + from.share * height - Math.max(EYE_PX, from.y);
    // Not quite the top, from where it would go on to the place that was kept the last time.
    scroller.scrollTop = Math.max(1, line);
  }

  /** @returns {import('./main.js').Place | undefined} where in the text the page has been scrolled to; none above or below it */
  function placeInPage() {
    if (!shown || shown.keep === 'selected') return undefined;
    const { answer, elements } = shown;
    const texts = keptIn(shown);
    const found = placeIn(texts);
    const index = answer.kept.findIndex((ordinal) => elements[ordinal] === found?.element);
    // On its first screen a person has not begun to read.
    const isBegun = found && index > 0 && found.y < window.innerHeight && texts[0].getBoundingClientRect().bottom <= 0;
    return isBegun ? { isStart: false, index, share: found.share, y: found.y } : undefined;
  }

  /** @returns {import('./main.js').Place | undefined} where the person is, in the elements of the page */
  function place() {
    const { blocks } = view;
    const found = placeIn(blocks);
    if (!found || !shown) return undefined;
    const index = counterparts(textsOf(blocks), keptTexts(shown))[blocks.indexOf(found.element)];
    return { isStart: view.isAtStart, index, share: found.share, y: found.y };
  }

  async function switchView() {
    const isThere = await onSwitch(() => {
      if (signal.aborted) return undefined;
      // Of a part of the page there is no quiet page.
      const from = shown?.keep === 'selected' ? {} : { asked: shown, at: place() };
      end(false);
      return from;
    });
    if (!isThere && !signal.aborted) view.showFailure(isExtensionThere() ? 'other' : 'reloaded');
  }

  function close() {
    end(true);
  }

  /** @param {boolean} isLeft @param {boolean} [isElsewhere] the page shows something else by now, at a place of its own */
  function end(isLeft, isElsewhere = false) {
    if (signal.aborted) return;
    controller.abort();
    view.remove();
    if (!isElsewhere) restorePage();
    onEnd(isLeft, links.isFollowing);
  }

  watchKeys({
    host: view.host,
    onEscape() {
      if (view.closeSheet()) return false;
      close();
      return true;
    },
    onCharacter(key) {
      const keys = view.panelKeys() ?? (view.hasLetterKeys() ? view.keys() : {});
      const act = view.state === 'reading' ? keys[key] : undefined;
      act?.();
      return act !== undefined;
    },
    onShortcut: view.shortcut,
    signal,
  });
  const links = watchLinks({ root: view.root, isWanted: view.linksOpenQuiet, signal });
  leadIntoPage({
    root: view.root,
    goTo(fragment) {
      end(true, true);
      location.hash = fragment;
    },
    signal,
  });
  stayOnTop({ view, onLost: close, signal });
  // Nobody can do anything on the page beneath but go back from it; where it goes on by itself the article stays.
  watchJourneys((isTraversal) => isTraversal && end(false, true), signal);
  // The document may come back from the browser's cache: as the page then, not as a reader view of an hour ago.
  window.addEventListener('pagehide', () => end(false), { signal });
  show(asked);
  return { view: 'reader', close, switchView };
}

/** @param {Element[]} blocks */
const textsOf = (blocks) => blocks.map((block) => block.textContent);

/** @param {import('./ask.js').Article} article */
const keptTexts = ({ answer, elements }) => textsOf(answer.kept.map((ordinal) => elements[ordinal]));

