import { message } from '../shared/i18n.js';
import { element } from '../shared/element.js';

/** @param {Quietpage.Article} article @returns {string} the headline that is shown; empty where the page has no title either */
export const titleOf = ({ title }) => title || document.title;

/** @param {Quietpage.Article} article @returns {string} the site's name, or that of its host */
export const siteOf = ({ siteName }) => siteName || location.hostname;

/**
 * What stands above the text: site, headline, dek, byline, dates, reading time, verdict, lead image. Only what the page
 * says; nothing is made up for what is missing.
 *
 * @param {object} options
 * @param {Quietpage.Article} options.article
 * @param {boolean} options.isCut whether the page gives its beginning only
 * @param {Quietpage.Words} options.words
 * @param {HTMLElement} options.body the inserted text
 * @param {boolean} options.isPart whether the person wanted no more than a part: then the verdict says nothing
 * @returns {HTMLElement}
 */
export function articleHeader({ article, isCut, words, body, isPart }) {
  const header = element('header');
  header.append(element('p', { class: 'site' }, siteOf(article)));
  const title = titleOf(article);
  if (title) header.append(element('h1', {}, title));
  if (article.dek) header.append(element('p', { class: 'dek' }, article.dek));
  if (article.byline) header.append(element('p', { class: 'byline' }, article.byline));

  header.append(element('p', { class: 'facts' }, inOurLanguage(...facts(article, words))));
  if (isPart) return header;
  header.append(element('p', { class: 'verdict' }, inOurLanguage(isCut ? message('verdict_cut') : message(`verdict_${article.verdict}`))));
  if (article.leadImage && !showsPicture(body, article.leadImage)) {
    header.append(element('figure', { class: 'lead' }, element('img', { src: article.leadImage, alt: '', decoding: 'async' })));
  }
  return header;
}

/**
 * Our own words stand in our language, whatever the article's is, and at the article's side.
 *
 * @param {...(Node | string)} words
 */
function inOurLanguage(...words) {
  return element('bdi', { lang: message('language') }, ...words);
}

/**
 * @param {Quietpage.Article} article
 * @param {Quietpage.Words} words
 * @returns {Node[]}
 */
function facts({ published, modified }, words) {
  const shown = [];
  if (published && words.published) shown.push(element('time', { datetime: published }, words.published));
  if (modified && words.updated) shown.push(element('time', { datetime: modified }, words.updated));
  return [...shown, element('span', {}, words.readingTime)];
}

/**
 * Whether the text shows the picture already, perhaps in another size, or opens with a picture of its own.
 *
 * @param {HTMLElement} body
 * @param {string} address
 */
function showsPicture(body, address) {
  const wanted = pictureName(address);
  for (const image of body.querySelectorAll('img')) if (pictureName(image.src) === wanted) return true;
  return Boolean(body.firstElementChild?.querySelector('img, video'));
}

/**
 * The part of a picture's address that its sizes share.
 *
 * @param {string} address
 */
function pictureName(address) {
  const path = URL.canParse(address) ? new URL(address).pathname : address;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/[-_]\d{2,4}x\d{2,4}(?=\.\w+$)/, '').replace(/\.\w+$/, '') || path;
}
