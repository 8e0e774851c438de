import { message } from '../shared/i18n.js';
import { element } from '../shared/element.js';

const MATHML = 'http://www.w3.org/1998/Math/MathML';

/**
 * The elements that src/render/html.rs writes, with their attributes.
 *
 * @type {Record<string, string[]>}
 */
const HTML_ELEMENTS = {
  a: ['href'],
  audio: ['src', 'controls', 'preload'],
  code: ['class'],
  figure: ['data-embed'],
  img: ['src', 'srcset', 'alt', 'width', 'height', 'loading', 'decoding'],
  li: ['value'],
  ol: ['reversed', 'start'],
  // The target of a link inside the article.
  span: ['id'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  video: ['src', 'poster', 'controls', 'preload'],
};
const PLAIN_HTML_ELEMENTS = [
  'abbr', 'blockquote', 'br', 'caption', 'cite', 'dd', 'del', 'dl', 'dt', 'em', 'figcaption', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr',
  'ins', 'kbd', 'mark', 'p', 'pre', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'small', 'strong', 'sub', 'sup', 'table', 'tbody',
  'thead', 'tr', 'u', 'ul', 'var',
];
const HTML_ATTRIBUTES = ['lang', 'dir'];

const MATH_ELEMENTS = [
  'math', 'merror', 'mfrac', 'mi', 'mmultiscripts', 'mn', 'mo', 'mover', 'mpadded', 'mphantom', 'mprescripts', 'mroot', 'mrow',
  'ms', 'mspace', 'msqrt', 'mstyle', 'msub', 'msubsup', 'msup', 'mtable', 'mtd', 'mtext', 'mtr', 'munder', 'munderover', 'none',
];
const MATH_ATTRIBUTES = ['display', 'mathvariant', 'accent', 'stretchy', 'linethickness', 'columnalign', 'width', 'height'];

/**
 * Turns the core's HTML into elements: the only place where a string becomes elements. The core escapes and allows by
 * list; this is the second wall behind that one, with the same list.
 *
 * @param {HTMLElement} into
 * @param {string} html
 */
export function insertArticle(into, html) {
  const sanitizer = new Sanitizer({
    elements: [
      ...Object.entries(HTML_ELEMENTS).map(([name, attributes]) => ({ name, attributes: attributes.map(named) })),
      ...PLAIN_HTML_ELEMENTS.map(named),
      ...MATH_ELEMENTS.map((name) => ({ name, namespace: MATHML, attributes: MATH_ATTRIBUTES.map(named) })),
    ],
    attributes: HTML_ATTRIBUTES.map(named),
    comments: false,
    dataAttributes: false,
  });
  into.setHTML(html, { sanitizer });
  for (const table of into.querySelectorAll('table')) putIntoScroller(table);
}

/** @param {string} name */
function named(name) {
  return { name };
}

/** @param {HTMLTableElement} table */
function putIntoScroller(table) {
  const label = table.caption?.textContent?.trim() || message('table');
  const scroller = element('div', { class: 'scroller', role: 'region', tabindex: '0', 'aria-label': label });
  table.replaceWith(scroller);
  scroller.append(table);
}
