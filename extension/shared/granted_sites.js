/**
 * The sites on which articles open by themselves: those that the browser lets the extension into without a click. The
 * browser keeps this list, and asks the person before it grows; a second one of ours could only disagree with it.
 */
import { browser } from './browser.js';

/** A pattern for pages of the web → the host in it: a name, `*.` and a name, or `*`. */
const PATTERN = /^(?:\*|https?):\/\/([^/]+)\/\*$/;

/** Of what a host's name, or an address in brackets, is made; a browser takes `*` for one, too. */
const HOST = /^[\w.:[\]-]+$/;

/** @param {string} pattern */
const hostIn = (pattern) => PATTERN.exec(pattern)?.[1];

/**
 * @param {string} host
 * @param {'*' | 'http' | 'https'} [scheme]
 */
const pagesOf = (host, scheme = '*') => ({ origins: [`${scheme}://${host}/*`] });

/** @returns {Promise<string[]>} the patterns that were granted */
export async function grantedPatterns() {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter(hostIn);
}

/** @returns {Promise<string[]>} the hosts in them, each once, in order; `*`: all there are */
export async function grantedSites() {
  return [...new Set((await grantedPatterns()).map((pattern) => hostIn(pattern) ?? ''))].sort();
}

/**
 * @param {string} text
 * @returns {boolean} whether it is the name of one host
 */
export const isHost = (text) => HOST.test(text) && URL.canParse(`https://${text}/`) && new URL(`https://${text}/`).hostname === text;

/**
 * @param {string} host
 * @returns {Promise<boolean>} by itself or with others; in the browser's own pages it may be by one scheme only
 */
export async function isGranted(host) {
  if (!isHost(host)) return false;
  return (await browser.permissions.contains(pagesOf(host, 'https'))) || browser.permissions.contains(pagesOf(host, 'http'));
}

/**
 * Has the browser ask the person. To be called at once in the handler of a click: afterwards browsers refuse.
 *
 * @param {string} host
 * @returns {Promise<boolean>} whether the person agreed
 */
export const requestSite = (host) => browser.permissions.request(pagesOf(host));

/** @param {string} host as in the list */
export async function giveBackSite(host) {
  const origins = (await grantedPatterns()).filter((pattern) => hostIn(pattern) === host);
  if (origins.length > 0) await browser.permissions.remove({ origins });
}
