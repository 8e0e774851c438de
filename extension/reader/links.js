import { requestFollowing } from '../shared/messages.js';
import { isSamePage } from '../shared/same_page.js';

/** Longer than that the background takes only where something is wrong; then the link is followed as any other. */
const MAX_WAIT_MS = 1000;

/**
 * Announces each link that is followed plainly before the page goes, so that the next one can open by itself.
 *
 * @param {object} options
 * @param {ShadowRoot} options.root the view's
 * @param {() => boolean} options.isWanted
 * @param {AbortSignal} options.signal
 * @returns {{readonly isFollowing: boolean}} whether one was announced
 */
export function watchLinks({ root, isWanted, signal }) {
  /** @type {HTMLAnchorElement | undefined} */
  let followed;
  root.addEventListener(
    'click',
    async (event) => {
      // What we do ourselves is not trusted, nor is what the page's scripts do.
      const link = event instanceof MouseEvent && event.isTrusted && isWanted() ? plainlyFollowed(event) : undefined;
      if (!link || isSamePage(link.href, document.URL)) return;
      event.preventDefault();
      followed = link;
      await Promise.race([requestFollowing({ to: link.href, from: navigation.currentEntry?.key ?? '' }), new Promise((resolve) => setTimeout(resolve, MAX_WAIT_MS))]);
      // By the link itself: it may say what the next page learns of this one.
      if (link === followed && !signal.aborted) link.click();
    },
    { signal },
  );
  return {
    get isFollowing() {
      return followed !== undefined;
    },
  };
}

/**
 * Has links lead to where they say in the page that lies beneath the view: to its comments, to what was left out.
 *
 * @param {object} options
 * @param {ShadowRoot} options.root the view's
 * @param {(fragment: string) => void} options.goTo is to leave the view and go there; `#` and a name
 * @param {AbortSignal} options.signal
 */
export function leadIntoPage({ root, goTo, signal }) {
  root.addEventListener(
    'click',
    (event) => {
      const link = event instanceof MouseEvent && event.isTrusted ? plainlyFollowed(event) : undefined;
      if (!link?.hash || !isSamePage(link.href, document.URL)) return;
      event.preventDefault();
      goTo(link.hash);
    },
    { signal },
  );
}

/**
 * @param {MouseEvent} event a click, or the Enter key
 * @returns {HTMLAnchorElement | undefined} the link by which this tab is about to go to another page or place
 */
function plainlyFollowed({ target, defaultPrevented, button, ctrlKey, metaKey, shiftKey, altKey }) {
  if (defaultPrevented || button !== 0 || ctrlKey || metaKey || shiftKey || altKey || !(target instanceof Element)) return undefined;
  const link = target.closest('a[href]');
  if (!(link instanceof HTMLAnchorElement) || link.download || !['', '_self'].includes(link.target)) return undefined;
  return /^https?:$/.test(link.protocol) ? link : undefined;
}
