import { element } from '../shared/element.js';
import { message, uiLanguage } from '../shared/i18n.js';

/** On a busy page no time is idle. */
const FIRST_WAITED_FOR_MS = 500;

/**
 * How far the text has been read, as a thin line, and how long the rest takes, in words.
 *
 * @returns {import('./reading_aids.js').Aid}
 */
export function createProgress() {
  const bar = element('progress', { class: 'read', max: '1', value: '0', 'aria-label': message('progress'), hidden: '' });
  const left = element('p', { class: 'time-left', hidden: '' }, element('span'));

  return {
    parts: [bar],
    buttons: [left],
    attach({ article, body, scroller, signal }) {
      const words = left.firstElementChild;
      let isAsked = false;
      let isFirst = true;
      const show = () => {
        isAsked = false;
        isFirst = false;
        if (signal.aborted) return;
        const share = shareRead(body, scroller);
        bar.value = share;
        const text = timeLeft(article.readingMinutes * (1 - share));
        if (words && words.textContent !== text) words.textContent = text;
      };
      const ask = () => {
        if (isAsked) return;
        isAsked = true;
        // Not with the first frames: a page's first use of `Intl` takes longer than they do.
        if (isFirst) requestIdleCallback(show, { timeout: FIRST_WAITED_FOR_MS });
        else requestAnimationFrame(show);
      };
      bar.hidden = false;
      left.hidden = false;
      scroller.addEventListener('scroll', ask, { signal, passive: true });
      // Its height is another at each change of a setting, and as pictures come.
      const resizes = new ResizeObserver(ask);
      resizes.observe(body);
      resizes.observe(scroller);
      signal.addEventListener('abort', () => {
        resizes.disconnect();
        bar.hidden = true;
        left.hidden = true;
      });
    },
  };
}

/**
 * @param {HTMLElement} body
 * @param {HTMLElement} scroller
 * @returns {number} 0 to 1: how much of what has to be scrolled for the text's end to be seen
 */
export function shareRead(body, scroller) {
  const toScroll = body.getBoundingClientRect().bottom + scroller.scrollTop - scroller.clientHeight;
  return toScroll > 0 ? Math.min(1, scroller.scrollTop / toScroll) : 1;
}

/**
 * @param {number} minutes
 * @returns {string} empty at the end
 */
function timeLeft(minutes) {
  if (minutes === 0) return '';
  if (minutes < 1) return message('time_left_little');
  const format = new Intl.NumberFormat(uiLanguage(), { style: 'unit', unit: 'minute', unitDisplay: 'short' });
  return message('time_left', format.format(Math.ceil(minutes)));
}
