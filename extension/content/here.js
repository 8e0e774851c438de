/** What this extension's scripts in one document share, and what they can do in it. */

/**
 * What they share; the page cannot see it.
 *
 * @typedef {object} Shared
 * @property {number} [quietpageClickedAt] milliseconds since 1970, set by the background at each click, just before or just after
 * @property {Quietpage.Wish} [quietpageWish] set by the background, where the click was more than one on the button
 * @property {import('./ask_at_click.js').AskedAtClick} [quietpageAsked] set by asking.js, where a view is about to open
 * @property {typeof import('../../src/wasm/walk.js')} [quietpageWalker] set by asking.js, which content.js has it from (scripts/folding.mjs)
 * @property {boolean} [quietpageUnasked] set by unasked.js: no click is behind this run
 * @property {import('./main.js').Visit} [quietpageVisit] set by arrival.js, on sites where articles open by themselves
 * @property {import('./main.js').Session} [quietpageSession] the open view
 * @property {Map<string, unknown>} [quietpageMemory] settings changed in a private window, for as long as the document lives
 */

export const shared = /** @type {Shared} */ (globalThis);

/** Of what is not here, the page's own elements would be found by that name. */
export function claimNames() {
  for (const name of ['quietpageClickedAt', 'quietpageWish', 'quietpageAsked', 'quietpageWalker', 'quietpageUnasked', 'quietpageVisit', 'quietpageSession', 'quietpageMemory']) {
    if (!Object.hasOwn(globalThis, name)) Object.defineProperty(globalThis, name, { value: undefined, writable: true, configurable: true });
  }
}

/** @returns {Quietpage.Unavailable | undefined} why nothing can be shown in this document */
export function unavailableHere() {
  if (document.contentType === 'application/pdf') return 'pdf';
  // A picture, a feed, a drawing: either no text, or no place for our elements.
  const isHtml = document.documentElement instanceof HTMLElement;
  return isHtml && !/^(image|video|audio)\//.test(document.contentType) ? undefined : 'no_html';
}
