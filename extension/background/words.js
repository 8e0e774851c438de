import { countMessage, message, uiLanguage } from '../shared/i18n.js';
import { formatDate } from './dates.js';

/**
 * The view's own sentences with dates and numbers in them. They are made here, because a page's first use of `Intl`
 * takes longer than extracting the article; the background's was long ago.
 *
 * @param {Quietpage.Article} article
 * @param {number} leftOut how many blocks are not in the article
 * @returns {Quietpage.Words}
 */
export function wordsFor({ published, modified, readingMinutes }, leftOut) {
  const language = uiLanguage();
  const first = published ? formatDate(published, language) : undefined;
  const last = modified ? formatDate(modified, language) : undefined;
  const minutes = new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
  return {
    published: first ? message('published', first) : null,
    updated: last && last !== first ? message('updated', last) : null,
    readingTime: message('reading_time', minutes.format(Math.max(1, readingMinutes))),
    leftOut: leftOut > 0 ? countMessage('left_out', leftOut) : message('left_out_none'),
  };
}
