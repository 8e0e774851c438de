// @ts-check
/** Chromium with the extension installed. */

import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { EXPOSE_ROOT, PLAIN_HOST, SETTLE_MS, newFolder, openPage, program } from './driving.mjs';
import { watchChromium } from './console_faults.mjs';
import { memoryOfChromium } from './memory.mjs';
import { eventually } from './reader.mjs';

/** @typedef {import('./browsers.mjs').Quiet} Quiet */
/** @typedef {import('./browsers.mjs').Page} Page */

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

/** Nothing but this machine is found. */
const OFFLINE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

/**
 * @param {boolean} headless
 * @param {string} directory
 * @param {boolean} isOffline
 * @returns {Promise<Quiet>}
 */
export async function launchChromium(headless, directory, isOffline) {
  const downloads = newFolder();
  const browser = await puppeteer.launch({
    executablePath: program('QUIETPAGE_CHROMIUM', ['chromium', 'chromium-browser', 'google-chrome']),
    headless,
    pipe: true,
    enableExtensions: true,
    ...(headless ? { downloadBehavior: { policy: 'allow', downloadPath: downloads } } : {}),
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    args: isOffline ? [...CHROMIUM_FLAGS, OFFLINE] : CHROMIUM_FLAGS,
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

  /** @param {Page} page */
  async function collectGarbage(page) {
    const devtools = await page.createCDPSession();
    await devtools.send('Performance.enable');
    await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    await devtools.detach();
    const valueOf = (/** @type {string} */ metric) => metrics.find((one) => one.name === metric)?.value ?? Number.NaN;
    return { nodes: valueOf('Nodes'), listeners: valueOf('JSEventListeners'), documents: valueOf('Documents'), heapBytes: valueOf('JSHeapUsedSize') };
  }

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

  /** @type {Quiet['aimAtBackground']} */
  async function aimAtBackground() {
    // A worker that is watched would not start again.
    await session.detach().catch(() => undefined);
    const page = await openOwn('notice/notice.html', 'body');
    const devtools = await page.createCDPSession();
    await devtools.send('ServiceWorker.enable');
    return {
      stop: async () => {
        const isRunning = () => browser.targets().some((one) => one.type() === 'service_worker');
        if (!isRunning()) return;
        const watching = /** @type {any} */ (await backgroundOf(browser));
        await watching.client.detach().catch(() => undefined);
        await devtools.send('ServiceWorker.stopAllWorkers');
        // What happens while it stops would be lost on it.
        await eventually(async () => !isRunning(), 'the end of the background');
      },
      close: () => page.close(),
    };
  }

  return {
    name: 'chrome',
    browser,
    open: (url) => openPage(browser, url),
    click: (page) => extension.triggerAction(page),
    watchFaults: () => watchChromium(browser, id),
    memory: async (page) => memoryOfChromium(await backgroundOf(browser), await collectGarbage(page)),
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
    collectGarbage,
    aimAtBackground,
    update: async () => {
      const before = new Set(browser.targets());
      await browser.installExtension(directory);
      await browser.waitForTarget((one) => one.type() === 'service_worker' && !before.has(one));
      // It takes as long after its installation as after a page's loading till no click is lost.
      await sleep(SETTLE_MS);
    },
    stopBackground: async () => {
      const aim = await aimAtBackground();
      await aim.stop();
      await aim.close();
    },
    downloads,
    closeSavingTab: async () => {
      const target = await browser.waitForTarget((one) => one.url().startsWith(`chrome-extension://${id}/saving/`));
      await (await target.asPage()).close();
    },
    close: async () => {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true, maxRetries: 5 });
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
 * @param {import('puppeteer-core').Browser} browser
 * @returns {Promise<import('puppeteer-core').WebWorker>} the extension's service worker
 */
export async function backgroundOf(browser) {
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  return /** @type {import('puppeteer-core').WebWorker} */ (await target.worker());
}
