// @ts-check
/**
 * The two browsers with the extension installed, driven alike. The button is clicked as a person clicks it, so that the
 * browser itself grants activeTab.
 */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @typedef {'chrome' | 'firefox'} BrowserName */
/** @typedef {import('puppeteer-core').Page} Page */

/**
 * @typedef {object} Quiet
 * @property {BrowserName} name
 * @property {import('puppeteer-core').Browser} browser
 * @property {(url: string) => Promise<Page>} open a new tab on an address, loaded and in front
 * @property {(page: Page) => Promise<void>} click the toolbar button, on that tab
 * @property {(page: Page) => Promise<string[]>} foreignRequests what was asked of the network in the extension's name so far
 * @property {(page: Page) => Promise<void>} showBrowserPage put a page of the browser's own in front
 * @property {(page: Page) => Promise<string | null>} takeNotice what the extension's own page says of a tab it cannot read; closes it
 * @property {(url: string) => Promise<Page>} [openPrivate] a private window on an address, in front, with the extension let in; Chromium's driver breaks off there
 * @property {(query?: string) => Promise<Page>} openOptions a new tab with the options page, as it stands once it is made
 * @property {(host: string) => Promise<void>} letIn from here on the browser agrees by itself when the extension asks for that host
 * @property {(host: string) => Promise<void>} shutOut takes the host away from the extension, as in the browser's own pages
 * @property {(page: Page) => Promise<void>} [decline] has the browser ask from here on, and declines once it does; nothing of Chromium's prompt can be reached
 * @property {string} optionsUrl its address
 * @property {(path: string, ready: string) => Promise<Page>} openOwn a new tab with a page of the extension's own, as it stands once there is what `ready` selects
 * @property {(page: Page, system: System) => Promise<void>} useSystem what the system says of the person's wishes, all of them
 * @property {(page: Page) => Promise<Accessible[]>} accessibleTree what the tab's page is to a screen reader, in its order; Firefox begins to tell when first asked, of what changes from then on
 * @property {(page: Page, selector: string) => Promise<void>} openClosedRoot makes the closed shadow root of an element in the reader's root readable to the page's scripts, for the test alone
 * @property {(page: Page) => Promise<Held | undefined>} collectGarbage has the page's process let go of all that nobody holds; says what it holds then, where the browser tells
 * @property {string} downloads the folder in which saved files arrive, where nobody looks on
 * @property {() => Promise<void>} closeSavingTab closes the extension's own page that saves for others
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {{dark?: boolean, forcedColours?: boolean, reducedMotion?: boolean}} System
 * @typedef {{nodes: number, listeners: number, documents: number, heapBytes: number}} Held
 * @typedef {{role: string, name: string, level?: number}} Accessible `role`: of landmarks, headings and what has a role of its own, that of ARIA
 */

/** @type {BrowserName[]} */
export const BROWSERS = ['chrome', 'firefox'];

/** A click right after `load` is sometimes lost in Chromium; after this long it never was. */
const SETTLE_MS = 300;

/** A name for this machine on which pages are not a secure context, as on loopback they are. */
export const PLAIN_HOST = 'courier.test';

