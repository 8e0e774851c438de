/**
 * Where a picture does not load (the page's policy forbids it, or it is gone), its place closes and its description
 * stands there; without a description, nothing does.
 *
 * @param {HTMLElement} reading
 * @param {AbortSignal} signal
 */
export function closeMissingImages(reading, signal) {
  reading.addEventListener(
    'error',
    ({ target }) => {
      if (!(target instanceof HTMLImageElement)) return;
      if (target.alt) {
        // The size is that of the picture, not of its description.
        target.removeAttribute('width');
        target.removeAttribute('height');
        target.classList.add('missing');
        return;
      }
      const figure = target.closest('figure');
      target.remove();
      if (figure && !figure.querySelector('img, video, audio, a, button') && !figure.textContent?.trim()) figure.remove();
    },
    // It does not bubble.
    { capture: true, signal },
  );
}
