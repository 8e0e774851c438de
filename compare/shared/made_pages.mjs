// @ts-check
/** Pages made for the purpose: of any size, and of shapes that are hard on something. No two paragraphs are alike. */

const WORDS = `harbour keeper boats tide lamp storm rope sail quiet morning letter village bridge river market council winter
  school garden window engine coast island signal weather captain ledger wages paper street evening bread machine garden light
  of the and to in that with was for said before after because when they it had been would from over under`.split(/\s+/);

const HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><title>The keeper of the harbour lamp</title><h1>The keeper of the harbour lamp</h1>';
const STORY = 'The lamp was lit at six, as every evening, and the keeper wrote it down before he looked at the sea again. ';

/** @returns {(count: number) => string} words, the same in every run */
function wordSource() {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return WORDS[(state >>> 16) % WORDS.length];
  };
  return (count) => Array.from({ length: count }, next).join(' ');
}

/**
 * A long story with links, emphasis, headings, pictures and boxes of links: about 170 bytes an element.
 *
 * @param {number} bytes
 */
export function story(bytes) {
  const words = wordSource();
  const paragraph = () => `<p>${words(30)}, <a href="/about/${words(1)}">${words(3)}</a> ${words(30)} <em>${words(2)}</em> ${words(20)}.</p>\n`;
  const parts = [HEAD, '<nav><a href="/">Home</a> <a href="/news">News</a></nav><main><article>'];
  let length = parts.join('').length;
  for (let section = 1; length < bytes; section++) {
    const box = `<aside class="related"><ul>${`<li><a href="/story/${section}">${words(8)}</a></li>`.repeat(3)}</ul></aside>`;
    const picture = `<figure><img src="/${section}.jpg" alt="${words(4)}"><figcaption>${words(9)}</figcaption></figure>`;
    const part = `<h2>${words(4)}</h2>\n${Array.from({ length: 8 }, paragraph).join('')}${section % 4 === 0 ? box + picture : ''}`;
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

/**
 * @typedef {{ name: string, unit: string, full: number, make: (count: number) => string }} Shape `full`: how many of the unit the
 *   whole shape has
 */

/** @param {number} count @param {(at: number) => string} part */
const repeated = (count, part) => HEAD + STORY.repeat(20) + Array.from({ length: count }, (_, at) => part(at)).join('');

/** @type {Shape[]} */
export const SHAPES = [
  {
    name: 'one element in another',
    unit: 'deep',
    full: 100_000,
    make: (depth) => `${HEAD}${'<div>'.repeat(depth)}<p>${STORY.repeat(20)}${'</div>'.repeat(depth)}`,
  },
  { name: 'one text', unit: 'bytes', full: 20_000_000, make: (bytes) => `${HEAD}<p>${STORY.repeat(Math.ceil(bytes / STORY.length))}` },
  { name: 'links', unit: 'links', full: 100_000, make: (links) => repeated(links, (at) => `<a href="/story/${at}">Story ${at}</a> `) },
  { name: 'siblings', unit: 'siblings', full: 50_000, make: (siblings) => repeated(siblings, (at) => `<p>Line ${at} of the log, kept dry.`) },
  {
    name: 'elements',
    unit: 'elements',
    full: 300_000,
    make: (elements) => repeated(elements / 3, (at) => `<div><p>Line ${at} of the log, <b>kept</b> dry.</div>`),
  },
];

/** Pages beyond a bound of src/limits.rs, by the code of what is answered. */
export const BEYOND = {
  too_many_nodes: () => repeated(510_000, () => '<p>x'),
  // Hidden, as the browser would lay it out for minutes.
  page_too_large: () => `${repeated(1, () => '<p>x')}<div hidden>${STORY.repeat(70_000_000 / STORY.length)}</div>`,
};
