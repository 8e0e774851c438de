import { message } from '../shared/i18n.js';
import { element } from './element.js';
import { articleHeader } from './header.js';
import { insertArticle } from './insert_article.js';
import { leftOutParts } from './left_out.js';
import { loadEmbedsOnClick } from './embeds.js';
import { closeMissingImages } from './missing_images.js';
import { scrollToAnchors } from './anchors.js';

/** Below this a page has hardly an article's worth of text. */
const FEW_WORDS = 60;

/**
 * The article as the view shows it.
 *
 * @param {object} options
 * @param {Quietpage.Article} options.article
 * @param {Quietpage.Block[]} options.blocks
 * @param {number} options.leftOut how many blocks are not in the article
 * @param {Quietpage.Words} options.words
 * @param {Element[]} options.elements the element behind each ordinal
 * @param {boolean} options.everything the person asked for the page anyway
 * @param {import('./view.js').Actions} options.actions
 * @param {AbortSignal} options.signal
 * @returns {Node[]}
 */
export function articleParts({ article, blocks, leftOut, words, elements, everything, actions, signal }) {
  const body = element('article');
  insertArticle(body, article.html);
  loadEmbedsOnClick(body, signal);
  scrollToAnchors(body, signal);

  const reading = element('main', { dir: article.dir ?? 'auto' }, articleHeader(article, words, body), body);
  closeMissingImages(reading, signal);
  if (article.lang) reading.lang = article.lang;
  const parts = [reading, leftOutParts({ blocks, leftOut, words: words.leftOut, elements, signal })];
  if (!everything && (!article.readerable || article.wordCount < FEW_WORDS)) parts.unshift(doubtNotice(actions, signal));
  return parts;
}

/**
 * @param {import('./view.js').Actions} actions
 * @param {AbortSignal} signal
 */
function doubtNotice(actions, signal) {
  const button = element('button', { type: 'button', 'data-action': 'show-everything' }, message('button_show_everything'));
  button.addEventListener('click', actions.showEverything, { signal });
  return element('aside', { class: 'doubt' }, element('p', {}, message('no_article_here')), button);
}
