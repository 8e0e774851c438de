/**
 * Follows links inside the article by hand: the browser looks for their targets in the page, not in our shadow tree,
 * and would change the page's address.
 *
 * @param {HTMLElement} body the article, in which the targets are
 * @param {AbortSignal} signal
 * @param {HTMLElement} [from] where the links are, if not in the article itself
 * @param {() => void} [beforeGoing] called once the target is known
 */
export function scrollToAnchors(body, signal, from = body, beforeGoing = () => undefined) {
  from.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
      if (!link) return;
      event.preventDefault();
      const target = targetOf(link, body);
      beforeGoing();
      if (target) goTo(target, 'center');
    },
    { signal },
  );
}

/**
 * @param {Element} link
 * @param {HTMLElement} body
 * @returns {HTMLElement | null} what a link inside the article leads to
 */
export function targetOf(link, body) {
  const id = (link.getAttribute('href') ?? '').slice(1);
  return id ? body.querySelector(`#${CSS.escape(id)}`) : null;
}

/**
 * Brings the reader to a place in the article, with the focus, so that the next Tab goes on from there.
 *
 * @param {HTMLElement} target
 * @param {ScrollLogicalPosition} block where in the window
 */
export function goTo(target, block) {
  target.scrollIntoView({ block, behavior: 'instant' });
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
