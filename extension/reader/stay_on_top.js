/** A page that takes the view away this often means it: the person gets the page back. */
const MAX_RETURNS = 20;

/**
 * Keeps the view in the document and above dialogs that the page opens later, whose modality would make it inert.
 *
 * @param {{view: import('./view.js').View, onLost: () => void, signal: AbortSignal}} options
 */
export function stayOnTop({ view, onLost, signal }) {
  let returns = 0;

  function comeBack() {
    returns += 1;
    // A script left over from before an update gives way to the new one.
    if (returns > MAX_RETURNS || !view.canCall()) onLost();
    else view.raise();
  }

  const removals = new MutationObserver(() => {
    if (!view.host.isConnected) comeBack();
  });
  removals.observe(document, { childList: true });
  removals.observe(document.documentElement, { childList: true });
  signal.addEventListener('abort', () => removals.disconnect());

  document.addEventListener(
    'toggle',
    (event) => {
      const { target } = event;
      if (!event.isTrusted || target === view.host || !(target instanceof HTMLElement)) return;
      if (target.matches(':modal, :popover-open')) comeBack();
    },
    { capture: true, signal },
  );
}
