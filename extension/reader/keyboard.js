import { moveInToolbar } from './toolbar_focus.js';

/** Where keys are for typing, choosing or playing; two such places hide what is in them. */
const FIELDS = 'input, textarea, select, [contenteditable], video, audio, iframe, .sheet, .aloud-choices';

/**
 * Keeps keys typed in the reader view from the page's shortcuts, leads through its toolbars, and closes it on Escape.
 *
 * Listeners that the page put on `window` for the capture phase come before ours and cannot be kept out; all others can.
 *
 * @param {object} options
 * @param {Element} options.host
 * @param {() => boolean} options.onEscape says whether that was the view's end
 * @param {(key: string) => boolean} options.onCharacter does what a key by itself stands for, if anything; the key as keyOf names it
 * @param {(event: KeyboardEvent) => boolean} options.onShortcut does what keys together stand for, if anything
 * @param {AbortSignal} options.signal
 */
export function watchKeys({ host, onEscape, onCharacter, onShortcut, signal }) {
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    // Pages that load their scripts late send once more what was typed until then: no key is down.
    if (!event.isTrusted) return;
    // While the view is open the rest is inert: only the view, or nothing, has the focus.
    const ours = event.composedPath().includes(host);
    if (!ours && event.target !== document.body && event.target !== document.documentElement) return;
    event.stopImmediatePropagation();
    if (event.type !== 'keydown' || event.isComposing) return;
    if (event.key !== 'Escape') {
      if (isByItself(event) ? onCharacter(keyOf(event)) || moveInToolbar(event) : onShortcut(event)) event.preventDefault();
      return;
    }
    event.preventDefault();
    const open = openDetailsAround(event.composedPath());
    if (open) open.open = false;
    else if (onEscape()) {
      // The key is still down; letting it go belongs to the same stroke.
      window.addEventListener('keyup', (released) => released.stopImmediatePropagation(), { capture: true, once: true });
    }
  };
  for (const type of /** @type {const} */ (['keydown', 'keypress', 'keyup'])) {
    window.addEventListener(type, onKey, { capture: true, signal });
  }
}

/**
 * @param {EventTarget[]} path
 * @returns {HTMLDetailsElement | undefined}
 */
function openDetailsAround(path) {
  for (const target of path) if (target instanceof HTMLDetailsElement && target.open) return target;
  return undefined;
}

/**
 * A key that is no part of a typed text or of a shortcut.
 *
 * @param {KeyboardEvent} event
 */
function isByItself(event) {
  const [target] = event.composedPath();
  return !event.ctrlKey && !event.metaKey && !event.altKey && !(target instanceof Element && target.closest(FIELDS));
}

/**
 * A key by its sign, or, where that is no Latin one, by the letter or digit that a Latin layout has in its place: on
 * Cyrillic, Greek, Arabic or Hebrew layouts no key gives an `s`.
 *
 * @param {{key: string, code: string, shiftKey?: boolean}} event
 * @returns {string}
 */
export function keyOf({ key, code, shiftKey = false }) {
  const [, place] = /^(?:Key|Digit)(.)$/.exec(code) ?? [];
  const isLatin = /[!-~]|\p{Script=Latin}/u.test(key);
  if (!place || isLatin) return key;
  return shiftKey ? place : place.toLowerCase();
}
