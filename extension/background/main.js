/** Registers the background's listeners. Each event's answer has its own file; no state is kept between events. */
import { browser } from '../shared/browser.js';
import { loadChoices } from '../shared/choices.js';
import { createContextMenu } from './context_menu.js';
import { createCore } from './core.js';
import { toggle } from './toggle.js';
import { showNotice } from './unavailable.js';

const core = createCore();

// The shortcut is `_execute_action`: a click on the button by another way.
browser.action.onClicked.addListener(toggle);

browser.runtime.onInstalled.addListener(createContextMenu);
// Firefox for Android has no context menus.
browser.contextMenus?.onClicked.addListener((_info, tab) => {
  if (tab) toggle(tab);
});

browser.runtime.onMessage.addListener((/** @type {Quietpage.Request} */ request, sender, respond) => {
  if (request.type === 'extract') {
    // Asked first, so that storage answers while the core is at work.
    const choosing = loadChoices();
    core.extract(request).then(async (answer) => respond({ ...answer, choices: await choosing }));
    return true;
  }
  if (request.type === 'unavailable' && sender.tab) showNotice(sender.tab, request.reason);
  return false;
});
