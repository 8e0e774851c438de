/**
 * Follows links inside the article by hand: the browser looks for their targets in the page, not in our shadow tree,
 * and would change the page's address.
 *
 * @param {HTMLElement} body
 * @param {AbortSignal} signal
 */
export function scrollToAnchors(body, signal) {
  body.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
      if (!link) return;
      event.preventDefault();
      const id = (link.getAttribute('href') ?? '').slice(1);
      const target = id ? body.querySelector(`#${CSS.escape(id)}`) : null;
      if (!(target instanceof HTMLElement)) return;
      target.scrollIntoView({ block: 'center' });
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    },
    { signal },
  );
}
