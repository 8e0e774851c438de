import { isSamePage } from '../shared/same_page.js';

/**
 * Tells when the person goes from this page to another within the same document, as applications have it.
 *
 * @param {(isTraversal: boolean) => void} onJourney `isTraversal`: back or forth in the tab's history
 * @param {AbortSignal} [signal]
 */
export function watchJourneys(onJourney, signal) {
  navigation.addEventListener(
    'currententrychange',
    ({ navigationType, from }) => {
      // Pages change their address by themselves as well, while they are scrolled.
      const isTraversal = navigationType === 'traverse';
      const isJourney = isTraversal || (navigationType === 'push' && navigator.userActivation.isActive);
      if (isJourney && !isSamePage(from.url, document.URL)) onJourney(isTraversal);
    },
    { signal },
  );
}
