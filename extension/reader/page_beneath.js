import { palettes } from './themes.js';

/**
 * In a layer, where what is important overrules all that the page calls so: a root that is as high as the window, or
 * clipped, would leave one sheet of paper. `@page` counts only in the document's own sheets, not in a shadow tree's.
 */
const ON_PAPER = `@layer quietpage { @media print {
  :root { all: initial !important; display: block !important; }
  :root > :not(quietpage-reader) { display: none !important; }
} }
@page { margin: 18mm 17mm 20mm; @bottom-center { color: #444; content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }`;

/**
 * Two things that the page beneath the view must not show: in print, itself; on the screen, its own scroll bar beside
 * the view, which is drawn in the view's colour. The bar's room stays, so that the page is not laid out anew. All by a
 * style sheet that goes with the signal; no element of the page is touched.
 *
 * @param {AbortSignal} signal
 * @returns {(settings: Quietpage.Settings) => void} for the colours that hold
 */
export function hidePageBeneath(signal) {
  const sheet = new CSSStyleSheet();
  const adopt = () => {
    if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };
  // The browser goes through all elements of the page for it: not before the article is painted.
  const adopting = requestIdleCallback(adopt);
  // A busy page may never have been idle.
  window.addEventListener('beforeprint', adopt, { signal });
  signal.addEventListener('abort', () => {
    cancelIdleCallback(adopting);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  });
  sheet.replaceSync(ON_PAPER);
  let shown = '';
  const hasScrollbar = window.innerWidth > document.documentElement.clientWidth;
  return (settings) => {
    if (!hasScrollbar) return;
    const { light, dark } = palettes(settings);
    const bar = (/** @type {string} */ colour) => `:root { scrollbar-color: ${colour} ${colour} !important; }`;
    const rules = `${ON_PAPER} ${bar(light.paper)} @media (prefers-color-scheme: dark) { ${bar(dark.paper)} }`;
    // Each time the browser goes through the page's elements.
    if (rules === shown) return;
    shown = rules;
    sheet.replaceSync(rules);
  };
}
