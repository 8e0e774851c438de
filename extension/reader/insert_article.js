import { message } from '../shared/i18n.js';
import { element } from './element.js';

const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** The elements that src/render/html.rs writes, with their attributes. */
/** @type {Record<string, string[]>} */
const HTML_ELEMENTS = {
  a: ['href'],
  abbr: [], b: [], bdi: [], blockquote: [], br: [], caption: [], cite: [], code: ['class'], dd: [], del: [], dl: [], dt: [],
  em: [], figcaption: [], figure: ['data-embed'], h2: [], h3: [], h4: [], h5: [], h6: [], hr: [], i: [], ins: [], kbd: [],
  li: ['value'], mark: [], ol: ['start'], p: [], pre: ['data-language'], q: [], rp: [], rt: [], ruby: [], s: [], samp: [], small: [],
  span: ['class'], strong: [], sub: [], sup: [], table: [], tbody: [], tfoot: [], thead: [], tr: [], u: [], ul: [], var: [],
  img: ['src', 'srcset', 'sizes', 'alt', 'width', 'height', 'loading', 'decoding'],
  video: ['src', 'poster', 'controls', 'preload', 'width', 'height'],
  audio: ['src', 'controls', 'preload'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
};
const HTML_ATTRIBUTES = ['lang', 'dir', 'id'];

const MATH_ELEMENTS = [
  'math', 'semantics', 'annotation', 'mrow', 'mi', 'mn', 'mo', 'ms', 'mtext', 'mspace', 'mfrac', 'msqrt', 'mroot', 'mstyle',
  'merror', 'mpadded', 'mphantom', 'msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover', 'mmultiscripts', 'mprescripts',
  'mtable', 'mtr', 'mtd',
];
const MATH_ATTRIBUTES = [
  'display', 'mathvariant', 'accent', 'accentunder', 'stretchy', 'fence', 'separator', 'linethickness', 'columnalign',
  'columnspan', 'rowspan', 'encoding', 'alttext', 'displaystyle', 'scriptlevel', 'form', 'largeop', 'movablelimits',
  'symmetric', 'minsize', 'maxsize', 'lspace', 'rspace', 'width', 'height', 'depth', 'voffset',
];

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
