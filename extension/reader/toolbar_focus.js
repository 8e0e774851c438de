/** What can have the focus: a toolbar has nothing in it that uses the arrow keys itself. */
const CONTROLS = 'button:enabled:not([hidden], [hidden] *)';
/** They scroll the text, and go on doing so where a button has the focus because it was pressed by mouse or finger. */
const SCROLLING_KEYS = new Set(['ArrowUp', 'ArrowDown', 'Home', 'End']);
/** Of a toolbar: its focus came by keyboard. */
const BY_KEYBOARD = 'data-by-keyboard';

/** @param {Element} toolbar */
const controlsIn = (toolbar) => [.../** @type {NodeListOf<HTMLElement>} */ (toolbar.querySelectorAll(CONTROLS))];

/**
 * Makes a toolbar a single stop of the Tab key, at the control that had the focus last, as the ARIA Authoring Practices
 * have it. Its controls may come and go.
 *
 * @param {HTMLElement} toolbar with that role
 * @param {AbortSignal} signal
 * @returns {HTMLElement} the same
 */
export function makeOneStop(toolbar, signal) {
  /** @type {unknown} */
  let last;
  function settle() {
    const controls = controlsIn(toolbar);
    const stop = controls.find((one) => one === last) ?? controls[0];
    // One that goes is forgotten: a toolbar that is shown anew begins with its first.
    if (stop !== last) last = undefined;
    for (const one of controls) one.tabIndex = one === stop ? 0 : -1;
  }
  toolbar.addEventListener(
    'focusin',
    ({ target }) => {
      last = target;
      // Asked now: with the next key the browser takes the focus for one by keyboard.
      toolbar.toggleAttribute(BY_KEYBOARD, target instanceof Element && target.matches(':focus-visible'));
      settle();
    },
    { signal },
  );
  const changes = new MutationObserver(settle);
  changes.observe(toolbar, { subtree: true, childList: true, attributeFilter: ['hidden'] });
  signal.addEventListener('abort', () => changes.disconnect());
  settle();
  return toolbar;
}

/**
 * Moves the focus within the toolbar that has it; from either end to the other.
 *
 * @param {KeyboardEvent} event without Ctrl, Alt or Meta
 * @returns {boolean} whether the key stood for that
 */
export function moveInToolbar(event) {
  const [focused] = event.composedPath();
  const toolbar = focused instanceof Element && focused.closest('[role=toolbar]');
  if (!toolbar || event.shiftKey) return false;
  if (SCROLLING_KEYS.has(event.key) && !toolbar.hasAttribute(BY_KEYBOARD)) return false;
  const controls = controlsIn(toolbar);
  const at = controls.findIndex((one) => one === focused);
  const right = getComputedStyle(toolbar).direction === 'rtl' ? -1 : 1;
  const isColumn = toolbar.getAttribute('aria-orientation') === 'vertical';
  /** @type {Record<string, number>} */
  const places = { ArrowRight: at + right, ArrowLeft: at - right, Home: 0, End: -1, ...(isColumn && { ArrowDown: at + 1, ArrowUp: at - 1 }) };
  if (!(event.key in places)) return false;
  controls.at(places[event.key] % controls.length)?.focus();
  return true;
}
