import { element } from '../shared/element.js';
import { message } from '../shared/i18n.js';
import { isSamePage } from '../shared/same_page.js';
import { portionOf } from './selection.js';

/** Pictures that are late are left out of the print rather than waited for. */
const PICTURES_WAITED_FOR_MS = 4000;

/**
 * On paper a link leads nowhere: each gets a number, and its address stands at the end. Whichever way printing was
 * asked for, what is added is there while the browser prints, and on paper alone (print.css).
 *
 * @returns {import('./reading_aids.js').Aid & {print: (range: Range | undefined) => Promise<boolean>}} `print` has a
 *   part of the article printed, or all of it; it says whether the browser does
 */
export function createPrinting() {
  /** @type {import('./reading_aids.js').Shown | undefined} */
  let shown;
  /** What is to be printed in the article's place, the next time. @type {HTMLElement | undefined} */
  let portion;
  /** @type {(() => void) | undefined} */
  let undo;
  /** How often the browser has begun to print. */
  let begun = 0;

  function prepare() {
    if (!shown) return;
    begun += 1;
    // The last time's end may not have been told.
    undo?.();
    const { main, body, scroller } = shown;
    // Laid out for paper, it is no box that scrolls.
    const { scrollTop } = scroller;
    const part = portion;
    portion = undefined;
    if (part) {
      part.classList.add('portion');
      body.classList.add('not-printed');
      body.after(part);
    }
    const printed = part ?? body;
    const { marks, list } = numberLinks(printed, printed.querySelector('a.call') ? 'L' : '');
    main.append(list);
    undo = () => {
      for (const added of [...marks, list]) added.remove();
      part?.remove();
      body.classList.remove('not-printed');
      if (body.classList.length === 0) body.removeAttribute('class');
      scroller.scrollTop = scrollTop;
      undo = undefined;
    };
  }

  return {
    attach(article) {
      shown = article;
      const { signal } = article;
      window.addEventListener('beforeprint', prepare, { signal });
      window.addEventListener('afterprint', () => undo?.(), { signal });
      signal.addEventListener('abort', () => {
        undo?.();
        shown = undefined;
        portion = undefined;
      });
    },
    async print(range) {
      if (!shown) return false;
      const { body, signal } = shown;
      const part = range && portionOf(range, body);
      await Promise.race([picturesIn(part ?? body), new Promise((resolve) => setTimeout(resolve, PICTURES_WAITED_FOR_MS))]);
      // Without the view it would be the page.
      if (signal.aborted) return false;
      portion = part;
      const before = begun;
      window.print();
      // While a page is loading the browser prints later; a page in a sandbox may not print at all, which goes unsaid.
      const isPrinted = begun > before || document.readyState !== 'complete';
      if (!isPrinted) portion = undefined;
      return isPrinted;
    },
  };
}

/** @param {HTMLElement} text */
function picturesIn(text) {
  const pictures = [...text.querySelectorAll('img')];
  for (const picture of pictures) picture.loading = 'eager';
  return Promise.allSettled(pictures.map((picture) => picture.decode()));
}

/**
 * Puts a number behind each link that leads out of the article, the same for the same address.
 *
 * @param {HTMLElement} text
 * @param {string} letter before each number: without one they could be the article's own notes
 * @returns {{marks: HTMLElement[], list: HTMLElement}} what was put there, and the addresses with their numbers
 */
function numberLinks(text, letter) {
  /** @type {Map<string, string>} */
  const labels = new Map();
  const marks = [];
  for (const link of text.querySelectorAll('a')) {
    if (!link.href || link.textContent.trim() === link.href || isSamePage(link.href, document.URL)) continue;
    const label = labels.get(link.href) ?? `${letter}${labels.size + 1}`;
    labels.set(link.href, label);
    const mark = element('sup', { class: 'link-mark' }, `[${label}]`);
    link.after(mark);
    marks.push(mark);
  }
  const items = [...labels].map(([address, label]) => element('li', {}, element('span', {}, `[${label}]`), ' ', element('bdi', { dir: 'ltr' }, address)));
  const list = element('aside', { class: 'printed', lang: message('language') }, element('p', {}, message('source', document.URL)));
  if (items.length > 0) list.append(element('h2', {}, message('printed_links')), element('ol', {}, ...items));
  return { marks, list };
}
