import { walk } from '../../src/wasm/walk.js';
import { element } from '../shared/element.js';
import { message } from '../shared/i18n.js';
import { requestPortion } from '../shared/messages.js';
import { siteOf, titleOf } from './header.js';
import { portionOf } from './selection.js';

/**
 * What is taken along, and what is known of where it comes from.
 *
 * @typedef {object} Taken
 * @property {string} title
 * @property {string | null} dek
 * @property {string | null} byline
 * @property {string} site
 * @property {string} address
 * @property {string | null} published ISO 8601
 * @property {string | null} modified ISO 8601
 * @property {string | null} lang
 * @property {string} dir
 * @property {string | null} picture the address of the one above the text
 * @property {{lang: string, published: string | null, updated: string | null, source: string}} words in our language
 * @property {string} html escaped and allowed by the core, as the two below
 * @property {string} markdown
 * @property {string} text
 */

/**
 * All of the article, or a part of it. A part is written anew by the core, which alone knows how.
 *
 * @param {import('./reading_aids.js').Shown} shown
 * @param {Range} [range] the part
 * @returns {Promise<Taken | undefined>} `undefined` where the background is out of reach
 */
export async function take({ article, words, main, body }, range) {
  const title = titleOf(article);
  const around = {
    title,
    site: siteOf(article),
    address: document.URL,
    published: article.published,
    modified: article.modified,
    lang: article.lang,
    dir: main.dir,
    words: { lang: message('language'), published: words.published, updated: words.updated, source: message('source', document.URL) },
  };
  if (!range) {
    const picture = main.querySelector('.lead img')?.getAttribute('src') ?? null;
    const { dek, byline, html, markdown, text } = article;
    return { ...around, dek, byline, picture, html, markdown, text };
  }
  const answer = await requestPortion(tapeOf(portionOf(range, body), { title, lang: article.lang ?? '', dir: main.dir }), document.URL);
  if (!answer.ok) return undefined;
  const { html, markdown, text } = answer.article;
  return { ...around, dek: null, byline: article.byline, picture: null, html, markdown, text };
}

/**
 * A page of that part alone, under the article's title, so that no heading of the part is taken for it.
 *
 * @param {HTMLElement} portion
 * @param {{title: string, lang: string, dir: string}} article
 */
function tapeOf(portion, { title, lang, dir }) {
  const page = document.implementation.createHTMLDocument(title);
  page.documentElement.lang = lang;
  page.documentElement.dir = dir;
  // How the core writes a formula of which the page gives the TeX alone, and how it reads one.
  for (const tex of portion.querySelectorAll(':not(pre) > code.language-tex')) {
    const isAlone = tex.parentElement?.childNodes.length === 1;
    tex.replaceWith(element('script', { type: isAlone ? 'math/tex; mode=display' : 'math/tex' }, tex.textContent));
  }
  portion.prepend(element('h1', {}, title));
  page.body.append(portion);
  return walk(page).tape;
}
