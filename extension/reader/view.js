import { browser } from '../shared/browser.js';
import { element } from '../shared/element.js';
import { message, readAhead, uiDirection } from '../shared/i18n.js';
import { NOTHING_STORED } from '../shared/stored_settings.js';
import { createAppearance } from './appearance.js';
import articleCss from './article.css';
import { articleParts } from './article_view.js';
import { failureParts } from './failure_view.js';
import { LATE_SENTENCES } from './late_sentences.js';
import { otherText } from './offers.js';
import printCss from './print.css';
import { aidsCss, createReadingAids } from './reading_aids.js';
import readerCss from './reader.css';
import scriptsCss from './scripts.css';
import { createToolbar } from './toolbar.js';
import wishesCss from './wishes.css';

const DIALOG_ID = 'view';
/** A text that changes its face is worth less than a text that is late; this long nobody notices. */
const FACE_WAITED_FOR_MS = 100;

/**
 * @typedef {'waiting' | 'loading' | 'reading' | 'failed'} State `waiting`: not in the document yet
 * @typedef {ReturnType<typeof createView>} View
 * @typedef {{close: () => void, tryAgain: () => void, read: (keep: Quietpage.Keep) => void}} Actions
 */

/**
 * The reader view: a modal dialog in a shadow root. Modal, so that the page beneath is inert for keyboard and screen
 * reader, and so that the view works above a modal dialog of the page's own, which a popover would not.
 *
 * @param {object} options
 * @param {import('../shared/settings_area.js').SettingsArea} options.area where settings are kept
 * @param {boolean} options.isPrivate
 * @param {Actions} options.actions
 * @param {AbortSignal} options.signal
 */
export function createView({ area, isPrivate, actions, signal }) {
  const host = document.createElement('quietpage-reader');
  // Open: translators and screen readers' helpers must be able to work on the text.
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([readerCss, articleCss, scriptsCss, aidsCss, wishesCss, printCss].join('\n'));
  root.adoptedStyleSheets.push(sheet);
  const appearance = createAppearance({
    root,
    area,
    isPrivate,
    onChange: () => aids.useSettings(),
    onUnreachable: () => showFailure('reloaded'),
    signal,
  });
  const aids = createReadingAids({ area, isPrivate, root, settings: appearance.settings, change: appearance.change, signal });

  const content = element('div', { class: 'content' });
  const toolbar = createToolbar({ ...appearance, dialogId: DIALOG_ID, close: actions.close, more: aids.buttons, signal });
  const dialog = element(
    'dialog',
    { id: DIALOG_ID, lang: message('language'), dir: uiDirection(), 'aria-label': message('name'), tabindex: '-1', autofocus: '' },
    toolbar,
    ...aids.parts,
    appearance.sheet,
    content,
  );
  root.append(dialog);
  // Android's back gesture closes dialogs, and so does the browser itself for the close button.
  dialog.addEventListener('close', () => host.isConnected && !dialog.open && actions.close(), { signal });

  // Read now: cut off from the extension they could not be read any more, and are needed to say just that.
  const reloadedFailure = failureParts('reloaded', actions, signal);
  /** @type {State} */
  let state = 'waiting';
  /** @type {Quietpage.Keep | undefined} */
  let other;

  /** @param {State} next */
  function setState(next) {
    state = next;
    host.setAttribute('data-state', next);
    host.removeAttribute('data-ms');
  }

  /** @param {...Node} parts */
  function show(...parts) {
    aids.detach();
    content.replaceChildren(...parts);
    // Whatever else went wrong, what is shown can be seen.
    appearance.begin(NOTHING_STORED);
    if (!dialog.open) raise();
    dialog.scrollTop = 0;
    dialog.focus({ preventScroll: true });
  }

  /** Puts the view into the document and above all else. */
  function raise() {
    if (!host.isConnected) document.documentElement.append(host);
    // They would come to lie beneath.
    aids.close();
    const hadSheet = appearance.closeSheet();
    if (dialog.open) dialog.close();
    dialog.showModal();
    if (hadSheet) appearance.openSheet();
  }

  /** @param {string} code */
  function showFailure(code) {
    setState('failed');
    show(...(code === 'reloaded' ? reloadedFailure : failureParts(code, actions, signal)));
  }

  return {
    host,
    root,
    raise,
    get state() {
      return state;
    },
    /** Whether the extension behind this view is still there. */
    canCall: () => Boolean(browser.runtime?.id),
    useSettings: appearance.begin,
    /** What lies over the article, or else goes on beside it. @returns {boolean} whether anything did */
    closeSheet: () => aids.close() || appearance.closeSheet() || aids.stop(),
    panelKeys: aids.panelKeys,
    hasLetterKeys: appearance.hasLetterKeys,
    linksOpenQuiet: () => appearance.settings().linksQuiet,
    /** Key → what it does by itself. @type {Record<string, () => void>} */
    keys: {
      ...aids.keys,
      s: appearance.openSheet,
      o: () => other && actions.read(other),
      '+': () => appearance.changeTextSize(1),
      '-': () => appearance.changeTextSize(-1),
    },
    /** Puts the empty view over the page, unseen as yet: what that costs, the browser does while the core is at work. */
    open() {
      setState('loading');
      if (!dialog.open) raise();
    },
    remove() {
      dialog.close();
      host.remove();
    },
    showLoading() {
      const text = message('loading');
      show(element('div', { class: 'notice', role: 'status' }, element('p', {}, text), element('progress', { 'aria-label': text })));
    },
    showFailure,
    /**
     * @param {object} result
     * @param {Quietpage.Article} result.article
     * @param {Quietpage.Block[]} result.blocks
     * @param {number} result.leftOut how many blocks are not in the article
     * @param {Quietpage.Words} result.words
     * @param {Element[]} result.elements the element behind each ordinal
     * @param {boolean} result.hasSecond whether another text of the page comes close
     * @param {Quietpage.Keep} result.keep what was asked for
     * @param {() => number} result.startedAt milliseconds since 1970
     * @param {Quietpage.FaceFile[]} [result.faceFiles]
     */
    async showArticle({ startedAt, faceFiles, ...result }) {
      other = otherText(result.keep, result.hasSecond);
      dialog.setAttribute('aria-label', result.article.title ?? message('name'));
      const { main, parts } = articleParts({ ...result, actions, signal });
      const dressing = appearance.dress(main, faceFiles);
      if (dressing) await Promise.race([dressing, new Promise((resolve) => setTimeout(resolve, FACE_WAITED_FOR_MS))]);
      if (signal.aborted) return;
      show(...parts);
      const body = main.querySelector('article');
      const { article, words, keep } = result;
      if (body) aids.attach({ article, words, main, body, isPart: keep === 'selected', scroller: dialog });
      afterPaint(() => {
        if (signal.aborted) return;
        setState('reading');
        host.setAttribute('data-ms', String(Date.now() - startedAt()));
        readAhead(LATE_SENTENCES);
      });
    },
  };
}

/**
 * Calls back when what stands in the document now has been painted: a task posted from a frame's callback runs after
 * that frame.
 *
 * @param {() => void} callback
 */
function afterPaint(callback) {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      callback();
    };
    port2.postMessage(null);
  });
}
