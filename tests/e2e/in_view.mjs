// @ts-check
/** What a test does with what stands in the view: look at it, press it where it is seen. */

/** @typedef {import('./browsers.mjs').Page} Page */

/**
 * Runs in the page, on the view's root.
 *
 * @template T, A
 * @param {Page} page
 * @param {(root: ShadowRoot, argument: A) => T} look
 * @param {A} [argument]
 * @returns {Promise<Awaited<T>>}
 */
export async function inView(page, look, argument) {
  const source = `(argument) => (${look})(document.querySelector('quietpage-reader').shadowRoot, argument)`;
  return /** @type {any} */ (page.evaluate(`(${source})(${JSON.stringify(argument) ?? 'undefined'})`));
}

/**
 * Where an element is seen.
 *
 * @param {Page} page
 * @param {string} selector
 */
export async function placeOf(page, selector) {
  const place = await inView(
    page,
    (root, css) => {
      const found = root.querySelector(css);
      if (!found?.checkVisibility()) return null;
      const { x, y, width, height } = found.getBoundingClientRect();
      return { x, y, width, height };
    },
    selector,
  );
  if (!place) throw new Error(`${selector} is not to be seen`);
  return place;
}

/**
 * Clicks an element in its middle.
 *
 * @param {Page} page
 * @param {string} selector
 */
export async function clickInView(page, selector) {
  const { x, y, width, height } = await placeOf(page, selector);
  await page.mouse.click(x + width / 2, y + height / 2);
}

/** @param {Page} page */
export const focusedText = (page) => inView(page, (root) => root.activeElement?.textContent ?? '');
