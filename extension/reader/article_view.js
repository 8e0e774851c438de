import { element } from '../shared/element.js';
import { articleHeader } from './header.js';
import { insertArticle } from './insert_article.js';
import { loadEmbedsOnClick } from './embeds.js';
import { offers } from './offers.js';
import { closeMissingImages } from './missing_images.js';
import { scrollToAnchors } from './anchors.js';
import { setDirections } from './directions.js';

/** Below this a page has hardly an article's worth of text. */
const FEW_WORDS = 60;

/**
 * @param {Quietpage.Article} article what was found on a page
 * @returns {boolean} whether that is one text to read
 */
export const looksLikeArticle = ({ readerable, wordCount }) => readerable && wordCount >= FEW_WORDS;

/**
 * The article as the view shows it.
 *
 * @param {import('./view.js').Result & {actions: import('./view.js').Actions, signal: AbortSignal}} options
 * @returns {{main: HTMLElement, body: HTMLElement, footer: HTMLElement, parts: Node[]}}
 */
export function articleParts({ article, blocks, isCut, words, elements, hasSecond, keep, actions, signal }) {
  const body = element('article');
  insertArticle(body, article.html);
  loadEmbedsOnClick(body, signal);
  scrollToAnchors(body, signal);

  // Without a language of its own it would be hyphenated by ours.
  const reading = element('main', { lang: article.lang ?? '' }, articleHeader({ article, isCut, words, body, isPart: keep === 'selected' }), body);
  setDirections(reading, article.dir ?? directionOnPage(blocks, elements));
  closeMissingImages(reading, signal);
  const isDoubtful = !looksLikeArticle(article);
  // What the reading aids lead to stands in it.
  const footer = element('footer');
  return { main: reading, body, footer, parts: [...offers({ keep, hasSecond, isDoubtful, actions, signal }), reading, footer] };
}

/**
 * The direction in which the page itself sets the article: by its style, where it does not say so in words.
 *
 * @param {Quietpage.Block[]} blocks
 * @param {Element[]} elements
 * @returns {'ltr' | 'rtl' | null}
 */
function directionOnPage(blocks, elements) {
  const first = elements[blocks.find(({ kept }) => kept)?.ordinal ?? -1];
  // Left to right is what a page has that never thought of it.
  return first && getComputedStyle(first).direction === 'rtl' ? 'rtl' : null;
}
