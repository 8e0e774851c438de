import { allAround } from './column.js';

const NEXT = ['ArrowDown', 'j'];
const PREVIOUS = ['ArrowUp', 'k'];
const CHOOSE = ['Enter', 'x'];

/**
 * Lets a person choose a block of the text in the page itself, by pointing or by keys, until they have or wish to no more.
 * Meanwhile the page hears neither the clicks nor these keys, and what it makes up itself is no choice.
 *
 * @param {object} options
 * @param {Element[]} options.texts the elements of the article's blocks
 * @param {import('./hiding.js').Hiding} options.hiding
 * @param {Element} options.host the bar, where all is as ever
 * @param {(element: Element) => void} options.onPoint by a key: who does not see the frame hears it
 * @param {(element: Element | undefined) => void} options.onEnd `undefined`: none was chosen
 * @param {AbortSignal} options.signal
 * @returns {() => void} ends it
 */
export function chooseInPage({ texts, hiding, host, onPoint, onEnd, signal }) {
  const controller = new AbortController();
  const options = { capture: true, signal: AbortSignal.any([signal, controller.signal]) };
  const blocks = innermost(texts);
  const focused = host.shadowRoot?.activeElement;
  /** @type {Element | undefined} */
  let current;

  /** @param {Element | undefined} next */
  function point(next) {
    if (next === current) return;
    if (current) hiding.unmark(current, (mark) => mark === 'chosen');
    if (next) hiding.mark(next, 'chosen');
    current = next;
  }

  /** @param {Element | undefined} chosen */
  function end(chosen) {
    if (controller.signal.aborted) return;
    controller.abort();
    point(undefined);
    if (focused instanceof HTMLElement && document.activeElement === document.body) focused.focus({ preventScroll: true });
    onEnd(chosen);
  }

  /** @param {number} by */
  function step(by) {
    const seen = blocks.filter((text) => text.isConnected && text.checkVisibility());
    const from = current ? seen.indexOf(current) : seen.findIndex((text) => text.getBoundingClientRect().bottom > 0) - by;
    point(seen[Math.max(0, Math.min(seen.length - 1, from + by))]);
    current?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  /** @param {number} by */
  function tellStep(by) {
    step(by);
    if (current) onPoint(current);
  }

  /** @param {Event} event @returns {Element | undefined} the innermost block under it */
  function blockAt(event) {
    return /** @type {Element | undefined} */ (event.composedPath().find((one) => one instanceof Element && blocks.includes(one)));
  }

  /** @param {Event} event @returns {boolean} whether it was the page's, which does not hear of it */
  function take(event) {
    if (!event.isTrusted || event.composedPath().includes(host)) return false;
    event.stopImmediatePropagation();
    event.preventDefault();
    return true;
  }

  window.addEventListener('pointermove', (event) => point(blockAt(event)), options);
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'touchstart', 'touchend', 'auxclick', 'dblclick']) {
    // A touch is still to become a click.
    window.addEventListener(type, (event) => !event.composedPath().includes(host) && event.stopImmediatePropagation(), options);
  }
  window.addEventListener('click', (event) => take(event) && end(blockAt(event)), options);
  window.addEventListener(
    'keydown',
    (event) => {
      const { key } = event;
      if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (key === 'Escape') end(undefined);
      else if (NEXT.includes(key)) tellStep(1);
      else if (PREVIOUS.includes(key)) tellStep(-1);
      else if (CHOOSE.includes(key)) end(current);
      else return;
      event.stopImmediatePropagation();
      event.preventDefault();
    },
    options,
  );
  window.addEventListener('keyup', (event) => [...NEXT, ...PREVIOUS].includes(event.key) && take(event), options);
  // What is pressed in the bar is the bar's.
  if (focused instanceof HTMLElement) focused.blur();
  // Where nothing is pointed at yet.
  step(1);
  return () => end(undefined);
}

/**
 * @param {Element[]} texts
 * @returns {Element[]} those that hold no other: of one that does, a person would take all for meant
 */
function innermost(texts) {
  const around = allAround(texts);
  return [...new Set(texts)].filter((text) => !around.has(text));
}
