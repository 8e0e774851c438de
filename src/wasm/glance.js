/** What the probe wants to know of a live page: as `Glance` in src/probe.rs has it. */

/** Texts looked at; an article shows itself long before. */
const MAX_TEXTS = 200;
/** Numbers that come before those of the texts. */
const COUNTS = 9;
/** Types of schema.org for what is written, as `is_article` in src/metadata/json_ld has them. */
const WRITTEN = /"@type"[\s:[]*"(?:\w*article|blogposting|liveblogposting|report|recipe|howto|review)"/i;

/**
 * @param {Document} document
 * @returns {Uint32Array} numbers of elements, what the head says, and of the page's first texts how many characters each
 *   has, in all and in links
 */
export function glance(document) {
  const count = (/** @type {string} */ selector) => document.querySelectorAll(selector).length;
  const says = (/** @type {string} */ selector) => Number(document.querySelector(selector) !== null);
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  const saysArticle = says('meta[property="og:type"][content="article"]') || Number(scripts.some(({ textContent }) => WRITTEN.test(textContent)));
  const texts = [...document.querySelectorAll('p, pre, div:has(> br)')].slice(0, MAX_TEXTS);
  return Uint32Array.from([
    count('a'),
    count('li'),
    count('article'),
    count('h2, h3'),
    count(':is(h2, h3):has(a), a :is(h2, h3)'),
    count('time'),
    saysArticle,
    says('meta[property="article:published_time"]'),
    says('meta[name="author"], meta[property="article:author"]'),
    ...texts.flatMap((text) => [charsOf(text), [...text.querySelectorAll('a')].reduce((sum, link) => sum + charsOf(link), 0)]),
  ]);
}

/** @param {Uint32Array} glance @returns {string} the same while the page's texts are */
export const textsIn = (glance) => glance.subarray(COUNTS).join();

/** @param {Element} element @returns {number} its text's, with white space squashed */
const charsOf = ({ textContent }) => textContent.trim().replace(/\s+/g, ' ').length;
