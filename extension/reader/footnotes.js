import { element } from '../shared/element.js';
import { message } from '../shared/i18n.js';
import { goTo, scrollToAnchors, targetOf } from './anchors.js';
import { closeWhenLeft } from './close_when_left.js';
import { icon } from './icon.js';

/** A number, a letter or a sign, in brackets or not: what calls a note without standing above the line. */
const CALL = /^[[(]?\s*(?:\p{N}{1,4}|\p{L}|\p{Lm}|[ivx]{1,6}|[*†‡§¶‖]{1,4}|(?:note|nb|n)\s?\d{1,3})\s*[\])]?$/iu;
/** As the core writes a way back from a note to the text. */
const WAY_BACK = /^(?:[\s↩↵⏎↑⇧⤴⮌^]|\ufe0e|\ufe0f)+$/u;
/** What holds a note. */
const NOTE = 'li, dd, p, td';
/** A longer text is no call; it is a link to a section. */
const MAX_CALL_CHARS = 12;

/**
 * Shows a note where it is called, so that nobody has to go to the text's end and find the way back.
 *
 * @returns {import('./reading_aids.js').Aid}
 */
export function createFootnotes() {
  const text = element('div', { class: 'text' });
  const name = message('note');
  const toNote = element('button', { type: 'button', 'data-action': 'to-note' }, message('button_to_note'));
  const close = element('button', { type: 'button', 'data-action': 'close-note', 'aria-label': message('button_close_note') }, icon('close'));
  const panel = element('div', { class: 'panel note', popover: '', role: 'dialog', 'aria-label': name, tabindex: '-1', autofocus: '' }, text, element('div', { class: 'buttons' }, toNote, close));
  closeWhenLeft(panel);
  /** @type {HTMLElement | undefined} */
  let call;

  /**
   * @param {HTMLElement} link
   * @param {HTMLElement} note
   */
  function open(link, note) {
    if (call) call.style.removeProperty('anchor-name');
    call = link;
    link.style.setProperty('anchor-name', '--call');
    panel.setAttribute('aria-label', `${name} ${link.textContent.trim()}`);
    text.replaceChildren(...copyOf(note));
    text.lang = note.closest('main')?.lang ?? '';
    text.dir = note.closest('main')?.dir ?? '';
    if (!panel.matches(':popover-open')) panel.showPopover();
    panel.scrollTop = 0;
    panel.focus();
  }

  /** @returns {boolean} whether it was open */
  function leave() {
    if (!panel.matches(':popover-open')) return false;
    panel.hidePopover();
    call?.focus({ preventScroll: true });
    return true;
  }

  return {
    parts: [panel],
    close: leave,
    attach({ body, signal }) {
      for (const link of body.querySelectorAll('a[href^="#"]')) {
        if (!(link instanceof HTMLElement) || !noteOf(link, body)) continue;
        link.classList.add('call');
        link.setAttribute('aria-haspopup', 'dialog');
      }
      body.addEventListener(
        'click',
        (event) => {
          const link = event.target instanceof Element ? event.target.closest('a.call') : null;
          const note = link instanceof HTMLElement ? noteOf(link, body) : undefined;
          if (!(link instanceof HTMLElement) || !note) return;
          event.preventDefault();
          // It would be followed.
          event.stopImmediatePropagation();
          open(link, note);
        },
        { signal, capture: true },
      );
      toNote.addEventListener(
        'click',
        () => {
          const target = call && targetOf(call, body);
          panel.hidePopover();
          if (target) goTo(target, 'center');
        },
        { signal },
      );
      close.addEventListener('click', leave, { signal });
      // A link in a note to another place of the article.
      scrollToAnchors(body, signal, text, () => panel.hidePopover());
      signal.addEventListener('abort', () => {
        if (panel.matches(':popover-open')) panel.hidePopover();
        text.replaceChildren();
        call = undefined;
      });
    },
  };
}

/**
 * @param {HTMLElement} link inside the article
 * @param {HTMLElement} body
 * @returns {HTMLElement | undefined} the note that the link calls, where it calls one
 */
function noteOf(link, body) {
  const label = link.textContent.trim();
  if (!label || label.length > MAX_CALL_CHARS || WAY_BACK.test(label)) return undefined;
  if (!link.closest('sup') && !CALL.test(label)) return undefined;
  const note = targetOf(link, body)?.closest(NOTE);
  // A note stands below its call; a number that leads up is the way back.
  const isBelow = note && Boolean(link.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_FOLLOWING);
  return note instanceof HTMLElement && isBelow ? note : undefined;
}

/**
 * What stands in a note, once more, without the ways back and the places that links lead to.
 *
 * @param {HTMLElement} note
 * @returns {Node[]}
 */
function copyOf(note) {
  const copy = /** @type {HTMLElement} */ (note.cloneNode(true));
  for (const link of copy.querySelectorAll('a[href^="#"]')) if (WAY_BACK.test(link.textContent)) link.remove();
  for (const target of copy.querySelectorAll('[id]')) target.removeAttribute('id');
  return [...copy.childNodes];
}
