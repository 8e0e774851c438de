/** The extension API under one name: Firefox calls it `browser`; in Chromium `chrome` has the same promises. */
export const browser = /** @type {typeof chrome} */ (Reflect.get(globalThis, 'browser') ?? globalThis.chrome);
