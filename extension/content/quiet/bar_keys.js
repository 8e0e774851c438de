/**
 * Keeps keys that are pressed in the bar from the page, and leaves on Escape, where that stands for nothing else. All other
 * keys are the page's.
 *
 * @param {object} options
 * @param {Element} options.host
 * @param {() => void} options.onEscape
 * @param {(event: KeyboardEvent) => boolean} options.onShortcut does what a key with others stands for, if anything
 * @param {AbortSignal} options.signal
 */
export function watchBarKeys({ host, onEscape, onShortcut, signal }) {
  for (const type of /** @type {const} */ (['keydown', 'keypress', 'keyup'])) {
    window.addEventListener(
      type,
      (event) => {
        if (!event.composedPath().includes(host)) return;
        event.stopImmediatePropagation();
        if (type !== 'keydown' || event.isComposing || !event.isTrusted) return;
        if (event.key === 'Escape') leave(event);
        else if (onShortcut(event)) event.preventDefault();
      },
      { capture: true, signal },
    );
  }
  // After the page's own listeners: a picture that it shows large, or a menu, goes first.
  window.addEventListener(
    'keydown',
    (event) => {
      const isNowhere = document.activeElement === document.body || document.activeElement === null;
      const isFree = event.isTrusted && !event.defaultPrevented && !event.isComposing;
      if (event.key === 'Escape' && isNowhere && isFree && !somethingIsOpen(host)) leave(event);
    },
    { signal },
  );

  /** @param {KeyboardEvent} event */
  function leave(event) {
    event.preventDefault();
    onEscape();
  }
}

/** @param {Element} host @returns {boolean} whether the browser closes something by this key */
function somethingIsOpen(host) {
  const open = [...document.querySelectorAll(':modal, :popover-open')].some((one) => one !== host);
  return open || document.fullscreenElement !== null;
}
