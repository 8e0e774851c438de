import { createHost, element } from '../shared/element.js';
import { message, pluralForms, readAhead, uiDirection } from '../shared/i18n.js';
import { createAppearance } from './appearance.js';
import articleCss from './article.css';
import { articleParts } from './article_view.js';
import { failureParts } from './failure_view.js';
import { titleOf } from './header.js';
import iconCss from './icon.css';
import { readKeptPlace } from './kept_place.js';
import { lateSentences } from './late_sentences.js';
import { otherText } from './offers.js';
import { rememberPlace } from './place.js';
import printCss from './print.css';
import { aidsCss, createReadingAids } from './reading_aids.js';
import readerCss from './reader.css';
import scriptsCss from './scripts.css';
import { createToolbar } from './toolbar.js';
import wishesCss from './wishes.css';

const DIALOG_ID = 'view';
/** A text that changes its face is worth less than a text that is late; this long nobody notices. */
const FACE_WAITED_FOR_MS = 100;
/** In a narrower window the toolbar's last buttons may begin a second line. */
const ONE_LINE_TOOLBAR = '(width >= 48em)';

/**
 * @typedef {'waiting' | 'loading' | 'reading' | 'failed'} State `waiting`: not in the document yet
 * @typedef {ReturnType<typeof createView>} View
 */

/**
 * @typedef {object} Actions what the person may want of the page
 * @property {() => void} close
 * @property {() => void} tryAgain
 * @property {() => void} switchView to quiet in place
 * @property {(keep: Quietpage.Keep) => void} read
 * @property {(elements: Element[], keep: boolean | undefined, blocks?: Quietpage.Block[]) => void} decide brings what is in
 *   these elements back, hides it, or takes back what was decided of it; `blocks`: what the ledger says of them
 * @property {() => void} undo
 * @property {() => void} redo
 * @property {() => Promise<string>} report saves the page without its words; tells what came of it
 */

