/** What a page opens later than this after a click it has opened by itself. */
const ANSWERED_WITHIN_MS = 2000;
/** Keys by which a person reads on. */
const READING_ON = new Set([' ', 'PageDown', 'PageUp', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'Tab', 'Escape', 'Shift', 'Control', 'Alt', 'Meta']);

/**
 * @param {Element} host the bar: what is done there the page does not answer
 * @param {AbortSignal} signal
 * @returns {() => boolean} whether the person has just done something in the page that it may answer by showing something
 */
export function watchActs(host, signal) {
  let actedAt = -Infinity;
  for (const type of /** @type {const} */ (['pointerdown', 'click', 'keydown'])) {
    window.addEventListener(
      type,
      (event) => {
        if (event.isTrusted && !event.composedPath().includes(host) && !(event instanceof KeyboardEvent && READING_ON.has(event.key))) actedAt = performance.now();
      },
      { capture: true, passive: true, signal },
    );
  }
  // A finger that only scrolls begins like one that presses; the browser tells them apart.
  return () => performance.now() - actedAt < ANSWERED_WITHIN_MS && navigator.userActivation.isActive;
}
