import { createCorrections } from '../left_out/corrections.js';
import { watchKeys } from '../reader/keyboard.js';
import { watchLinks } from '../reader/links.js';
import { rememberPage } from '../reader/restore_page.js';
import { stayOnTop } from '../reader/stay_on_top.js';
import { createView } from '../reader/view.js';
import { loadStored } from '../shared/stored_settings.js';
import { ask, send } from './ask.js';
import { selectedPart } from './selected_part.js';

/** Below this nobody notices a wait, and a message would only flash. */
const LOADING_SHOWN_AFTER_MS = 150;

/**
 * One reading of one document: from the click to leaving. Everything it starts ends with its signal.
 *
 * @param {object} start
 * @param {() => number} start.clickedAt milliseconds since 1970, known a little later
 * @param {import('../shared/settings_area.js').SettingsArea} start.area where settings are kept
 * @param {boolean} start.isPrivate whether what is changed here is for this window alone
 * @param {ReturnType<typeof ask>} [start.asked] what comes of the page, where that was asked before
 * @param {(isLeft: boolean, isFollowing: boolean) => void} start.onEnd `isLeft`: by the person, who stays on the page;
 *   `isFollowing`: after a link that opens quiet
 * @returns {{close: () => void}}
 */
export function openSession({ clickedAt, area, isPrivate, asked, onEnd }) {
  const controller = new AbortController();
  const { signal } = controller;
  const restorePage = rememberPage();
  // Opening the view may end the selection.
  const selected = asked ? undefined : selectedPart();
  /** @type {Quietpage.Keep} */
  let kept = selected ? 'selected' : 'article';
  const corrections = createCorrections({ area, host: location.hostname });
  // Before the view is made: the background is at work meanwhile. It knows nothing of what a private window keeps to itself.
  const first = asked ?? ask(kept, { part: selected, rules: isPrivate && !selected ? corrections.rules() : undefined });
  /** What is shown, once there is an answer. @type {import('./ask.js').Asked | undefined} */
  let shown;
  let correcting = Promise.resolve();
  const view = createView({
    area,
    isPrivate,
    signal,
    actions: {
      close,
      tryAgain: () => read(kept),
      read,
      decide: (elements, keep, blocks) => correct(() => corrections.decide(elements, keep, blocks)),
      undo: () => correct(corrections.undo),
      redo: () => correct(corrections.redo),
    },
  });

  /** @param {Quietpage.Keep} keep */
  function read(keep) {
    kept = keep;
    const isPart = keep === 'selected';
    const asking = ask(keep, { part: isPart ? selected : undefined, host: view.host, marks: isPart ? undefined : corrections.marks, rules: keep === 'article' ? corrections.rules() : undefined });
    show(asking, keep);
  }

  /**
   * Has the core decide anew about the page as it was walked, and shows what comes of it at the same place. One after
   * the other, as each begins from what the one before has decided.
   *
   * @param {() => Promise<import('../left_out/corrections.js').Step | undefined>} take
   */
  function correct(take) {
    correcting = correcting.then(() => correctBy(take)).catch(failUnforeseen);
  }

  /** @param {Parameters<typeof correct>[0]} take */
  async function correctBy(take) {
    const page = shown;
    const step = page && view.state === 'reading' ? await take() : undefined;
    if (!page || !step || signal.aborted) return;
    const next = await send(page, kept, { marks: corrections.marks(page.elements), rules: kept === 'article' ? await corrections.rules() : [] });
    // What was asked for meanwhile knows of it.
    if (signal.aborted || page !== shown) return;
    if (!next.answer.ok) {
      view.showFailure(next.answer.code);
      return;
    }
    shown = next;
    await corrections.settle(step, next.answer.blocks, next.elements);
    view.showCorrected({ ...next.answer, elements: next.elements, keep: kept, corrections }, step, take === corrections.undo);
  }

  /** A fault of ours. It must end in a sentence like all else. @param {unknown} problem */
  function failUnforeseen(problem) {
    console.error('Quietpage:', problem);
    if (!signal.aborted) view.showFailure('other');
  }

  /**
   * Shows what comes of it.
   *
   * @param {ReturnType<typeof ask>} asking
   * @param {Quietpage.Keep} keep as it was asked
   */
  async function show(asking, keep) {
    const now = Date.now();
    const startedAt = view.state === 'waiting' ? clickedAt : () => now;
    let isAnswered = false;
    const timer = setTimeout(async () => {
      view.useSettings(await loadStored(area, location.hostname));
      // Not by the state alone: it stays `loading` until the article is painted, and that would have it covered.
      if (view.state === 'loading' && !isAnswered && !signal.aborted) view.showLoading();
    }, LOADING_SHOWN_AFTER_MS);
    try {
      view.open();
      const page = await asking;
      const { answer, elements } = page;
      isAnswered = true;
      if (signal.aborted) return;
      // The background knows nothing of what a private window keeps to itself.
      const settings = isPrivate ? await loadStored(area, location.hostname) : answer.settings;
      if (signal.aborted) return;
      if (settings) view.useSettings(settings);
      if (keep === 'selected' && (answer.ok ? !answer.article.html.trim() : answer.code === 'no_text')) {
        // The headline alone, which stands above the text, or what is no text.
        read('article');
      } else if (!answer.ok) {
        view.showFailure(answer.code);
      } else if (!answer.article.html.trim()) {
        view.showFailure(keep === 'everything' ? 'no_text' : 'no_article');
      } else {
        shown = page;
        await view.showArticle({ ...answer, elements, keep, corrections, startedAt });
      }
    } catch (problem) {
      failUnforeseen(problem);
    } finally {
      clearTimeout(timer);
    }
  }

  function close() {
    end(true);
  }

  /** @param {boolean} isLeft */
  function end(isLeft) {
    if (signal.aborted) return;
    controller.abort();
    view.remove();
    restorePage();
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
      const keys = view.panelKeys() ?? (view.hasLetterKeys() ? view.keys : {});
      const act = view.state === 'reading' ? keys[key] : undefined;
      act?.();
      return act !== undefined;
    },
    onShortcut: view.shortcut,
    signal,
  });
  const links = watchLinks({ root: view.root, isWanted: view.linksOpenQuiet, signal });
  stayOnTop({ view, onLost: close, signal });
  // The document may come back from the browser's cache: as the page then, not as a reader view of an hour ago.
  window.addEventListener('pagehide', () => end(false), { signal });
  show(first, kept);
  return { close };
}
