import { browser } from '../shared/browser.js';
import { message } from '../shared/i18n.js';

/** The id of the entry for links. */
export const OPEN_LINK = 'open_link';

/** Adds the entries to the context menus. Browsers remember it, so this runs at installation and update only. */
export async function createContextMenu() {
  // Firefox for Android has no context menus.
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: 'toggle', title: message('action_title'), contexts: ['page', 'frame'] });
  // Firefox takes back at the next page what the choice of an entry grants: it would be an entry like “Open link”.
  if ('getBrowserInfo' in browser.runtime) return;
  const targetUrlPatterns = ['http://*/*', 'https://*/*'];
  browser.contextMenus.create({ id: OPEN_LINK, title: message('open_link'), contexts: ['link'], targetUrlPatterns });
}
