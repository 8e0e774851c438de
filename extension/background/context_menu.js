import { browser } from '../shared/browser.js';
import { message } from '../shared/i18n.js';

/** Adds the entry to the page's context menu. Browsers remember it, so this runs at installation and update only. */
export async function createContextMenu() {
  // Firefox for Android has no context menus.
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: 'toggle', title: message('action_title'), contexts: ['page', 'frame'] });
}
