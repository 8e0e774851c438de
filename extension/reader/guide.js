import { blockAt } from './place.js';
import { shareRead } from './progress.js';

/** From the window's top, where the eye is: it goes down with the text, so that the first and the last lines come by. */
const EYE = { atStart: 0.2, atEnd: 0.95 };
/** Where the lines that stay bright are as long as no mouse leads them, as a share of the window's height. */
const BAND_AT = 0.4;
const BAND_LINES = 3;
const VALUES = /** @type {const} */ (['off', 'paragraph', 'line']);

/**
 * Dims all but what is being read: a paragraph, or a few lines. By a style sheet alone, so that in the shadow tree, which
 * the page can look into, it is neither an element nor an attribute.
 *
 * @param {object} options
 * @param {ShadowRoot} options.root
 * @param {() => Quietpage.Settings} options.settings as they hold
 * @param {(changes: Partial<Quietpage.Settings>) => void} options.change
 * @returns {import('./reading_aids.js').Aid}
 */
export function createGuide({ root, settings, change }) {
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets.push(sheet);
  let rules = '';
  /** @type {{body: HTMLElement, scroller: HTMLElement} | undefined} */
  let shown;
  /** @type {number | undefined} */
  let mouseY;
  let isAsked = false;

  /** @param {string} next */
  function setRules(next) {
    if (next === rules) return;
    rules = next;
    sheet.replaceSync(next);
  }

  function update() {
    isAsked = false;
    const { guide } = settings();
    if (!shown || guide === 'off') setRules('');
    else setRules(guide === 'line' ? bandRules(shown, mouseY) : paragraphRules(shown));
  }

  function ask() {
    if (isAsked || (settings().guide === 'off' && rules === '')) return;
    isAsked = true;
    requestAnimationFrame(update);
  }

  return {
    keys: { f: () => change({ guide: VALUES[(VALUES.indexOf(settings().guide) + 1) % VALUES.length] }) },
    useSettings: ask,
    attach({ body, scroller, signal }) {
      shown = { body, scroller };
      scroller.addEventListener('scroll', ask, { signal, passive: true });
      scroller.addEventListener(
        'pointermove',
        ({ pointerType, clientY }) => {
          if (pointerType !== 'mouse') return;
          mouseY = clientY;
          if (settings().guide === 'line') ask();
        },
        { signal, passive: true },
      );
      const sizes = new ResizeObserver(ask);
      sizes.observe(body);
      sizes.observe(scroller);
      signal.addEventListener('abort', () => {
        sizes.disconnect();
        shown = undefined;
        setRules('');
      });
    },
  };
}

/** @param {{body: HTMLElement, scroller: HTMLElement}} shown */
function paragraphRules({ body, scroller }) {
  const share = EYE.atStart + (EYE.atEnd - EYE.atStart) * shareRead(body, scroller);
  const present = blockAt(body.children, share * scroller.clientHeight) ?? body.lastElementChild;
  const number = present ? [...body.children].indexOf(present) + 1 : 1;
  // What has the focus must be seen.
  return `@media screen { article > :not(:nth-child(${number}), :focus-within) { opacity: 0.3; } }`;
}

/**
 * @param {{body: HTMLElement, scroller: HTMLElement}} shown
 * @param {number | undefined} mouseY
 */
function bandRules({ body, scroller }, mouseY) {
  const height = Number.parseFloat(getComputedStyle(body).lineHeight) * BAND_LINES;
  const top = (mouseY ?? scroller.clientHeight * BAND_AT) - height / 2;
  return `@media screen {
    #${scroller.id}::after {
      block-size: ${height}px; box-shadow: 0 0 0 200vmax color-mix(in srgb, var(--paper) 72%, transparent); inset-block-start: ${top}px;
    }
    .content { padding-block-end: 60dvh; }
    @media (forced-colors: active) { #${scroller.id}::after { border-block: 2px solid Highlight; } }
  }`;
}
