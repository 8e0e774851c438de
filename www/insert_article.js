import { element } from './element.js';

/**
 * Shows the article. The only place of the site where the core's HTML becomes elements, and only through the browser's
 * sanitizer; a browser without it shows the text.
 *
 * @param {HTMLElement} into its content is replaced
 * @param {import('./core.js').Article} article
 */
export function insertArticle(into, article) {
  const body = element('div', { class: 'body' });
  if (typeof body.setHTML === 'function') {
    body.setHTML(article.html);
  } else {
    const note = 'This browser has no Element.setHTML, so that the article is shown as text.';
    body.append(element('p', { class: 'note' }, note), ...article.text.split('\n').map((line) => element('p', {}, line)));
  }
  for (const table of body.querySelectorAll('table')) {
    const scroller = element('div', { class: 'scroller', role: 'region', tabindex: '0', 'aria-label': 'Table' });
    table.replaceWith(scroller);
    scroller.append(table);
  }
  const shown = element('article', {
    ...(article.lang ? { lang: article.lang } : {}),
    ...(article.dir ? { dir: article.dir } : {}),
  });
  if (article.title) shown.append(element('h3', { class: 'headline' }, article.title));
  if (article.dek) shown.append(element('p', { class: 'dek' }, article.dek));
  const line = [article.byline, article.published?.slice(0, 10), article.siteName].filter((part) => part);
  if (line.length > 0) shown.append(element('p', { class: 'byline' }, line.join(' · ')));
  const { leadImage } = article;
  // The core gives a picture once: as the lead image, or in the body.
  const isInBody = [...body.querySelectorAll('img')].some((image) => image.src === leadImage);
  if (leadImage && !isInBody) shown.append(element('p', {}, element('img', { src: leadImage, alt: '' })));
  shown.append(body);
  into.replaceChildren(shown);
}
