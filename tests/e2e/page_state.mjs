// @ts-check
/** What a page is in, and must be in again. */

import { createHash } from 'node:crypto';

/**
 * All of a page that a view could have touched, its markup as a digest.
 *
 * @param {import('./browsers.mjs').Page} page
 */
export async function stateOf(page) {
  const { markup, ...state } = await wholeStateOf(page);
  return { ...state, markup: createHash('sha256').update(markup).digest('hex') };
}

/**
 * The same with its markup, which may be megabytes.
 *
 * @param {import('./browsers.mjs').Page} page
 */
export function wholeStateOf(page) {
  return page.evaluate(() => {
    /** @param {Node | null} node */
    const place = (node) => {
      const path = [];
      for (let at = node; at?.parentNode; at = at.parentNode) path.unshift([...at.parentNode.childNodes].indexOf(/** @type {ChildNode} */ (at)));
      return path.join('/');
    };
    const fields = [...document.querySelectorAll('input, textarea, select')].map((field) => {
      const { value, checked, selectionStart, selectionEnd } = /** @type {HTMLInputElement} */ (field);
      return [value, checked, selectionStart, selectionEnd];
    });
    const selection = getSelection();
    const roots = [...document.querySelectorAll('*')].flatMap((element) => element.shadowRoot?.innerHTML ?? []);
    return {
      markup: document.documentElement.outerHTML + roots.join('\n'),
      fields,
      scroll: [scrollX, scrollY],
      focus: place(document.activeElement),
      selection: [
        selection?.toString(),
        place(selection?.anchorNode ?? null),
        selection?.anchorOffset,
        place(selection?.focusNode ?? null),
        selection?.focusOffset,
      ],
      title: document.title,
      url: document.URL,
      entries: history.length,
      styleSheets: document.adoptedStyleSheets.length,
    };
  });
}
