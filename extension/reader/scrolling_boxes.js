import { message } from '../shared/i18n.js';

/**
 * Code and tables that are wider or higher than their room scroll in a box of their own. Where one does, the Tab key
 * stops at it and arrows scroll it; where all of it is seen, it is no stop.
 *
 * @returns {import('./reading_aids.js').Aid}
 */
export function createScrollingBoxes() {
  return {
    attach({ body, signal }) {
      const sizes = new ResizeObserver((changes) => {
        for (const { target } of changes) {
          const box = target.matches('table') ? target.parentElement : target;
          if (box instanceof HTMLElement) setStop(box);
        }
      });
      for (const box of body.querySelectorAll('pre, .scroller, .scroller > table')) sizes.observe(box);
      signal.addEventListener('abort', () => sizes.disconnect());
    },
  };
}

/** @param {HTMLElement} box */
function setStop(box) {
  // Half a pixel of rounding is nothing to scroll to.
  const isScrolled = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
  if (isScrolled === (box.tabIndex === 0 && box.role === 'region')) return;
  if (isScrolled) {
    box.tabIndex = 0;
    box.role = 'region';
    box.ariaLabel = box.querySelector('caption')?.textContent.trim() || message(box.matches('pre') ? 'code' : 'table');
  } else {
    box.removeAttribute('tabindex');
    box.role = null;
    // What has no role can have no name.
    box.ariaLabel = null;
  }
}
