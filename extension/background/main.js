/** Registers the background's listeners. Each event's answer has its own file; no state is kept between events. */
import { browser } from '../shared/browser.js';
import { isGranted } from '../shared/granted_sites.js';
import { hostOf } from '../shared/host.js';
import { lastingArea, migrateStored } from '../shared/settings_area.js';
import { changeInTurn } from '../shared/stored_corrections.js';
import { add } from './adding.js';
import { setAlways } from './always.js';
import { openAtArrival, registerArrival, rememberShut } from './arrival.js';
import { OPEN_LINK, createContextMenu } from './context_menu.js';
import { createCore } from './core.js';
import { extractFor } from './extracting.js';
import { faceFiles } from './faces.js';
import { follow, forget, openQuietly, waitForFollowed } from './followed.js';
import { reportOf } from './reporting.js';
import { saveBeside } from './saving.js';
import { toggle } from './toggle.js';
import { showNotice } from './unavailable.js';

const core = createCore();

/**
 * @param {chrome.tabs.Tab} tab
 * @param {Quietpage.Wish} [wish]
 */
function toggleIn(tab, wish) {
  toggle(tab, wish);
  // While the page is walked.
  core.prepare();
}

// The shortcut is `_execute_action`: a click on the button by another way.
browser.action.onClicked.addListener((tab) => toggleIn(tab));

// Firefox for Android has no shortcuts.
browser.commands?.onCommand.addListener((command, tab) => {
  if (command === 'other_view' && tab) toggleIn(tab, 'other');
});

browser.runtime.onInstalled.addListener(createContextMenu);
browser.runtime.onInstalled.addListener(() => migrateStored(lastingArea()));

// Granted or taken back, here or in the browser's own pages; and in case that happened while we were not there.
browser.permissions.onAdded.addListener(registerArrival);
browser.permissions.onRemoved.addListener(registerArrival);
browser.runtime.onInstalled.addListener(registerArrival);
browser.runtime.onStartup.addListener(registerArrival);

waitForFollowed();

// Firefox for Android has no context menus.
browser.contextMenus?.onClicked.addListener(({ menuItemId, linkUrl }, tab) => {
  if (menuItemId === OPEN_LINK && linkUrl && tab?.id !== undefined) openQuietly(tab.id, linkUrl);
  else if (tab) toggleIn(tab, /** @type {Quietpage.Wish} */ (menuItemId));
});

browser.runtime.onMessage.addListener((/** @type {Quietpage.Request} */ request, sender, respond) => {
  if (request.type === 'extract') {
    extractFor(request, { core, host: hostOf(sender.url ?? ''), isPrivate: Boolean(sender.tab?.incognito) }).then(respond);
    return true;
  }
  if (request.type === 'portion') {
    core.extract({ ...request, keep: 'selected' }).then(respond);
    return true;
  }
  if (request.type === 'report') {
    reportOf(request).then(respond, () => respond(null)); // the content script says so
    return true;
  }
  // A private window keeps what it changes itself.
  if (request.type === 'correct' && !sender.tab?.incognito) {
    changeInTurn(lastingArea(), hostOf(sender.url ?? ''), request.changes).then(respond, () => respond(null)); // the content script says so
    return true;
  }
  if (request.type === 'save' && sender.tab) {
    saveBeside(request.file, sender.tab).then(
      () => respond(true),
      () => respond(false), // the window is closing
    );
    return true;
  }
  if ((request.type === 'highlighting' || request.type === 'aloud' || request.type === 'quiet') && sender.tab?.id !== undefined) {
    // What the click granted ends where the page has gone on: then there is nothing to add to.
    add(request.type, sender.tab.id).then(() => respond(), () => respond());
    return true;
  }
  if (request.type === 'face') {
    faceFiles(request).then(respond, () => respond([])); // a broken package: the text stands in the face behind it
    return true;
  }
  if (request.type === 'always') {
    const host = hostOf(sender.url ?? '');
    // Whatever went wrong, the switch shows what holds.
    setAlways(request.on, host, sender.tab).catch(() => isGranted(host)).then(respond);
    return true;
  }
  if (request.type === 'arrival') {
    // Where the tab was closed or has gone on meanwhile there is nothing to open.
    openAtArrival(request, sender, core).then(respond, () => respond(true));
    return true;
  }
  if (request.type === 'follow' && sender.tab?.id !== undefined) {
    const { link } = request;
    // Without storage for it the link is followed as any other.
    (link ? follow(sender.tab.id, link) : forget(sender.tab.id)).then(() => respond(), () => respond());
    return true;
  }
  if (request.type === 'shut') rememberShut(request);
  if (request.type === 'options') browser.runtime.openOptionsPage();
  if (request.type === 'unavailable' && sender.tab) showNotice(sender.tab, request.reason);
  return false;
});
