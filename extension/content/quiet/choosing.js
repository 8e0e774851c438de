const NEXT = ['ArrowDown', 'j'];
const PREVIOUS = ['ArrowUp', 'k'];
const CHOOSE = ['Enter', 'x'];

/**
 * Lets a person choose a block of the text in the page itself, by pointing or by keys, until they have or wish to no more.
 * Meanwhile the page hears neither.
 *
 * @param {object} options
 * @param {Element[]} options.texts the elements of the article's blocks
 * @param {import('./hiding.js').Hiding} options.hiding
 * @param {Element} options.host the bar, where all is as ever
 * @param {(element: Element | undefined) => void} options.onEnd `undefined`: none was chosen
 * @param {AbortSignal} options.signal
 */
export function chooseInPage({ texts, hiding, host, onEnd, signal }) {
  const controller = new AbortController();
  const options = { capture: true, signal: AbortSignal.any([signal, controller.signal]) };
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
    controller.abort();
    point(undefined);
    onEnd(chosen);
  }

  /** @param {number} by */
  function step(by) {
    const seen = texts.filter((text) => text.isConnected && text.checkVisibility());
    const from = current ? seen.indexOf(current) : seen.findIndex((text) => text.getBoundingClientRect().bottom > 0) - by;
    point(seen[Math.max(0, Math.min(seen.length - 1, from + by))]);
    current?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  /** @param {Event} event @returns {Element | undefined} the innermost block under it */
  function blockAt(event) {
    return /** @type {Element | undefined} */ (event.composedPath().find((one) => one instanceof Element && texts.includes(one)));
  }

  /** @param {Event} event @returns {boolean} whether it was the page's, which does not hear of it */
  function take(event) {
    if (event.composedPath().includes(host)) return false;
    event.stopImmediatePropagation();
    event.preventDefault();
    return true;
  }

  window.addEventListener('pointermove', (event) => point(blockAt(event)), options);
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'touchstart', 'touchend', 'auxclick']) {
    // A touch is still to become a click.
    window.addEventListener(type, (event) => !event.composedPath().includes(host) && event.stopImmediatePropagation(), options);
  }
  window.addEventListener('click', (event) => take(event) && end(blockAt(event)), options);
  window.addEventListener(
    'keydown',
    (event) => {
      const { key } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const isBar = event.composedPath().includes(host);
      if (key === 'Escape') end(undefined);
      else if (NEXT.includes(key)) step(1);
      else if (PREVIOUS.includes(key)) step(-1);
      else if (CHOOSE.includes(key) && !(isBar && key === 'Enter' && !current)) end(current);
      else return;
      event.stopImmediatePropagation();
      event.preventDefault();
    },
    options,
  );
  // Where nothing is pointed at yet.
  step(1);
}
