import { stepOf, tintSheet } from './tints.js';

/** @typedef {import('./core.js').Block} Block */
/** @typedef {{element: Element, blocks: Block[]}} Marked an element with the blocks it holds, in page order */

/** What the Tab key would stop at; links lead nowhere here, and the arrow keys go from block to block. */
const TAB_STOPS = 'a, area, audio, button, details, iframe, input, select, summary, textarea, video, [tabindex], [contenteditable]';

/**
 * The elements behind the blocks.
 *
 * @param {Block[]} blocks
 * @param {Element[]} elements
 * @returns {Marked[]}
 */
export function markedElements(blocks, elements) {
  /** @type {Map<Element, Block[]>} */
  const byElement = new Map();
  for (const block of blocks) {
    const element = elements[block.ordinal];
    if (!element) continue; // cannot be: ordinals are of this walk
    const held = byElement.get(element);
    if (held) held.push(block);
    else byElement.set(element, [block]);
  }
  return [...byElement].map(([element, held]) => ({ element, blocks: held }));
}

/** @param {number} share 0 to 1 @returns {string} in per cent */
export function percent(share) {
  return `${Math.round(share * 100)} %`;
}

/** @param {Block} block @returns {string} what was decided of it */
export function verdictOf(block) {
  return block.kept ? 'kept' : 'left out';
}

/**
 * Writes score and verdict onto the shown page, as attributes only, and adopts the sheet that tints by them.
 *
 * @param {Document} page
 * @param {Marked[]} marked
 * @returns {(tinted: boolean) => void} shows or hides the tints
 */
export function markPage(page, marked) {
  for (const { element, blocks } of marked) {
    const kept = blocks.filter((block) => block.kept).length;
    const score = Math.max(...blocks.map((block) => block.score));
    const state = kept === blocks.length ? 'kept' : kept === 0 ? 'out' : 'part';
    const words = { kept: 'kept', out: 'left out', part: 'partly kept' }[state];
    element.setAttribute('data-quietpage', state);
    element.setAttribute('data-quietpage-step', String(stepOf(score)));
    element.setAttribute('data-quietpage-label', `${words} ${percent(score)}`);
    element.setAttribute('aria-description', blocks.map(sentence).join(' '));
  }
  const sheet = tintSheet(page);
  const own = [...page.adoptedStyleSheets];
  const showTints = (/** @type {boolean} */ tinted) => {
    page.adoptedStyleSheets = tinted ? [...own, sheet] : own;
  };
  showTints(true);
  return showTints;
}

/** @param {Block} block */
function sentence(block) {
  return `${verdictOf(block)}, score ${percent(block.score)}: ${block.reasons.join('; ')}.`;
}

/**
 * Lets mouse, finger and keyboard go from block to block: one stop of the Tab key for the page, arrow keys inside.
 *
 * @param {Document} page
 * @param {Marked[]} marked
 * @param {(one: Marked) => void} onBlock told which element is pointed at or focused
 */
export function watchBlocks(page, marked, onBlock) {
  const byElement = new Map(marked.map((one) => [one.element, one]));
  const stops = marked.map((one) => one.element).filter((element) => element.checkVisibility());
  for (const element of page.querySelectorAll(TAB_STOPS)) element.setAttribute('tabindex', '-1');
  for (const [index, element] of stops.entries()) element.setAttribute('tabindex', index === 0 ? '0' : '-1');

  /** @param {EventTarget | null} target @returns {Marked | undefined} the innermost block around it */
  const blockAt = (target) => {
    for (let at = /** @type {Node | null} */ (target); at; at = at.parentNode ?? shadowHost(at)) {
      const found = byElement.get(/** @type {Element} */ (at));
      if (found) return found;
    }
    return undefined;
  };
  /** @param {Event} event */
  const innermost = (event) => blockAt(event.composedPath()[0] ?? event.target);

  page.addEventListener('mouseover', (event) => {
    const one = innermost(event);
    if (one) onBlock(one);
  });
  page.addEventListener('focusin', (event) => {
    const one = innermost(event);
    if (!one) return;
    for (const stop of stops) if (stop.getAttribute('tabindex') === '0') stop.setAttribute('tabindex', '-1');
    one.element.setAttribute('tabindex', '0');
    onBlock(one);
  });
  page.addEventListener('click', (event) => {
    const one = innermost(event);
    event.preventDefault();
    if (one && 'focus' in one.element) /** @type {HTMLElement} */ (one.element).focus({ preventScroll: true });
  });
  page.addEventListener('keydown', (event) => {
    const one = innermost(event);
    const next = stops[stepTo(event.key, one ? stops.indexOf(one.element) : -1, stops.length)];
    if (!next || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    /** @type {HTMLElement} */ (next).focus();
  });
}

/**
 * @param {string} key
 * @param {number} at
 * @param {number} count
 * @returns {number} the index to go to, or -1
 */
function stepTo(key, at, count) {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}

/** @param {Node} node */
function shadowHost(node) {
  return 'host' in node ? /** @type {ShadowRoot} */ (node).host : null;
}
