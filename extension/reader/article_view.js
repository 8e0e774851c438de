import { element } from '../shared/element.js';
import { articleHeader } from './header.js';
import { insertArticle } from './insert_article.js';
import { leftOutParts } from './left_out.js';
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
 * @param {object} options
 * @param {Quietpage.Article} options.article
 * @param {Quietpage.Block[]} options.blocks
 * @param {number} options.leftOut how many blocks are not in the article
 * @param {Quietpage.Words} options.words
 * @param {Element[]} options.elements the element behind each ordinal
 * @param {boolean} options.hasSecond whether another text of the page comes close
 * @param {Quietpage.Keep} options.keep what was asked for
 * @param {import('./view.js').Actions} options.actions
 * @param {AbortSignal} options.signal
 * @returns {{main: HTMLElement, parts: Node[]}}
 */
export function articleParts({ article, blocks, leftOut, words, elements, hasSecond, keep, actions, signal }) {
  const body = element('article');
  insertArticle(body, article.html);
  loadEmbedsOnClick(body, signal);
  scrollToAnchors(body, signal);

  // Without a language of its own it would be hyphenated by ours.
  const reading = element('main', { lang: article.lang ?? '' }, articleHeader({ article, words, body, isPart: keep === 'selected' }), body);
  setDirections(reading, article.dir ?? directionOnPage(blocks, elements));
  closeMissingImages(reading, signal);
  const isDoubtful = !looksLikeArticle(article);
  const parts = [...offers({ keep, hasSecond, isDoubtful, actions, signal }), reading];
  // Of a selection the rest is left out by the person.
  if (keep !== 'selected') parts.push(leftOutParts({ blocks, leftOut, words: words.leftOut, elements, signal }));
  return { main: reading, parts };
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
