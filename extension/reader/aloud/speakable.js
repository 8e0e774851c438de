import { message } from '../../shared/i18n.js';
import { sentencesIn } from './sentences.js';
import { languageOf } from './voices.js';

/** What begins a new line of the text, for the ear as for the eye. A table's row is one line. */
const LINES = 'p, li, dt, dd, h1, h2, h3, h4, h5, h6, figcaption, caption, blockquote, figure, article, header';
const CELLS = `td, th, ${LINES}`;
/** What is not the article's, and the small letters above a word that say how it sounds. */
const SILENT = 'button, [hidden], rt, rp, audio, video, iframe, a.call, sup:has(> a.call)';
/** Characters that are not seen: dividing points, joints. Voices stumble over them. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]+/g;

/**
 * What is spoken in one go.
 *
 * @typedef {object} Sentence
 * @property {string} text
 * @property {string} lang a BCP 47 tag; empty: not known
 * @property {number} paragraph number of the paragraph, or the table, that it is in
 * @property {(from?: number, to?: number) => Range | undefined} range where that part of the text stands; missing: it does no longer
 */

/**
 * A stretch of the text in one language, as it is said.
 *
 * @typedef {object} Line
 * @property {string} text
 * @property {string} lang
 * @property {Element} paragraph
 * @property {Piece[]} pieces of which text nodes it is made
 * @property {Element} [code] what it stands for
 */

/**
 * Characters of a text node as they stand in a line.
 *
 * @typedef {object} Piece
 * @property {number} at where in the line
 * @property {Text} node
 * @property {number} start where in the node
 * @property {number} length
 */

/**
 * The article as sentences: headline, standfirst, text. Of a block of code only that it is there.
 *
 * @param {HTMLElement} main
 * @param {(language: string) => boolean} hasVoice whether anyone reads that language; other parts are read with the text around
 * @returns {Sentence[]}
 */
export function speakable(main, hasVoice) {
  const parts = main.querySelectorAll(':scope > header > :is(h1, .dek), :scope > article');
  /** @type {Element | undefined} */
  let last;
  let paragraph = -1;
  return [...parts].flatMap((part) => linesOf(part, main.lang, hasVoice)).flatMap((line) =>
    sentencesIn(line.text, line.lang).map(({ start, end }) => {
      if (last !== line.paragraph) paragraph += 1;
      last = line.paragraph;
      const range = (from = 0, to = end - start) => rangeOf(line, start + from, start + to);
      return { text: line.text.slice(start, end), lang: line.lang, paragraph, range };
    }),
  );
}

/**
 * @param {Element} part
 * @param {string} mainLang
 * @param {(language: string) => boolean} hasVoice
 * @returns {Line[]}
 */
function linesOf(part, mainLang, hasVoice) {
  /** @type {Line[]} */
  const lines = [];
  /** Where the last text stood. @type {{line: Element, cell: Element, language: string} | undefined} */
  let last;
  for (const node of partsToSay(part)) {
    const present = lines.at(-1);
    if (!(node instanceof Text)) {
      if (node.matches('br') && last && present) present.text += '\n';
      if (!node.matches('pre')) continue;
      lines.push({ text: message('code'), lang: message('language'), paragraph: node, pieces: [], code: node });
      last = undefined;
      continue;
    }
    const around = node.parentElement ?? part;
    const cell = around.closest(CELLS) ?? part;
    const line = around.closest('tr') ?? cell;
    // What stands between the tags of a table or a list.
    if (cell !== last?.cell && node.data.trim() === '') continue;
    const own = around.closest('[lang]')?.getAttribute('lang') ?? '';
    const lang = hasVoice(languageOf(own)) ? own : mainLang;
    const language = languageOf(lang);
    if (present && last?.line === line && last.language === language) {
      if (last.cell !== cell) present.text += ', ';
      append(present, node);
    } else {
      const made = { text: '', lang, paragraph: around.closest('table') ?? line, pieces: [] };
      append(made, node);
      lines.push(made);
    }
    last = { line, cell, language };
  }
  return lines;
}

/**
 * @param {Element} part
 * @returns {Generator<Text | Element>} its texts, and the elements that say something by themselves
 */
function* partsToSay(part) {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    if (node.matches(SILENT) || isWayBack(node)) return NodeFilter.FILTER_REJECT;
    return node.matches('pre, br') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  });
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest('pre')) yield /** @type {Text | Element} */ (node);
  }
}

/**
 * A link in the article that has no word: an arrow back to where a note is called.
 *
 * @param {Element} element
 */
const isWayBack = (element) => element.matches('a[href^="#"]') && !/[\p{L}\p{N}]/u.test(element.textContent);

/**
 * @param {Line} line
 * @param {Text} node
 */
function append(line, node) {
  let start = 0;
  const add = (/** @type {number} */ end) => {
    if (end > start) line.pieces.push({ at: line.text.length, node, start, length: end - start });
    // A line's end in the source is none of the text.
    line.text += node.data.slice(start, end).replaceAll(/\s/g, ' ');
  };
  for (const { 0: unseen, index } of node.data.matchAll(UNSEEN)) {
    add(index);
    start = index + unseen.length;
  }
  add(node.length);
}

/**
 * @param {Line} line
 * @param {number} from
 * @param {number} to
 * @returns {Range | undefined}
 */
function rangeOf({ pieces, code }, from, to) {
  const range = document.createRange();
  if (code) {
    range.selectNodeContents(code);
    return range;
  }
  const first = pieces.find(({ at, length }) => at + length > from);
  const last = pieces.findLast(({ at }) => at < to);
  if (!first?.node.isConnected || !last?.node.isConnected) return undefined;
  try {
    range.setStart(first.node, first.start + Math.max(0, from - first.at));
    range.setEnd(last.node, last.start + Math.min(last.length, to - last.at));
  } catch {
    return undefined; // a translator has put a shorter text there
  }
  return range;
}
