import { codeColours } from './code_colours.js';
import { isDark, palettes } from './themes.js';

/** Under this name the page's document has the bundled face, whichever it is. */
export const BUNDLED_FAMILY = 'Quietpage reading face';

/**
 * Each face: which list of the text's own language stands behind it, and how wide a character of running text is in it,
 * in digits, with a sixteenth more for the room that a ragged line leaves. Measured on English.
 *
 * @type {Record<Quietpage.Settings['face'], {behind: 'serif' | 'sans', character: number}>}
 */
const FACES = {
  serif: { behind: 'serif', character: 0.9 },
  sans: { behind: 'sans', character: 0.87 },
  literata: { behind: 'serif', character: 0.855 },
  source_sans: { behind: 'sans', character: 0.875 },
  atkinson: { behind: 'sans', character: 0.715 },
  lexend: { behind: 'sans', character: 0.84 },
  opendyslexic: { behind: 'sans', character: 1.16 },
  // As the most faces have it.
  named: { behind: 'serif', character: 0.9 },
};

/**
 * How the person likes to read, as a style sheet of its own: in the shadow tree, which the page can look into, it stands
 * neither as text nor as an attribute.
 *
 * Until the settings are known the view is there but not to be seen: no light flash for who reads in the dark.
 *
 * @param {ShadowRoot} root
 * @returns {(settings: Quietpage.Settings) => void} for the settings that hold
 */
export function createLook(root) {
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets.push(sheet);
  sheet.replaceSync('dialog { opacity: 0; }');
  let coloured = '';

  return (settings) => {
    const colours = colourRule(settings);
    if (colours !== coloured) {
      // Where the text is, and in it parts in other languages: `--serif` is another list in each (scripts.css).
      sheet.replaceSync(`dialog { ${colours} } :where(main, article [lang]:not(code, pre, table *, figcaption *)) {}`);
      coloured = colours;
    }
    const [view, text] = /** @type {CSSStyleRule[]} */ ([...sheet.cssRules]);
    for (const [name, value] of Object.entries(textProperties(settings))) setWhereOther(view.style, name, value);
    // Through the object model, where a name can end nothing but its own string.
    setWhereOther(text.style, 'font-family', families(settings));
  };
}

/**
 * @param {CSSStyleDeclaration} style
 * @param {string} name
 * @param {string} value
 */
function setWhereOther(style, name, value) {
  if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
}

/**
 * @param {Quietpage.Settings} settings
 * @returns {string} the declarations that make the colours
 */
export function colourRule(settings) {
  const { light, dark } = palettes(settings);
  const scheme = { [String(isDark(light))]: isDark(light) ? 'dark' : 'light', [String(isDark(dark))]: isDark(dark) ? 'dark' : 'light' };
  const [byDay, byNight] = [light, dark].map((palette) => colourProperties(palette, settings.theme));
  const colours = Object.entries(byDay).map(([name, colour]) => `${name}: light-dark(${colour}, ${byNight[name]});`);
  return `color-scheme: ${Object.values(scheme).join(' ')}; ${colours.join(' ')}`;
}

/**
 * @param {import('./themes.js').Palette} palette
 * @param {Quietpage.Theme} theme
 * @returns {Record<string, string>}
 */
function colourProperties(palette, theme) {
  const views = Object.entries(palette).map(([name, colour]) => [`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, colour]);
  const codes = Object.entries(codeColours(palette, theme)).map(([kind, colour]) => [`--code-${kind}`, colour]);
  return Object.fromEntries([...views, ...codes]);
}

/**
 * @param {Quietpage.Settings} settings
 * @returns {Record<string, string>}
 */
function textProperties({ face, size, measure, lineHeight, letterSpacing, wordSpacing, paragraphSpacing, align, hyphens }) {
  return {
    '--text-scale': String(size / 100),
    '--measure': String(measure),
    '--digits-a-character': String(FACES[face].character),
    '--line-height': String(lineHeight),
    '--letter-spacing': `${letterSpacing / 100}`,
    '--word-spacing': `${wordSpacing / 100}`,
    '--paragraph-spacing': `${paragraphSpacing / 100}em`,
    '--align': align,
    '--hyphens-wide': hyphens === 'on' ? 'auto' : 'manual',
    '--hyphens-narrow': hyphens === 'off' ? 'manual' : 'auto',
  };
}

/** @param {Quietpage.Settings} settings */
function families({ face, faceName }) {
  const behind = `var(--${FACES[face].behind})`;
  if (face === 'serif' || face === 'sans') return behind;
  if (face === 'named') return faceName ? `${cssString(faceName)}, ${behind}` : behind;
  return `${cssString(BUNDLED_FAMILY)}, ${behind}`;
}

/**
 * @param {string} text one line
 * @returns {string} as CSS writes it
 */
function cssString(text) {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
