// @ts-check
/** Firefox with the extension installed. */

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { EXPOSE_ROOT, PLAIN_HOST, SETTLE_MS, newFolder, openPage, program } from './driving.mjs';
import { watchFirefox } from './console_faults.mjs';
import { memoryOfFirefox } from './memory.mjs';

/** @typedef {import('./browsers.mjs').Quiet} Quiet */
/** @typedef {import('./browsers.mjs').Page} Page */

/** How long the options page, or a window, may take to be there. */
const OPTIONS_MS = 20_000;

const FIREFOX_UUID = '11111111-2222-4333-8444-555555555555';

/**
 * puppeteer keeps its BiDi session to itself; the types do not name it.
 *
 * @param {Page} page
 */
function bidi(page) {
  const { browsingContext } = /** @type {any} */ (page.mainFrame());
  return { session: browsingContext.userContext.browser.session, context: browsingContext.id };
}

/**
 * @param {string} folder
 * @returns {{[pref: string]: string | number | boolean}} what has Firefox save and print into it without asking
 */
const arrivingIn = (folder) => ({
  'browser.download.folderList': 2,
  'browser.download.dir': folder,
  // It would take the keys from the page.
  'browser.download.alwaysOpenPanel': false,
  'print.always_print_silent': true,
  print_printer: 'Mozilla Save to PDF',
  'print.printer_Mozilla_Save_to_PDF.print_to_file': true,
  'print.printer_Mozilla_Save_to_PDF.print_to_filename': join(folder, 'printed.pdf'),
});

/**
 * @param {boolean} headless
 * @param {string} directory
 * @param {boolean} isOffline
 * @returns {Promise<Quiet>}
 */
