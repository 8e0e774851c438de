/** Between the text and the bar. */
const GAP_PX = 12;
/** Scrolled by less, the bar stays as it is. */
const MIN_SCROLL_PX = 8;

/**
 * Keeps the bar where it covers no text: beside the column where there is room; else it draws back while the person reads
 * on, and comes again when they scroll back or the focus comes into it.
 *
 * @param {object} options
 * @param {HTMLElement} options.host
 * @param {HTMLElement} options.bar
 * @param {AbortSignal} options.signal
 */
export function keepBesideText({ host, bar, signal }) {
  /** @type {Element[]} */
  let texts = [];
  let hasRoom = true;
  /** Of each thing that scrolls, where it was. @type {WeakMap<EventTarget, number>} */
  const lastTop = new WeakMap();
  if (document.scrollingElement) lastTop.set(document.scrollingElement, document.scrollingElement.scrollTop);

  function measure() {
    const { width } = bar.getBoundingClientRect();
    const seen = texts.map((text) => text.getBoundingClientRect()).filter((rect) => rect.width > 0);
    const needed = width + 2 * GAP_PX;
    const right = window.innerWidth - Math.max(0, ...seen.map((rect) => rect.right));
    const left = Math.min(window.innerWidth, ...seen.map((rect) => rect.left));
    const isRtl = bar.matches(':dir(rtl)');
    const [own, other] = isRtl ? [left, right] : [right, left];
    hasRoom = own >= needed || other >= needed;
    bar.toggleAttribute('data-across', own < needed && other >= needed);
    if (hasRoom) bar.removeAttribute('data-away');
  }

  document.addEventListener(
    'scroll',
    ({ target }) => {
      const scroller = target === document ? document.scrollingElement : target;
      if (!(scroller instanceof Element) || scroller.clientHeight < window.innerHeight / 2) return;
      const before = lastTop.get(scroller);
      const by = scroller.scrollTop - (before ?? scroller.scrollTop);
      if (before !== undefined && Math.abs(by) < MIN_SCROLL_PX) return;
      lastTop.set(scroller, scroller.scrollTop);
      if (before === undefined) return;
      bar.toggleAttribute('data-away', by > 0 && !hasRoom && !host.matches(':focus-within'));
    },
    { capture: true, passive: true, signal },
  );
  host.addEventListener('focusin', () => bar.removeAttribute('data-away'), { signal });
  window.addEventListener('resize', measure, { passive: true, signal });

  return {
    /** @param {Element[]} next the text that is not to be covered */
    beside(next) {
      texts = next;
      measure();
    },
  };
}
