/** The view's paper, as in reader.css. */
const LIGHT = '#fbfaf7';
const DARK = '#19191b';
const ON_PAPER = '@media print { :root > :not(quietpage-reader) { display: none !important; } }';

/**
 * Two things that the page beneath the view must not show: in print, itself; on the screen, its own scroll bar beside
 * the view, which is drawn in the view's colour. The bar's room stays, so that the page is not laid out anew. All by a
 * style sheet that goes with the signal; no element of the page is touched.
 *
 * @param {AbortSignal} signal
 * @returns {(theme: Quietpage.Theme) => void} for the theme that holds
 */
export function hidePageBeneath(signal) {
  const sheet = new CSSStyleSheet();
  // The browser goes through all elements of the page for it: not before the article is painted.
  const adopting = requestIdleCallback(() => {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  signal.addEventListener('abort', () => {
    cancelIdleCallback(adopting);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  });
  const hasScrollbar = window.innerWidth > document.documentElement.clientWidth;
  return (theme) => {
    const bar = (/** @type {string} */ color) => `:root { scrollbar-color: ${color} ${color} !important; }`;
    const bySystem = `${bar(LIGHT)} @media (prefers-color-scheme: dark) { ${bar(DARK)} }`;
    const bars = { light: bar(LIGHT), dark: bar(DARK), system: bySystem };
    sheet.replaceSync(hasScrollbar ? ON_PAPER + bars[theme] : ON_PAPER);
  };
}
