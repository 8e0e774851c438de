import { countMessage, message } from '../shared/i18n.js';
import { element } from './element.js';

/** Entries listed; a page with more is a listing, where no one reads on. */
const MAX_LISTED = 300;
/** Characters of a block's text that are shown. */
const FIRST_CHARS = 90;

/**
 * What was left out: how many blocks, and on request which and why, those from the midst of the article first.
 *
 * @param {Quietpage.Block[]} blocks in page order
 * @param {Element[]} elements the element behind each ordinal
 * @param {AbortSignal} signal
 * @returns {HTMLElement}
 */
export function leftOutParts(blocks, elements, signal) {
  const footer = element('footer');
  const count = blocks.reduce((sum, block) => sum + Number(!block.kept), 0);
  if (count === 0) {
    footer.append(element('p', {}, message('left_out_none')));
    return footer;
  }
  const details = element('details', {}, element('summary', {}, countMessage('left_out', count)));
  // Made when first opened: it reads the live page's text, which the article's paint need not wait for.
  details.addEventListener('toggle', () => details.append(...lists(blocks, elements)), { once: true, signal });
  footer.append(details);
  return footer;
}

/**
 * @param {Quietpage.Block[]} blocks
 * @param {Element[]} elements
 * @returns {Node[]}
 */
function lists(blocks, elements) {
  const first = blocks.findIndex((block) => block.kept);
  const last = blocks.findLastIndex((block) => block.kept);
  const within = blocks.filter((block, index) => !block.kept && index > first && index < last);
  const around = blocks.filter((block, index) => !block.kept && !(index > first && index < last));
  return [
    ...group('left_out_within', within.slice(0, MAX_LISTED), elements),
    ...group('left_out_around', around.slice(0, MAX_LISTED - Math.min(MAX_LISTED, within.length)), elements),
  ];
}

/**
 * @param {string} key
 * @param {Quietpage.Block[]} blocks
 * @param {Element[]} elements
 * @returns {Node[]}
 */
function group(key, blocks, elements) {
  if (blocks.length === 0) return [];
  const items = blocks.map((block) => {
    const words = firstWords(elements[block.ordinal]) || message('left_out_no_text');
    return element('li', {}, element('q', { dir: 'auto' }, words), ' ', element('small', {}, block.reasons[0] ?? ''));
  });
  return [element('h2', {}, message(key)), element('ul', {}, ...items)];
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
