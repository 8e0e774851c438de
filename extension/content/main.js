/** Runs in the page at each click: closes the reader view where one is open, opens one where none is. */
import { reportUnavailable } from '../shared/messages.js';
import { isPrivateWindow, lastingArea, passingArea } from '../shared/settings_area.js';
import { openSession } from './session.js';

/**
 * What this extension's scripts in this document share; the page cannot see it.
 *
 * @typedef {object} Shared
 * @property {number} [quietpageClickedAt] milliseconds since 1970, set by the background at each click, just before or just after
 * @property {{close: () => void}} [quietpageSession] the open reader view
 * @property {Map<string, unknown>} [quietpageMemory] settings changed in a private window, for as long as the document lives
 */
const shared = /** @type {Shared} */ (globalThis);

const reason = unavailableHere();
if (shared.quietpageSession) {
  shared.quietpageSession.close();
} else if (reason) {
  reportUnavailable(reason);
} else {
  // A view whose extension was updated meanwhile: no script answers for it any more.
  for (const dead of document.querySelectorAll('quietpage-reader')) dead.remove();
  const startedAt = Date.now();
  const isPrivate = isPrivateWindow();
  shared.quietpageSession = openSession({
    area: isPrivate ? passingArea((shared.quietpageMemory ??= new Map())) : lastingArea(),
    isPrivate,
    clickedAt: () => shared.quietpageClickedAt ?? startedAt,
    onEnd: () => delete shared.quietpageSession,
  });
}

/** @returns {Quietpage.Unavailable | undefined} why nothing can be shown in this document */
function unavailableHere() {
  if (document.contentType === 'application/pdf') return 'pdf';
  // A picture, a feed, a drawing: either no text, or no place for our elements.
  const isHtml = document.documentElement instanceof HTMLElement;
  return isHtml && !/^(image|video|audio)\//.test(document.contentType) ? undefined : 'no_html';
}