export const CHROMIUM_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`,
  // Chromium's sandbox refuses to run as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Called on a closed shadow root. */
const EXPOSE_ROOT = "function () { Object.defineProperty(this.host, 'shadowRoot', { value: this, configurable: true }); }";

/** How long the options page, or a window, may take to be there. */
const OPTIONS_MS = 5000;

const FIREFOX_UUID = '11111111-2222-4333-8444-555555555555';

/**
 * @param {string} variable the environment variable that names the program
 * @param {string[]} names
 * @returns {string} the first that is there
 */
export function program(variable, names) {
  const named = process.env[variable];
  if (named) return named;
  for (const name of names) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      continue; // not under this name
    }
  }
  throw new Error(`none of ${names.join(', ')} is on PATH; name the program in ${variable}`);
}

/**
 * @param {BrowserName} name
 * @param {{headless?: boolean, extension?: string}} [options] `extension`: the unpacked extension's directory
 * @returns {Promise<Quiet>}
 */
export async function launch(name, { headless = true, extension = join(ROOT, 'dist', name) } = {}) {
  if (!existsSync(join(extension, 'manifest.json'))) throw new Error(`${extension} is not built: run ./build.sh first`);
  return name === 'chrome' ? launchChromium(headless, extension) : launchFirefox(headless, extension);
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'quietpage-'));

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} url
 */
async function openPage(browser, url) {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: 'load' });
  await page.bringToFront();
  await sleep(SETTLE_MS);
  return page;
}

/**
 * @param {boolean} headless
 * @param {string} directory
 * @returns {Promise<Quiet>}
 */
async function launchChromium(headless, directory) {
  const downloads = newFolder();
  const browser = await puppeteer.launch({
    executablePath: program('QUIETPAGE_CHROMIUM', ['chromium', 'chromium-browser', 'google-chrome']),
    headless,
    pipe: true,
    enableExtensions: true,
    ...(headless ? { downloadBehavior: { policy: 'allow', downloadPath: downloads } } : {}),
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    args: CHROMIUM_FLAGS,
  });
  const id = await browser.installExtension(directory);
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error('Chromium does not know the extension it has just installed');
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker' && one.url().includes(id));

  const optionsUrl = `chrome-extension://${id}/options/options.html`;
  /** @type {Quiet['openOwn']} */
  const openOwn = async (path, ready) => {
    const page = await openPage(browser, `chrome-extension://${id}/${path}`);
    await page.waitForSelector(ready);
    return page;
  };
  /** @type {string[]} */
  const requests = [];
  const session = await target.createCDPSession();
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ request }) => requests.push(request.url));

  /**
   * What the browser's page of extensions does.
   *
   * @param {'addHostPermission' | 'removeHostPermission'} change
   * @param {string} host
   */
  async function changeHost(change, host) {
    const page = await browser.newPage();
    await page.goto('chrome://extensions');
    // There is nothing to remove where the person has never agreed.
    await page.evaluate((name, ...args) => /** @type {any} */ (chrome).developerPrivate[name](...args).catch(() => undefined), change, id, `*://${host}/*`);
    await page.close();
  }

  return {
    name: 'chrome',
    browser,
    open: (url) => openPage(browser, url),
    click: (page) => extension.triggerAction(page),
    foreignRequests: async () => requests.filter((url) => !url.startsWith(`chrome-extension://${id}/`)),
    showBrowserPage: async (page) => {
      await page.goto('chrome://version');
      await sleep(SETTLE_MS);
    },
    takeNotice: async () => {
      const shown = browser
        .targets()
        .find((one) => one.type() !== 'service_worker' && one.url().startsWith(`chrome-extension://${id}/`));
      if (!shown) return null;
      const notice = await shown.asPage();
      const text = await notice.evaluate(() => document.querySelector('[role=alert]')?.textContent?.trim());
      if (!text) return null;
      await notice.close();
      return text;
    },
    optionsUrl,
    openOptions: (query = '') => openOwn(`options/options.html${query}`, '.said'),
    openOwn,
    letIn: (host) => changeHost('addHostPermission', host),
    shutOut: (host) => changeHost('removeHostPermission', host),
    useSystem: async (page, { dark, forcedColours, reducedMotion }) => {
      const features = [
        { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
        { name: 'forced-colors', value: forcedColours ? 'active' : 'none' },
        { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' },
      ];
      await mainSession(page).send('Emulation.setEmulatedMedia', { features });
    },
    accessibleTree: async (page) => {
      const { nodes } = await mainSession(page).send('Accessibility.getFullAXTree');
      const byId = new Map(nodes.map((/** @type {any} */ node) => [node.nodeId, node]));
      const inOrder = (/** @type {any} */ node) => [node, ...(node.childIds ?? []).flatMap((/** @type {string} */ id) => (byId.has(id) ? inOrder(byId.get(id)) : []))];
      return inOrder(nodes[0])
        .filter(({ ignored }) => !ignored)
        .map(({ role, name, properties }) => ({
          role: role.value,
          name: name?.value ?? '',
          level: properties?.find((/** @type {any} */ one) => one.name === 'level')?.value.value,
        }));
    },
    openClosedRoot: async (page, selector) => {
      const host = await page.evaluateHandle((css) => document.querySelector('quietpage-reader')?.shadowRoot?.querySelector(css), selector);
      const session = /** @type {any} */ (host).client;
      const { node } = await session.send('DOM.describeNode', { objectId: host.remoteObject().objectId, pierce: true });
      const { object } = await session.send('DOM.resolveNode', { backendNodeId: node.shadowRoots[0].backendNodeId });
      await session.send('Runtime.callFunctionOn', { objectId: object.objectId, functionDeclaration: EXPOSE_ROOT });
    },
    collectGarbage: async (page) => {
      const devtools = await page.createCDPSession();
      await devtools.send('Performance.enable');
      await devtools.send('HeapProfiler.collectGarbage');
      const { metrics } = await devtools.send('Performance.getMetrics');
      await devtools.detach();
      const valueOf = (/** @type {string} */ metric) => metrics.find((one) => one.name === metric)?.value ?? Number.NaN;
      return { nodes: valueOf('Nodes'), listeners: valueOf('JSEventListeners'), documents: valueOf('Documents'), heapBytes: valueOf('JSHeapUsedSize') };
    },
    downloads,
    closeSavingTab: async () => {
      const target = await browser.waitForTarget((one) => one.url().startsWith(`chrome-extension://${id}/saving/`));
      await (await target.asPage()).close();
    },
    close: async () => {
      await browser.close();
      rmSync(downloads, { recursive: true });
    },
  };
}

/**
 * The session that puppeteer itself drives a page by, which lasts as long; the types do not name it.
 *
 * @param {Page} page
 */
const mainSession = (page) => /** @type {any} */ (page)._client();

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
 * @returns {Promise<Quiet>}
 */
async function launchFirefox(headless, directory) {
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
    while (Date.now() < end && !(await isThere())) await sleep(50);
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

  return {
    name: 'firefox',
    browser,
    open: (url) => openPage(browser, url),
    // In the window in front: a private one has a button of its own.
    click: (page) => inChrome(page, `Services.wm.getMostRecentBrowserWindow().document.getElementById('${widget}-BAP').click()`),
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
          popup?.closest('panel').hidePopup();
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
    decline: (page) =>
      inChrome(
        page,
        `(async () => {
          Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', true);
          await new Promise((shown) => PopupNotifications.panel.addEventListener('popupshown', shown, { once: true }));
          PopupNotifications.panel.querySelector('popupnotification').secondaryButton.click();
        })()`,
      ),
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
      rmSync(downloads, { recursive: true });
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
