/** The extension API under one name: Firefox calls it `browser`; in Chromium `chrome` has the same promises. */
export const browser = /** @type {typeof chrome} */ (Reflect.get(globalThis, 'browser') ?? globalThis.chrome);

/** @returns {boolean} whether the extension behind this script is there: after an update or removal the old script runs on in the page, cut off */
export const isExtensionThere = () => Boolean(browser.runtime?.id);
