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
      if (isJourney && withoutHash(from.url) !== withoutHash(document.URL)) onJourney();
    },
    { signal },
  );
}

/** @param {string | null} address */
function withoutHash(address) {
  return address?.split('#')[0];
}