/**
 * @typedef {Omit<Quietpage.Extracted, 'ok' | 'settings' | 'faceFiles'> & Page} Result what is shown
 * @typedef {object} Page
 * @property {Element[]} elements the element behind each ordinal
 * @property {Quietpage.Keep} keep what was asked for
 * @property {ReturnType<typeof import('../left_out/corrections.js').createCorrections>} corrections of the person
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
  const keptPlace = readKeptPlace(area);
  let isResumed = false;
  keptPlace.then((place) => (isResumed = place !== undefined));
  const { host, root } = createHost('quietpage-reader');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([readerCss, iconCss, articleCss, scriptsCss, aidsCss, wishesCss, printCss].join('\n'));
  root.adoptedStyleSheets.push(sheet);
  const appearance = createAppearance({
    root,
    area,
    isPrivate,
    onChange: () => aids?.useSettings(),
    onUnreachable: () => showFailure('reloaded'),
    signal,
  });
  /** @type {ReturnType<typeof createReadingAids> | undefined} */
  let aids;

  const content = element('div', { class: 'content' });
  const heard = element('p', { class: 'heard', role: 'status' });
  const toolbar = createToolbar({ ...appearance, dialogId: DIALOG_ID, ...actions, signal });
  const dialog = element(
    'dialog',
    { id: DIALOG_ID, lang: message('language'), dir: uiDirection(), 'aria-label': message('name'), tabindex: '-1', autofocus: '' },
    toolbar.element,
    appearance.sheet,
    content,
    heard,
  );
  root.append(dialog);
  // Android's back gesture closes dialogs, and so does the browser itself for the close button.
  dialog.addEventListener('close', () => host.isConnected && !isUp() && actions.close(), { signal });

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

  /** Adds what helps to read. */
  function furnish() {
    if (aids) return aids;
    aids = createReadingAids({ area, keptPlace, isPrivate, root, settings: appearance.settings, change: appearance.change, actions, signal });
    toolbar.add(aids.buttons);
    toolbar.element.after(...aids.parts);
    return aids;
  }

  /** @param {...Node} parts */
  function show(...parts) {
    aids?.detach();
    content.replaceChildren(...parts);
    // Whatever else went wrong, what is shown can be seen.
    appearance.beginUnknown();
    if (!dialog.open) raise();
    dialog.scrollTop = 0;
    dialog.focus({ preventScroll: true });
  }

  const isInPlace = () => host.parentNode === document.documentElement && dialog.parentNode === root;
  const isUp = () => isInPlace() && dialog.matches(':modal');

  /** Puts the view into the document and above all else. */
  function raise() {
    if (dialog.parentNode !== root) root.append(dialog);
    if (host.parentNode !== document.documentElement) document.documentElement.append(host);
    // They would come to lie beneath.
    aids?.close();
    const hadSheet = appearance.closeSheet();
    if (dialog.open) dialog.close();
    // What the page has defined by our name may have taken it out at once.
    if (!isInPlace()) return;
    dialog.showModal();
    if (hadSheet) appearance.openSheet();
  }

  /** @param {Result} result */
  function prepare(result) {
    other = otherText(result.keep, result.hasSecond);
    dialog.setAttribute('aria-label', titleOf(result.article) || message('name'));
    return articleParts({ ...result, actions, signal });
  }

  /** @param {string} code */
  function showFailure(code) {
    setState('failed');
    show(...(code === 'reloaded' ? reloadedFailure : failureParts(code, actions, signal)));
  }

  return {
    host,
    root,
    dialog,
    raise,
    /** Whether the view is where it was put, and modal. */
    isUp,
    get state() {
      return state;
    },
    /** The text that is shown, cut into its blocks, in their order. */
    get blocks() {
      return blocksIn(content);
    },
    get isAtStart() {
      return dialog.scrollTop <= 1;
    },
    useSettings: appearance.begin,
    /** What lies over the article, or else goes on beside it. @returns {boolean} whether anything did */
    closeSheet: () => appearance.closeSheet() || aids?.close() || aids?.stop() || false,
    panelKeys: () => aids?.panelKeys(),
    /** @param {KeyboardEvent} event @returns {boolean} whether the keys stood for anything */
    shortcut: (event) => aids?.shortcut(event) ?? false,
    hasLetterKeys: appearance.hasLetterKeys,
    linksOpenQuiet: () => appearance.settings().linksQuiet,
    /** Key → what it does by itself. @returns {Record<string, () => void>} */
    keys: () => ({
      ...aids?.keys,
      s: appearance.openSheet,
      q: actions.switchView,
      o: () => other && actions.read(other),
      '+': () => appearance.changeTextSize(1),
      '-': () => appearance.changeTextSize(-1),
    }),
    /** Puts the empty view over the page, unseen as yet: what that costs, the browser does while the core is at work. */
    open() {
      setState('loading');
      if (!dialog.open) raise();
      // While the core is at work; where it is soon done, the article comes first.
      requestIdleCallback(() => signal.aborted || state !== 'loading' || furnish());
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
     * @param {Result & {startedAt: () => number, faceFiles?: Quietpage.FaceFile[], begin?: (blocks: Element[], scroller: Element) => void}} result
     *   `startedAt`: milliseconds since 1970; `begin`: brings the person to where they begin to read
     */
    async showArticle({ startedAt, faceFiles, begin, ...result }) {
      const { main, parts, ...shown } = prepare(result);
      const dressing = appearance.dress(main, faceFiles);
      if (dressing) await Promise.race([dressing, new Promise((resolve) => setTimeout(resolve, FACE_WAITED_FOR_MS))]);
      if (signal.aborted) return;
      show(...parts);
      begin?.(blocksIn(content), dialog);
      const attach = () => furnish().attach({ ...result, ...shown, main, isPart: result.keep === 'selected', scroller: dialog });
      // Making them takes longer than a frame: where nothing would be seen to jump for it, the text comes before them.
      const isSettled = !isResumed && appearance.settings().guide === 'off' && result.article.verdict !== 'unsure';
      const isTextFirst = !aids && isSettled && matchMedia(ONE_LINE_TOOLBAR).matches;
      if (!isTextFirst) attach();
      afterPaint(() => {
        if (signal.aborted) return;
        const ms = Date.now() - startedAt();
        if (isTextFirst) attach();
        setState('reading');
        host.setAttribute('data-ms', String(ms));
        // The dialog has the focus since it was empty, and its new name is not told.
        heard.textContent = titleOf(result.article);
        // Not before the text is painted: the first use of `Intl` takes its time.
        setTimeout(() => readAhead(lateSentences(result, pluralForms())));
      });
    },
    /**
     * Shows the article as the person has put it right, at the same place.
     *
     * @param {Result} result
     * @param {import('../left_out/corrections.js').Step} step
     * @param {boolean} isUndone whether that was taken back
     */
    showCorrected(result, step, isUndone) {
      const { main, parts, ...shown } = prepare(result);
      appearance.dress(main);
      const hadFocus = content.matches(':focus-within');
      const goBack = rememberPlace(content.querySelector('article'), dialog);
      furnish().detach();
      content.replaceChildren(...parts);
      furnish().attach({ ...result, ...shown, main, isPart: false, scroller: dialog, corrected: { step, isUndone } });
      goBack(shown.body);
      if (hadFocus && !root.activeElement) dialog.focus({ preventScroll: true });
    },
  };
}

/** What is one block to the eye and has no other in it. */
const BLOCKS = 'h1, h2, h3, h4, h5, h6, p, li, pre, blockquote, figcaption, dt, dd, caption, td, th';

/** @param {Element} content */
const blocksIn = (content) => [...content.querySelectorAll(`main :is(${BLOCKS})`)].filter((block) => !block.querySelector(BLOCKS));

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
