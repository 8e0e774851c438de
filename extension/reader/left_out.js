import { message } from '../shared/i18n.js';
import { element } from '../shared/element.js';

/** Characters of a block's text that are shown. */
const FIRST_CHARS = 90;

/**
 * What was left out: how many blocks, and on request which and why, those from the midst of the article first.
 *
 * @param {object} options
 * @param {Quietpage.Block[]} options.blocks the brief ledger, in page order
 * @param {number} options.leftOut how many blocks are not in the article; the ledger may name fewer
 * @param {string} options.words that number as a sentence
 * @param {Element[]} options.elements the element behind each ordinal
 * @param {AbortSignal} options.signal
 * @returns {HTMLElement}
 */
export function leftOutParts({ blocks, leftOut, words, elements, signal }) {
  const footer = element('footer');
  if (leftOut === 0) {
    footer.append(element('p', {}, words));
    return footer;
  }
  const details = element('details', {}, element('summary', {}, words));
  const first = blocks.findIndex((block) => block.kept);
  const last = blocks.findLastIndex((block) => block.kept);
  const isWithin = (/** @type {number} */ index) => index > first && index < last;
  const within = blocks.filter((block, index) => !block.kept && isWithin(index));
  const around = blocks.filter((block, index) => !block.kept && !isWithin(index));
  const noText = message('left_out_no_text');
  const lists = [
    { title: message('left_out_within'), entries: within },
    { title: message('left_out_around'), entries: around },
  ];
  details.addEventListener(
    'toggle',
    // Made when first opened: it reads the live page's text, which the article's paint need not wait for.
    () => {
      for (const { title, entries } of lists) {
        const items = entries.map((block) => listItem(block, firstWords(elements[block.ordinal]) || noText));
        if (items.length > 0) details.append(element('h2', {}, title), element('ul', {}, ...items));
      }
    },
    { once: true, signal },
  );
  footer.append(details);
  return footer;
}

/**
 * @param {Quietpage.Block} block
 * @param {string} words
 */
function listItem(block, words) {
  return element('li', {}, element('q', { dir: 'auto' }, words), ' ', element('small', {}, message(`because_${block.because}`)));
}

/**
 * The first words inside an element. Not textContent: the element may hold the whole page.
 *
 * @param {Element | undefined} from
 */
function firstWords(from) {
  if (!from) return '';
  const texts = document.createTreeWalker(from, NodeFilter.SHOW_TEXT);
  let words = '';
  while (words.length < FIRST_CHARS && texts.nextNode()) {
    const parent = texts.currentNode.parentElement?.localName;
    if (parent !== 'script' && parent !== 'style') words = `${words} ${texts.currentNode.nodeValue}`.replace(/\s+/g, ' ').trimStart();
  }
  return words.length > FIRST_CHARS ? `${words.slice(0, FIRST_CHARS).trimEnd()}…` : words.trim();
}
