import { createComingBack } from '../content/coming_back.js';

/**
 * Keeps the view where it was put, and above what the page opens later, whose modality would make it inert. Where that is
 * not to be had the person gets the page.
 *
 * @param {{view: import('./view.js').View, onLost: () => void, signal: AbortSignal}} options
 */
export function stayOnTop({ view, onLost, signal }) {
  const comeBackBy = createComingBack({ onLost, signal });
  const comeBack = () => comeBackBy(view.raise);

  const changes = new MutationObserver(() => view.isUp() || comeBack());
  for (const parent of [document, document.documentElement, view.root]) changes.observe(parent, { childList: true });
  // Of a page that is not rendered any more nothing is seen, and the view hangs on its root.
  const sizes = new ResizeObserver(() => {
    if (view.isUp() && !view.dialog.checkVisibility()) onLost();
  });
  sizes.observe(view.dialog);
  signal.addEventListener('abort', () => {
    changes.disconnect();
    sizes.disconnect();
  });

  document.addEventListener(
    'toggle',
    (event) => {
      const { target } = event;
      if (!event.isTrusted || target === view.host || !(target instanceof HTMLElement)) return;
      if (target.matches(':modal, :popover-open')) comeBack();
    },
    { capture: true, signal },
  );
  // Of a dialog in a shadow tree nothing is told but that it takes the focus.
  document.addEventListener(
    'focusin',
    () => {
      // Coming back moves the focus itself.
      queueMicrotask(() => {
        const { activeElement } = document;
        if (!signal.aborted && activeElement !== view.host && activeElement !== document.body) comeBack();
      });
    },
    { capture: true, signal },
  );
  document.addEventListener(
    'fullscreenchange',
    () => {
      const { fullscreenElement } = document;
      if (fullscreenElement && fullscreenElement !== view.host) comeBack();
    },
    { signal },
  );
}
