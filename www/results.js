import { byId, element } from './element.js';
import { insertArticle } from './insert_article.js';
import { percent, verdictOf } from './marked_page.js';

/** @typedef {import('./core.js').Article} Article */
/** @typedef {import('./core.js').Block} Block */
/** @typedef {import('./core.js').Reading} Reading */

const VERDICTS = { whole: 'The whole article', probably: 'Probably the whole article', unsure: 'Not sure' };

/** The fields with words a person uses for them. @type {[keyof Article, string][]} */
const FIELDS = [
  ['title', 'Title'],
  ['dek', 'Dek'],
  ['byline', 'Byline'],
  ['siteName', 'Site'],
  ['published', 'Published'],
  ['modified', 'Modified'],
  ['lang', 'Language'],
  ['dir', 'Direction'],
  ['leadImage', 'Lead image'],
  ['excerpt', 'Excerpt'],
  ['nextPage', 'Next page'],
  ['kind', 'Kind of page'],
  ['wordCount', 'Words'],
  ['readingMinutes', 'Reading minutes'],
  ['readerable', 'Worth a reader view'],
];

/** Beyond this many rows the list of blocks is cut, and says so: building it would take longer than reading the page. */
const MAX_ROWS = 2_000;
const FIRST_CHARS = 90;

/**
 * Fills verdict, counts and every tab.
 *
 * @param {Reading} reading
 * @param {(block: Block) => void} onBlock told which row of the list of blocks is focused or clicked
 */
export function showResults({ article, blocks, elements }, onBlock) {
  const kept = blocks.filter((block) => block.kept).length;
  byId('verdict', HTMLElement).textContent = VERDICTS[article.verdict];
  byId('confidence', HTMLElement).textContent = `confidence ${percent(article.confidence)}`;
  byId('count-kept', HTMLElement).textContent = String(kept);
  byId('count-out', HTMLElement).textContent = String(blocks.length - kept);
  byId('count-all', HTMLElement).textContent = String(blocks.length);

  insertArticle(byId('panel-reader', HTMLElement), article);
  byId('source-html', HTMLElement).textContent = article.html;
  byId('source-markdown', HTMLElement).textContent = article.markdown;
  byId('source-text', HTMLElement).textContent = article.text;
  byId('source-json', HTMLElement).textContent = JSON.stringify(article, null, 2);
  byId('fields', HTMLElement).replaceChildren(...FIELDS.map(([name, label]) => fieldRow(label, article[name])));
  const rows = blocks.slice(0, MAX_ROWS).map((block) => blockRow(block, elements[block.ordinal], onBlock));
  const rest = blocks.length - rows.length;
  byId('block-list', HTMLElement).replaceChildren(...rows);
  byId('block-rest', HTMLElement).textContent = rest > 0 ? `And ${rest} more, on the page itself.` : '';
}

/**
 * @param {string} label
 * @param {string | number | boolean | null} value
 */
function fieldRow(label, value) {
  const words = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value ?? '');
  const cell = words === '' ? element('td', { class: 'none' }, 'the page does not say') : element('td', {}, words);
  return element('tr', {}, element('th', { scope: 'row' }, label), cell);
}

/**
 * @param {Block} block
 * @param {Element | undefined} source
 * @param {(block: Block) => void} onBlock
 */
function blockRow(block, source, onBlock) {
  const words = (source?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const start = words.length > FIRST_CHARS ? `${words.slice(0, FIRST_CHARS)}…` : words;
  const label = element('span', { class: block.kept ? 'chip kept' : 'chip out' }, `${verdictOf(block)} ${percent(block.score)}`);
  const button = element('button', { type: 'button' }, label, ' ', element('bdi', {}, start || `a ${source?.localName ?? 'block'} without text`));
  for (const event of ['click', 'focus']) button.addEventListener(event, () => onBlock(block));
  return element('li', {}, button);
}
