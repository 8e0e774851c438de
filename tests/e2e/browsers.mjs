// @ts-check
/**
 * The two browsers with the extension installed, driven alike. The button is clicked as a person clicks it, so that the
 * browser itself grants activeTab.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from './chromium.mjs';
import { ROOT } from './driving.mjs';
import { launchFirefox } from './firefox.mjs';

/** @typedef {'chrome' | 'firefox'} BrowserName */
/** @typedef {import('puppeteer-core').Page} Page */

/**
 * @typedef {object} Quiet
 * @property {BrowserName} name
 * @property {import('puppeteer-core').Browser} browser
 * @property {(url: string) => Promise<Page>} open a new tab on an address, loaded and in front
 * @property {(page: Page) => Promise<void>} click the toolbar button, on that tab
 * @property {(page: Page, letter: string) => Promise<void>} [pressShortcut] Alt, Shift and that letter, as the browser's window hears it; Chromium's hears no keys of a driver's
 * @property {(page: Page) => Promise<string[]>} foreignRequests what was asked of the network in the extension's name so far
 * @property {() => Promise<() => Promise<import('./console_faults.mjs').Fault[]>>} watchFaults from here on hears of all that goes wrong in the extension; what it gives tells what has, since it was asked the last time
 * @property {(page: Page) => Promise<import('./memory.mjs').Memory>} memory what the background and the page's process hold, without garbage
 * @property {(page: Page) => Promise<void>} showBrowserPage put a page of the browser's own in front
 * @property {(page: Page) => Promise<string | null>} takeNotice what the extension's own page says of a tab it cannot read; closes it
 * @property {(url: string) => Promise<Page>} [openPrivate] a private window on an address, in front, with the extension let in; Chromium's driver breaks off there
 * @property {(query?: string) => Promise<Page>} openOptions a new tab with the options page, as it stands once it is made
 * @property {(host: string) => Promise<void>} letIn from here on the browser agrees by itself when the extension asks for that host
 * @property {(host: string) => Promise<void>} shutOut takes the host away from the extension, as in the browser's own pages
 * @property {(page: Page, ask: () => Promise<void>) => Promise<void>} [decline] has the browser ask, and declines once it does; nothing of Chromium's prompt can be reached
 * @property {string} optionsUrl its address
 * @property {(path: string, ready: string) => Promise<Page>} openOwn a new tab with a page of the extension's own, as it stands once there is what `ready` selects
 * @property {(page: Page, system: System) => Promise<void>} useSystem what the system says of the person's wishes, all of them
 * @property {(page: Page) => Promise<Accessible[]>} accessibleTree what the tab's page is to a screen reader, in its order; Firefox begins to tell when first asked, of what changes from then on
 * @property {(page: Page, selector: string) => Promise<void>} openClosedRoot makes the closed shadow root of an element in the reader's root readable to the page's scripts, for the test alone
 * @property {(page: Page) => Promise<Held | undefined>} collectGarbage has the page's process let go of all that nobody holds; says what it holds then, where the browser tells
 * @property {() => Promise<void>} stopBackground as the browser does where nothing happens for long; requests are not heard of any more in Chromium
 * @property {() => Promise<void>} update puts another of the extension in its place, as an update does; its own pages go
 * @property {() => Promise<Aim>} aimAtBackground gets ready to stop it at once
 * @property {string} downloads the folder in which saved files arrive, where nobody looks on
 * @property {() => Promise<void>} closeSavingTab closes the extension's own page that saves for others
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {{stop: () => Promise<void>, close: () => Promise<void>}} Aim `stop`: as often as one likes; `close`: when no more
 * @typedef {{dark?: boolean, forcedColours?: boolean, reducedMotion?: boolean}} System
 * @typedef {{nodes: number, listeners: number, documents: number, heapBytes: number}} Held
 * @typedef {{role: string, name: string, level?: number}} Accessible `role`: of landmarks, headings and what has a role of its own, that of ARIA
 */

/** @type {BrowserName[]} */
export const BROWSERS = ['chrome', 'firefox'];

/**
 * @param {BrowserName} name
 * @param {{headless?: boolean, extension?: string, isOffline?: boolean}} [options] `extension`: the unpacked extension's
 *   directory; `isOffline`: what is not on this machine is not found
 * @returns {Promise<Quiet>}
 */
export async function launch(name, { headless = true, extension = join(ROOT, 'dist', name), isOffline = false } = {}) {
  if (!existsSync(join(extension, 'manifest.json'))) throw new Error(`${extension} is not built: run ./build.sh first`);
  return name === 'chrome' ? launchChromium(headless, extension, isOffline) : launchFirefox(headless, extension, isOffline);
}
