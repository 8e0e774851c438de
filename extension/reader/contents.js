import { element } from '../shared/element.js';
import { message } from '../shared/i18n.js';
import { goTo } from './anchors.js';
import { closeWhenLeft } from './close_when_left.js';
import { closerOf } from './popover_focus.js';
import { toolButton } from './toolbar.js';

/** A text with fewer is at a glance. */
const MIN_HEADINGS = 3;
/**
 * A heading above this line of the window begins the section that is being read: all that has been scrolled past, and a
 * quarter of what is seen. Without the room above, one that goes by between two frames would go by unseen.
 */
const READ_LINE = '9999999px 0px -75% 0px';
const ID = 'contents';

/**
 * The article's headings as a list to go by, with the present section marked.
 *
 * @returns {import('./reading_aids.js').Aid}
 */
export function createContents() {
  const name = message('button_contents');
  const button = toolButton('contents');
  button.setAttribute('popovertarget', ID);
  button.hidden = true;
  const panel = element('nav', { id: ID, class: 'panel contents', popover: '', 'aria-labelledby': 'contents-title' });
  const title = element('h2', { id: 'contents-title' }, name);
  const focusPresent = () => {
    if (!panel.matches(':popover-open') || panel.matches(':focus-within')) return;
    const at = panel.querySelector('[aria-current]') ?? panel.querySelector('button');
    if (at instanceof HTMLElement) at.focus();
  };
  panel.addEventListener('toggle', focusPresent);
  const close = closerOf(panel);
  closeWhenLeft(panel, button);

  return {
    buttons: [button],
    parts: [panel],
    keys: {
      c() {
        if (button.hidden) return;
        if (close()) return;
        panel.showPopover();
        // The event comes later, and the next key may come before it.
        focusPresent();
      },
    },
    close,
    attach({ body, scroller, signal }) {
      const headings = /** @type {HTMLElement[]} */ ([...body.querySelectorAll(':scope > :is(h2, h3, h4, h5, h6)')]).filter(
        (heading) => heading.textContent.trim() !== '',
      );
      if (headings.length < MIN_HEADINGS) return;
      /** @type {Map<Element, HTMLElement>} */
      const entries = new Map(headings.map((heading) => [heading, entryFor(heading, panel)]));
      const list = nested(headings, entries);
      // Not the panel: it stands where the buttons are, on the side that is our language's.
      list.lang = body.closest('main')?.lang ?? '';
      list.dir = body.closest('main')?.dir ?? '';
      panel.replaceChildren(title, list);
      button.hidden = false;
      signal.addEventListener('abort', () => {
        button.hidden = true;
        if (panel.matches(':popover-open')) panel.hidePopover();
      });
      markPresent(headings, entries, scroller, signal);
    },
  };
}

/**
 * @param {HTMLElement} heading
 * @param {HTMLElement} panel
 */
function entryFor(heading, panel) {
  const entry = element('button', { type: 'button' }, heading.textContent.trim());
  entry.addEventListener('click', () => {
    panel.hidePopover();
    goTo(heading, 'start');
  });
  return entry;
}

/**
 * A list with the sections of sections inside it. A level that the article skips makes no list of its own.
 *
 * @param {HTMLElement[]} headings
 * @param {Map<Element, HTMLElement>} entries
 */
function nested(headings, entries) {
  const top = element('ol');
  /** The lists that are open, outermost first. */
  const open = [{ level: 0, list: top }];
  for (const heading of headings) {
    const level = Number(heading.localName.slice(1));
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop();
    const around = open[open.length - 1];
    const last = around.list.lastElementChild;
    if (around.level === 0 || level <= around.level || !last) {
      around.level = level;
    } else {
      open.push({ level, list: element('ol') });
      last.append(open[open.length - 1].list);
    }
    const entry = entries.get(heading);
    if (entry) open[open.length - 1].list.append(element('li', {}, entry));
  }
  return top;
}

/**
 * @param {HTMLElement[]} headings
 * @param {Map<Element, HTMLElement>} entries
 * @param {HTMLElement} scroller
 * @param {AbortSignal} signal
 */
function markPresent(headings, entries, scroller, signal) {
  /** @type {Map<Element, boolean>} */
  const isAbove = new Map();
  /** @type {Element | undefined} */
  let marked;
  const observer = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) isAbove.set(target, isIntersecting);
      const present = headings.findLast((heading) => isAbove.get(heading));
      if (present === marked) return;
      if (marked) entries.get(marked)?.removeAttribute('aria-current');
      if (present) entries.get(present)?.setAttribute('aria-current', 'location');
      marked = present;
    },
    { root: scroller, rootMargin: READ_LINE },
  );
  for (const heading of headings) observer.observe(heading);
  signal.addEventListener('abort', () => observer.disconnect());
}