export async function launchFirefox(headless, directory, isOffline) {
  const downloads = newFolder();
  const manifest = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8'));
  /** @type {string} */
  const id = manifest.browser_specific_settings.gecko.id;
  const optionsUrl = `moz-extension://${FIREFOX_UUID}/options/options.html`;
  const widget = id.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program('QUIETPAGE_FIREFOX', ['firefox-esr', 'firefox']),
    headless,
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: FIREFOX_UUID }),
      'media.autoplay.default': 0,
      ...(headless ? arrivingIn(downloads) : {}),
      'network.dns.localDomains': PLAIN_HOST,
      'network.dns.disabled': isOffline,
    },
  });
  await browser.installExtension(directory);

  /**
   * Runs code with the rights of the browser's own window.
   *
   * @param {Page} page
   * @param {string} expression
   * @returns {Promise<any>}
   */
  async function inChrome(page, expression) {
    const { session } = bidi(page);
    const { result: tree } = await session.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const top = tree.contexts.find((/** @type {{url: string}} */ one) => one.url.endsWith('/browser.xhtml'));
    const { result } = await session.send('script.evaluate', {
      expression,
      awaitPromise: true,
      target: { context: top.context },
    });
    if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
    return result.result.value;
  }

  /** @type {Quiet['openOwn']} */
  async function openOwn(path, ready) {
    const page = await browser.newPage();
    const { session, context } = bidi(page);
    // The page is in another process than the tab was: the driver never hears of the end of that navigation.
    await session.send('browsingContext.navigate', { context, url: `moz-extension://${FIREFOX_UUID}/${path}`, wait: 'none' });
    const end = Date.now() + OPTIONS_MS;
    const isThere = () => page.evaluate((css) => document.querySelector(css) !== null, ready).catch(() => false);
    while (!(await isThere())) {
      if (Date.now() > end) throw new Error(`${path}: no ${ready} within ${OPTIONS_MS} ms`);
      await sleep(50);
    }
    return page;
  }

  const first = await browser.newPage();
  // The button lives in the extensions panel, and is not in the document until moved out of it.
  await inChrome(first, `CustomizableUI.addWidgetToArea('${widget}-browser-action', 'nav-bar')`);
  await inChrome(
    first,
    `globalThis.quietpageRequests = [];
    globalThis.quietpageObserver = { observe(subject) {
      const channel = subject.QueryInterface(Ci.nsIHttpChannel);
      const principal = channel.loadInfo.triggeringPrincipal;
      const policy = principal?.addonPolicy ?? principal?.contentScriptAddonPolicy;
      if (policy?.id === '${id}') quietpageRequests.push(channel.URI.spec);
    } };
    Services.obs.addObserver(quietpageObserver, 'http-on-modify-request');`,
  );
  await first.close().catch(() => undefined); // the last tab may refuse to close; it is in nobody's way

  const stopBackground = () => inChrome(first, `WebExtensionPolicy.getByID('${id}').extension.terminateBackground()`);

  return {
    name: 'firefox',
    browser,
    open: (url) => openPage(browser, url),
    // In the window in front: a private one has a button of its own.
    click: (page) => inChrome(page, `Services.wm.getMostRecentBrowserWindow().document.getElementById('${widget}-BAP').click()`),
    pressShortcut: (page, letter) =>
      inChrome(
        page,
        `(() => {
          const window = Services.wm.getMostRecentBrowserWindow();
          const keys = [...window.document.querySelectorAll('keyset[id^=ext-keyset] key')];
          const key = keys.find((one) => one.getAttribute('key') === ${JSON.stringify(letter)} && one.getAttribute('modifiers').includes('alt'));
          key.dispatchEvent(new window.Event('command', { bubbles: true }));
        })()`,
      ),
    openPrivate: async (url) => {
      const before = new Set(await browser.pages());
      await inChrome(
        [...before][0],
        `(async () => {
          const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
          const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
          if (!WebExtensionPolicy.getByID('${id}').privateBrowsingAllowed) {
            await ExtensionPermissions.add('${id}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
            await (await AddonManager.getAddonByID('${id}')).reload();
          }
          const window = OpenBrowserWindow({ private: true });
          await new Promise((loaded) => window.addEventListener('load', loaded, { once: true }));
          // Its first page would break off a navigation that comes before its end.
          const isThere = () => window.gBrowser.currentURI.spec === 'about:privatebrowsing' && !window.gBrowser.webProgress.isLoadingDocument;
          while (!isThere()) await new Promise((later) => window.setTimeout(later, 20));
        })()`,
      );
      const end = Date.now() + OPTIONS_MS;
      for (;;) {
        const page = (await browser.pages()).find((one) => !before.has(one));
        if (page) {
          await page.goto(url, { waitUntil: 'load' });
          await sleep(SETTLE_MS);
          return page;
        }
        if (Date.now() > end) throw new Error('no private window');
        await sleep(50);
      }
    },
    watchFaults: async () => watchFirefox(browser, FIREFOX_UUID, async (expression) => inChrome((await browser.pages())[0], expression)),
    memory: (page) => memoryOfFirefox((expression) => inChrome(page, expression)),
    foreignRequests: async (page) => JSON.parse(await inChrome(page, 'JSON.stringify(quietpageRequests)')),
    // The driver never comes to the end of such a navigation: the browser's window does it.
    showBrowserPage: async (page) => {
      await inChrome(page, `gBrowser.selectedTab = gBrowser.addTrustedTab('about:support'), true`);
      await sleep(SETTLE_MS);
    },
    // The text is in a process of its own; the page's address names the reason it gives.
    takeNotice: (page) =>
      inChrome(
        page,
        `(() => {
          const isNotice = (one) => one.currentURI?.spec.startsWith('moz-extension://${FIREFOX_UUID}/');
          const popup = [...document.querySelectorAll('.webextension-popup-browser')].find(isNotice);
          const tab = gBrowser.tabs.find((one) => isNotice(one.linkedBrowser));
          const url = (popup ?? tab?.linkedBrowser)?.currentURI.spec ?? null;
          const panel = popup?.closest('panel');
          // Hidden while it opens it would open all the same, and then take every click on the button.
          if (panel && panel.state !== 'open') return null;
          panel?.hidePopup();
          for (const one of [...gBrowser.tabs]) {
            if (one === tab || (url && one.linkedBrowser.currentURI.spec === 'about:support')) gBrowser.removeTab(one);
          }
          return url;
        })()`,
      ),
    optionsUrl,
    openOptions: (query = '') => openOwn(`options/options.html${query}`, '.said'),
    openOwn,
    letIn: async () => inChrome((await browser.pages())[0], `Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false)`),
    shutOut: async (host) =>
      inChrome(
        (await browser.pages())[0],
        `(async () => {
          const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
          const { extension } = WebExtensionPolicy.getByID('${id}');
          await ExtensionPermissions.remove('${id}', { permissions: [], origins: ['*://${host}/*'] }, extension);
        })()`,
      ),
    decline: async (page, ask) => {
      await inChrome(
        page,
        `Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', true);
        globalThis.quietpageAsked = new Promise((shown) => PopupNotifications.panel.addEventListener('popupshown', shown, { once: true }));
        undefined`,
      );
      await ask();
      await inChrome(page, `quietpageAsked.then(() => PopupNotifications.panel.querySelector('popupnotification').secondaryButton.click())`);
    },
    useSystem: (page, { dark, forcedColours, reducedMotion }) =>
      inChrome(
        page,
        `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${dark ? 0 : 1});
        Services.prefs.setIntPref('browser.display.document_color_use', ${forcedColours ? 2 : 0});
        Services.prefs.setIntPref('ui.prefersReducedMotion', ${reducedMotion ? 1 : 0});`,
      ),
    accessibleTree: async (page) => JSON.parse(await inChrome(page, `(${accessibleTree})()`)),
    openClosedRoot: async (page, selector) => {
      const { session, context } = bidi(page);
      const { result } = await session.send('script.evaluate', {
        expression: `document.querySelector('quietpage-reader').shadowRoot.querySelector(${JSON.stringify(selector)})`,
        awaitPromise: false,
        target: { context },
        serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
      });
      const [{ shadowRoot }] = [result.result.value];
      await session.send('script.callFunction', {
        functionDeclaration: EXPOSE_ROOT,
        awaitPromise: false,
        target: { context },
        this: { sharedId: shadowRoot.sharedId },
      });
    },
    // As the button in about:memory does, in every process of pages.
    collectGarbage: (page) => inChrome(page, `Services.obs.notifyObservers(null, 'child-mmu-request'), undefined`),
    stopBackground,
    update: () =>
      inChrome(
        first,
        `(async () => {
          const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
          await (await AddonManager.getAddonByID('${id}')).reload();
          // Of the new one.
          while (!document.getElementById('${widget}-BAP')) await new Promise((later) => setTimeout(later, 20));
        })()`,
      ),
    aimAtBackground: async () => ({ stop: stopBackground, close: async () => undefined }),
    downloads,
    closeSavingTab: () =>
      inChrome(
        first,
        `(async () => {
          const tab = () => gBrowser.tabs.find((one) => one.linkedBrowser.currentURI.spec.startsWith('moz-extension://${FIREFOX_UUID}/saving/'));
          while (!tab()) await new Promise((later) => setTimeout(later, 20));
          gBrowser.removeTab(tab());
        })()`,
      ),
    close: async () => {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * Runs in Firefox's own window.
 *
 * @returns {string} the tree of the selected tab, as JSON
 */
function accessibleTree() {
  const { Cc, Ci, gBrowser } = /** @type {any} */ (globalThis);
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  /** @param {any} node @returns {any[]} */
  const inOrder = (node) => {
    const { attributes } = node;
    const role = attributes?.has('xml-roles') ? attributes.getStringProperty('xml-roles') : service.getStringRole(node.role);
    const level = attributes?.has('level') ? Number(attributes.getStringProperty('level')) : undefined;
    const below = [];
    for (let child = node.firstChild; child; child = child.nextSibling) below.push(...inOrder(child));
    return [{ role, name: node.name ?? '', level }, ...below];
  };
  const tab = service.getAccessibleFor(gBrowser.selectedBrowser);
  return JSON.stringify(tab ? inOrder(tab) : []);
}
