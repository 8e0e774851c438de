import { browser } from '../shared/browser.js';
import { message } from '../shared/i18n.js';

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
  for (const [id, title] of entries) browser.contextMenus.create({ id, title, contexts: ['page', 'frame', 'action'] });
}
