import { createComingBack } from '../content/coming_back.js';
import { lookForShadowTrees } from './shadow_trees.js';

const IN_TOP_LAYER = ':modal, :popover-open';

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

  /** @param {Event} event */
  function onToggle({ isTrusted, target }) {
    if (isTrusted && target !== view.host && target instanceof HTMLElement && target.matches(IN_TOP_LAYER)) comeBack();
  }
  document.addEventListener('toggle', onToggle, { capture: true, signal });
  // It leaves no shadow tree.
  lookForShadowTrees({
    except: view.host,
    onFound: (roots) => {
      for (const root of roots) root.addEventListener('toggle', onToggle, { capture: true, signal });
      if (roots.some((root) => root.querySelector(IN_TOP_LAYER))) comeBack();
    },
    signal,
  });
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
