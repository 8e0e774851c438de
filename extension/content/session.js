import { watchKeys } from '../reader/keyboard.js';
import { watchLinks } from '../reader/links.js';
import { rememberPage } from '../reader/restore_page.js';
import { stayOnTop } from '../reader/stay_on_top.js';
import { createView } from '../reader/view.js';
import { loadStored } from '../shared/stored_settings.js';
import { ask } from './ask.js';
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
  // Before the view is made: the background is at work meanwhile.
  const first = asked ?? ask(kept, { part: selected });
  const view = createView({
    area,
    isPrivate,
    signal,
    actions: { close, tryAgain: () => read(kept), read },
  });

  /** @param {Quietpage.Keep} keep */
  function read(keep) {
    kept = keep;
    show(ask(keep, { part: keep === 'selected' ? selected : undefined, host: view.host }), keep);
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
      const { answer, elements } = await asking;
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
        await view.showArticle({ ...answer, elements, keep, startedAt });
      }
    } catch (problem) {
      // A fault of ours. It must end in a sentence like all else.
      console.error('Quietpage:', problem);
      if (!signal.aborted) view.showFailure('other');
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
    signal,
  });
  const links = watchLinks({ root: view.root, isWanted: view.linksOpenQuiet, signal });
  stayOnTop({ view, onLost: close, signal });
  // The document may come back from the browser's cache: as the page then, not as a reader view of an hour ago.
  window.addEventListener('pagehide', () => end(false), { signal });
  show(first, kept);
  return { close };
}
