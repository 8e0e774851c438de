import { isSamePage } from '../shared/same_page.js';

/**
 * Tells when the person goes from this page to another within the same document, as applications have it.
 *
 * @param {() => void} onJourney
 * @param {AbortSignal} [signal]
 */
export function watchJourneys(onJourney, signal) {
  navigation.addEventListener(
    'currententrychange',
    ({ navigationType, from }) => {
      // Pages change their address by themselves as well, while they are scrolled.
      const isJourney = navigationType === 'traverse' || (navigationType === 'push' && navigator.userActivation.isActive);
      if (isJourney && !isSamePage(from.url, document.URL)) onJourney();
    },
    { signal },
  );
}
