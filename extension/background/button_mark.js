import { browser } from '../shared/browser.js';
import { message } from '../shared/i18n.js';

/** On the toolbar button there is room for no word. */
const MARK = '¶';
const MARK_COLOUR = '#1f5a8a';

/**
 * Says at the toolbar button that a press opens a view on this page. The browser takes it back with the page.
 *
 * @param {number} tabId
 */
export async function markButton(tabId) {
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color: MARK_COLOUR }),
    browser.action.setBadgeText({ tabId, text: MARK }),
    browser.action.setTitle({ tabId, title: message('press_here') }),
  ]);
}

/**
 * Once it has been pressed there is nothing to say.
 *
 * @param {number} tabId
 */
export async function unmarkButton(tabId) {
  if (!(await browser.action.getBadgeText({ tabId }))) return;
  await Promise.all([browser.action.setBadgeText({ tabId, text: '' }), browser.action.setTitle({ tabId, title: message('action_title') })]);
}
