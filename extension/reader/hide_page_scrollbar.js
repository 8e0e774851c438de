/** The view's paper, as in reader.css. */
const LIGHT = '#fbfaf7';
const DARK = '#19191b';

/**
 * Draws the page's own scroll bar, which stands beside the view, in the view's colour. Its room stays, so that the page
 * is not laid out anew, and no element of the page is touched.
 *
 * @param {AbortSignal} signal
 * @returns {(theme: Quietpage.Theme) => void} for the theme that holds
 */
export function hidePageScrollbar(signal) {
  const takesRoom = window.innerWidth > document.documentElement.clientWidth;
  if (!takesRoom) return () => undefined;
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  signal.addEventListener('abort', () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  });
  return (theme) => {
    const rule = (/** @type {string} */ color) => `:root { scrollbar-color: ${color} ${color} !important; }`;
    const system = `${rule(LIGHT)} @media (prefers-color-scheme: dark) { ${rule(DARK)} }`;
    sheet.replaceSync({ light: rule(LIGHT), dark: rule(DARK), system }[theme]);
  };
}
