import { mayHostShadow } from '../../src/wasm/walk.js';
import { browser } from '../shared/browser.js';

/**
 * An element's shadow root, closed ones too where the browser lets an extension at them.
 *
 * @param {Element} element
 * @param {string} [name] of it
 * @returns {ShadowRoot | null | undefined}
 */
export function shadowRootOf(element, name = element.localName) {
  // A control of a form can stand in for its `shadowRoot`, or its name.
  if (!mayHostShadow(name)) return null;
  const open = element.shadowRoot;
  // Asking for a closed one is a call into the browser. Closed ones stand, but for curiosities, on custom elements.
  return open || !name.includes('-') ? open : closedShadowRootOf(element);
}

/**
 * The same for curiosities, too, at the price of that call.
 *
 * @param {Element} element
 * @returns {ShadowRoot | null | undefined}
 */
export function closedShadowRootOf(element) {
  if (!mayHostShadow(element.localName)) return null;
  if ('openOrClosedShadowRoot' in element) return element.openOrClosedShadowRoot;
  // Chromium only.
  const { dom } = browser;
  return element instanceof HTMLElement ? dom?.openOrClosedShadowRoot(element) : null;
}
