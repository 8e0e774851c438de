import { browser } from '../shared/browser.js';
import { message } from '../shared/i18n.js';

/** The id of the entry for links. */
export const OPEN_LINK = 'open_link';

/** `page` is where there is nothing else to choose of. A link has an entry of its own. */
const CONTEXTS = /** @type {chrome.contextMenus.CreateProperties['contexts']} */ (['page', 'frame', 'selection', 'image', 'video', 'audio', 'action']);

/** Adds the entries to the button's and the page's context menus. Browsers remember them, so this runs at installation and update only. */
export async function createContextMenu() {
  // Firefox for Android has no context menus.
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  /** @type {[Quietpage.Wish, string][]} */
  const entries = [
    ['reader', message('setting_view_reader')],
    ['quiet', message('setting_view_quiet')],
    ['leave', message('button_back')],
  ];
  for (const [id, title] of entries) browser.contextMenus.create({ id, title, contexts: CONTEXTS });
  // Firefox takes back at the next page what the choice of an entry grants: it would be an entry like “Open link”.
  if ('getBrowserInfo' in browser.runtime) return;
  const targetUrlPatterns = ['http://*/*', 'https://*/*'];
  browser.contextMenus.create({ id: OPEN_LINK, title: message('open_link'), contexts: ['link'], targetUrlPatterns });
}
